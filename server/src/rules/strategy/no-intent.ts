import { nameOf } from '../../model/item.ts';
import { titlePlace, type Strategy } from '../../model/strategy.ts';
import type { Value } from '../../model/item.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, quoted, setValue } from '../../syntax/write.ts';
import { leftOut, wholeOf } from '../document.ts';
import { wordsOf } from '../phrases.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';

export const noIntent: Rule = {
  id: 'strategy/no-intent',
  finds: 'a plan that does not say in a sentence why it exists',
  severity: { starter: 'warning', standard: 'warning', strict: 'warning' },
  check: {
    document(root, strategy, project) {
      if (!project.inUse(root) || root.node.entries.length === 0) return undefined;
      if (leftOut(strategy, 'intent')) return missing(strategy);
      return root.intent?.value === undefined
        ? undefined
        : tooLong(strategy, root.intent, project.settings.limits.intent_words);
    },
  },
};

function missing(strategy: Strategy): Finding {
  const { root } = strategy;
  const name = root.title?.value === undefined ? 'This plan' : `'${nameOf(root)}'`;
  return {
    at: titlePlace(strategy),
    about: [root],
    message: `${name} does not say why it exists, so nobody can tell what belongs in it. Write the intent in one sentence, before any medium.`,
    fixes: () => ask(strategy),
  };
}

function ask(strategy: Strategy): readonly Fix[] {
  const node = wholeOf(strategy);
  const question = quoted('What should be different, for whom, and why?', node);
  const entry = entryOf(node, 'intent');
  const above = ['next_review', 'period', 'status', 'owner', 'parent', 'kind', 'title'].find(
    (it) => entryOf(node, it)?.value,
  );
  const edit = entry ? setValue(entry, question) : addEntry(node, ['intent', question], above);
  return fix("Add an intent that asks 'What should be different, for whom, and why?'", edit);
}

function tooLong({ root }: Strategy, intent: Value<string>, most: number): Finding | undefined {
  const { value = '', span } = intent;
  const words = value.trim().split(/\s+/).length;
  if (words <= most) return undefined;
  return {
    at: span,
    about: [root],
    message: `The intent has ${words} words, and nobody remembers more than ${most}. Keep the one sentence that says why, and move the rest to the description.`,
    fixes: () => {
      const [, first = '', rest = ''] = /^([^]*?[.!?])\s+([^]+)$/.exec(value.trim()) ?? [];
      const entry = entryOf(root.node, 'intent');
      if (!entry || rest === '' || wordsOf(first).length > most || entryOf(root.node, 'description')) return [];
      const oneLine = (text: string): string => quoted(text.replace(/\s+/g, ' ').trim(), root.node);
      const edits = [setValue(entry, oneLine(first)), addEntry(root.node, ['description', oneLine(rest)], 'intent')];
      return fix('Keep the first sentence, and move the rest to the description', ...edits);
    },
  };
}
