/** Tree to items and mentions, guided by the schema alone: a new key of the language needs no code here. */
import { fits } from '../schema/formats.ts';
import { misspeltKeys, type Validator } from '../schema/validate.ts';
import { isCollection, type Key, type Language, type MapShape, type ScalarShape, type Shape } from '../schema/shape.ts';
import { keyText, type Entry, type MapNode, type Node, type ScalarNode, type Span } from '../syntax/tree.ts';
import type { FreeEntry, Item, Mention, Rec, Value } from './item.ts';
import type { Part } from './part.ts';

/** What a file's own keys say. The members of its collections are left out. */
export function readRoot(node: MapNode, shape: Shape, language: Language, validate: Validator): Part {
  const into: Collected = { items: [], mentions: [] };
  const record = readMap(node, { shape, inside: undefined, depth: 0, into });
  return partOf('root', node, { shape, language, faults: validate.ofRoot(node, language) }, record, into);
}

/** What a member of a list says that stands at `entry`. */
export function readMember(node: Node, shape: Shape, entry: Entry, language: Language, validate: Validator): Part {
  const about = { shape, language, faults: validate.ofMember(node, shape, entry) };
  const into: Collected = { items: [], mentions: [] };
  const record = node.is === 'map' ? readMap(node, { shape, inside: undefined, depth: 1, into }) : undefined;
  return partOf('member', node, about, record, into);
}

function partOf(
  is: Part['is'],
  node: Node,
  { shape, language, faults }: Pick<Part, 'shape' | 'language' | 'faults'>,
  record: Rec | Item | undefined,
  { items, mentions }: Collected,
): Part {
  const { uri } = node.span.section;
  // A copy is as long as it must be; what has grown has room for more.
  const some = <T>(list: readonly T[]): readonly T[] => (list.length > 0 ? list.slice() : none);
  return { uri, language, is, node, shape, record, items: some(items), mentions: some(mentions), faults };
}

interface Collected {
  readonly items: Item[];
  readonly mentions: Mention[];
}

type Field = Rec | Item | Value | undefined | readonly (Rec | Item | Value | Mention | FreeEntry)[];

/** Where a map stands. Depth 0 is the file itself, 1 a member of one of its lists. */
interface Ground {
  readonly shape: Shape;
  readonly inside: Item | undefined;
  readonly depth: number;
  readonly into: Collected;
}

/** A map of a known form; the items and mentions in it are collected, itself first if it is one. */
function readMap(node: MapNode, { shape, inside, depth, into }: Ground): Rec | Item {
  const { map } = shape;
  const record = blank(shape, depth === 0, node, inside);
  const isItem = record.is === 'item';
  if (isItem) into.items.push(record);
  const misspelt = misspeltKeys(node, map);
  if (misspelt.length > 0) (record as { misspelt?: readonly string[] }).misspelt = misspelt;
  if (!map) return record;
  const owner = (isItem ? record : inside) ?? asOwner(node);
  const nested = depth === 0 ? undefined : isItem ? record : inside;
  const fields = record as unknown as Record<string, Field>;
  for (const { key, value } of writtenIn(node, map)) {
    if (depth === 0 && isCollection(key.shape)) continue;
    const field = readField(value, { shape: key.shape, key: key.name, owner, nested, depth, into });
    if (field !== undefined) fields[key.name] = field;
  }
  return record;
}

/** A known key that the author wrote, and what stands there; of a key that stands twice the last, as YAML has it. */
interface Written {
  readonly key: Key;
  value: Node | undefined;
}

/** In their order, each once. */
function writtenIn(node: MapNode, map: MapShape): readonly Written[] {
  const written: Written[] = [];
  for (const it of node.entries) {
    const key = map.keys.get(keyText(it));
    if (!key) continue;
    const before = written.find((each) => each.key === key);
    if (before) before.value = again(node, key.name, it.value);
    else written.push({ key, value: it.value });
  }
  return written;
}

/** A list that was begun twice is read as one, so that the slip is told of once and not at every link into it. */
function again({ entries }: MapNode, name: string, value: Node | undefined): Node | undefined {
  if (value?.is !== 'list') return value;
  const lists = entries.flatMap((it) => (it.value?.is === 'list' && keyText(it) === name ? [it.value] : []));
  return lists.length < 2 ? value : { ...value, items: lists.flatMap((it) => it.items) };
}

const none: readonly never[] = [];
const blanks = new WeakMap<Shape, Rec | Item>();

/**
 * A map of which nothing has been read yet: at the keys of lists and names that the author did not write stands that
 * nothing is said there. All of one shape are copies of one with a place for every key, so that the engine knows where
 * to look in each of them.
 */
function blank(shape: Shape, isRoot: boolean, node: MapNode, inside: Item | undefined): Rec | Item {
  const known = blanks.get(shape) ?? makeBlank(shape, isRoot, node);
  const made: { -readonly [K in keyof Item]: Item[K] } = { ...(known as Item) };
  made.node = node;
  if (inside && shape.kind) made.inside = inside;
  return made;
}

function makeBlank(shape: Shape, isRoot: boolean, node: MapNode): Rec | Item {
  const places = [...(shape.map?.keys.values() ?? [])].map(({ name, shape: at }): readonly [string, unknown] => {
    const many = !(isRoot && isCollection(at)) && (at.refs ?? at.list ?? at.map?.rest);
    return [name, many ? none : undefined];
  });
  const own = shape.kind
    ? { is: 'item', of: shape.kind, node, inside: undefined, misspelt: undefined }
    : { is: 'record', node, misspelt: undefined };
  const made = Object.fromEntries([...Object.entries(own), ...places]) as unknown as Rec | Item;
  blanks.set(shape, made);
  return made;
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
  if (node?.is === 'list') return node.items.flatMap((it) => readRef(it, place));
  return node ? readRef(node, place) : none;
}

function readRef(node: Node, place: Place): readonly Mention[] {
  const mention = node.is === 'scalar' ? mentionOf(node, place) : undefined;
  if (!mention) return none;
  place.into.mentions.push(mention);
  return [mention];
}

/** A scalar as a name. A word that may stand here too, such as `all`, is none. */
function mentionOf(node: ScalarNode, { shape, key, owner }: Place): Mention | undefined {
  const { value, span, style, source } = node;
  if (value === null || value === '' || typeof value === 'boolean') return undefined;
  for (const it of shape.scalars) if (it.suggest.includes(String(value))) return undefined;
  const name = style === 'plain' ? source : String(value);
  const slash = name.indexOf('/');
  const idSpan = style === 'block' ? (node.anchor ?? span) : idSpanIn(node, slash);
  const kinds = shape.refs ?? none;
  if (slash < 0) return { name, span, id: name, idSpan, key, kinds, from: owner };
  return { name, span, document: name.slice(0, slash), id: name.slice(slash + 1), idSpan, key, kinds, from: owner };
}

/** Where the id stands in a name; what an alias stands for is written at its anchor. */
function idSpanIn({ span, anchor, style }: ScalarNode, slash: number): Span {
  const written = anchor ?? span;
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  if (quote === 0 && slash < 0) return written;
  const start = written.start + quote + slash + 1;
  return { section: written.section, start, end: Math.max(start, written.end - quote) };
}

function readList(node: Node | undefined, shape: Shape, place: Place): readonly (Rec | Item | Value)[] {
  const list: (Rec | Item | Value)[] = [];
  if (node?.is === 'list') for (const it of node.items) readItem(it, shape, place, list);
  else if (node?.is === 'scalar' && !shape.map) list.push(readScalar(node, shape.scalars));
  return list.length > 0 ? list.slice() : none;
}

/** A bare hyphen says nothing. */
function readItem(node: Node, shape: Shape, place: Place, list: (Rec | Item | Value)[]): void {
  if (node.is === 'scalar' && node.value === null) return;
  if (!shape.map) list.push(readScalar(node, shape.scalars));
  else if (node.is === 'map') list.push(readNested(node, shape, place, place.depth + 1));
}

function readNested(node: MapNode, shape: Shape, { nested, into }: Place, depth: number): Rec | Item {
  return readMap(node, { shape, inside: nested, depth, into });
}

function readInner(node: Node | undefined, map: MapShape, place: Place): Field {
  if (node?.is !== 'map') return map.rest ? none : undefined;
  const { rest } = map;
  if (!rest) return readNested(node, place.shape, place, 2);
  return node.entries.flatMap((it) => (it.value ? [{ key: it.key, value: readScalar(it.value, rest.scalars) }] : []));
}

function readScalar(node: Node, scalars: readonly ScalarShape[]): Value {
  if (node.is !== 'scalar' || node.value === null) return { is: 'value', value: undefined, span: node.span };
  const fitting = scalars.length === 0 || acceptsAny(node, scalars);
  return { is: 'value', value: fitting ? node.value : undefined, span: node.span, node };
}

function acceptsAny(node: ScalarNode, scalars: readonly ScalarShape[]): boolean {
  for (const it of scalars) if (accepts(node, it)) return true;
  return false;
}

function accepts({ value, source, style }: ScalarNode, { types, values, format, pattern }: ScalarShape): boolean {
  const type = typeof value;
  if (!types.includes(type) && !(type === 'number' && types.includes('integer'))) return false;
  if (values) return values.some((it) => it.value === value);
  if (!pattern && format === undefined) return true;
  const text = style === 'plain' ? source : String(value);
  return (pattern?.test(text) ?? true) && (format === undefined || fits(format, text));
}
