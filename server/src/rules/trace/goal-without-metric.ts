import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Goal } from '../../model/language.ts';
import { itemsOf, type Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { addName, quoted } from '../../syntax/write.ts';
import { capital, nounsOf } from '../kinds.ts';
import { fix, type Fix, type RootCause, type Rule } from '../rule.ts';
import { freeId, link, nearby, newItem } from '../suggest.ts';

/** So many choices of each sort. */
const few = 3;

export const goalWithoutMetric: Rule = {
  id: 'trace/goal-without-metric',
  finds: 'a goal that neither hangs on a business metric nor supports another goal',
  severity: { starter: 'warning', standard: 'error', strict: 'error' },
  check: {
    goal(goal, strategy, project) {
      if (!lacks(goal, 'metric') || !lacks(goal, 'supports') || !project.inUse(goal)) return undefined;
      const noun = nounsOf(project);
      const start = `${capital(noun('goal'))} '${nameOf(goal)}' hangs on no business metric and supports no other ${noun('goal')}.`;
      return {
        at: placeOf(goal),
        about: [goal],
        message: `${start} Link the number of the business that it should move.`,
        hiddenBy: () => hiddenBy(strategy, project),
        fixes: () => fixes(goal, strategy, project),
      };
    },
  },
};

/** While a plan sits under nothing, and there is nothing to hang the goal on, the missing parent is the fault. */
function hiddenBy(strategy: Strategy, { chain }: Project): readonly RootCause[] {
  const [, ...above] = chain(strategy);
  const anchored =
    !lacks(strategy.root, 'metrics') || above.some(({ root }) => !lacks(root, 'metrics') || !lacks(root, 'goals'));
  const tops = chain(strategy).filter(({ root }) => lacks(root, 'parent'));
  return anchored ? [] : tops.map(({ root }) => ({ rule: 'compose/silo', about: [root] }));
}

/** A plan with metrics of its own hangs its goals on these; one below another supports the goals of that one. */
function fixes(goal: Goal, strategy: Strategy, project: Project): readonly Fix[] {
  const chain = project.chain(strategy);
  const noun = nounsOf(project)('goal');
  const metrics = chain
    .flatMap((it) => itemsOf(it, 'metric'))
    .filter(project.inUse)
    .slice(0, few);
  const goals = chain
    .slice(1)
    .flatMap((it) => itemsOf(it, 'goal'))
    .filter(project.inUse)
    .slice(0, few);
  const hang = metrics.flatMap((it) => link(`Hang it on metric '${nameOf(it)}'`, goal, 'metric', it, project));
  const support = goals.flatMap((it) => link(`Let it support ${noun} '${nameOf(it)}'`, goal, 'supports', it, project));
  const choices = lacks(strategy.root, 'metrics') ? [...support, ...hang] : [...hang, ...support];
  return choices.length > 0 ? choices : elsewhere(goal, strategy, project);
}

/** Metrics of plans to which there is no way yet, and a new one. */
function elsewhere(goal: Goal, strategy: Strategy, project: Project): readonly Fix[] {
  const metrics = nearby('metric', strategy, project).slice(0, few);
  const hang = metrics.flatMap((it) => link(`Hang it on metric '${nameOf(it)}'`, goal, 'metric', it, project));
  const from = goal.id?.value;
  if (from === undefined) return hang;
  const id = freeId(`metric-of-${from}`, strategy);
  const title = quoted(`The number of the business behind “${nameOf(goal)}”`);
  return [
    ...hang,
    ...fix(
      'Begin a new metric for it',
      addName(goal.node, 'metric', id),
      newItem(
        'metric',
        [
          ['id', id],
          ['title', title],
        ],
        strategy,
      ),
    ),
  ];
}
