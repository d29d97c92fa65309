/** A document of a project over its versions. */
import { locate, type Document } from '../syntax/document.ts';
import type { Section } from '../syntax/tree.ts';
import type { Facts } from '../model/facts.ts';
import type { PlanFile } from '../model/file.ts';
import { placeOf, type Item, type Mention } from '../model/item.ts';
import type { DocumentItem } from '../model/language.ts';
import { nameOfDocument, rootOf, type Strategy } from '../model/strategy.ts';
import { derived, read, set, source, type Derived, type Source } from '../model/track.ts';

export interface OpenStrategy {
  readonly strategy: Strategy;
  readonly update: (file: PlanFile) => void;
}

export function openStrategy(first: PlanFile, facts: Facts): OpenStrategy {
  const strategy = new DocumentNow(first, facts);
  return {
    strategy,
    update: (next) => {
      strategy.update(next);
    },
  };
}

/** A class, since getters on every object would make it slow to look into. */
class DocumentNow implements Strategy {
  readonly uri: string;
  readonly language = 'strategy';
  readonly byId: Strategy['byId'];
  readonly #file: Source<PlanFile>;
  readonly #root: Source<DocumentItem>;
  readonly #unread: Source<readonly Section[]>;
  readonly #name: Derived<string>;
  readonly #status: Derived<string | undefined>;
  readonly #readable: Derived<boolean>;

  constructor(first: PlanFile, facts: Facts) {
    const { uri } = first;
    this.uri = uri;
    this.#file = source(first);
    this.#root = source(rootOf(first));
    this.#unread = source(unreadIn(first));
    this.#name = derived(() => nameOfDocument(read(this.#root), uri));
    this.#status = derived(() => read(this.#root).status?.value);
    this.#readable = derived(() => read(this.#unread).length === 0);
    this.byId = createById(facts.of(uri).items, () => this.document);
  }

  get file(): PlanFile {
    return this.#file.value;
  }

  get document(): Document {
    return this.#file.value.document;
  }

  get name(): string {
    return read(this.#name);
  }

  get status(): string | undefined {
    return read(this.#status);
  }

  get root(): DocumentItem {
    return read(this.#root);
  }

  get items(): readonly Item[] {
    return read(this.#file).items;
  }

  get mentions(): readonly Mention[] {
    return read(this.#file).mentions;
  }

  get readable(): boolean {
    return read(this.#readable);
  }

  get unread(): readonly Section[] {
    return read(this.#unread);
  }

  update(next: PlanFile): void {
    set(this.#file, next);
    // A document without keys stays the same empty one.
    if (next.root || this.#root.value.node.entries.length > 0) set(this.#root, rootOf(next));
    set(this.#unread, unreadIn(next));
  }
}

function createById(itemsBy: (id: string) => readonly Item[], document: () => Document): Strategy['byId'] {
  /** Of ids that are given more than once, the items in reading order. */
  const several = new Map<string, Derived<readonly Item[]>>();
  const startOf = (item: Item): number => locate(document(), placeOf(item)).start;
  const all = (id: string): readonly Item[] => {
    const items = itemsBy(id);
    if (items.length < 2) return items;
    const sorted = several.get(id) ?? derived(() => [...itemsBy(id)].sort((a, b) => startOf(a) - startOf(b)));
    several.set(id, sorted);
    return read(sorted);
  };
  return {
    get: (id) => {
      const items = all(id);
      return items.length === 0 ? undefined : items;
    },
    all,
    has: (id) => itemsBy(id).length > 0,
  };
}

function unreadIn({ document }: PlanFile): readonly Section[] {
  return document.problems.length === 0 ? [] : [...new Set(document.problems.map((it) => it.span.section))];
}
