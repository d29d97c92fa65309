/** What the parts of a plan are made of: items, their values, and their mentions of each other. A draft's gaps are states. */
import type { ListNode, MapNode, Node, ScalarNode, Section, Span } from '../syntax/tree.ts';
import type { Kind, Kinds } from './language.ts';

/** A value that the author wrote. `value` is absent where what stands there does not fit (`schema/type`, `schema/value`). */
export interface Value<T = string | number | boolean> {
  readonly is: 'value';
  readonly value: T | undefined;
  readonly span: Span;
  /** Absent for a cell of a table. */
  readonly node?: ScalarNode;
}

/** A map that defines nothing, such as a budget. */
export interface Rec {
  readonly is: 'record';
  readonly node: MapNode;
  readonly misspelt?: readonly string[];
}

/** An entry of a map whose keys the author chooses. */
export interface FreeEntry<T = string | number | boolean> {
  readonly key: ScalarNode;
  readonly value: Value<T>;
}

/** A member of a collection, whatever its kind. Every kind's own keys are in language.ts. */
export interface Item<K extends Kind = Kind> {
  readonly is: 'item';
  readonly of: K;
  readonly node: MapNode;
  /** Keys that were written with a slip of the pen; `schema/unknown-key` says so. */
  readonly misspelt?: readonly string[];
  /** The item that it is nested in. */
  readonly inside?: Item;
  readonly id?: Value<string>;
  readonly title?: Value<string>;
  readonly superseded_by?: readonly Mention[];
}

/** A name that stands for an item, as written. What it leads to is asked of the links. */
export interface Mention {
  /** As written, without quotes: `regulars` or `comms/regulars`. */
  readonly name: string;
  readonly span: Span;
  /** The document named before the slash. */
  readonly document?: string;
  readonly id: string;
  /** Only the id, without document and quotes. */
  readonly idSpan: Span;
  readonly key: string;
  /** Kinds of item that may stand here; `any`, `role` and `document` among them. */
  readonly kinds: readonly string[];
  /** The innermost item that holds it. */
  readonly from: Item;
}

export type Refs = readonly Mention[];

export function isA<K extends Kind>(kind: K, item: Item | undefined): item is Kinds[K] & Item {
  return item?.of === kind;
}

/** An item's name: its title, else its text, else its id with spaces for hyphens, else its kind. */
export function nameOf(item: Item): string {
  const text = (item as { text?: Value<string> }).text?.value;
  return item.title?.value ?? text ?? item.id?.value?.replaceAll('-', ' ') ?? `a ${item.of} without a name`;
}

/** Where an item is pointed at: its id, else its title, else its first key. */
export function placeOf(item: Item): Span {
  return item.id?.span ?? item.title?.span ?? item.node.entries[0]?.key.span ?? item.node.span;
}

export function sectionOf(item: Item): Section {
  return item.node.span.section;
}

/** The file that an item stands in. */
export function uriOf(item: Item): string {
  return sectionOf(item).uri;
}

/** What an item could hold is not known while its text cannot be read. */
export function broken(item: Item): boolean {
  return sectionOf(item).problems.length > 0;
}

/**
 * Whether the author left `key` out: it is absent, or nothing stands there.
 * A value that does not fit is not left out; it is reported as what it is. Nor is one in text that cannot be read,
 * or one whose key is misspelt.
 */
export function lacks(item: Pick<Item, 'node' | 'misspelt'>, key: string): boolean {
  if (item.misspelt?.includes(key)) return false;
  const entries = item.node.entries.filter((it) => it.key.value === key);
  return entries.every((it) => isEmpty(it.value) && it.key.span.section.problems.length === 0);
}

function isEmpty(node: Node | undefined): boolean {
  if (node?.is === 'scalar') return typeof node.value === 'string' && node.value.trim() === '';
  if (node?.is === 'list') return isEmptyList(node);
  return node === undefined;
}

function isEmptyList({ items, cut }: ListNode): boolean {
  if (cut) return cut === 'empty';
  return items.every((it) => it.is === 'scalar' && (it.value === null || it.value === ''));
}

/** Whether a value stands at `key`, and it does not fit: rules that read the key are silent then. */
export function unusable(item: Pick<Item, 'node' | 'misspelt'>, key: string): boolean {
  if (lacks(item, key)) return false;
  const field = (item as unknown as Record<string, unknown>)[key];
  if (field === undefined) return true;
  if (Array.isArray(field)) return field.length === 0;
  return (field as Partial<Value>).is === 'value' && (field as Value).value === undefined;
}
