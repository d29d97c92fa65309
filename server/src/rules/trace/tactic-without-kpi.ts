import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Goal, Kpi, Tactic } from '../../model/language.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { addName, quoted } from '../../syntax/write.ts';
import { known, tellsSuccess } from '../agreement.ts';
import { capital, listed, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, link, most, nearby, newItem, reference } from '../suggest.ts';

export const tacticWithoutKpi: Rule = {
  id: 'trace/tactic-without-kpi',
  finds: 'a tactic whose success no KPI can tell',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    tactic(tactic, strategy, project) {
      if (!project.inUse(tactic)) return undefined;
      const missing = lacks(tactic, 'kpi');
      if (!missing && !onlyAside(tactic, project)) return undefined;
      return {
        at: (missing ? undefined : tactic.kpi[0]?.span) ?? placeOf(tactic),
        about: [tactic],
        message: missing ? messageOfNone(tactic, project) : messageOfAside(tactic, project),
        hiddenBy: () => [
          { rule: 'trace/tactic-without-strategy', about: [tactic] },
          { rule: 'trace/tactic-without-goal', about: [tactic] },
        ],
        fixes: () => fixes(tactic, project),
      };
    },
  },
};

/** Whether all its KPIs are known, and each is there to explain or to guard. */
function onlyAside(tactic: Tactic, project: Project): boolean {
  const kpis = project.kpisOf(tactic);
  const aside = kpis.length > 0 && kpis.every((it) => tellsSuccess(it) === false);
  return aside && [tactic, ...tactic.objectives].every((it) => known(it, ['kpi'], project));
}

function messageOfNone(tactic: Tactic, project: Project): string {
  const noun = nounsOf(project);
  const [goal] = project.targets('goal', tactic.goal);
  const start = `${capital(noun('tactic'))} '${nameOf(tactic)}' names no ${noun('kpi')}, so its effect will not be seen.`;
  return goal
    ? `${start} Choose one that leads to '${nameOf(goal)}'.`
    : `${start} Choose one that leads to its ${noun('goal')}.`;
}

function messageOfAside(tactic: Tactic, project: Project): string {
  const noun = nounsOf(project);
  const kpis = project.kpisOf(tactic);
  const names = listed(kpis.map((it) => `'${nameOf(it)}'`));
  const roles = listed(unique(kpis.map((it) => it.role?.value ?? '')), 'or');
  const start = `${capital(noun('tactic'))} '${nameOf(tactic)}' names only ${names}, which ${kpis.length > 1 ? 'are' : 'is'} ${roles}`;
  return `${start}, so its success will not be seen. Choose a ${noun('kpi')} that can tell it.`;
}

function fixes(tactic: Tactic, project: Project): readonly Fix[] {
  const noun = nounsOf(project)('kpi');
  const chosen = candidates(tactic, project);
  return [
    ...chosen.flatMap((it) => link(`Measure it by ${noun} '${nameOf(it)}'`, tactic, 'kpi', it, project)),
    ...newKpi(tactic, project),
  ];
}

/** First those of its own objectives, then those of its goals' objectives, then those that drive them. */
function candidates(tactic: Tactic, project: Project): readonly Kpi[] {
  const { targets, drives, strategyOf, inUse } = project;
  const here = strategyOf(tactic);
  const own = targets(
    'kpi',
    tactic.objectives.flatMap((it) => it.kpi),
  );
  const wanted = kpisOfGoals(targets('goal', tactic.goal), project);
  const driving = here
    ? nearby('kpi', here, project).filter((it) => drives(it).some((each) => wanted.includes(each)))
    : [];
  const named = new Set(targets('kpi', tactic.kpi));
  return unique([...own, ...wanted, ...driving])
    .filter((it) => inUse(it) && tellsSuccess(it) && !named.has(it))
    .slice(0, most);
}

function kpisOfGoals(goals: readonly Goal[], { targets }: Project): readonly Kpi[] {
  return targets(
    'kpi',
    goals.flatMap((it) => it.objectives).flatMap((it) => it.kpi),
  );
}

/** A KPI that drives what the goal is measured by, so that the way is closed. */
function newKpi(tactic: Tactic, project: Project): readonly Fix[] {
  const document = project.strategyOf(tactic);
  const from = tactic.id?.value;
  if (!document || from === undefined) return [];
  const id = freeId(`effect-of-${from}`, document);
  const [goal] = kpisOfGoals(project.targets('goal', tactic.goal), project);
  const drives = goal ? [['drives', reference(goal, tactic, project)] as const] : [];
  return fix(
    `Begin a new ${nounsOf(project)('kpi')} for it`,
    addName(tactic.node, 'kpi', id),
    newItem('kpi', [['id', id], ['title', quoted(`Effect of “${nameOf(tactic)}”`)], ...drives], document),
  );
}
