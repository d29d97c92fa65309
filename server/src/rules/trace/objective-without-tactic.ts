import { isA, nameOf, placeOf } from '../../model/item.ts';
import type { Goal, Kpi, Objective, StrategyItem, Tactic } from '../../model/language.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { comingTo, isNamedBy, known, naming } from '../agreement.ts';
import { capital, nounsOf } from '../kinds.ts';
import type { Fix, RootCause, Rule } from '../rule.ts';
import { link } from '../suggest.ts';

export const objectiveWithoutTactic: Rule = {
  id: 'trace/objective-without-tactic',
  finds: 'an objective of a goal that no tactic moves',
  severity: { starter: 'off', standard: 'warning', strict: 'error' },
  absence: true,
  check: {
    goal(goal, _, project) {
      if (goal.objectives.length === 0 || !project.inUse(goal)) return undefined;
      const open = goal.objectives.filter((it) => isOpen(it, project));
      const still = open.flatMap((objective) =>
        project.targets('kpi', objective.kpi).flatMap((kpi) => (project.ask(isMoved, kpi) ? [] : [{ objective, kpi }])),
      );
      if (still.length === 0) return undefined;
      const serving = servants(goal, project);
      if (onlyDrafts(serving.strategies, project) || serving.tactics.some((it) => !certain(it, project)))
        return undefined;
      return still.map(({ objective, kpi }) => ({
        at: placeOf(objective),
        about: [objective],
        message: message(kpi, goal, project),
        hiddenBy: () => causes(goal, serving),
        fixes: () => fixes(kpi, serving.tactics, project),
      }));
    },
  },
};

/** Whether a tactic in use names the KPI, or one that drives it. */
function isMoved(kpi: Kpi, project: Project): boolean {
  return isNamedBy(kpi, { kind: 'tactic', key: 'kpi', through: 'drives' }, project);
}

function isOpen(objective: Objective, { inUse, today }: Project): boolean {
  return inUse(objective) && (objective.by?.value ?? today) >= today;
}

interface Servants {
  /** Those that name the goal, or one that supports it. */
  readonly tactics: readonly Tactic[];
  readonly strategies: readonly StrategyItem[];
}

function servants(goal: Goal, project: Project): Servants {
  const goals = [...comingTo(goal, 'supports', project)];
  const items = goals.flatMap((it) => naming(it, 'goal', project));
  const strategies = items.filter((it) => isA('strategy', it)).flatMap((it) => [...comingTo(it, 'part_of', project)]);
  return {
    tactics: unique(items.filter((it) => isA('tactic', it))).filter(project.inUse),
    strategies: unique(strategies.filter((it) => isA('strategy', it))).filter(project.inUse),
  };
}

function onlyDrafts(strategies: readonly StrategyItem[], { effectiveStatus }: Project): boolean {
  return strategies.length > 0 && strategies.every((it) => ['draft', 'in-review'].includes(effectiveStatus(it) ?? ''));
}

/** Whether all is known that the tactic moves. */
function certain(tactic: Tactic, project: Project): boolean {
  const named = [tactic, ...tactic.objectives].every((it) => known(it, ['kpi'], project));
  return (
    named &&
    project
      .kpisOf(tactic)
      .flatMap(project.drives)
      .every((it) => known(it, ['drives'], project))
  );
}

function causes(goal: Goal, { tactics, strategies }: Servants): readonly RootCause[] {
  return [
    { rule: 'trace/goal-without-strategy', about: [goal] },
    { rule: 'trace/strategy-without-tactic', about: strategies },
    ...tactics.flatMap((it) => [
      { rule: 'trace/path-mismatch', about: [it] },
      { rule: 'trace/tactic-without-kpi', about: [it] },
    ]),
  ];
}

function message(kpi: Kpi, goal: Goal, project: Project): string {
  const noun = nounsOf(project);
  const what = `No ${noun('tactic')} moves '${nameOf(kpi)}', the number of ${noun('goal')} '${nameOf(goal)}'`;
  return `${what}. ${capital(noun('tactic'))}s reach it through their ${noun('kpi')}: say what that drives, or add one that does.`;
}

function fixes(kpi: Kpi, tactics: readonly Tactic[], project: Project): readonly Fix[] {
  const drivers = new Set(
    tactics.flatMap(project.kpisOf).filter((it) => project.inUse(it) && !project.drives(kpi).includes(it)),
  );
  const noun = nounsOf(project)('tactic');
  return [
    ...[...drivers]
      .slice(0, 3)
      .flatMap((it) => link(`Let '${nameOf(it)}' drive '${nameOf(kpi)}'`, it, 'drives', kpi, project)),
    ...tactics.slice(0, 3).flatMap((it) => link(`Let ${noun} '${nameOf(it)}' name it`, it, 'kpi', kpi, project)),
  ];
}
