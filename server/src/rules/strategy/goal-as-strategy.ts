import { nameOf, unusable } from '../../model/item.ts';
import type { StrategyItem } from '../../model/language.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, quoted, setValue } from '../../syntax/write.ts';
import { a, nounsOf } from '../kinds.ts';
import { beginsWith, findPhrases, shortened, wordsOf } from '../phrases.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { wordsFor, type WordLists } from '../words.ts';

export const goalAsStrategy: Rule = {
  id: 'strategy/goal-as-strategy',
  finds: 'a strategy that says what is wished for, and not how to get it',
  severity: { starter: 'warning', standard: 'warning', strict: 'warning' },
  check: {
    strategy(item, strategy, project) {
      const lists = wordsFor(strategy, project);
      if (!lists) return undefined;
      const { title, approach } = item;
      if (!project.inUse(item) || title?.value === undefined || unusable(item, 'approach')) return undefined;
      const why = wishIn(title.value, lists);
      if (!why || saysHow(title.value, lists)) return undefined;
      if (approach?.value?.trim() && (!wishIn(approach.value, lists) || saysHow(approach.value, lists)))
        return undefined;
      return {
        at: title.span,
        about: [item],
        message: message(nameOf(item), why, nounsOf(project)),
        hiddenBy: () => [{ rule: 'strategy/medium-as-strategy', about: [item] }],
        fixes: () => askHow(item),
      };
    },
  },
};

const percentage = /\d\s*(?:%|percent\b|per cent\b|pct\b|percentage points?\b)/iu;
const money =
  /[£$€¥]\s*\d|\d\s*[£€]|\b(?:GBP|EUR|USD|CHF|SEK|NOK|DKK|PLN|JPY|CAD|AUD|NZD|INR)\s*\d|\d[\d.,]*\s*(?:k|m|bn|thousand|million|billion)?\s*(?:(?:GBP|EUR|USD|CHF|SEK|NOK|DKK|PLN|JPY|CAD|AUD|NZD|INR|euros?|dollars?|pounds|francs)\b)/iu;

/** Whether a text names a result: an amount, or a verb that only wishes. */
function wishIn(text: string, { wish, leadIn }: WordLists): 'number' | 'verb' | undefined {
  if (percentage.test(text) || money.test(text)) return 'number';
  const words = wordsOf(text);
  return beginsWith(words.slice(beginsWith(words, leadIn)), wish) > 0 ? 'verb' : undefined;
}

function saysHow(text: string, { how }: WordLists): boolean {
  return findPhrases(wordsOf(text), how).length > 0;
}

function message(title: string, why: 'number' | 'verb', noun: (kind: string) => string): string {
  const start = `'${shortened(title)}' is a wish`;
  if (why === 'verb') return `${start}, not a way. Make it ${a(noun('goal'))}, and say here how you will win it.`;
  return `${start} with a number, not a way. Put the number in ${a(noun('objective'))} and say how you will win it.`;
}

function askHow({ node }: StrategyItem): readonly Fix[] {
  const question = quoted('How will we win it?');
  const entry = entryOf(node, 'approach');
  const title = "Add an approach that asks 'How will we win it?'";
  if (entry?.value)
    return fix("Put the question 'How will we win it?' in place of the approach", setValue(entry, question));
  return fix(title, entry ? setValue(entry, question) : addEntry(node, ['approach', question], 'title'));
}
