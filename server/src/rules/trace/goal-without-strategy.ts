import { nameOf, placeOf } from '../../model/item.ts';
import type { Goal } from '../../model/language.ts';
import { itemsOf, type Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { quoted } from '../../syntax/write.ts';
import { known, wholesOf } from '../agreement.ts';
import { a, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, link, most, nearby, newItem } from '../suggest.ts';

export const goalWithoutStrategy: Rule = {
  id: 'trace/goal-without-strategy',
  finds: 'a goal that no strategy pursues',
  severity: { starter: 'off', standard: 'warning', strict: 'error' },
  absence: true,
  *check(strategy, project) {
    const goals = itemsOf(strategy, 'goal').filter(project.inUse);
    if (goals.length === 0) return;
    const strategies = project.all('strategy').filter(project.inUse);
    if (strategies.some((it) => couldPursue(it, strategy, project))) return;
    const pursued = new Set(strategies.flatMap(project.pursues).flatMap(project.above));
    const noun = nounsOf(project);
    for (const goal of goals.filter((it) => !pursued.has(it))) {
      const start = `No ${noun('strategy')} pursues ${noun('goal')} '${nameOf(goal)}', so it stays a wish.`;
      yield {
        at: placeOf(goal),
        about: [goal],
        message: `${start} Add ${a(noun('strategy'))}, here or in a plan below.`,
        hiddenBy: itemsOf(strategy, 'strategy').map((it) => ({ rule: 'trace/strategy-without-goal', about: [it] })),
        fixes: () => fixes(goal, strategy, project),
      };
    }
  },
};

/** A strategy of this document or of one below it, with a link that is broken: it may be meant for any goal here. */
function couldPursue(item: Parameters<typeof wholesOf>[0], here: Strategy, project: Project): boolean {
  const broken = !wholesOf(item, project).every((it) => known(it, ['goal', 'part_of'], project));
  const home = broken && project.strategyOf(item);
  return home ? project.chain(home).includes(here) : false;
}

function fixes(goal: Goal, strategy: Strategy, project: Project): readonly Fix[] {
  const noun = nounsOf(project);
  const strategies = nearby('strategy', strategy, project).filter((it) => project.strategyOf(it) === strategy).slice(0, most - 1);
  const choices = strategies.flatMap((it) =>
    link(`Let ${noun('strategy')} '${nameOf(it)}' pursue it`, it, 'goal', goal, project),
  );
  const from = goal.id?.value;
  if (from === undefined) return choices;
  const id = freeId(`way-to-${from}`, strategy);
  const title = quoted(`How we reach “${nameOf(goal)}”`);
  return [
    ...choices,
    ...fix(`Begin a new ${noun('strategy')} for it`, newItem('strategy', [['id', id], ['title', title], ['goal', from]], strategy)),
  ];
}
