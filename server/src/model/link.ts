/** Names to items, over all documents of a project. */
import { isA, uriOf, type Item, type Mention } from './item.ts';
import type { Facts } from './facts.ts';
import type { Kind, Kinds, Reading } from './language.ts';
import { itemsOf, type Strategy } from './strategy.ts';
import { derived, memo, read, type Source } from './track.ts';

/** What a mention leads to. */
export type Link =
  | { readonly state: 'found'; readonly target: Item }
  /** There is such an id, but this key needs another kind. */
  | { readonly state: 'wrong-kind'; readonly target: Item }
  | { readonly state: 'unknown'; readonly missing: 'document' | 'id' | 'role' }
  /** The document cannot be read at the moment, or nobody has listed the roles: nothing can be said. */
  | { readonly state: 'unclear' };

export interface Links {
  /** The documents of this name, in the order of their files; a name leads to the first. */
  readonly named: (name: string) => readonly Strategy[];
  readonly find: (mention: Mention) => Link;
  /** The items of this kind that the mentions lead to, each once; what leads nowhere is left out. */
  readonly targets: <K extends Kind>(kind: K, mentions: readonly Mention[] | undefined) => readonly Kinds[K][];
  /** The document that an item stands in. Readings stand in none. */
  readonly strategyOf: (item: Item) => Strategy | undefined;
  readonly all: <K extends Kind>(kind: K) => readonly Kinds[K][];
  /** Every mention in a document that leads to the item, in the order of files and lines. */
  readonly mentionsOf: (item: Item) => readonly Mention[];
  /** The items that name the item under a key, in no order, one by one; where it is of a kind that belongs there. */
  readonly naming: (item: Item, key: string) => Iterable<Item>;
  /** Every reading that is about the item, in the same order. */
  readonly readingsOf: (item: Item) => readonly Reading[];
  /** Every mention in readings that leads to the item. */
  readonly measuresOf: (item: Item) => readonly Mention[];
  /** Whether a document has this id, as `uri#id` or `document/id`, written so that no link can lead to it. */
  readonly miswritten: (text: string) => boolean;
}

/** What links are made of. */
export interface Linked {
  readonly facts: Facts;
  readonly strategies: Source<readonly Strategy[]>;
  readonly byUri: ReadonlyMap<string, Strategy>;
  /** The project's list of roles; `undefined`: it has none, so any word is a role. */
  readonly roles: () => ReadonlySet<string> | undefined;
  /** Whether all files are there; while not, a name that leads nowhere may yet lead somewhere. */
  readonly complete: Source<boolean>;
  /** In the order of files and lines. */
  readonly inOrder: (mentions: readonly Mention[]) => readonly Mention[];
}

export function createLinks({ facts, strategies, byUri, roles, complete, inOrder }: Linked): Links {
  const documents = derived(() => {
    const byName = new Map<string, Strategy[]>();
    for (const it of read(strategies)) {
      const same = byName.get(it.name);
      if (same) same.push(it);
      else byName.set(it.name, [it]);
    }
    return byName;
  });
  const named = (name: string): readonly Strategy[] => read(documents).get(name) ?? [];
  // The name of a document stands in it, and may be in the part that cannot be read.
  const nameless = derived(
    () => !read(complete) || read(strategies).some((it) => !it.readable && it.root.id === undefined),
  );
  const allReadable = derived(() => read(complete) && read(strategies).every((it) => it.readable));
  const documentNamed = (name: string): Link => {
    const [there] = named(name);
    return there ? { state: 'found', target: there.root } : noDocument();
  };
  const noDocument = (): Link => (read(nameless) ? unclear : { state: 'unknown', missing: 'document' });

  const find = (mention: Mention): Link => {
    if (mention.kinds.includes('role')) return role(mention, roles());
    if (mention.document !== undefined) {
      const [there] = named(mention.document);
      return there ? inDocument(mention, there) : noDocument();
    }
    if (mention.kinds.includes('document')) return documentNamed(mention.id);
    const own = byUri.get(mention.span.section.uri);
    const link = own ? inDocument(mention, own) : anywhere(mention);
    if (link.state === 'unknown' && mention.kinds.includes('any') && named(mention.id).length > 0)
      return documentNamed(mention.id);
    return link;
  };
  /** A bare id in a file of readings is accepted where exactly one document of the project defines it. */
  const anywhere = (mention: Mention): Link => {
    const items = facts.anywhere(mention.id).filter((it) => fitsKind(mention, it));
    const [target] = items;
    if (target && items.length === 1) return { state: 'found', target };
    return read(allReadable) ? { state: 'unknown', missing: 'id' } : unclear;
  };
  const targets = <K extends Kind>(kind: K, mentions: readonly Mention[] | undefined): readonly Kinds[K][] => {
    const items: (Kinds[K] & Item)[] = [];
    for (const it of mentions ?? []) {
      const link = find(it);
      if (link.state === 'found' && isA(kind, link.target) && !items.includes(link.target)) items.push(link.target);
    }
    return items;
  };
  const leadsTo = (mention: Mention, item: Item): boolean => {
    const link = find(mention);
    return (link.state === 'found' || link.state === 'wrong-kind') && link.target === item;
  };
  const strategyOf = (item: Item): Strategy | undefined => byUri.get(uriOf(item));
  /** Mentions in documents that lead to the item, in no order. Whoever has seen enough of them stops, and costs no more. */
  const leading = function* (item: Item): Iterable<Mention> {
    const there = strategyOf(item);
    if (!there) return;
    if (item.of === 'document') {
      for (const it of facts.mentionsOfDocument(there.name)) if (leadsTo(it, item)) yield it;
    } else if (item.id?.value !== undefined) {
      const id = item.id.value;
      const sure = facts.of(there.uri).items(id).length === 1;
      for (const it of bearing(id, there)) if (sure || leadsTo(it, item)) yield it;
    }
  };
  /** Mentions of an id of a document, with its name in front or without. */
  const bearing = function* (id: string, { uri, name }: Strategy): Iterable<Mention> {
    yield* facts.of(uri).mentions(id);
    if (named(name)[0]?.uri === uri) yield* facts.mentionsOf(name, id);
  };
  const naming = function* (item: Item, key: string): Iterable<Item> {
    for (const it of leading(item)) if (it.key === key && fitsKind(it, item)) yield it.from;
  };
  const mentionsOf = memo((item: Item) => inOrder([...leading(item)]));
  const measuresOf = memo((item: Item): readonly Mention[] => {
    const there = strategyOf(item);
    const id = item.id?.value;
    if (!there || id === undefined) return [];
    const all = [...facts.looseMentions(id), ...facts.readingsOf(there.name, id)];
    return inOrder(all.filter((it) => leadsTo(it, item)));
  });
  return {
    named,
    find,
    targets,
    strategyOf,
    all: (kind) => read(strategies).flatMap((it) => itemsOf(it, kind)),
    mentionsOf,
    naming,
    measuresOf,
    readingsOf: (item) => measuresOf(item).flatMap(({ from }) => (isA('reading', from) ? [from] : [])),
    miswritten: (text) => {
      const at = text.lastIndexOf('#');
      if (at >= 0) return facts.of(text.slice(0, at)).isMiswritten(text.slice(at + 1));
      const slash = text.indexOf('/');
      return (
        slash > 0 && named(text.slice(0, slash)).some(({ uri }) => facts.of(uri).isMiswritten(text.slice(slash + 1)))
      );
    },
  };
}

const unclear: Link = { state: 'unclear' };

function role({ name }: Mention, roles: ReadonlySet<string> | undefined): Link {
  return roles && !roles.has(name) ? { state: 'unknown', missing: 'role' } : unclear;
}

/** An id that is defined twice leads to the one definition of the expected kind, else to the first. */
function inDocument(mention: Mention, strategy: Strategy): Link {
  let first: Item | undefined;
  for (const target of strategy.byId.all(mention.id)) {
    if (fitsKind(mention, target)) return { state: 'found', target };
    first ??= target;
  }
  if (first) return { state: 'wrong-kind', target: first };
  return strategy.readable ? { state: 'unknown', missing: 'id' } : unclear;
}

export function fitsKind({ kinds }: Pick<Mention, 'kinds'>, { of }: Item): boolean {
  return kinds.includes(of) || kinds.includes('any');
}
