/** What does not fit the schema, as data. ajv decides whether something does not fit; the walk below says what and where. */
import { entryOf, keyText, type Entry, type MapNode, type Node, type ScalarNode, type Span } from '../syntax/tree.ts';
import { fits } from './formats.ts';
import { createJudge } from './judge.ts';
import { nearest } from './nearest.ts';
import { isCollection, shapes, type Key, type Language, type MapShape, type ScalarShape, type Shape } from './shape.ts';

/** One thing that does not fit. `key` is the key concerned; `shape` what should stand there. */
export type Fault = Misfit | Missing | Unknown;

/** A value of another form (`type`), or of the right form but outside its list or pattern (`value`). */
export interface Misfit {
  readonly is: 'type' | 'value';
  readonly span: Span;
  readonly node: Node;
  readonly key: string;
  readonly shape: Shape;
  /** The innermost entry that it stands in, as its value or in its list; absent for a key that is itself at fault. */
  readonly entry?: Entry;
}

export interface Missing {
  readonly is: 'missing';
  readonly span: Span;
  readonly map: MapNode;
  readonly key: Key;
  readonly shape: Shape;
}

export interface Unknown {
  readonly is: 'unknown';
  readonly span: Span;
  readonly map: MapNode;
  readonly entry: Entry;
  readonly key: string;
  /** The key that was probably meant, and that is not there yet. */
  readonly meant?: string;
  /** The same, where it is there already. */
  readonly taken?: string;
  readonly shape: Shape;
}

/** Finds what does not fit, part by part. */
export interface Validator {
  /** In a file's own keys, without the members of its collections. */
  readonly ofRoot: (root: MapNode, language: Language) => readonly Fault[];
  /** In a member of a list that stands at `entry`. */
  readonly ofMember: (node: Node, shape: Shape, entry: Entry) => readonly Fault[];
}

const none: readonly never[] = [];

/** A validator that puts each value at a top-level key, and each member of a list there, to ajv, and looks into it only if ajv refuses it. */
export function createValidator(): Validator {
  const accepts = createJudge();
  const look = (node: Node, shape: Shape, entry: Entry): readonly Fault[] => {
    const facts = isEmpty(node) ? undefined : readFacts(node);
    if (facts && !accepts(shape.pointer, facts.data)) return explain(node, shape, entry);
    return facts?.gaps ? faultsOf(node, shape, entry) : none;
  };
  const ofRoot = (root: MapNode, language: Language): readonly Fault[] => {
    const shape = shapes[language];
    const inside = root.entries.flatMap((entry) => {
      const at = shape.map?.keys.get(keyText(entry))?.shape;
      if (!at || !entry.value) return none;
      const { list } = at;
      if (entry.value.is !== 'list' || !list || at.scalars.length > 0) return look(entry.value, at, entry);
      return isCollection(at) ? none : entry.value.items.flatMap((it) => look(it, list, entry));
    });
    return shape.map ? [...inside, ...faultsOfKeys(root, shape.map, shape)] : inside;
  };
  return { ofRoot, ofMember: look };
}

/** Nothing stands there yet: a rule may ask for it, but it is not wrong. */
function isEmpty(node: Node | undefined): boolean {
  if (node?.is !== 'scalar') return node === undefined;
  return node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
}

/** The data of a node without the keys and list entries at which nothing stands yet, and whether there are such keys. */
interface Facts {
  readonly data: unknown;
  readonly gaps: boolean;
}

function readFacts(node: Node): Facts {
  const seen = { gaps: false };
  return { data: factsOf(node, seen), gaps: seen.gaps };
}

function factsOf(node: Node, seen: { gaps: boolean }): unknown {
  if (node.is === 'scalar') return node.value;
  if (node.is === 'list') return factsOfList(node.items, seen);
  const data: Record<string, unknown> = {};
  for (const { key, value } of node.entries) {
    if (!value || isEmpty(value)) {
      seen.gaps = true;
      continue;
    }
    const name = String(key.value);
    // A key like any other, which a mere assignment would not make.
    if (name === '__proto__') Object.defineProperty(data, name, { value: factsOf(value, seen), enumerable: true });
    else data[name] = factsOf(value, seen);
  }
  return data;
}

function factsOfList(items: readonly Node[], seen: { gaps: boolean }): unknown[] {
  const data: unknown[] = [];
  for (const it of items) if (!isEmpty(it)) data.push(factsOf(it, seen));
  return data;
}

/** Everything below `node`, which stands at `entry`, that does not fit `shape`, in reading order. */
function faultsOf(node: Node, shape: Shape, entry: Entry): readonly Fault[] {
  const found: Fault[] = [];
  findFaults(node, shape, entry, found);
  return found.length > 0 ? found : none;
}

function findFaults(node: Node, shape: Shape, entry: Entry, found: Fault[]): void {
  if (isEmpty(node)) return;
  if (node.is === 'map' && shape.map) findFaultsOfMap(node, shape.map, shape, found);
  else if (node.is === 'list' && shape.list) {
    for (const it of node.items) findFaults(it, shape.list, entry, found);
  } else {
    const is = node.is !== 'scalar' || shape.scalars.length === 0 ? 'type' : misfitOf(node, shape.scalars);
    if (is) found.push({ is, span: node.span, node, key: keyText(entry), shape, entry });
  }
}

function findFaultsOfMap(map: MapNode, mapShape: MapShape, shape: Shape, found: Fault[]): void {
  for (const entry of map.entries) {
    const inside = mapShape.keys.get(keyText(entry))?.shape ?? mapShape.rest;
    if (inside && entry.value) findFaults(entry.value, inside, entry, found);
  }
  for (const it of faultsOfKeys(map, mapShape, shape)) found.push(it);
}

/** Keys that do not belong there, and keys that should. */
function* faultsOfKeys(map: MapNode, mapShape: MapShape, shape: Shape): Iterable<Fault> {
  const strange = map.entries.filter((it) => !mapShape.keys.has(keyText(it)));
  const meant = new Set<string>();
  const guess = strange.length > 0 ? createGuess(map, mapShape) : undefined;
  for (const entry of strange) {
    const name = keyText(entry);
    if (mapShape.rest) {
      if (mapShape.names?.test(name) === false)
        yield { is: 'value', span: entry.key.span, node: entry.key, key: name, shape };
    } else if (!name.startsWith('x-')) {
      const fault = { is: 'unknown' as const, span: entry.key.span, map, entry, key: name, ...guess?.(name), shape };
      if (fault.meant !== undefined) meant.add(fault.meant);
      yield fault;
    }
  }
  for (const key of mapShape.keys.values()) {
    if (!key.required || meant.has(key.name) || !isEmpty(entryOf(map, key.name)?.value)) continue;
    yield { is: 'missing', span: anchorOf(map), map, key, shape };
  }
}

/** Where something missing is reported: at the item's id, else at its first key. */
export function anchorOf(map: MapNode): Span {
  return entryOf(map, 'id')?.value?.span ?? map.entries[0]?.key.span ?? map.span;
}

/** More strange keys than these in one place are no slips of the pen. */
const mostGuessed = 100;

/** The known key that an unknown one stands for: another word for it, singular for plural, or two slips away. */
function createGuess(map: MapNode, { keys }: MapShape): (name: string) => Pick<Unknown, 'meant' | 'taken'> {
  const present = new Set(map.entries.map(keyText));
  const free = [...keys.values()].filter((it) => !present.has(it.name));
  const names = free.map((it) => it.name);
  let asked = 0;
  return (name) => {
    if (++asked > mostGuessed) return {};
    const lower = name.trim().toLowerCase();
    const same = names.find((it) => it === lower.replaceAll(/[\s-]/g, '_') || it === `${name}s` || `${it}s` === name);
    const meant = same ?? free.find((it) => it.aliases.includes(lower))?.name ?? nearest(name, names)[0];
    if (meant !== undefined) return { meant };
    const [taken] = nearest(name, keys.keys());
    return taken === undefined ? {} : { taken };
  };
}

/** The known keys that were meant by unknown ones of a map: what they say is written, only under a slip of the pen. */
export function misspeltKeys(map: MapNode, mapShape: MapShape | undefined): readonly string[] {
  if (!mapShape || mapShape.rest) return [];
  const strange: string[] = [];
  for (const it of map.entries) {
    const name = keyText(it);
    if (!mapShape.keys.has(name) && !name.startsWith('x-')) strange.push(name);
  }
  if (strange.length === 0) return none;
  const guess = createGuess(map, mapShape);
  return strange.flatMap((it) => guess(it).meant ?? []);
}

/** Why a value fits none of the forms that its place takes; `undefined`: it fits one. */
function misfitOf(node: ScalarNode, forms: readonly ScalarShape[]): 'type' | 'value' | undefined {
  const reasons = forms.map((it) => misfit(node, it));
  if (reasons.includes(undefined)) return undefined;
  const number = forms.some(({ types }) => types.includes('number') || types.includes('integer'));
  // `18%` is words only by the letter.
  if (number && typeof node.value === 'string' && !/\p{L}/u.test(node.value))
    return forms.length > 1 ? 'type' : reasons[0];
  return reasons.includes('value') ? 'value' : 'type';
}

function misfit(node: ScalarNode, shape: ScalarShape): 'type' | 'value' | undefined {
  const { value } = node;
  // Whatever stands in place of a word from a list is first of all not on the list.
  if (shape.values) return shape.values.some((it) => it.value === value) ? undefined : 'value';
  if (shape.types.some((it) => hasType(value, it))) return fitsForm(node, shape) ? undefined : 'value';
  return shape.format === 'date' && typeof value === 'number' ? 'value' : 'type';
}

function fitsForm({ value, source, style }: ScalarNode, { pattern, format, minimum, maximum }: ScalarShape): boolean {
  const text = typeof value === 'string' || style !== 'plain' ? String(value) : source;
  if (pattern?.test(text) === false || (format !== undefined && !fits(format, text))) return false;
  return typeof value !== 'number' || (value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity));
}

function hasType(value: ScalarNode['value'], type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type;
}

/** What ajv refuses is never passed over: where the walk finds no words, the whole value is named. */
function explain(node: Node, shape: Shape, entry: Entry): readonly Fault[] {
  const faults = faultsOf(node, shape, entry);
  return faults.length > 0 ? faults : [{ is: 'value', span: node.span, node, key: keyText(entry), shape, entry }];
}
