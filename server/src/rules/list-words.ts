/** Words that are not on the list of their key, and those of the list that were probably meant. */
import { nearest } from '../schema/nearest.ts';
import type { ScalarShape } from '../schema/shape.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { shown, textOf } from './form.ts';
import { listed } from './kinds.ts';

/** A list longer than this is not read out. */
const most = 8;

/** What is wrong with a word; `undefined` where the key has no list, or none that knows a better word. */
export function aboutWords(key: string, node: ScalarNode, forms: readonly ScalarShape[]): string | undefined {
  const words = wordsOf(forms);
  const [near] = likely(node, forms);
  const text = shown(node);
  if (near !== undefined) return `\`${key}\` does not know '${text}'. Did you mean '${near}'?`;
  if (words.length === 0) return undefined;
  const some =
    words.length <= most
      ? `one of ${listed(words, 'or')}`
      : `one of ${words.length} words, such as ${listed(words.slice(0, 3), 'or')}`;
  return `\`${key}\` takes ${some}; '${text}' is none of them.`;
}

/** The words to choose from in place of this one, the likeliest first; `undefined` where there is no list. */
export function choices(node: ScalarNode, forms: readonly ScalarShape[]): readonly string[] | undefined {
  const words = wordsOf(forms);
  const near = likely(node, forms);
  if (near.length === 0 && words.length === 0) return undefined;
  return (near.length > 0 ? near : words.length <= most ? words : []).slice(0, 6);
}

function wordsOf(forms: readonly ScalarShape[]): readonly string[] {
  return forms.flatMap((it) => it.values?.map(({ value }) => String(value)) ?? []);
}

/** By another name, by spelling, or as the beginning of each other. */
function likely(node: ScalarNode, forms: readonly ScalarShape[]): readonly string[] {
  const text = textOf(node).trim();
  const lower = text.toLowerCase();
  const words = wordsOf(forms);
  const spelt = [lower, lower.replaceAll(/[\s_]+/g, '-'), lower.replaceAll(/[\s-]+/g, '_')];
  const same = words.filter((it) => spelt.includes(it.toLowerCase()));
  const aliases = forms.flatMap((it) => (Object.hasOwn(it.aliases, text) ? it.aliases[text] : it.aliases[lower]) ?? []);
  const long = lower.length < 3 ? [] : words.filter((it) => it.startsWith(lower) || lower.startsWith(it));
  return [...new Set([...same, ...aliases, ...nearest(text, words), ...long])];
}
