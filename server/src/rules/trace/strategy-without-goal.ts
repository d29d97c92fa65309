import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Goal, StrategyItem } from '../../model/language.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { addName, quoted } from '../../syntax/write.ts';
import { known, wholesOf } from '../agreement.ts';
import { capital, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, link, most, nearby, newItem } from '../suggest.ts';

export const strategyWithoutGoal: Rule = {
  id: 'trace/strategy-without-goal',
  finds: 'a strategy that pursues no goal',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    strategy(item, strategy, project) {
      if (!lacks(item, 'goal') || !project.inUse(item) || !pursuesNothing(item, project)) return undefined;
      const noun = nounsOf(project);
      const start = `${capital(noun('strategy'))} '${nameOf(item)}' pursues no ${noun('goal')}, so nobody can say what it should bring about.`;
      return {
        at: placeOf(item),
        about: [item],
        message: `${start} Name the ${noun('goal')} that it brings closer.`,
        fixes: () => fixes(item, project),
      };
    },
  },
};

/** Neither the strategy nor one that it is part of has a goal written down. */
function pursuesNothing(item: StrategyItem, project: Project): boolean {
  return wholesOf(item, project).every((it) => lacks(it, 'goal') && known(it, ['part_of'], project));
}

function fixes(item: StrategyItem, project: Project): readonly Fix[] {
  const noun = nounsOf(project)('goal');
  const goals = candidates(item, project);
  const choices = goals.flatMap((it) => link(`Pursue ${noun} '${nameOf(it)}'`, item, 'goal', it, project));
  return goals.length > 0 ? choices : newGoal(item, project);
}

/** First the goals that its tactics serve, then those of the document and of those above it. */
function candidates(item: StrategyItem, project: Project): readonly Goal[] {
  const { mentionsOf, targets, all, inUse, strategyOf } = project;
  const here = strategyOf(item);
  if (!here) return [];
  const mentions = new Set(mentionsOf(item));
  const tactics = all('tactic').filter((it) => it.strategy.some((each) => mentions.has(each)));
  const served = tactics.flatMap((it) => targets('goal', it.goal)).filter(inUse);
  return unique([...served, ...nearby('goal', here, project)]).slice(0, most);
}

function newGoal(item: StrategyItem, project: Project): readonly Fix[] {
  const document = project.strategyOf(item);
  const from = item.id?.value;
  if (!document || from === undefined) return [];
  const id = freeId(`goal-of-${from}`, document);
  return fix(
    `Begin a new ${nounsOf(project)('goal')} for it`,
    addName(item.node, 'goal', id),
    newItem(
      'goal',
      [
        ['id', id],
        ['title', quoted(`What “${nameOf(item)}” should change`)],
      ],
      document,
    ),
  );
}
