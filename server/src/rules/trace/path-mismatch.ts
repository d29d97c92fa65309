import { lacks, nameOf, placeOf, type Mention } from '../../model/item.ts';
import type { Goal, Kpi, StrategyItem, Tactic } from '../../model/language.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { removeName } from '../../syntax/write.ts';
import { agree, leadsTo, leadsToItsGoals, tellsSuccess } from '../agreement.ts';
import { capital, listed, nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { link, nearby, newObjective, reference, rename, written } from '../suggest.ts';

/** So many choices of each sort; there are several sorts. */
const few = 2;

export const pathMismatch: Rule = {
  id: 'trace/path-mismatch',
  finds: 'a tactic whose strategy, goal and KPI do not agree',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    tactic(tactic, strategy, project) {
      if (!project.inUse(tactic)) return undefined;
      const goal = strangeGoal(tactic, project);
      const kpi = strangeKpi(tactic, project);
      return goal && kpi ? [goal, kpi] : (goal ?? kpi);
    },
  },
};

/** A goal of the tactic, as named there, that a strategy of the tactic does not pursue. */
interface StrangeGoal {
  readonly mention: Mention;
  readonly goal: Goal;
  readonly strategy: StrategyItem;
}

function strangeGoal(tactic: Tactic, project: Project): Finding | undefined {
  const { targets } = project;
  const strange = tactic.goal.flatMap((mention) =>
    targets('goal', [mention]).flatMap((goal) =>
      targets('strategy', tactic.strategy).flatMap((strategy) =>
        agree(strategy, goal, project) === false ? [{ mention, goal, strategy }] : [],
      ),
    ),
  );
  const [first] = strange;
  if (!first) return undefined;
  const noun = nounsOf(project);
  const goals = strange.filter((it) => it.strategy === first.strategy).map(({ goal }) => `'${nameOf(goal)}'`);
  const served = `${capital(noun('tactic'))} '${nameOf(tactic)}' serves ${listed(goals)}`;
  const that = goals.length > 1 ? `those ${noun('goal')}s` : `that ${noun('goal')}`;
  const way = `but its ${noun('strategy')} '${nameOf(first.strategy)}' does not pursue ${that}`;
  return {
    at: first.mention.span,
    about: [tactic],
    message: `${served}, ${way}. Change one of the two, or let the ${noun('strategy')} pursue it.`,
    related: unique(strange.map((it) => it.strategy)).map((it) => ({
      at: placeOf(it),
      message: `This ${noun('strategy')} pursues ${listed(project.pursues(it).map((goal) => `'${nameOf(goal)}'`))}.`,
    })),
    fixes: () => fixesOfGoal(tactic, first, project),
  };
}

function fixesOfGoal(tactic: Tactic, { mention, goal, strategy }: StrangeGoal, project: Project): readonly Fix[] {
  const noun = nounsOf(project);
  const { targets, pursues, inUse, above } = project;
  const pursued = pursues(strategy).filter(inUse);
  const named = targets('goal', tactic.goal);
  const others = pursued.filter((it) => it.id && !named.includes(it)).slice(0, few);
  const supported = pursued.filter((it) => !above(it).includes(goal)).slice(0, few);
  return [
    ...others.flatMap((it) =>
      fix(`Serve ${noun('goal')} '${nameOf(it)}' instead`, rename(mention, reference(it, tactic, project))),
    ),
    ...otherStrategies(tactic, goal, strategy, project),
    ...link(
      `Let ${noun('strategy')} '${nameOf(strategy)}' pursue '${nameOf(goal)}' too`,
      strategy,
      'goal',
      goal,
      project,
    ),
    ...supported.flatMap((it) => link(`Let '${nameOf(goal)}' support '${nameOf(it)}'`, goal, 'supports', it, project)),
  ];
}

function otherStrategies(tactic: Tactic, goal: Goal, strategy: StrategyItem, project: Project): readonly Fix[] {
  const here = project.strategyOf(tactic);
  const mention = tactic.strategy.find((it) => project.targets('strategy', [it]).includes(strategy));
  if (!here || !mention) return [];
  const fitting = nearby('strategy', here, project)
    .filter((it) => agree(it, goal, project))
    .slice(0, few);
  const noun = nounsOf(project)('strategy');
  return fitting.flatMap((it) =>
    fix(`Carry out ${noun} '${nameOf(it)}' instead`, rename(mention, reference(it, tactic, project))),
  );
}

function strangeKpi(tactic: Tactic, project: Project): Finding | undefined {
  const strange = project
    .kpiMentions(tactic)
    .flatMap((mention) =>
      project
        .targets('kpi', [mention])
        .flatMap((kpi) => (leadsToItsGoals(kpi, tactic, project) === false ? [{ mention, kpi }] : [])),
    );
  const [first] = strange;
  if (!first) return undefined;
  const goals = project.targets('goal', tactic.goal);
  const kpis = unique(strange.map((it) => it.kpi));
  const noun = nounsOf(project);
  const names = listed(
    goals.map((it) => `'${nameOf(it)}'`),
    'or',
  );
  const which = `${names}, the ${noun('goal')}${goals.length > 1 ? 's' : ''} of this ${noun('tactic')}`;
  const lead = `${listed(kpis.map((it) => `'${nameOf(it)}'`))} ${kpis.length > 1 ? 'do' : 'does'} not lead to ${which}.`;
  return {
    at: first.mention.span,
    about: [tactic],
    message: `${lead} Choose a ${noun('kpi')} that does, or say what ${kpis.length > 1 ? 'they drive' : 'it drives'}.`,
    related: goals
      .flatMap((it) => it.objectives)
      .map((it) => ({ at: placeOf(it), message: measured(it.kpi, project) })),
    hiddenBy: () => [
      ...goals
        .filter((it) => lacks(it, 'objectives'))
        .map((it) => ({ rule: 'trace/goal-without-objective', about: [it] })),
      ...(kpis.some(tellsSuccess) ? [] : [{ rule: 'trace/tactic-without-kpi', about: [tactic] }]),
    ],
    fixes: () => fixesOfKpi(tactic, first.mention, first.kpi, project),
  };
}

function measured(mentions: readonly Mention[], project: Project): string {
  const names = project.targets('kpi', mentions).map((it) => `'${nameOf(it)}'`);
  return `The ${nounsOf(project)('goal')} is measured by ${listed(names)}.`;
}

function fixesOfKpi(tactic: Tactic, mention: Mention, kpi: Kpi, project: Project): readonly Fix[] {
  const { targets, drives, inUse } = project;
  const noun = nounsOf(project);
  const goals = targets('goal', tactic.goal);
  const wanted = targets(
    'kpi',
    goals.flatMap((it) => it.objectives).flatMap((it) => it.kpi),
  ).filter(inUse);
  const driven = wanted.filter((it) => !drives(it).includes(kpi)).slice(0, few);
  return [
    ...otherKpis(tactic, mention, project),
    ...driven.flatMap((it) => link(`Let '${nameOf(kpi)}' drive '${nameOf(it)}'`, kpi, 'drives', it, project)),
    ...goals
      .slice(0, few)
      .flatMap((it) =>
        fix(
          `Make '${nameOf(kpi)}' an objective of ${noun('goal')} '${nameOf(it)}'`,
          newObjective(it, reference(kpi, it, project)),
        ),
      ),
    ...without(tactic, mention, kpi),
  ];
}

function otherKpis(tactic: Tactic, mention: Mention, project: Project): readonly Fix[] {
  const here = project.strategyOf(tactic);
  if (!here) return [];
  const goals = project.targets('goal', tactic.goal);
  const named = project.kpisOf(tactic);
  const noun = nounsOf(project)('kpi');
  return nearby('kpi', here, project)
    .filter((it) => !named.includes(it) && tellsSuccess(it) && leadsTo(it, goals, project))
    .slice(0, few + 1)
    .flatMap((it) =>
      fix(`Measure it by ${noun} '${nameOf(it)}' instead`, rename(mention, reference(it, mention.from, project))),
    );
}

/** Leaves the KPI out where others remain. */
function without(tactic: Tactic, mention: Mention, kpi: Kpi): readonly Fix[] {
  if (tactic.kpi.length < 2 || !tactic.kpi.includes(mention)) return [];
  const place = written(mention);
  return place ? fix(`Leave '${nameOf(kpi)}' out of this tactic`, removeName(place.map, place.entry, place.node)) : [];
}
