/** Questions about single items whose answers are kept together, item by item. */
import { uriOf, type Item } from '../model/item.ts';
import type { Kind, Kinds } from '../model/language.ts';
import {
  apart,
  derived,
  drop,
  isConstant,
  read,
  source,
  touch,
  watcher,
  type Derived,
  type Source,
} from '../model/track.ts';
import { through } from '../text/steps.ts';
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
  /** Every answer of the items of a document; or without one of all, as far as they are taken in. */
  readonly answers: (uri?: string) => ReadonlySet<string>;
}

/** How often each answer is given in a place, and which there are. */
interface Counts {
  readonly counts: Source<Map<string, number>>;
  readonly answers: Derived<ReadonlySet<string>>;
}

const nothing: readonly string[] = [];

/** So many items are asked without a pause where they say what they said. */
const atOnce = 50;

/** The answers as they were where they are the same, so that nobody is told of a change that is none. */
function sameOr(before: ReadonlySet<string>, counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  if (before.size === counts.size && [...counts.keys()].every((it) => before.has(it))) return before;
  return new Set(counts.keys());
}

export function createGathered(of: (item: Item) => readonly string[]): Gathered {
  const asked = new Map<Item, Derived<readonly string[]>>();
  /** What was counted of those that say something. */
  const said = new Map<Item, readonly string[]>();
  /** By file. */
  const waiting = new Map<string, Set<Item>>();
  const toBeAsked = (item: Item): void => {
    const items = waiting.get(uriOf(item));
    if (items) items.add(item);
    else waiting.set(uriOf(item), new Set([item]));
  };
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
      count(uriOf(item), it, step);
      count('', it, step);
    }
  };
  const say = (item: Item, answers: readonly string[]): void => {
    change(item, said.get(item) ?? nothing, -1);
    change(item, answers, 1);
    if (answers.length > 0) said.set(item, answers);
    else said.delete(item);
  };
  /** Whether it says something else than before. */
  const ask = (item: Item): boolean => {
    const node = asked.get(item);
    if (!node) return false;
    const before = said.get(item) ?? nothing;
    const now = read(node);
    // What says the same whatever happens need not be watched.
    if (isConstant(node)) asked.delete(item);
    const changed = now !== before && now.length + before.length > 0;
    if (changed) say(item, now);
    return changed;
  };
  const settleIn = function* (uri: string, items: Set<Item>): Generator<undefined, void, undefined> {
    let unchanged = 0;
    for (const item of items) {
      items.delete(item);
      if (ask(item) || ++unchanged % atOnce === 0) yield;
    }
    if (items.size === 0 && waiting.get(uri) === items) waiting.delete(uri);
  };
  return {
    add: (item) => {
      asked.set(item, watcher(of, item, toBeAsked));
      toBeAsked(item);
    },
    remove: (item) => {
      const node = asked.get(item);
      if (node) drop(node);
      asked.delete(item);
      waiting.get(uriOf(item))?.delete(item);
      if (said.has(item)) say(item, nothing);
    },
    settle: function* () {
      for (const [uri, items] of waiting) yield* settleIn(uri, items);
    },
    waits: () => waiting.size > 0,
    answers: (uri = '') => {
      // Those of one file are few enough to be asked at once.
      const items = waiting.get(uri);
      if (items) apart(() => through(settleIn(uri, items)));
      return read(countsAt(uri).answers);
    },
  };
}
