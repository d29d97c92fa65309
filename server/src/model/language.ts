/** The fields of everything that a plan can hold. Made from schemas/ by `UPDATE=1 npm test`; not to be edited. */
import type { FreeEntry, Item, Rec, Refs, Value } from './item.ts';

/** Every kind of item, by its name in the schema. */
export interface Kinds {
  readonly document: DocumentItem;
  readonly driver: Driver;
  readonly assessment: Assessment;
  readonly competitor: Competitor;
  readonly metric: Metric;
  readonly goal: Goal;
  readonly objective: Objective;
  readonly kpi: Kpi;
  readonly strategy: StrategyItem;
  readonly audience: Audience;
  readonly message: Message;
  readonly channel: Channel;
  readonly tactic: Tactic;
  readonly activity: Activity;
  readonly guideline: Guideline;
  readonly process: Process;
  readonly evidence: Evidence;
  readonly risk: Risk;
  readonly assumption: Assumption;
  readonly decision: Decision;
  readonly peak: Peak;
  readonly waiver: Waiver;
  readonly reading: Reading;
  readonly 'check-in': CheckIn;
}

export type Kind = keyof Kinds;

export interface DocumentItem extends Item<'document'> {
  /** The name of the plan, with the organisation and the time that it covers. */
  readonly title?: Value<string>;
  /** What sort of plan this is. All but the plan of the whole company sit under another plan and name it as their parent. */
  readonly kind?: Value<
    | 'company'
    | 'business-unit'
    | 'marketing'
    | 'communications'
    | 'social'
    | 'content'
    | 'service'
    | 'campaign'
    | 'programme'
  >;
  /** The plan that this one sits under, by its id. Nothing is taken over from it; its goals and strategies can be referred to as document/id. */
  readonly parent: Refs;
  /** The role that answers for the plan as a whole. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** How far the approval has come. Tactics should not run on a draft. */
  readonly status?: Value<'draft' | 'in-review' | 'approved' | 'retired'>;
  /** The time that the plan covers. */
  readonly period?: Value<string | number>;
  /** The day on which the plan will be looked at again. A plan that nobody reviews grows wrong in silence. */
  readonly next_review?: Value<string>;
  /** One sentence on why the plan exists, before any medium is named. Everybody who works on it should know it by heart. */
  readonly intent?: Value<string>;
  /** The world that the organisation hopes for, far beyond this plan. */
  readonly vision?: Value<string>;
  /** What was thought about and decided against, so that it does not come back through the side door. */
  readonly non_goals: readonly Value<string>[];
  /** The diagnosis: the challenge, the forces at work, what they mean for us, and who else is there. */
  readonly situation?: Situation;
  /** The money that the whole plan may cost. The budgets of the tactics must fit into it. */
  readonly budget?: DocumentBudget;
  /** Whose plan it is. */
  readonly organization?: Value<string>;
  /** Whom the organisation serves. It decides which journey stages are offered first. */
  readonly market?: Value<'B2B' | 'B2C' | 'B2G' | 'non-profit'>;
  /** The language in which the plan is written, as a code such as en-GB. It decides which word lists are used and how numbers are shown. */
  readonly language?: Value<string>;
  /** Anything about the plan that the intent does not say: how it came about, how to read it. */
  readonly description?: Value<string>;
  /** The name by which other plans refer to this one. Where nothing is said, it is the name of the file up to .strategy.yaml. */
  readonly id?: Value<string>;
  /** The version of this language that the document is written in. */
  readonly spec?: Value<'strategy/v1'>;
}

export interface Situation extends Rec {
  /** The one difficulty that the plan must overcome, in a sentence or two. A plan without it answers a question that nobody asked. */
  readonly challenge?: Value<string>;
  /** The forces that act on us, from outside or inside. */
  readonly drivers: readonly Driver[];
  /** What the drivers mean for us, as strengths, weaknesses, opportunities and threats. */
  readonly assessments: readonly Assessment[];
  /** Whom else our audience could turn to. */
  readonly competitors: readonly Competitor[];
}

export interface Driver extends Item<'driver'> {
  /** The short name by which strategies and assessments refer to this driver. */
  readonly id?: Value<string>;
  /** The force as a fact, without what to do about it. */
  readonly title?: Value<string>;
  /** What kind of force it is. */
  readonly type?: Value<'trend' | 'threat' | 'opportunity' | 'regulation' | 'internal'>;
  /** How sure we are that it is real. */
  readonly claim?: Value<'evidenced' | 'hypothesis' | 'to-validate'>;
  /** What shows that the driver is real. */
  readonly evidence: Refs;
  /** The role that answers for this driver. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this driver that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The driver that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Assessment extends Item<'assessment'> {
  /** The short name of the assessment, needed only where something refers to it. */
  readonly id?: Value<string>;
  /** A short name, where the text is long. */
  readonly title?: Value<string>;
  /** The force that is assessed. */
  readonly driver: Refs;
  /** Whether it helps or hinders, from inside or from outside. */
  readonly kind?: Value<'strength' | 'weakness' | 'opportunity' | 'threat'>;
  /** The judgement in one sentence. */
  readonly text?: Value<string>;
  /** The role that answers for this assessment. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this assessment that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The assessment that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Competitor extends Item<'competitor'> {
  /** The short name of the competitor, needed only where something refers to it. */
  readonly id?: Value<string>;
  /** A heading for the entry, where the name alone does not say enough. */
  readonly title?: Value<string>;
  /** What the competitor is called. */
  readonly name?: Value<string>;
  /** Where they can be met, in free words. */
  readonly platforms: readonly Value<string>[];
  /** What they do better than we do. */
  readonly strengths: readonly Value<string>[];
  /** What they do worse than we do, or not at all. */
  readonly weaknesses: readonly Value<string>[];
  /** What this judgement rests on. */
  readonly evidence: Refs;
  /** The role that answers for this competitor. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this competitor that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The competitor that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Metric extends Item<'metric'> {
  /** The short name by which goals refer to this metric. */
  readonly id?: Value<string>;
  /** The number in the words of those who run the business. */
  readonly title?: Value<string>;
  /** The side of the business that the metric stands for. A promise of return on investment needs a metric of revenue, acquisition, cost or retention above it. */
  readonly category?: Value<'revenue' | 'acquisition' | 'cost' | 'retention' | 'risk' | 'people' | 'mission'>;
  /** What better means for this metric. */
  readonly direction?: Value<'increase' | 'decrease' | 'maintain'>;
  /** How the metric is counted, or the currency where it is money. */
  readonly unit?: Value<string>;
  /** The KPI whose readings measure this metric, so that the metric can be followed beside the goals that serve it. */
  readonly kpi: Refs;
  /** The role that answers for the metric. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this metric that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The metric that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Goal extends Item<'goal'> {
  /** The short name by which strategies and tactics refer to this goal. */
  readonly id?: Value<string>;
  /** What will be different, and for whom. Write a result rather than something to do: not "Launch a podcast", but what should change because of it. */
  readonly title?: Value<string>;
  /** The business metric that gets better when the goal is reached. Every goal hangs on a metric, or supports another goal that does. */
  readonly metric: Refs;
  /** The wider goal, often of the plan above, that this goal helps to reach. This is how a social plan proves that it serves the company. */
  readonly supports: Refs;
  /** The numbers that show whether the goal is reached. A goal without one can be neither met nor missed. */
  readonly objectives: readonly Objective[];
  /** The role that answers for reaching the goal. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Whether the goal is being pursued. Whether it goes well is computed from readings and is never written here. */
  readonly status?: Value<'proposed' | 'active' | 'achieved' | 'dropped'>;
  /** How much depends on the goal, compared with the other goals of the plan. */
  readonly priority?: Value<'high' | 'medium' | 'low'>;
  /** The side of the organisation that the goal belongs to, for those who work with a balanced scorecard. */
  readonly perspective?: Value<string>;
  /** Anything about this goal that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The goal that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Objective extends Item<'objective'> {
  /** The short name of the objective, needed only where something refers to it, such as a check-in. */
  readonly id?: Value<string>;
  /** A name for the objective, where the KPI, the target and the date do not say enough. */
  readonly title?: Value<string>;
  /** The one KPI that the objective is counted in. */
  readonly kpi: Refs;
  /** Where the KPI stood at the start: a number, or a number with its date. Words, where the unit of the KPI is text. Without a baseline nobody can say how far the target is away. */
  readonly baseline?: Baseline | Value<number | string>;
  /** Where the KPI should stand on the date: a number, or the lowest and highest value where it should be kept steady. Words, where the unit of the KPI is text; then check-ins judge it. */
  readonly target?: Target | Value<number | string>;
  /** The day on which the target should be reached. Without it an objective can never be missed. */
  readonly by?: Value<string>;
  /** Values expected on the way, each for the end of its period. Give them where progress will not be steady, such as when the work starts late in the year. */
  readonly trajectory: readonly FreeEntry<number>[];
  /** Whether the target is a promise or a stretch. A promise deserves a guardrail on its KPI. */
  readonly commit?: Value<'committed' | 'aspirational'>;
  /** The role that answers for this number. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this objective that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The objective that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Baseline extends Rec {
  /** Where the KPI stood: a number, or words where its unit is text. */
  readonly value?: Value<number | string>;
  /** The day for which the value holds. Progress is counted from here. */
  readonly as_of?: Value<string>;
}

export interface Target extends Rec {
  /** The value below which it should not fall. */
  readonly min?: Value<number>;
  /** The value above which it should not rise. */
  readonly max?: Value<number>;
}

export interface Kpi extends Item<'kpi'> {
  /** The short name by which objectives, tactics and readings refer to this KPI. */
  readonly id?: Value<string>;
  /** What is counted, and of whom. A name such as "Followers" says neither. */
  readonly title?: Value<string>;
  /** Where the number stands between what is put in and what it is worth. A goal is proven by an outcome or an impact only; the other levels help when they drive one. */
  readonly level?: Value<'input' | 'activity' | 'output' | 'out-take' | 'outcome' | 'impact'>;
  /** How the number is counted, or the currency where it is money. All readings, baselines and targets of the KPI use this unit. */
  readonly unit?: Value<string>;
  /** What better means: more, less, or steady within limits. */
  readonly direction?: Value<'increase' | 'decrease' | 'maintain'>;
  /** The question that the number answers, ending in a question mark. If nobody asks it, nobody needs the KPI. */
  readonly question?: Value<string>;
  /** How the number is computed, in words, with a slash for a division. A stranger with access to the source should arrive at the same number. */
  readonly formula?: Value<string>;
  /** The system or the survey that the number comes from. */
  readonly source?: Value<string>;
  /** The people whom the number is about, or the word all. A number about everybody says little about those whom the plan is for. */
  readonly audience: Refs;
  /** How often a new reading is due. A reading that is older than this allows is shown as stale. */
  readonly cadence?: Value<
    | 'continuous'
    | 'daily'
    | 'weekly'
    | 'biweekly'
    | 'monthly'
    | 'bimonthly'
    | 'quarterly'
    | 'semiannual'
    | 'annual'
    | 'irregular'
  >;
  /** The role that reads the number and raises its hand when it moves. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** The next KPI on the way to the outcome, which gets better when this one does. This is how a number that moves early earns its place. */
  readonly drives: Refs;
  /** Whether the number moves before the result that matters or only with it. A plan needs some of both. */
  readonly timing?: Value<'leading' | 'lagging'>;
  /** What the number is watched for. Where nothing is said, it stands for success and needs a target. */
  readonly role?: Value<'success' | 'diagnostic' | 'guardrail'>;
  /** Other numbers that must not suffer while this one is pushed, each with its limit. */
  readonly guardrails: readonly Guardrail[];
  /** From which share of the expected progress this KPI counts as on track or at risk, where it differs from the rest of the project. */
  readonly thresholds?: Thresholds;
  /** How the number is collected, such as a survey or a full count, with the wording of the scale where there is one. */
  readonly method?: Value<string>;
  /** How many people or cases each reading rests on. A percentage of twelve answers moves by itself. */
  readonly sample?: Value<number | string>;
  /** The lowest and the highest value, where the unit is score. */
  readonly scale: readonly Value<number>[];
  /** What others reach, for comparison. A benchmark is no target, but it shows whether the target is bold or timid. */
  readonly benchmark?: Benchmark;
  /** How somebody could make the number better without making anything better. Naming it makes it less likely. */
  readonly misuse?: Value<string>;
  /** Whether the KPI is still measured and read. */
  readonly status?: Value<'active' | 'retired'>;
  /** The day on which to ask whether the KPI is still worth its effort. */
  readonly expires?: Value<string>;
  /** Anything about this KPI that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The KPI that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Guardrail extends Rec {
  /** The KPI that is watched. */
  readonly kpi: Refs;
  /** The value below which it must not fall. */
  readonly min?: Value<number>;
  /** The value above which it must not rise. */
  readonly max?: Value<number>;
}

export interface Thresholds extends Rec {
  /** The share of the expected progress from which it is on track: 0.9 means nine tenths. */
  readonly on_track?: Value<number>;
  /** The share of the expected progress from which it is at risk and no longer off track. */
  readonly at_risk?: Value<number>;
}

export interface Benchmark extends Rec {
  /** The number of the others, in the unit of the KPI. */
  readonly value?: Value<number>;
  /** Who says so, and when. */
  readonly source?: Value<string>;
  /** The entry that holds the finding in full. */
  readonly evidence: Refs;
}

export interface StrategyItem extends Item<'strategy'> {
  /** The short name by which tactics refer to this strategy. */
  readonly id?: Value<string>;
  /** The choice in a few words. A medium alone, or a number alone, is no strategy: say whom you will move and in which way. */
  readonly title?: Value<string>;
  /** One or two sentences on what you will do differently from others and from before. A reader should see what you will now stop doing. */
  readonly approach?: Value<string>;
  /** The goal that the strategy pursues, here or in a plan above. Its tactics may serve these goals and those that support them. */
  readonly goal: Refs;
  /** The wider strategy, usually of the plan above, that this one carries out. It also pursues the goals of that strategy. */
  readonly part_of: Refs;
  /** The force in the situation that the strategy answers. A strategy that answers nothing in the diagnosis is a habit. */
  readonly addresses: Refs;
  /** What you decide not to do because of this choice. If nobody could wish for the opposite, no choice was made. */
  readonly trade_offs: readonly Value<string>[];
  /** The role that keeps the strategy and settles what fits it. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** How far the approval of this strategy has come. Where nothing is said, it has the status of its document. */
  readonly status?: Value<'draft' | 'in-review' | 'approved' | 'retired'>;
  /** Anything about this strategy that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The strategy that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Audience extends Item<'audience'> {
  /** The short name by which tactics, channels, messages and KPIs refer to this audience. */
  readonly id?: Value<string>;
  /** Who they are, in words by which you could recognise one of them. */
  readonly title?: Value<string>;
  /** How many people belong to it, roughly. A group that cannot be counted cannot be reached on purpose. */
  readonly size?: Value<number>;
  /** Whether the plan must reach them. Where nothing is said, they count as primary. */
  readonly priority?: Value<'primary' | 'secondary'>;
  /** What they need from us, in their own words. */
  readonly needs: readonly Value<string>[];
  /** Whether they are new to us, with us, or gone. */
  readonly lifecycle?: Value<'new' | 'existing' | 'lapsed'>;
  /** The larger audience that this one belongs to. Reaching the part counts for the whole. */
  readonly part_of: Refs;
  /** Why they would do what the plan hopes for. */
  readonly motivations: readonly Value<string>[];
  /** What they do today that matters for the plan. */
  readonly behaviours: readonly Value<string>[];
  /** Where, when and how they use media. */
  readonly media_habits: readonly Value<string>[];
  /** Age, place, household or role, as far as it matters for the plan. */
  readonly demographics?: Value<string>;
  /** Where this description and its numbers come from. */
  readonly source?: Value<string>;
  /** The role that knows this audience best and keeps its description true. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this audience that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The audience that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Message extends Item<'message'> {
  /** The short name by which tactics refer to this message. */
  readonly id?: Value<string>;
  /** A working name for the message, where its text is long. */
  readonly title?: Value<string>;
  /** The message itself, in the words that the audience will hear. */
  readonly text?: Value<string>;
  /** For whom the message is meant. A message for all is usually heard by nobody. */
  readonly audience: Refs;
  /** The evidence that makes the message true. */
  readonly proof: Refs;
  /** The role that settles the wording. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this message that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The message that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Channel extends Item<'channel'> {
  /** The short name by which tactics refer to this channel. */
  readonly id?: Value<string>;
  /** The name of the channel, with its use where the platform has several. */
  readonly title?: Value<string>;
  /** What sort of channel it is. Types of your own are possible; add their names to the words of the project. */
  readonly type?: Value<string>;
  /** The product or the house that runs the channel, where it is not ours. */
  readonly platform?: Value<string>;
  /** The one thing that the channel is for in this plan. A role in customer service calls for a process. */
  readonly role?: Value<
    | 'inspiration'
    | 'how-to'
    | 'information'
    | 'promotion'
    | 'sharing'
    | 'community'
    | 'customer-service'
    | 'listening'
    | 'recruitment'
    | 'reputation'
  >;
  /** The stages of the journey at which people meet the channel. */
  readonly stages: readonly Value<
    | 'awareness'
    | 'consideration'
    | 'purchase'
    | 'onboarding'
    | 'retention'
    | 'advocacy'
    | 'understanding'
    | 'intention'
    | 'action'
    | 'habit'
  >[];
  /** Who is really there and can be reached, as opposed to who has an account. */
  readonly audience: Refs;
  /** Whether the channel is paid for, earned, shared or owned. */
  readonly media?: Value<'paid' | 'earned' | 'shared' | 'owned'>;
  /** The role that decides what appears there and reads what comes back. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** What the channel is used for now, before the plan. Leave it out where the channel is new; a difference to the role shows what must change. */
  readonly role_today?: Value<
    | 'inspiration'
    | 'how-to'
    | 'information'
    | 'promotion'
    | 'sharing'
    | 'community'
    | 'customer-service'
    | 'listening'
    | 'recruitment'
    | 'reputation'
  >;
  /** The rules for what is published there. A channel that publishes should have one before the first post. */
  readonly guideline: Refs;
  /** How questions, faults and other events on the channel are dealt with. */
  readonly process: Refs;
  /** The names or addresses of our accounts there. */
  readonly accounts: readonly Value<string>[];
  /** Anything about this channel that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The channel that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Tactic extends Item<'tactic'> {
  /** The short name by which peaks, risks and other tactics refer to this tactic. */
  readonly id?: Value<string>;
  /** What will be done, so that a colleague can picture it. */
  readonly title?: Value<string>;
  /** The strategy that the tactic carries out. It must pursue the goal that the tactic names. */
  readonly strategy: Refs;
  /** The goal that the tactic serves. Without one nobody can say why it is done, and it is the first to go when money is short. */
  readonly goal: Refs;
  /** The number that the tactic moves. It must be the KPI of an objective of the goal, or drive one, so that success here is progress there. */
  readonly kpi: Refs;
  /** Where it happens. The channel is a tool of the tactic; it is chosen after the goal, not before. */
  readonly channel: Refs;
  /** Whom the tactic is made for. */
  readonly audience: Refs;
  /** The role that answers for the tactic, and that you would ask first. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** How far the work has come. Whether it has an effect is computed from readings and is never written here. */
  readonly status?: Value<'proposed' | 'planned' | 'active' | 'paused' | 'done' | 'dropped'>;
  /** The first day of the work. */
  readonly start?: Value<string>;
  /** The last day of the work. Leave it out where the tactic goes on until somebody stops it. */
  readonly end?: Value<string>;
  /** How far people have come when the tactic meets them. One of its channels should be made for this stage. */
  readonly stage?: Value<
    | 'awareness'
    | 'consideration'
    | 'purchase'
    | 'onboarding'
    | 'retention'
    | 'advocacy'
    | 'understanding'
    | 'intention'
    | 'action'
    | 'habit'
  >;
  /** What the tactic says. */
  readonly message: Refs;
  /** The tactic's own numbers, for what it must reach by itself. Here a count of the work done is in its place, which on a goal it is not. */
  readonly objectives: readonly Objective[];
  /** What the tactic costs in money: planned, promised and spent so far. */
  readonly budget?: TacticBudget;
  /** What the tactic costs in working time. Work without a budget is not free. */
  readonly effort?: Effort;
  /** Who carries the tactic, who works on it, who is asked and who is told. */
  readonly raci?: Raci;
  /** The place of the tactic among the others, and how it was found. */
  readonly priority?: PriorityScore;
  /** What makes you think that it will work. Where money is spent and nothing is known, make the tactic an experiment. */
  readonly evidence: Refs;
  /** What you expect to happen and why, in a form that can turn out wrong. */
  readonly hypothesis?: Value<string>;
  /** When you will stop or change course: a number and a date, fixed before the start. */
  readonly exit?: Value<string>;
  /** Whether the tactic is known to work or is meant to find out. */
  readonly type?: Value<'standard' | 'experiment'>;
  /** The rules to follow while doing it. */
  readonly guideline: Refs;
  /** Tactics that must be finished before this one can start. */
  readonly depends_on: Refs;
  /** The single pieces of work, each with a date and somebody who does it. */
  readonly activities: readonly Activity[];
  /** Anything about this tactic that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The tactic that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface TacticBudget extends Rec {
  /** What it should cost. */
  readonly planned?: Value<number>;
  /** What has been ordered or promised and can no longer be saved. */
  readonly committed?: Value<number>;
  /** What has been spent so far, less what came back. */
  readonly actual?: Value<number>;
  /** The currency of these sums, as a code of three letters. */
  readonly unit?: Value<string>;
}

export interface Effort extends Rec {
  /** How much working time, of everybody together. */
  readonly value?: Value<number>;
  /** Whether it is counted in hours, days or weeks of work. */
  readonly unit?: Value<'hour' | 'day' | 'week'>;
}

export interface Raci extends Rec {
  /** The one role that answers for the result and may say no. */
  readonly accountable: Refs;
  /** The roles that do the work. */
  readonly responsible: Refs;
  /** The roles that are asked before something is decided. */
  readonly consulted: Refs;
  /** The roles that are told afterwards. */
  readonly informed: Refs;
}

export interface PriorityScore extends Rec {
  /** Its place: 1 comes first. If everything is first, nothing is. */
  readonly rank?: Value<number>;
  /** How the rank was found. */
  readonly method?: Value<string>;
  /** How much it would move the KPI if it works, on the scale of the method. */
  readonly impact?: Value<number>;
  /** How sure you are that it works, on the scale of the method. */
  readonly confidence?: Value<number>;
  /** How easy it is to do, on the scale of the method. */
  readonly ease?: Value<number>;
}

export interface Activity extends Item<'activity'> {
  /** The short name of the activity, needed only where something refers to it. */
  readonly id?: Value<string>;
  /** What is to be done. */
  readonly title?: Value<string>;
  /** The day on which it should be done, not later than the end of the tactic. */
  readonly due?: Value<string>;
  /** The role that does it, or sees that it is done. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** How far the work has come. */
  readonly status?: Value<'planned' | 'active' | 'done' | 'dropped'>;
  /** Anything about this activity that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The activity that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface DocumentBudget extends Rec {
  /** The sum that all tactics together may plan. */
  readonly total?: Value<number>;
  /** The currency of the sum, as a code of three letters. */
  readonly unit?: Value<string>;
}

export interface Guideline extends Item<'guideline'> {
  /** The short name by which channels and tactics refer to this guideline. */
  readonly id?: Value<string>;
  /** What the guideline is about. */
  readonly title?: Value<string>;
  /** The role, or roles, that may publish. */
  readonly who: Refs;
  /** What is published, and where the limits are. */
  readonly what?: Value<string>;
  /** How often and at which times. */
  readonly when?: Value<string>;
  /** Voice, form and care for everybody, such as captions and descriptions of pictures. */
  readonly how?: Value<string>;
  /** The audience that it is written for. */
  readonly to_whom: Refs;
  /** The goal or the objective that publishing in this way serves. */
  readonly why: Refs;
  /** The hashtags to use, each with the research that shows who reads it. An unresearched tag often gathers the wrong crowd. */
  readonly tags: readonly Tag[];
  /** The subjects to return to. */
  readonly topics: readonly Value<string>[];
  /** The role that keeps the guideline up to date. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this guideline that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The guideline that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Tag extends Rec {
  /** The hashtag, without the sign in front. */
  readonly tag?: Value<string>;
  /** What shows that our audience reads it. */
  readonly evidence: Refs;
}

export interface Process extends Item<'process'> {
  /** The short name by which channels refer to this process. */
  readonly id?: Value<string>;
  /** What the process settles. */
  readonly title?: Value<string>;
  /** What the process is for. The type decides which of the following keys it needs. */
  readonly type?: Value<'customer-service' | 'listening' | 'escalation' | 'publishing' | 'consent'>;
  /** The role that runs the process. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** How long people wait for the first answer, at most. */
  readonly first_response?: Value<string>;
  /** When somebody is there. */
  readonly hours?: Value<string>;
  /** How much the team can deal with. Beyond it, the promise on time no longer holds. */
  readonly capacity?: Value<string | number>;
  /** The role that takes over what the team cannot settle. */
  readonly escalate_to: Refs;
  /** How long it takes until a case is settled, at most. */
  readonly resolution?: Value<string>;
  /** The system in which the work is done. */
  readonly tool?: Value<string>;
  /** Other ways of contact that end up in the same place, so that nobody has to tell a story twice. */
  readonly joins: readonly Value<string>[];
  /** Anything about this process that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The process that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Evidence extends Item<'evidence'> {
  /** The short name by which other items refer to this evidence. */
  readonly id?: Value<string>;
  /** What was examined. */
  readonly title?: Value<string>;
  /** Where the finding comes from. The list runs from the strongest to the weakest. */
  readonly type?: Value<
    | 'own-data'
    | 'own-experiment'
    | 'own-research'
    | 'independent-research'
    | 'desk-research'
    | 'case-study'
    | 'vendor'
    | 'opinion'
  >;
  /** What was found, with its numbers, in one or two sentences. Keep what it means for the plan out of it. */
  readonly finding?: Value<string>;
  /** The system, the study or the publisher that it comes from. */
  readonly source?: Value<string>;
  /** When it was gathered, as a date or a period. Old evidence is asked for again. */
  readonly collected?: Value<string | number>;
  /** How many people or cases it rests on. */
  readonly sample?: Value<number | string>;
  /** Where to read it: an address on the web, or a file beside the plan. */
  readonly url?: Value<string>;
  /** Where, among whom and in which circumstances it was found, so that others can judge whether it holds for them. */
  readonly context?: Value<string>;
  /** Whether the finding comes from people who gain nothing by it. Say no, with false, where a seller paid for it. */
  readonly independent?: Value<boolean>;
  /** The role that can explain the finding and knows where the data is. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this evidence that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The evidence that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Risk extends Item<'risk'> {
  /** The short name of the risk, needed only where something refers to it. */
  readonly id?: Value<string>;
  /** What could happen, as an event. */
  readonly title?: Value<string>;
  /** How likely it is. */
  readonly likelihood?: Value<'low' | 'medium' | 'high'>;
  /** How badly it would hurt. */
  readonly impact?: Value<'low' | 'medium' | 'high'>;
  /** What would suffer: a goal, a tactic, a KPI, any item or a whole document. */
  readonly affects: Refs;
  /** What is done so that it becomes less likely or less bad. */
  readonly mitigation?: Value<string>;
  /** The role that watches the risk and acts in time. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** What has been done about it so far. */
  readonly status?: Value<'open' | 'mitigated' | 'accepted' | 'closed'>;
  /** Anything about this risk that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The risk that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Assumption extends Item<'assumption'> {
  /** The short name of the assumption, needed only where something refers to it. */
  readonly id?: Value<string>;
  /** A short name, where the text is long. */
  readonly title?: Value<string>;
  /** What is assumed, as a sentence that is either true or false. */
  readonly text?: Value<string>;
  /** What rests on it: KPIs, tactics, goals, any item or a whole document. */
  readonly links: Refs;
  /** What is known about it by now. */
  readonly status?: Value<'untested' | 'supported' | 'refuted'>;
  /** What speaks for it, or against it. */
  readonly evidence: Refs;
  /** The role that will find out. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this assumption that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The assumption that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Decision extends Item<'decision'> {
  /** The short name of the decision, by which a later one can supersede it. */
  readonly id?: Value<string>;
  /** What was decided. */
  readonly title?: Value<string>;
  /** The day of the decision. */
  readonly date?: Value<string>;
  /** The reason, as it would convince somebody who was not there. */
  readonly why?: Value<string>;
  /** What else was considered. */
  readonly alternatives: readonly Value<string>[];
  /** What the decision rests on. */
  readonly evidence: Refs;
  /** The earlier decision, or decisions, that this one replaces. */
  readonly supersedes: Refs;
  /** The role that decided. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this decision that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The decision that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Peak extends Item<'peak'> {
  /** The short name of the peak, needed only where something refers to it. */
  readonly id?: Value<string>;
  /** What happens then. */
  readonly title?: Value<string>;
  /** When it is, usually from one day to another. */
  readonly period?: Value<string | number>;
  /** The tactics that use the peak; at least one should run during it. */
  readonly tactic: Refs;
  /** The role that answers for this peak. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this peak that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The peak that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export interface Waiver extends Item<'waiver'> {
  /** The short name of the waiver, needed only where something refers to it. */
  readonly id?: Value<string>;
  /** A short name, where several waivers are listed. */
  readonly title?: Value<string>;
  /** The id of the rule whose finding is accepted, as it stands behind the message. */
  readonly rule?: Value<string>;
  /** The item, or the document, for which it is accepted, with everything inside it. Where nothing is said, it is this document. */
  readonly target: Refs;
  /** Why this is acceptable here, as it would convince a reader next year. */
  readonly reason?: Value<string>;
  /** The role that agreed to it. */
  readonly approved_by: Refs;
  /** The last day on which the waiver holds. After it the finding is shown again. */
  readonly until?: Value<string>;
  /** The role that answers for this waiver. Name a role rather than a person, and exactly one: what two own, nobody owns. */
  readonly owner: Refs;
  /** Anything about this waiver that its title does not say: background, limits, where to find more. */
  readonly description?: Value<string>;
  /** The waiver that has taken the place of this one. This one stays for the record; links to it should move on. */
  readonly superseded_by: Refs;
}

export type Measures = Rec;

export interface Reading extends Item<'reading'> {
  /** The KPI that was read, as document/id. The id alone is enough where only one document of the project defines it. */
  readonly kpi: Refs;
  /** The time that the value stands for. Progress is judged at its last day. */
  readonly period?: Value<string | number>;
  /** What was read, in the unit of the KPI and without a sign: 18 for 18 percent. Words, where the unit is text. */
  readonly value?: Value<number | string>;
  /** The people whom the value is about. A value about other people than the KPI does not count for its goal until a note explains it. */
  readonly audience: Refs;
  /** How many people or cases the value rests on. */
  readonly sample?: Value<number | string>;
  /** Where the value was read. */
  readonly source?: Value<string>;
  /** What a reader must know to understand the value, such as a fault in counting or something unusual in the period. */
  readonly note?: Value<string>;
}

export interface CheckIn extends Item<'check-in'> {
  /** The day on which it was said. */
  readonly date?: Value<string>;
  /** What it is about: an objective, a goal, a tactic, any item or a whole document, as document/id. */
  readonly target: Refs;
  /** How it stands in the judgement of those who know. It is shown in front of the computed health and needs a note where the two differ. */
  readonly health?: Value<'on-track' | 'at-risk' | 'off-track'>;
  /** What the numbers mean and what was learned. This is the sentence that will be read in a year. */
  readonly note?: Value<string>;
  /** What will be done differently from now on. A check-in without a decision is fine where nothing needs to change. */
  readonly decision?: Value<string>;
  /** How sure you are that the target will be reached, from 0, certainly not, to 1, certainly. */
  readonly confidence?: Value<number>;
  /** The role that says so. */
  readonly author: Refs;
}

export interface Config extends Rec {
  /** How strict all rules are to begin with. The rules below change single ones. */
  readonly preset?: Value<'starter' | 'standard' | 'strict'>;
  /** The method whose words are shown for goals, objectives, strategies and tactics. Only labels and messages change; the keys in the files stay the same. */
  readonly vocabulary?: Value<'bmm' | 'ogsm' | 'okr' | 'bsc' | 'oasis'>;
  /** The roles that may own and do things, each with its id and its title. Once there is a list, a role that is not on it is reported. */
  readonly roles: readonly FreeEntry<string>[];
  /** Single rules that are to be stricter or milder here than in the preset, each with its severity. */
  readonly rules: readonly FreeEntry<'error' | 'warning' | 'info' | 'off'>[];
  /** Rules that are switched off for some files only, such as drafts. */
  readonly files: readonly FileException[];
  /** How much is too much. A narrow plan gets done. */
  readonly limits?: Limits;
  /** From which share of the expected progress an objective is on track or at risk, unless its KPI says otherwise. */
  readonly thresholds?: Thresholds;
  /** Words of your own for the rules that look at wording, in addition to the lists that come with the product. */
  readonly words?: Words;
  /** The month in which the fiscal year begins, from 1 to 12. FY2026 is the fiscal year that ends in 2026. */
  readonly fiscal_year_start?: Value<number>;
}

export interface FileException extends Rec {
  /** The files, as a path from the folder of the project: * stands for anything in a name, ** for any folders. */
  readonly match?: Value<string>;
  /** The rules that are switched off in these files, by id, or a whole group as group/*. */
  readonly off: readonly Value<string>[];
}

export interface Limits extends Rec {
  /** The most goals that one document should have. */
  readonly goals?: Value<number>;
  /** The most strategies that one document should have. */
  readonly strategies?: Value<number>;
  /** The most channels that one document should have. Each one wants to be fed. */
  readonly channels?: Value<number>;
  /** The most tactics in use that one strategy should have. */
  readonly tactics_per_strategy?: Value<number>;
  /** The most words that an intent should have, so that it can be remembered. */
  readonly intent_words?: Value<number>;
  /** The planned money up to which a tactic needs no evidence, in the unit of its budget. */
  readonly evidence_budget?: Value<number>;
  /** How many months before the start of the plan evidence may have been collected. */
  readonly evidence_months?: Value<number>;
  /** The largest change per year that is believed without evidence, as a share of the baseline: 1.0 means doubling. */
  readonly jump?: Value<number>;
}

export interface Words extends Rec {
  /** Names of numbers that look good and prove nothing. */
  readonly vanity: readonly Value<string>[];
  /** Words that promise much and say little. */
  readonly hype: readonly Value<string>[];
  /** Words after which somebody should ask how much, or by when. */
  readonly vague: readonly Value<string>[];
  /** Verbs that name something to do, and with which a goal should not begin. */
  readonly activity: readonly Value<string>[];
  /** Names of audiences that leave nobody out and so say nothing. */
  readonly everyone: readonly Value<string>[];
  /** Names of media that are no strategy on their own. */
  readonly media: readonly Value<string>[];
  /** Channels of your own, which then count as media and are offered when a plan is written. */
  readonly channels: readonly ChannelName[];
}

export interface ChannelName extends Rec {
  /** The channel as people call it. */
  readonly name?: Value<string>;
  /** The type of channel that it is, one of the usual ones or a new one. */
  readonly type?: Value<string>;
}
