import { nameOf, placeOf, unusable } from '../../model/item.ts';
import type { StrategyItem } from '../../model/language.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, setValue } from '../../syntax/write.ts';
import { capital, nounsOf } from '../kinds.ts';
import { countWords, phraseOf } from '../phrases.ts';
import { fix, type Fix, type Rule } from '../rule.ts';

export const noApproach: Rule = {
  id: 'strategy/no-approach',
  finds: 'a strategy that does not say how it will be won',
  severity: { starter: 'off', standard: 'warning', strict: 'warning' },
  check: {
    strategy(item, strategy, project) {
      const fault = unusable(item, 'approach') ? undefined : faultOf(item);
      if (!fault || !project.inUse(item)) return undefined;
      return {
        at: item.approach?.span ?? placeOf(item),
        about: [item],
        message: `${capital(nounsOf(project)('strategy'))} '${nameOf(item)}' ${fault}. What will you do that others do not?`,
        hiddenBy: () =>
          ['strategy/medium-as-strategy', 'strategy/goal-as-strategy'].map((rule) => ({ rule, about: [item] })),
        fixes: () => ask(item),
      };
    },
  },
};

function faultOf({ title, approach }: StrategyItem): string | undefined {
  const text = approach?.value ?? '';
  if (text.trim() === '') return 'does not say how';
  if (title?.value !== undefined && phraseOf(title.value) === phraseOf(text))
    return 'only repeats its title as the approach';
  return countWords(text) < 5 ? 'hardly says how' : undefined;
}

const question = 'What will we do differently from others?';

function ask({ node }: StrategyItem): readonly Fix[] {
  const entry = entryOf(node, 'approach');
  if (entry?.value) return fix(`Put the question '${question}' in place of the approach`, setValue(entry, question));
  return fix(
    `Add an approach that asks '${question}'`,
    entry ? setValue(entry, question) : addEntry(node, ['approach', question], 'title'),
  );
}
