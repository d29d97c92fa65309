import { nameOf, placeOf } from '../../model/item.ts';
import type { Metric } from '../../model/language.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Gathering } from '../../project/gather.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../schema/nearest.ts';
import { quoted } from '../../syntax/write.ts';
import { naming } from '../agreement.ts';
import { a, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, link, most, nearby, newItem } from '../suggest.ts';

export const metricWithoutGoal: Rule = {
  id: 'trace/metric-without-goal',
  finds: 'a business metric that no goal should move',
  severity: { starter: 'off', standard: 'info', strict: 'warning' },
  absence: true,
  check: {
    metric(metric, strategy, project) {
      if (!project.inUse(metric) || project.ask(isNamed, metric) || mayBeMeant(metric, project)) return undefined;
      const noun = nounsOf(project)('goal');
      return {
        at: placeOf(metric),
        about: [metric],
        message: `No ${noun} should move metric '${nameOf(metric)}', so nothing in the plan is done for it. Add ${a(noun)}, or accept that another plan carries it.`,
        fixes: () => fixes(metric, strategy, project),
      };
    },
  },
};

function isNamed(metric: Metric, project: Project): boolean {
  return naming(metric, 'metric', project).some(project.inUse);
}

/** Names in goals that lead nowhere. */
const lostNames: Gathering<'goal'> = {
  kind: 'goal',
  of: ({ metric }, { find }) => metric.filter((it) => find(it).state !== 'found').map((it) => it.id),
};

/** Whether a goal names something that is nearly called so, and that is nowhere. */
function mayBeMeant({ id }: Metric, { gathered }: Project): boolean {
  return nearest(id?.value ?? '', gathered(lostNames)).length > 0;
}

function fixes(metric: Metric, strategy: Strategy, project: Project): readonly Fix[] {
  const id = metric.id?.value;
  if (id === undefined) return [];
  const noun = nounsOf(project)('goal');
  const goals = nearby('goal', strategy, project).filter((it) => project.strategyOf(it) === strategy);
  const goal = freeId(`goal-for-${id}`, strategy);
  const title = quoted(`What should change, so that “${nameOf(metric)}” moves`);
  return [
    ...fix(
      `Begin a new ${noun} for it`,
      newItem(
        'goal',
        [
          ['id', goal],
          ['title', title],
          ['metric', id],
        ],
        strategy,
      ),
    ),
    ...goals
      .slice(0, most - 2)
      .flatMap((it) => link(`Hang ${noun} '${nameOf(it)}' on it`, it, 'metric', metric, project)),
    ...elsewhere(id, strategy),
  ];
}

/** A waiver in the name of the one who answers for the plan. */
function elsewhere(target: string, strategy: Strategy): readonly Fix[] {
  const owner = strategy.root.owner[0]?.name;
  if (owner === undefined) return [];
  const fields = [
    ['rule', 'trace/metric-without-goal'],
    ['target', target],
    ['reason', 'Carried by another plan.'],
    ['approved_by', owner],
  ] as const;
  return fix(`Accept it as carried by another plan, approved by '${owner}'`, newItem('waiver', fields, strategy));
}
