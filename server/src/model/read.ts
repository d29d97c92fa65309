/** Tree to items and mentions, guided by the schema alone: a new key of the language needs no code here. */
import { fits } from '../schema/formats.ts';
import { misspeltKeys, type Validator } from '../schema/validate.ts';
import { isCollection, type Key, type Language, type MapShape, type ScalarShape, type Shape } from '../schema/shape.ts';
import {
  valueOf,
  keyText,
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
} from '../syntax/tree.ts';
import type { FreeEntry, Item, Mention, Rec, Value } from './item.ts';
import type { Kind } from './language.ts';
import type { Part } from './part.ts';

/** What a file's own keys say. The members of its collections are left out. */
export function readRoot(node: MapNode, shape: Shape, language: Language, validate: Validator): Part {
  const { record, items, mentions } = readMap(node, shape, undefined, 0);
  const faults = validate.ofRoot(node, language);
  return { uri: node.span.section.uri, language, is: 'root', node, shape, record, items, mentions, faults };
}

/** What a member of a list says that stands at `entry`. */
export function readMember(node: Node, shape: Shape, entry: Entry, language: Language, validate: Validator): Part {
  const { uri } = node.span.section;
  const faults = validate.ofMember(node, shape, entry);
  if (node.is !== 'map') return { uri, language, is: 'member', node, shape, items: [], mentions: [], faults };
  const { record, items, mentions } = readMap(node, shape, undefined, 1);
  return { uri, language, is: 'member', node, shape, record, items, mentions, faults };
}

interface Collected {
  readonly items: Item[];
  readonly mentions: Mention[];
}

type Field = Rec | Item | Value | undefined | readonly (Rec | Item | Value | Mention | FreeEntry)[];

/** A map of a known form. Depth 0 is the file itself, 1 a member of one of its lists. */
function readMap(
  node: MapNode,
  shape: Shape,
  inside: Item | undefined,
  depth: number,
): Collected & { readonly record: Rec | Item } {
  const into: Collected = { items: [], mentions: [] };
  const absent = absentIn(shape, depth === 0);
  const record: Rec | Item = shape.kind
    ? { is: 'item', of: shape.kind as Kind, node, ...(inside && { inside }), ...absent }
    : { is: 'record', node, ...absent };
  const misspelt = misspeltKeys(node, shape.map);
  if (misspelt.length > 0) Object.assign(record, { misspelt });
  const owner = record.is === 'item' ? record : inside;
  if (record.is === 'item') into.items.push(record);
  const fields = record as unknown as Record<string, Field>;
  const nested = record.is === 'item' && depth > 0 ? record : depth === 0 ? undefined : inside;
  for (const { name, shape: at } of writtenKeys(node, shape.map)) {
    if (depth === 0 && isCollection(at)) continue;
    const value = valueAt(node, name);
    const field = readField(value, { shape: at, key: name, owner: owner ?? asOwner(node), nested, depth, into });
    if (field !== undefined) fields[name] = field;
  }
  return { record, items: into.items, mentions: into.mentions };
}

/** The known keys that the author wrote, in their order, each once. */
function writtenKeys({ entries }: MapNode, map: MapShape | undefined): readonly Key[] {
  const written: Key[] = [];
  for (const it of entries) {
    const key = map?.keys.get(keyText(it));
    if (key && !written.includes(key)) written.push(key);
  }
  return written;
}

const none: readonly never[] = [];
const absences = new WeakMap<Shape, Readonly<Record<string, readonly never[]>>>();

/** What is said at the keys of lists and names that the author did not write: nothing. */
function absentIn(shape: Shape, isRoot: boolean): Readonly<Record<string, readonly never[]>> {
  const known = absences.get(shape);
  if (known) return known;
  const lists = [...(shape.map?.keys.values() ?? [])].filter(
    ({ shape: at }) => !(isRoot && isCollection(at)) && (at.refs ?? at.list ?? at.map?.rest),
  );
  const made = Object.fromEntries(lists.map(({ name }) => [name, none]));
  absences.set(shape, made);
  return made;
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
  for (const it of mentions) place.into.mentions.push(it);
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
  return nodes.flatMap((it) => (it.is === 'map' ? [readNested(it, shape, place)] : []));
}

function itemsOf({ items }: ListNode): readonly Node[] {
  return items.filter((it) => it.is !== 'scalar' || it.value !== null);
}

function readNested(node: MapNode, shape: Shape, { nested, depth, into }: Place): Rec | Item {
  const { record, items, mentions } = readMap(node, shape, nested, depth + 1);
  for (const it of items) into.items.push(it);
  for (const it of mentions) into.mentions.push(it);
  return record;
}

function readInner(node: Node | undefined, map: MapShape, place: Place): Field {
  if (node?.is !== 'map') return map.rest ? [] : undefined;
  const { rest } = map;
  if (!rest) return readNested(node, place.shape, { ...place, depth: 1 });
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
