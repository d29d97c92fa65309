import { nameOf } from '../../model/item.ts';
import type { Goal } from '../../model/language.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { quoted, setValue } from '../../syntax/write.ts';
import { a, capital, nounsOf } from '../kinds.ts';
import { beginsWith, ownWordsOf, type Word } from '../phrases.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, idFrom, newItem } from '../suggest.ts';
import { wordsFor, type WordLists } from '../words.ts';

export const activityAsGoal: Rule = {
  id: 'goal/activity-as-goal',
  finds: 'a goal that is something to do, and not something that changes',
  severity: { starter: 'off', standard: 'warning', strict: 'warning' },
  check: {
    goal(goal, strategy, project) {
      const { title } = goal;
      const lists = wordsFor(strategy, project);
      if (title?.value === undefined || !lists || !beginsWithActivity(title.value, lists)) return undefined;
      if (!project.inUse(goal) || mayShowEffect(goal, project)) return undefined;
      const noun = nounsOf(project);
      return {
        at: title.span,
        about: [goal],
        message: `${capital(noun('goal'))} '${nameOf(goal)}' is something to do. What should be different when it is done?`,
        hiddenBy: () => [{ rule: 'strategy/medium-as-strategy', about: [goal] }],
        fixes: () => [...asTactic(goal, strategy, noun('tactic')), ...ask(goal)],
      };
    },
  },
};

function beginsWithActivity(title: string, { activity, leadIn, article }: WordLists): boolean {
  let words: readonly Word[] = ownWordsOf(title);
  for (let skip = 1; skip > 0; words = words.slice(skip)) {
    skip = beginsWith(words, leadIn) || beginsWith(words, article) || (/^\d+$/.test(words[0]?.text ?? '') ? 1 : 0);
  }
  return beginsWith(words, activity) > 0;
}

/** An objective with an outcome makes up for the words. Of a KPI that is not there nothing is known. */
function mayShowEffect({ objectives }: Goal, { find, targets }: Project): boolean {
  const mentions = objectives.flatMap((it) => it.kpi);
  if (mentions.some((it) => find(it).state !== 'found')) return true;
  return targets('kpi', mentions).some(({ level }) => level?.value === 'outcome' || level?.value === 'impact');
}

const question = 'What should be different when it is done?';

/** The words become a tactic for this goal, which keeps its id and asks for a title. */
function asTactic(goal: Goal, strategy: Strategy, noun: string): readonly Fix[] {
  const title = entryOf(goal.node, 'title');
  const { id, title: text } = goal;
  if (!title || id?.value === undefined || text?.value === undefined) return [];
  const tactic = newItem(
    'tactic',
    [
      ['id', freeId(idFrom(text.value) || 'tactic', strategy)],
      ['title', quoted(text.value)],
      ['goal', id.value],
    ],
    strategy,
  );
  return fix(`Make it ${a(noun)}, and ask what should be different`, setValue(title, question), tactic);
}

function ask(goal: Goal): readonly Fix[] {
  const title = entryOf(goal.node, 'title');
  return title ? fix(`Ask '${question}' in its place`, setValue(title, question)) : [];
}
