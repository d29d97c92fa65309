/** What a document says of itself, sentence by sentence. */
import type { Value } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';
import { entryOf, type MapNode, type Span } from '../syntax/tree.ts';

/** A sentence of the author's, where one is written. */
export interface Said {
  readonly key: string;
  readonly text: string;
  readonly at: Span;
  /** Where its text begins: at its key, so that a caret on the key means the sentence. */
  readonly from: Span;
}

interface Sayings {
  readonly vision: Said | undefined;
  readonly intent: Said | undefined;
  readonly challenge: Said | undefined;
  readonly nonGoals: readonly Said[];
}

export function sayingsOf({ root }: Strategy, document: string): Sayings {
  const said = (word: string, value: Value<string> | undefined, node?: MapNode): Said | undefined => {
    const text = textOf(value);
    if (value === undefined || text === undefined) return undefined;
    return { key: `${document}#${word}`, text, at: value.span, from: entryOf(node, word)?.key.span ?? value.span };
  };
  return {
    vision: said('vision', root.vision, root.node),
    intent: said('intent', root.intent, root.node),
    challenge: said('challenge', root.situation?.challenge, root.situation?.node),
    nonGoals: root.non_goals.flatMap((it, index) => said(`non-goal-${index + 1}`, it) ?? []),
  };
}

export function textOf(value: Value<string> | undefined): string | undefined {
  return written(value?.value);
}

/** A text without the white space around it; absent where nothing is left. */
export function written(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}
