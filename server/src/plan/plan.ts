/** The project as there is to see: plain data, made by pure functions, drawn by `preview`. */

/** 0-based line and UTF-16 character, as LSP counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where a drawn thing comes from: `range` is its name or id, `extent` all of its text. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
  readonly extent: Range;
  /** What only points into the text of another thing, as findings and gaps do: a caret never stands in it. */
  readonly aside?: true;
}

/**
 * One project with one of its documents in front.
 * All of it survives JSON: what is unknown or not written is an absent field or an empty list, never `undefined`.
 * Strings that are shown are the author's words or names; sentences and number formats are the preview's.
 */
export interface Plan {
  /** Key of the document in front. */
  readonly document: string;
  /** Its title. */
  readonly title: string;
  /** The date of judgement, `2026-11-21`. */
  readonly today: string;
  /** All documents of the project, parents before children. The one in front is among them. */
  readonly documents: readonly DocumentHead[];
  readonly labels: Labels;
  readonly page: OnePage;
  readonly map: TraceMap;
  readonly coverage: TraceCoverage;
  /** What is wrong in the whole project, in the order of documents and lines. */
  readonly findings: readonly PlanFinding[];
  /**
   * Every drawn thing by its key (`data-key` in the page), and every item that is drawn as part of nothing else.
   * A document's key is its id; an item's is `document/id`; what is no item of its own adds `#` and a word to
   * the key of what holds it (`social#intent`, `social/clips#objective-1`, `social/clips#no-goal`).
   * Keys are unique: the second item with an id that is taken already gets `#2` behind it, and so on.
   */
  readonly places: Readonly<Record<string, Place>>;
}

/** What a document says of itself. */
export interface DocumentHead {
  /** The document's id; where two documents claim one id, the later has `#2` behind it. */
  readonly key: string;
  readonly title: string;
  readonly kind?: string;
  readonly status?: string;
  /** The title of the role where the configuration has one, else the role's id; so with every `owner`. */
  readonly owner?: string;
  readonly period?: string;
  readonly nextReview?: string;
  /** Its own, or the nearest parent's. */
  readonly organization?: string;
  /** Key of the parent document, where that is in the project. */
  readonly parent?: string;
  /** Something in the text cannot be read at present. */
  readonly broken: boolean;
  /** All that is shown of it is how it was when it could last be read. Absent with `broken`: it never could. */
  readonly kept?: true;
  /** Keys of the findings on the document itself and on nothing smaller. */
  readonly findings: readonly string[];
}

/** The layers of the map, from the business to the media. */
export type Layer = 'metric' | 'goal' | 'strategy' | 'tactic' | 'channel';

/** A word for a kind of item in the vocabulary that the project chose, in lower case where the word allows it. */
export interface Word {
  readonly one: string;
  readonly many: string;
}
export type Labels = Readonly<Record<Layer | 'objective' | 'kpi', Word>>;

/** What the document in front says, short enough for one sheet of paper. */
export interface OnePage {
  /** The vision of the topmost document. */
  readonly vision?: Statement;
  readonly intent?: Statement;
  readonly challenge?: Statement;
  readonly nonGoals: readonly Statement[];
  /** Keys of cards: the goals that the document defines, then those of others that its strategies and tactics name. */
  readonly goals: readonly string[];
  /** Keys of cards: the strategies that the document defines, then those of others that its tactics name. */
  readonly strategies: readonly string[];
  /** Keys of cards: the first five of the document's tactics in use, by priority rank, then as written. */
  readonly tactics: readonly string[];
  /** How many more tactics in use the document has. */
  readonly moreTactics: number;
}

/** A sentence of the author's. */
export interface Statement {
  readonly key: string;
  readonly text: string;
  /** Key of the document that says it, where that is not the one in front. */
  readonly from?: string;
  /** Keys of the findings on it. */
  readonly findings: readonly string[];
}

/** From business metrics to channels, over all documents of the project. */
export interface TraceMap {
  /** Keys of the documents, parents before children; each is a lane. */
  readonly lanes: readonly string[];
  /** Every item of the five layers, by lanes, layers and lines; those no longer in use too, marked so. */
  readonly cards: readonly Card[];
  /** What should stand beside a card and does not. */
  readonly gaps: readonly Gap[];
  /** Every reference between two cards. */
  readonly edges: readonly Edge[];
}

/** `ok` traced, `hole` a trace finding bites, `justified` all of those are waived or ignored with a reason. */
export type TraceState = 'ok' | 'hole' | 'justified';

export type Card = MetricCard | GoalCard | StrategyCard | TacticCard | ChannelCard;

/** One item of the plan. */
interface AnyCard {
  readonly key: string;
  readonly id: string;
  /** Its name: the title, else the text, else the id with spaces for hyphens. Never empty. */
  readonly title: string;
  /** Key of the document that defines it. */
  readonly document: string;
  readonly owner?: string;
  /** Absent where no trace rule looks: channels, what is no longer in use, what stands in text that cannot be read. */
  readonly state?: TraceState;
  /** Why a justified hole is right, in the author's words. */
  readonly reason?: string;
  /** Further facts, a line each: a metric's category and unit, a channel's role. */
  readonly lines: readonly string[];
  /** Keys of the findings that make it a hole, wherever they stand, then of the others on it and on what is nested in it. */
  readonly findings: readonly string[];
  /** Not approved yet, by its own status or its document's. */
  readonly draft?: true;
  /** Dropped, retired or superseded. */
  readonly dropped?: true;
}

interface MetricCard extends AnyCard {
  readonly kind: 'metric';
}

export interface GoalCard extends AnyCard {
  readonly kind: 'goal';
  readonly objectives: readonly ObjectiveLine[];
}

export interface StrategyCard extends AnyCard {
  readonly kind: 'strategy';
  readonly approach?: string;
  readonly tradeOffs: readonly string[];
}

export interface TacticCard extends AnyCard {
  readonly kind: 'tactic';
  /** Those that it names and those of its own objectives. Empty: it has none, which is a gap inside the card. */
  readonly kpis: readonly Mention[];
  /** Its own, nested in it. */
  readonly objectives: readonly ObjectiveLine[];
  readonly rank?: number;
  readonly start?: string;
  readonly end?: string;
  readonly planned?: Amount;
}

interface ChannelCard extends AnyCard {
  readonly kind: 'channel';
}

/** A mention of an item: with the item's key and name where it is found, with the bare word as written where not. */
export interface Mention {
  readonly name: string;
  readonly key?: string;
  /** What it names may stand in text that cannot be read at present, so it is not called unknown. */
  readonly unclear?: true;
}

/** `unit` is empty where neither the item nor its document says any. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** A KPI with its way from a baseline to a target by a date, so far as it is written. */
export interface ObjectiveLine {
  readonly key: string;
  readonly kpi?: Mention;
  readonly from?: number | string;
  /** A number, a text where the KPI's unit is text, or the limits to stay within. */
  readonly to?: number | string | { readonly min?: number; readonly max?: number };
  readonly unit?: string;
  readonly by?: string;
  readonly health: Health;
  /** The last reading that counts, where there is one. With `no-data` it is one that no path judges. */
  readonly reading?: { readonly value: number | string; readonly period: string };
  readonly state?: TraceState;
  readonly reason?: string;
  readonly findings: readonly string[];
}

export type Health = 'on-track' | 'at-risk' | 'off-track' | 'no-data' | 'stale';

/** An empty place beside a card: nothing is named there (`hole`, `justified`), or something that nobody knows. */
export interface Gap {
  readonly key: string;
  /** Key of the card that lacks it. */
  readonly of: string;
  /** The layer in which the missing neighbour would stand. */
  readonly kind: Layer;
  readonly state: 'hole' | 'justified' | 'unknown';
  /** The unknown id as it is written. */
  readonly name?: string;
  /** There is an item of that name, of this other kind. */
  readonly is?: string;
}

/** The keys that refer from one card to another. */
export type Relation = 'metric' | 'supports' | 'goal' | 'part_of' | 'strategy' | 'channel';

/**
 * A reference between two cards. `above` is nearer to the business than `below`;
 * which of them names the other follows from `relation`, which is the key that holds the reference.
 */
export interface Edge {
  readonly above: string;
  readonly below: string;
  readonly relation: Relation;
  /** `hole`: the reference is there and does not agree with the others (`trace/path-mismatch`). */
  readonly state: TraceState;
}

/** How much traces, over the tactics in use of the whole project. Counts, never grades. */
export interface TraceCoverage {
  readonly tactics: { readonly traced: number; readonly holes: number; readonly justified: number };
  /** The planned money, one entry for each unit. */
  readonly money: readonly MoneyCoverage[];
}

export interface MoneyCoverage {
  readonly unit: string;
  readonly traced: number;
  readonly holes: number;
  readonly justified: number;
  /** The budgets of the documents, where any is stated; of a document that states none, what it plans. */
  readonly total?: number;
  /** What of `total` is planned for no tactic. */
  readonly unallocated?: number;
}

export type Severity = 'error' | 'warning' | 'info';

export interface PlanFinding {
  /** A key of its own, so that a click leads to the very word: `social/clips#finding-3`. */
  readonly key: string;
  /** Key of the smallest thing with a place that it bites: an item, a statement, an objective, the document. Absent: it stands in readings or in the configuration. */
  readonly on?: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A tactic that does not trace, and why. */
export interface TacticHole {
  readonly title: string;
  readonly message: string;
  readonly place: Place;
}
