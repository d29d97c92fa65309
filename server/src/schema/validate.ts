/** What does not fit the schema, as data. ajv decides whether something does not fit; the walk below says what and where. */
import { Ajv, type ValidateFunction } from 'ajv';
import { entryOf, keyText, toData, type Entry, type MapNode, type Node, type ScalarNode, type Span } from '../syntax/tree.ts';
import { fits } from './formats.ts';
import { nearest } from './nearest.ts';
import { schemas, shapes, type Key, type Language, type MapShape, type ScalarShape, type Shape } from './shape.ts';

/** One thing that does not fit. `key` is the key concerned; `shape` what should stand there. */
export type Fault =
  | { readonly is: 'type' | 'value'; readonly span: Span; readonly node: Node; readonly key: string; readonly shape: Shape }
  | { readonly is: 'missing'; readonly span: Span; readonly map: MapNode; readonly key: Key; readonly shape: Shape }
  | {
      readonly is: 'unknown';
      readonly span: Span;
      readonly map: MapNode;
      readonly entry: Entry;
      readonly key: string;
      /** The key that was probably meant. */
      readonly meant?: string;
      readonly shape: Shape;
    };

const annotations = ['x-kind', 'x-ref', 'x-rule', 'x-aliases', 'x-suggest', 'x-list', 'enumDescriptions'];

/** Finds what does not fit in a whole file. */
export type Validator = (root: MapNode, language: Language) => readonly Fault[];

/**
 * A validator that remembers its answers by node: a top-level value, or an item of a list there,
 * is put to ajv once, and looked into only if ajv refuses it.
 */
export function createValidator(): Validator {
  const accepts = createJudge();
  const known = new WeakMap<Node, readonly Fault[]>();
  const look = (node: Node, shape: Shape, key: string): readonly Fault[] => {
    const faults = known.get(node) ?? (accepts(shape.pointer, toData(node)) ? [] : explain(node, shape, key));
    known.set(node, faults);
    return faults;
  };
  return (root, language) => {
    const shape = shapes[language];
    const inside = root.entries.flatMap((entry) => {
      const key = keyText(entry);
      const at = shape.map?.keys.get(key)?.shape;
      if (!at || !entry.value) return [];
      const { list } = at;
      if (entry.value.is !== 'list' || !list) return look(entry.value, at, key);
      return entry.value.items.flatMap((it) => look(it, list, key));
    });
    return shape.map ? [...inside, ...faultsOfKeys(root, shape.map, shape)] : inside;
  };
}

/** ajv with our annotations and forms: whether it accepts data at a pointer into our schemas. */
function createJudge(): (pointer: string, data: unknown) => boolean {
  const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
  for (const it of annotations) ajv.addKeyword(it);
  for (const it of ['date', 'period', 'id', 'reference']) {
    ajv.addFormat(it, { type: 'string', validate: (text: string) => fits(it, text) });
  }
  for (const it of Object.values(schemas)) ajv.addSchema(it);
  const compiled = new Map<string, ValidateFunction | undefined>();
  return (pointer, data) => {
    if (!compiled.has(pointer)) compiled.set(pointer, ajv.getSchema(pointer));
    return compiled.get(pointer)?.(data) === true;
  };
}

/** Everything below `node` that does not fit `shape`, in reading order. `key` is the key under which it stands. */
export function* faultsOf(node: Node, shape: Shape, key: string): Iterable<Fault> {
  if (node.is === 'map' && shape.map) yield* faultsOfMap(node, shape.map, shape);
  else if (node.is === 'list' && shape.list) {
    for (const it of node.items) yield* faultsOf(it, shape.list, key);
  } else if (node.is === 'map' || node.is === 'list') yield { is: 'type', span: node.span, node, key, shape };
  else if (shape.scalars.length > 0) {
    const best = shape.scalars.map((it) => misfit(node, it));
    if (!best.includes(undefined)) {
      yield { is: best.includes('value') ? 'value' : 'type', span: node.span, node, key, shape };
    }
  } else if (shape.list && shape.list.scalars.length > 0) yield* faultsOf(node, shape.list, key);
  else yield { is: 'type', span: node.span, node, key, shape };
}

function* faultsOfMap(map: MapNode, mapShape: MapShape, shape: Shape): Iterable<Fault> {
  for (const entry of map.entries) {
    const name = keyText(entry);
    const inside = mapShape.keys.get(name)?.shape ?? mapShape.rest;
    if (inside && entry.value) yield* faultsOf(entry.value, inside, name);
  }
  yield* faultsOfKeys(map, mapShape, shape);
}

/** Keys that do not belong there, and keys that should. */
function* faultsOfKeys(map: MapNode, mapShape: MapShape, shape: Shape): Iterable<Fault> {
  const strange = map.entries.filter((it) => !mapShape.keys.has(keyText(it)));
  for (const entry of strange) {
    const name = keyText(entry);
    if (mapShape.rest) {
      if (mapShape.names?.test(name) === false) yield { is: 'value', span: entry.key.span, node: entry.key, key: name, shape };
    } else if (!name.startsWith('x-')) yield unknown(map, entry, mapShape, shape);
  }
  for (const key of mapShape.keys.values()) {
    if (!key.required || entryOf(map, key.name)?.value) continue;
    if (strange.some((it) => meant(it, map, mapShape) === key.name)) continue;
    yield { is: 'missing', span: anchorOf(map), map, key, shape };
  }
}

/** Where something missing is reported: at the item's id, else at its first key. */
export function anchorOf(map: MapNode): Span {
  return entryOf(map, 'id')?.value?.span ?? map.entries[0]?.key.span ?? map.span;
}

function unknown(map: MapNode, entry: Entry, mapShape: MapShape, shape: Shape): Fault {
  const key = meant(entry, map, mapShape);
  const name = keyText(entry);
  return { is: 'unknown', span: entry.key.span, map, entry, key: name, ...(key !== undefined && { meant: key }), shape };
}

/** The known key that an unknown one stands for: another word for it, singular for plural, or two slips away. */
function meant(entry: Entry, map: MapNode, { keys }: MapShape): string | undefined {
  const name = keyText(entry);
  const free = [...keys.values()].filter((it) => !entryOf(map, it.name));
  const alias = free.find((it) => it.aliases.includes(name.toLowerCase()));
  if (alias) return alias.name;
  const names = free.map((it) => it.name);
  return names.find((it) => it === `${name}s` || `${it}s` === name) ?? nearest(name, names)[0];
}

function misfit({ value, source, style }: ScalarNode, shape: ScalarShape): 'type' | 'value' | undefined {
  if (value === null) return 'type';
  if (!shape.types.some((it) => hasType(value, it))) return 'type';
  if (shape.values && !shape.values.some((it) => it.value === value)) return 'value';
  const text = typeof value === 'string' || style !== 'plain' ? String(value) : source;
  if (shape.pattern && !shape.pattern.test(text)) return 'value';
  if (shape.format !== undefined && !fits(shape.format, text)) return 'value';
  if (typeof value !== 'number') return undefined;
  return value < (shape.minimum ?? -Infinity) || value > (shape.maximum ?? Infinity) ? 'value' : undefined;
}

function hasType(value: string | number | boolean, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type;
}

/** What ajv refuses is never passed over: where the walk finds no words, the whole value is named. */
function explain(node: Node, shape: Shape, key: string): readonly Fault[] {
  const faults = [...faultsOf(node, shape, key)];
  return faults.length > 0 ? faults : [{ is: 'value', span: node.span, node, key, shape }];
}
