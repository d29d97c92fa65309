/** Questions about single items whose answers are kept together, item by item. */
import type { Item } from '../model/item.ts';
import type { Kind, Kinds } from '../model/language.ts';
import { derived, drop, read, source, touch, type Derived, type Source } from '../model/track.ts';
import type { Project } from './project.ts';

/**
 * What the items of a kind say, as texts: the names in them that lead nowhere; or `['yes']` where it is about a mere yes or no.
 * It is a constant of the module that asks: the answers are kept by it.
 */
export interface Gathering<K extends Kind = Kind> {
  readonly kind: K;
  readonly of: (item: Kinds[K] & Item, project: Project) => readonly string[];
}

/** The answers of all items to one question. */
export interface Gathered {
  readonly add: (item: Item) => void;
  readonly remove: (item: Item) => void;
  /** Takes in, item by item, what has come to be said otherwise, and says so to those who have asked. */
  readonly settle: () => Generator<undefined, void, undefined>;
  readonly waits: () => boolean;
  /** Every answer of the items of a document, or without one of all; as far as they are taken in. */
  readonly answers: (uri?: string) => ReadonlySet<string>;
}

/** How often each answer is given in a place, and which there are. */
interface Counts {
  readonly counts: Source<Map<string, number>>;
  readonly answers: Derived<ReadonlySet<string>>;
}

/** The answers as they were where they are the same, so that nobody is told of a change that is none. */
function sameOr(before: ReadonlySet<string>, counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  if (before.size === counts.size && [...counts.keys()].every((it) => before.has(it))) return before;
  return new Set(counts.keys());
}

export function createGathered(of: (item: Item) => readonly string[]): Gathered {
  const asked = new Map<Item, { readonly node: Derived<readonly string[]>; said: readonly string[] }>();
  const waiting = new Set<Item>();
  const byPlace = new Map<string, Counts>();
  const countsAt = (place: string): Counts => {
    const known = byPlace.get(place);
    if (known) return known;
    const counts = source(new Map<string, number>());
    let last: ReadonlySet<string> = new Set();
    const answers = derived(() => (last = sameOr(last, read(counts))));
    const made = { counts, answers };
    byPlace.set(place, made);
    return made;
  };
  const count = (place: string, answer: string, step: number): void => {
    const { counts } = countsAt(place);
    const before = counts.value.get(answer) ?? 0;
    const after = before + step;
    if (after > 0) counts.value.set(answer, after);
    else counts.value.delete(answer);
    if (before === 0 || after === 0) touch(counts);
  };
  const change = (item: Item, answers: readonly string[], step: number): void => {
    for (const it of answers) {
      count(item.node.span.section.uri, it, step);
      count('', it, step);
    }
  };
  const settle = function* (): Generator<undefined, void, undefined> {
    for (const item of waiting) {
      waiting.delete(item);
      const known = asked.get(item);
      if (!known) continue;
      const now = read(known.node);
      if (now === known.said) continue;
      change(item, known.said, -1);
      change(item, now, 1);
      known.said = now;
      yield;
    }
  };
  return {
    add: (item) => {
      const node = derived(
        () => of(item),
        () => waiting.add(item),
      );
      asked.set(item, { node, said: [] });
      waiting.add(item);
    },
    remove: (item) => {
      const known = asked.get(item);
      if (!known) return;
      asked.delete(item);
      waiting.delete(item);
      drop(known.node);
      change(item, known.said, -1);
    },
    settle,
    waits: () => waiting.size > 0,
    answers: (uri = '') => read(countsAt(uri).answers),
  };
}
