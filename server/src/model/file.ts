/** One file of the language at one version: a strategy document, readings, or the project's configuration. */
import { isCollection, shapes, type Language, type Shape } from '../schema/shape.ts';
import type { Fault, Validator } from '../schema/validate.ts';
import { startOfSection, type Document } from '../syntax/document.ts';
import { entryAbove, itemsFrom, says } from '../syntax/outline.ts';
import { keyText, type Entry, type ListNode, type MapNode, type Node, type Section } from '../syntax/tree.ts';
import { commonEnds, firstWhere } from '../text/order.ts';
import type { Item, Mention, Rec } from './item.ts';
import type { Part } from './part.ts';
import { readMember, readRoot } from './read.ts';

export interface PlanFile {
  readonly uri: string;
  readonly language: Language;
  readonly document: Document;
  /** The file's own keys first, then the members of its lists in reading order; empty where its text holds no map. */
  readonly parts: readonly Part[];
  /** The sections with comments, in no order. */
  readonly commented: readonly Section[];
  /** The keys of the file itself; `undefined` where its text holds no map. */
  readonly root: Rec | Item | undefined;
  /** Of all parts, in reading order; without the document itself. Gathered when asked for. */
  readonly items: readonly Item[];
  readonly mentions: readonly Mention[];
  readonly faults: readonly Fault[];
}

/** Reads any file of the language. A file that holds something else than a map reads as an empty one. `before`: an earlier version of it. */
export type Reader = (document: Document, language: Language, before?: PlanFile) => PlanFile;

/** A reader that takes over the parts whose text an earlier reading saw. */
export function createReader(validate: Validator): Reader {
  const members = new WeakMap<Node, Part>();
  const roots = new WeakMap<MapNode, Root>();
  const memberOf = (node: Node, entry: Entry, shape: Shape, language: Language): Part => {
    const before = members.get(node);
    // The same text may come to stand under another key; what is no map is told of with its key.
    if (before?.shape === shape && node.is === 'map') return before;
    const part = readMember(node, shape, entry, language, validate);
    members.set(node, part);
    return part;
  };
  const rootOf = (map: MapNode, language: Language, lists: ReadonlyMap<Entry, readonly Node[]>): Part => {
    const before = roots.get(map);
    const nodes = [...lists.values()].flat();
    if (before?.part.language === language && sameNodes(before.nodes, nodes)) return before.part;
    const part = readRoot(ownKeys(map, language, lists), shapes[language], language, validate);
    roots.set(map, { part, nodes });
    return part;
  };
  const readAll: Reader = (document, language) => {
    const { uri, root: map } = document;
    if (!map) return new FileOfParts(uri, language, document, []);
    const parts: Part[] = [];
    const lists = new Map<Entry, readonly Node[]>();
    for (const [entry, nodes] of listsOf(document, map)) {
      const list = collectionAt(entry, language);
      if (!list) lists.set(entry, nodes);
      else for (const it of nodes) if (says(it)) parts.push(memberOf(it, entry, list, language));
    }
    return new FileOfParts(uri, language, document, [rootOf(map, language, lists), ...parts]);
  };
  /** Where nothing but members of one collection has changed, only these are read. */
  const readOn = (document: Document, before: PlanFile): PlanFile | undefined => {
    const { uri, language, parts, document: old } = before;
    const change = document.root === old.root ? changedItems(old, document) : undefined;
    const list = change && collectionAt(change.entry, language);
    if (!list) return undefined;
    const { entry, from, to, nodes } = change;
    const own = nodes.filter(says).map((it) => memberOf(it, entry, list, language));
    const first = firstPart(before, from);
    const next = parts.toSpliced(first, firstPart(before, to) - first, ...own);
    return new FileOfParts(uri, language, document, next, commentedAfter(before, change));
  };
  return (document, language, before) =>
    (before?.language === language ? readOn(document, before) : undefined) ?? readAll(document, language);
}

function collectionAt(entry: Entry, language: Language): Shape | undefined {
  const shape = shapes[language].map?.keys.get(keyText(entry))?.shape;
  return isCollection(shape) ? shape?.list : undefined;
}

/** A root with the members of lists that it was read with. */
interface Root {
  readonly part: Part;
  readonly nodes: readonly Node[];
}

function sameNodes(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((it, index) => it === b[index]);
}

/** The lists under top-level keys, with their members, over all sections. */
function* listsOf({ sections, outline }: Document, map: MapNode): Iterable<readonly [Entry, readonly Node[]]> {
  const lists = new Map(map.entries.flatMap((it) => (it.value?.is === 'list' ? [[it.key, it] as const] : [])));
  for (const head of outline.heads) {
    const tree = sections[head]?.tree;
    for (const { key } of tree?.is === 'map' ? tree.entries : []) {
      const entry = lists.get(key);
      if (entry?.value?.is !== 'list') continue;
      yield [entry, entry.value.cut ? itemsFrom(sections, head + 1) : entry.value.items];
    }
  }
}

/** Members of one list in place of others: those between two offsets of the text before. */
interface ItemChange {
  /** Sections that went, and that came. */
  readonly gone: readonly Section[];
  readonly come: readonly Section[];
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly Node[];
}

/** What differs between two versions with the same keys; `undefined` where it is more than members of one list. */
function changedItems(before: Document, now: Document): ItemChange | undefined {
  const [old, sections] = [before.sections, now.sections];
  const { head, tail } = commonEnds(old.length, sections.length, (one, other) => old[one] === sections[other]);
  const come = sections.slice(head, sections.length - tail);
  const gone = old.slice(head, old.length - tail);
  if (!gone.every((it) => it.item) || !come.every((it) => it.item)) return undefined;
  const key = entryAbove(sections, now.outline, head - 1)?.key;
  const entry = now.root?.entries.find((it) => it.key === key);
  if (!entry) return undefined;
  const startOf = (section: Section | undefined): number => (section && startOfSection(before, section)) ?? Infinity;
  const nodes = come.flatMap(({ tree }) => (tree?.is === 'list' ? tree.items : []));
  return { gone, come, entry, from: startOf(old[head]), to: startOf(old[old.length - tail]), nodes };
}

/** The first part, behind the file's own keys, that stands at an offset of its document or behind it. */
export function firstPart({ parts, document }: Pick<PlanFile, 'parts' | 'document'>, offset: number): number {
  const startOf = (part: Part | undefined): number => (part && startOfSection(document, part.node.span.section)) ?? 0;
  return firstWhere(Math.min(1, parts.length), parts.length, (index) => startOf(parts[index]) >= offset);
}

/** The top-level keys with all that belongs to the file itself; a collection stands there without its members. */
function ownKeys(map: MapNode, language: Language, lists: ReadonlyMap<Entry, readonly Node[]>): MapNode {
  const entries = map.entries.map((entry): Entry => {
    const { value } = entry;
    if (value?.is !== 'list') return entry;
    const items = lists.get(entry);
    if (items) return value.cut ? { ...entry, value: whole(value, items) } : entry;
    return value.cut || !collectionAt(entry, language)
      ? entry
      : { ...entry, value: { ...value, items: [], cut: value.items.some(says) ? 'filled' : 'empty' } };
  });
  return { ...map, entries };
}

function whole({ is, flow, span }: ListNode, items: readonly Node[]): ListNode {
  return { is, items, flow, span };
}

/** In no order. */
function commentedAfter({ commented }: PlanFile, { gone, come }: ItemChange): readonly Section[] {
  const more = come.filter(hasComments);
  return gone.some(hasComments) || more.length > 0
    ? [...commented.filter((it) => !gone.includes(it)), ...more]
    : commented;
}

function hasComments({ comments }: Section): boolean {
  return comments.length > 0;
}

/** A file of these parts. A class, since one is made at every key: what is gathered from all parts is so only when it is asked for. */
class FileOfParts implements PlanFile {
  readonly uri: string;
  readonly language: Language;
  readonly document: Document;
  readonly parts: readonly Part[];
  readonly commented: readonly Section[];
  readonly root: Rec | Item | undefined;
  #items: readonly Item[] | undefined;
  #mentions: readonly Mention[] | undefined;
  #faults: readonly Fault[] | undefined;

  constructor(
    uri: string,
    language: Language,
    document: Document,
    parts: readonly Part[],
    commented: readonly Section[] = document.sections.filter(hasComments),
  ) {
    this.uri = uri;
    this.language = language;
    this.document = document;
    this.parts = parts;
    this.commented = commented;
    this.root = parts[0]?.record;
  }

  get items(): readonly Item[] {
    return (this.#items ??= this.parts.flatMap((it) => it.items).filter((it) => it !== this.root));
  }

  get mentions(): readonly Mention[] {
    return (this.#mentions ??= this.parts.flatMap((it) => it.mentions));
  }

  get faults(): readonly Fault[] {
    return (this.#faults ??= this.parts.flatMap((it) => it.faults));
  }
}
