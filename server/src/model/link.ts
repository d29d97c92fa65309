/** Names to items, over all documents of a project. */
import { isA, uriOf, type Item, type Mention } from './item.ts';
import type { Kind, Kinds } from './language.ts';
import type { Strategy } from './strategy.ts';

/** What a mention leads to. */
export type Link =
  | { readonly state: 'found'; readonly target: Item }
  /** There is such an id, but this key needs another kind. */
  | { readonly state: 'wrong-kind'; readonly target: Item }
  | { readonly state: 'unknown'; readonly missing: 'document' | 'id' | 'role' }
  /** The document cannot be read at the moment, or nobody has listed the roles: nothing can be said. */
  | { readonly state: 'unclear' };

export interface Links {
  readonly strategies: readonly Strategy[];
  readonly find: (mention: Mention) => Link;
  /** The items of this kind that the mentions lead to, each once; what leads nowhere is left out. */
  readonly targets: <K extends Kind>(kind: K, mentions: readonly Mention[] | undefined) => readonly Kinds[K][];
  /** The document that an item stands in. Readings stand in none. */
  readonly strategyOf: (item: Item) => Strategy | undefined;
  readonly all: <K extends Kind>(kind: K) => readonly Kinds[K][];
  /** Every mention that leads to the item. */
  readonly mentionsOf: (item: Item) => readonly Mention[];
}

/** `roles` absent: the project lists none, so any word is a role. `further`: mentions outside the documents, such as readings. */
export function createLinks(
  strategies: readonly Strategy[],
  roles?: ReadonlySet<string>,
  further: readonly Mention[] = [],
): Links {
  const byName = new Map<string, Strategy>();
  // The name of a document stands in it, and may be in the part that cannot be read.
  const nameless = strategies.some((it) => !it.readable && it.root.id === undefined);
  for (const it of strategies) if (!byName.has(it.name)) byName.set(it.name, it);
  const byUri = new Map(strategies.map((it) => [it.uri, it]));
  const found = new Map<Mention, Link>();
  const kinds = new Map<Kind, Item[]>();
  for (const it of strategies.flatMap(({ items }) => items)) kinds.set(it.of, [...(kinds.get(it.of) ?? [])]);
  for (const it of strategies) for (const item of it.items) kinds.get(item.of)?.push(item);

  const look = (mention: Mention): Link => {
    if (mention.kinds.includes('role')) return role(mention, roles);
    const own = byUri.get(mention.span.section.uri);
    if (mention.kinds.includes('document') && mention.document === undefined)
      return documentNamed(mention.id, byName, nameless);
    if (mention.document !== undefined) {
      const there = byName.get(mention.document);
      return there ? inDocument(mention, there) : noDocument(nameless);
    }
    const link = own ? inDocument(mention, own) : anywhere(mention, strategies);
    if (link.state === 'unknown' && mention.kinds.includes('any') && byName.has(mention.id))
      return documentNamed(mention.id, byName, nameless);
    return link;
  };
  const find = (mention: Mention): Link => {
    const link = found.get(mention) ?? look(mention);
    found.set(mention, link);
    return link;
  };
  const targets = <K extends Kind>(kind: K, mentions: readonly Mention[] | undefined): readonly Kinds[K][] => {
    const items = (mentions ?? [])
      .map(find)
      .flatMap((it) => (it.state === 'found' && isA(kind, it.target) ? [it.target] : []));
    return [...new Set(items)];
  };
  let referrers: Map<Item, Mention[]> | undefined;
  const index = (): Map<Item, Mention[]> => {
    const all = new Map<Item, Mention[]>();
    for (const mention of [...strategies.flatMap((it) => it.mentions), ...further]) {
      const link = find(mention);
      if (link.state !== 'found' && link.state !== 'wrong-kind') continue;
      const list = all.get(link.target);
      if (list) list.push(mention);
      else all.set(link.target, [mention]);
    }
    return all;
  };
  return {
    strategies,
    find,
    targets,
    strategyOf: (item) => byUri.get(uriOf(item)),
    all: <K extends Kind>(kind: K) => (kinds.get(kind) ?? []) as unknown as readonly Kinds[K][],
    mentionsOf: (item) => (referrers ??= index()).get(item) ?? [],
  };
}

function role({ name }: Mention, roles: ReadonlySet<string> | undefined): Link {
  return roles && !roles.has(name) ? { state: 'unknown', missing: 'role' } : { state: 'unclear' };
}

function documentNamed(name: string, byName: ReadonlyMap<string, Strategy>, nameless: boolean): Link {
  const there = byName.get(name);
  return there ? { state: 'found', target: there.root } : noDocument(nameless);
}

function noDocument(nameless: boolean): Link {
  return nameless ? { state: 'unclear' } : { state: 'unknown', missing: 'document' };
}

/** An id that is defined twice leads to the one definition of the expected kind, else to the first. */
function inDocument(mention: Mention, { byId, readable }: Strategy): Link {
  const candidates = byId.get(mention.id) ?? [];
  const target = candidates.find((it) => fitsKind(mention, it));
  if (target) return { state: 'found', target };
  const [other] = candidates;
  if (other) return { state: 'wrong-kind', target: other };
  return readable ? { state: 'unknown', missing: 'id' } : { state: 'unclear' };
}

/** A bare id in a file of readings is accepted where exactly one document of the project defines it. */
function anywhere(mention: Mention, strategies: readonly Strategy[]): Link {
  const items = strategies.flatMap(({ byId }) => byId.get(mention.id)?.filter((it) => fitsKind(mention, it)) ?? []);
  const [target] = items;
  if (target && items.length === 1) return { state: 'found', target };
  return strategies.every((it) => it.readable) ? { state: 'unknown', missing: 'id' } : { state: 'unclear' };
}

export function fitsKind({ kinds }: Pick<Mention, 'kinds'>, { of }: Item): boolean {
  return kinds.includes(of) || kinds.includes('any');
}
