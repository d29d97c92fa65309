/** Tree to items and mentions, guided by the schema alone: a new key of the language needs no code here. */
import { fits } from '../schema/formats.ts';
import { misspeltKeys } from '../schema/validate.ts';
import { shapes, type Key, type Language, type MapShape, type ScalarShape, type Shape } from '../schema/shape.ts';
import { valueOf, keyText, type ListNode, type MapNode, type Node, type ScalarNode } from '../syntax/tree.ts';
import type { FreeEntry, Item, Mention, Rec, Value } from './item.ts';
import type { Kind } from './language.ts';

/** What a map says: its fields by key, and the items and mentions in it, in reading order. */
export interface Reading {
  readonly record: Rec | Item;
  readonly items: readonly Item[];
  readonly mentions: readonly Mention[];
}

/** Reads a whole file. Items of top-level lists that an earlier reading saw as the same nodes are taken over. */
export type Reader = (root: MapNode, language: Language) => Reading;

export function createReader(): Reader {
  const known = new WeakMap<MapNode, Reading>();
  return (root, language) => {
    const collected: Collected = { items: [], mentions: [], known };
    const record = readMap(root, shapes[language], undefined, 0, collected);
    return { record, items: collected.items, mentions: collected.mentions };
  };
}

interface Collected {
  readonly items: Item[];
  readonly mentions: Mention[];
  readonly known: WeakMap<MapNode, Reading>;
}

type Field = Rec | Item | Value | undefined | readonly (Rec | Item | Value | Mention | FreeEntry)[];

/** A map of a known form. Depth 0 is the file, 1 an item of one of its lists: these are remembered. */
function readMap(node: MapNode, shape: Shape, inside: Item | undefined, depth: number, into: Collected): Rec | Item {
  const before = depth === 1 ? into.known.get(node) : undefined;
  const found = before ?? readAnew(node, shape, inside, depth, into);
  if (depth === 1) into.known.set(node, found);
  into.items.push(...found.items);
  into.mentions.push(...found.mentions);
  return found.record;
}

function readAnew(node: MapNode, shape: Shape, inside: Item | undefined, depth: number, { known }: Collected): Reading {
  const items: Item[] = [];
  const into: Collected = { items, mentions: [], known };
  const record = shape.kind
    ? { is: 'item' as const, of: shape.kind as Kind, node, ...(inside && { inside }) }
    : { is: 'record' as const, node };
  const misspelt = misspeltKeys(node, shape.map);
  if (misspelt.length > 0) Object.assign(record, { misspelt });
  const owner = record.is === 'item' ? record : inside;
  if (record.is === 'item' && depth > 0) items.push(record);
  const fields = record as unknown as Record<string, Field>;
  for (const { name, shape: at } of inReadingOrder(node, shape.map)) {
    const value = valueAt(node, name);
    const nested = record.is === 'item' && depth > 0 ? record : depth === 0 ? undefined : inside;
    const field = readField(value, { shape: at, key: name, owner: owner ?? asOwner(node), nested, depth, into });
    if (field !== undefined) fields[name] = field;
  }
  return { record, items, mentions: into.mentions };
}

/** The known keys that the author wrote, in their order, then those that are absent. */
function inReadingOrder(node: MapNode, map: MapShape | undefined): Iterable<Key> {
  const known = map?.keys ?? new Map<string, Key>();
  const written = node.entries.flatMap((it) => known.get(keyText(it)) ?? []);
  return new Set([...written, ...known.values()]);
}

/** A list that was begun twice is read as one, so that the slip is told of once and not at every link into it. */
function valueAt(node: MapNode, name: string): Node | undefined {
  const value = valueOf(node, name);
  if (value?.is !== 'list') return value;
  const lists = node.entries
    .filter((it) => keyText(it) === name)
    .flatMap((it) => (it.value?.is === 'list' ? [it.value] : []));
  return lists.length < 2 ? value : { ...value, items: lists.flatMap((it) => it.items) };
}

/** Mentions in a map outside any item count as the file's own. */
function asOwner(node: MapNode): Item {
  return { is: 'item', of: 'document', node };
}

interface Place {
  readonly shape: Shape;
  readonly key: string;
  readonly owner: Item;
  readonly nested: Item | undefined;
  readonly depth: number;
  readonly into: Collected;
}

function readField(node: Node | undefined, place: Place): Field {
  const { shape } = place;
  if (shape.refs) return readRefs(node, place);
  if (shape.list) return readList(node, shape.list, place);
  if (shape.map && !(node?.is === 'scalar' && shape.scalars.length > 0)) return readInner(node, shape.map, place);
  return node && readScalar(node, shape.scalars);
}

function readRefs(node: Node | undefined, place: Place): readonly Mention[] {
  const nodes = node?.is === 'list' ? node.items : node ? [node] : [];
  const mentions = nodes.flatMap((it) => (it.is === 'scalar' ? mentionOf(it, place) : []));
  place.into.mentions.push(...mentions);
  return mentions;
}

/** A scalar as a name. A word that may stand here too, such as `all`, is none. */
function mentionOf(node: ScalarNode, { shape, key, owner }: Place): Mention[] {
  const { value, span, style, source } = node;
  if (value === null || value === '' || typeof value === 'boolean') return [];
  if (shape.scalars.some((it) => it.suggest.includes(String(value)))) return [];
  const name = style === 'plain' ? source : String(value);
  const slash = name.indexOf('/');
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  // What an alias stands for is written at its anchor.
  const written = node.anchor ?? span;
  const start = written.start + quote + slash + 1;
  const idSpan = style === 'block' ? written : { ...written, start, end: Math.max(start, written.end - quote) };
  const id = name.slice(slash + 1);
  const document = slash < 0 ? {} : { document: name.slice(0, slash) };
  return [{ name, span, ...document, id, idSpan, key, kinds: shape.refs ?? [], from: owner }];
}

function readList(node: Node | undefined, shape: Shape, place: Place): readonly (Rec | Item | Value)[] {
  const nodes = node?.is === 'list' ? itemsOf(node) : node?.is === 'scalar' ? [node] : [];
  if (!shape.map) return nodes.map((it) => readScalar(it, shape.scalars));
  const { nested, depth, into } = place;
  return nodes.flatMap((it) => (it.is === 'map' ? [readMap(it, shape, nested, depth + 1, into)] : []));
}

function itemsOf({ items }: ListNode): readonly Node[] {
  return items.filter((it) => it.is !== 'scalar' || it.value !== null);
}

function readInner(node: Node | undefined, map: MapShape, { shape, nested, into }: Place): Field {
  if (node?.is !== 'map') return map.rest ? [] : undefined;
  const { rest } = map;
  if (!rest) return readMap(node, shape, nested, 2, into);
  return node.entries.flatMap((it) => (it.value ? [{ key: it.key, value: readScalar(it.value, rest.scalars) }] : []));
}

function readScalar(node: Node, scalars: readonly ScalarShape[]): Value {
  if (node.is !== 'scalar' || node.value === null) return { is: 'value', value: undefined, span: node.span };
  const fitting = scalars.length === 0 || scalars.some((it) => accepts(node, it));
  return { is: 'value', value: fitting ? node.value : undefined, span: node.span, node };
}

function accepts({ value, source, style }: ScalarNode, { types, values, format, pattern }: ScalarShape): boolean {
  const type = typeof value;
  if (!types.some((it) => it === type || (type === 'number' && (it === 'number' || it === 'integer')))) return false;
  if (values) return values.some((it) => it.value === value);
  const text = style === 'plain' ? source : String(value);
  return (pattern?.test(text) ?? true) && (format === undefined || fits(format, text));
}
