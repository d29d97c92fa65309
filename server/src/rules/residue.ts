/** The residue test: what a title still says when the medium and the empty words are taken away. */
import { findPhrases, wordsOf } from './phrases.ts';
import type { WordLists } from './words.ts';

export interface Residue {
  /** Names of media, as the author wrote them. */
  readonly media: readonly string[];
  /** What is left: an audience, a change, a choice. */
  readonly left: readonly string[];
  /** A medium is said to come first, as in “Mobile-first”. */
  readonly mediumFirst: boolean;
}

const numberOrPeriod = /^(?:\d+(?:st|nd|rd|th|k|m)?|fy\d+|[qh][1-4]|w\d+)$/;

/** `undefined`: the text names no medium. */
export function residueOf(text: string, { media, generic }: WordLists): Residue | undefined {
  const words = wordsOf(text);
  const named = findPhrases(words, media);
  if (named.length === 0) return undefined;
  const isMedium = (at: number): boolean => named.some(({ from, to }) => from <= at && at < to);
  const rest = words.filter((_, at) => !isMedium(at));
  const empty = findPhrases(rest, generic);
  const left = rest.filter(
    (it, at) => !numberOrPeriod.test(it.text) && !empty.some(({ from, to }) => from <= at && at < to),
  );
  return {
    media: named.map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end)),
    left: left.map((it) => it.written),
    mediumFirst: named.some(({ to }) => words[to]?.text === 'first'),
  };
}

/** Whether a text names a medium and nothing else. */
export function namesOnlyMedium(text: string, lists: WordLists): boolean {
  return residueOf(text, lists)?.left.length === 0;
}
