import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Goal, Kpi } from '../../model/language.ts';
import type { Strategy } from '../../model/strategy.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { quoted } from '../../syntax/write.ts';
import { tellsSuccess } from '../agreement.ts';
import { a, capital, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, most, nearby, newItem, newObjective, objectivesFor } from '../suggest.ts';

export const goalWithoutObjective: Rule = {
  id: 'trace/goal-without-objective',
  finds: 'a goal without a number, a target and a date',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    goal(goal, strategy, project) {
      if (!lacks(goal, 'objectives') || !project.inUse(goal)) return undefined;
      const noun = nounsOf(project);
      const start = `${capital(noun('goal'))} '${nameOf(goal)}' has no number.`;
      return {
        at: placeOf(goal),
        about: [goal],
        message: `${start} Add ${a(noun('objective'))}: which ${noun('kpi')}, from what, to what, by when?`,
        fixes: () => fixes(goal, strategy, project),
      };
    },
  },
};

function fixes(goal: Goal, strategy: Strategy, project: Project): readonly Fix[] {
  const kpis = candidates(goal, strategy, project);
  return kpis.length > 0 ? objectivesFor(goal, kpis, project) : newKpi(goal, strategy, project);
}

/** First the KPIs of the tactics that serve it, then the others that nothing quantifies yet, then the rest. */
function candidates(goal: Goal, strategy: Strategy, project: Project): readonly Kpi[] {
  const { all, targets, inUse, objectivesOf } = project;
  const serving = all('tactic').filter((it) => inUse(it) && targets('goal', it.goal).includes(goal));
  const near = nearby('kpi', strategy, project);
  const open = near.filter((it) => objectivesOf(it).length === 0);
  return unique([...serving.flatMap(project.kpisOf), ...open, ...near])
    .filter((it) => inUse(it) && tellsSuccess(it))
    .slice(0, most);
}

function newKpi(goal: Goal, strategy: Strategy, project: Project): readonly Fix[] {
  const from = goal.id?.value;
  if (from === undefined) return [];
  const id = freeId(`kpi-of-${from}`, strategy);
  const title = quoted(`How to tell that “${nameOf(goal)}”`);
  return fix(
    `Add ${a(nounsOf(project)('objective'))} with a new ${nounsOf(project)('kpi')}`,
    newObjective(goal, id),
    newItem(
      'kpi',
      [
        ['id', id],
        ['title', title],
      ],
      strategy,
    ),
  );
}
