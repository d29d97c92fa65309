/** A document of a project over its versions. */
import { locate } from '../syntax/document.ts';
import type { Section } from '../syntax/tree.ts';
import type { Facts } from '../model/facts.ts';
import type { PlanFile } from '../model/file.ts';
import { placeOf, type Item } from '../model/item.ts';
import { nameOfDocument, rootOf, type Strategy } from '../model/strategy.ts';
import { derived, read, set, source, type Derived } from '../model/track.ts';

export interface OpenStrategy {
  readonly strategy: Strategy;
  readonly update: (file: PlanFile) => void;
}

export function openStrategy(first: PlanFile, facts: Facts): OpenStrategy {
  const { uri } = first;
  const file = source(first);
  const root = source(rootOf(first));
  const unread = source(unreadIn(first));
  const name = derived(() => nameOfDocument(read(root), uri));
  const status = derived(() => read(root).status?.value);
  const readable = derived(() => read(unread).length === 0);
  const { items: itemsBy } = facts.of(uri);
  /** Of ids that are given more than once, the items in reading order. */
  const several = new Map<string, Derived<readonly Item[]>>();
  const all = (id: string): readonly Item[] => {
    const items = itemsBy(id);
    if (items.length < 2) return items;
    const sorted = several.get(id) ?? derived(() => [...itemsBy(id)].sort((a, b) => startOf(a) - startOf(b)));
    several.set(id, sorted);
    return read(sorted);
  };
  const get = (id: string): readonly Item[] | undefined => {
    const items = [...all(id)];
    return items.length === 0 ? undefined : items;
  };
  const startOf = (item: Item): number => locate(file.value.document, placeOf(item)).start;
  const strategy: Strategy = {
    ...{ uri, language: 'strategy' },
    get file() {
      return file.value;
    },
    get document() {
      return file.value.document;
    },
    get name() {
      return read(name);
    },
    get status() {
      return read(status);
    },
    get root() {
      return read(root);
    },
    byId: { get, all, has: (id) => itemsBy(id).length > 0 },
    get items() {
      return read(file).items;
    },
    get mentions() {
      return read(file).mentions;
    },
    get readable() {
      return read(readable);
    },
    get unread() {
      return read(unread);
    },
  };
  return {
    strategy,
    update: (next) => {
      set(file, next);
      // A document without keys stays the same empty one.
      if (next.root || root.value.node.entries.length > 0) set(root, rootOf(next));
      set(unread, unreadIn(next));
    },
  };
}

function unreadIn({ document }: PlanFile): readonly Section[] {
  return document.problems.length === 0 ? [] : [...new Set(document.problems.map((it) => it.span.section))];
}
