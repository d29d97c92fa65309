import { nameOf, placeOf, type Item } from '../../model/item.ts';
import type { Goal } from '../../model/language.ts';
import { itemsOf, type Strategy } from '../../model/strategy.ts';
import type { Gathering } from '../../project/gather.ts';
import type { Project } from '../../project/project.ts';
import { quoted } from '../../syntax/write.ts';
import { comingTo, familyOf, isNamedBy, known, wholesOf } from '../agreement.ts';
import { a, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, link, most, nearby, newItem } from '../suggest.ts';

export const goalWithoutStrategy: Rule = {
  id: 'trace/goal-without-strategy',
  finds: 'a goal that no strategy pursues',
  severity: { starter: 'off', standard: 'warning', strict: 'error' },
  absence: true,
  check: {
    goal(goal, strategy, project) {
      if (!project.inUse(goal) || project.ask(isPursued, goal) || couldBePursued(strategy, project)) return undefined;
      const noun = nounsOf(project);
      const start = `No ${noun('strategy')} pursues ${noun('goal')} '${nameOf(goal)}', so it stays a wish.`;
      return {
        at: placeOf(goal),
        about: [goal],
        message: `${start} Add ${a(noun('strategy'))}, here or in a plan below.`,
        hiddenBy: () =>
          itemsOf(strategy, 'strategy').map((it) => ({ rule: 'trace/strategy-without-goal', about: [it] })),
        fixes: () => fixes(goal, strategy, project),
      };
    },
  },
};

/** Whether a strategy in use names the goal or one that supports it, itself or through what it is part of. */
function isPursued(goal: Goal, project: Project): boolean {
  const holds = (strategy: Item): boolean => {
    for (const it of comingTo(strategy, 'part_of', project)) if (project.inUse(it)) return true;
    return false;
  };
  return isNamedBy(goal, { kind: 'strategy', key: 'goal', through: 'supports', holds }, project);
}

/** Whether a strategy in use has a broken link. */
const uncertain: Gathering<'strategy'> = {
  kind: 'strategy',
  of: (item, project) => {
    const certain = wholesOf(item, project).every((it) => known(it, ['goal', 'part_of'], project));
    return certain || !project.inUse(item) ? [] : ['yes'];
  },
};

/** A strategy of this document or of one below it has a broken link, which may be meant for any goal here. */
function couldBePursued(here: Strategy, project: Project): boolean {
  return familyOf(here, project).some((it) => project.gathered(uncertain, it).size > 0);
}

function fixes(goal: Goal, strategy: Strategy, project: Project): readonly Fix[] {
  const noun = nounsOf(project);
  const strategies = nearby('strategy', strategy, project)
    .filter((it) => project.strategyOf(it) === strategy)
    .slice(0, most - 1);
  const choices = strategies.flatMap((it) =>
    link(`Let ${noun('strategy')} '${nameOf(it)}' pursue it`, it, 'goal', goal, project),
  );
  const from = goal.id?.value;
  if (from === undefined) return choices;
  const id = freeId(`way-to-${from}`, strategy);
  const title = quoted(`How we reach “${nameOf(goal)}”`);
  return [
    ...choices,
    ...fix(
      `Begin a new ${noun('strategy')} for it`,
      newItem(
        'strategy',
        [
          ['id', id],
          ['title', title],
          ['goal', from],
        ],
        strategy,
      ),
    ),
  ];
}
