/** Edits in the author's own manner: their indentation, their line ends, flow or block as it stands there. Nothing is re-printed. */
import type { Document } from './document.ts';
import {
  entryOf,
  keyText,
  type Entry,
  type ListNode,
  type MapNode,
  type Node,
  type Section,
  type Span,
} from './tree.ts';

/** Replaces what stands at a span; the span's section says in which file. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** A key with its value as YAML text; several lines are lines of a nested block, without their outer indentation. */
export type Field = readonly [key: string, value: string | readonly string[]];

/**
 * Adds an entry to a map, behind `after` if that is there, else at its end.
 * `undefined` where the map is seen through an alias: what it says is not written there.
 */
export function addEntry(map: MapNode, [key, value]: Field, after?: string): Edit | undefined {
  if (map.anchor) return undefined;
  const own = map.entries.filter((it) => !it.merged);
  const previous = own.find((it) => keyText(it) === after) ?? own.at(-1);
  if (!previous)
    return map.flow ? insert(map.span.section, map.span.start + 1, ` ${key}: ${inline(value)} `) : undefined;
  const { section, end } = endOf(previous);
  if (map.flow) return insert(section, end, `, ${key}: ${inline(value)}`);
  const indent = ' '.repeat(columnOf(previous.key.span));
  return insert(section, lineEnd(section.text, end), lines(section, indent, `${key}:`, value));
}

/** Puts a value where none stands, or in place of the one that does. */
export function setValue({ key, value }: Entry, text: string): Edit | undefined {
  if (value?.anchor) return undefined;
  if (value && (value.is === 'scalar' || value.flow)) return { at: trimmed(value), text };
  if (value) return undefined;
  const { section, end } = key.span;
  const colon = section.text.indexOf(':', end);
  return colon < 0 ? undefined : insert(section, colon + 1, ` ${text}`);
}

/** Adds a name to a key that takes one or several: a value becomes a list, a list grows in its own manner. */
export function addName(map: MapNode, key: string, name: string): Edit | undefined {
  const entry = entryOf(map, key);
  if (!entry) return addEntry(map, [key, name]);
  const { value } = entry;
  if (!value || (value.is === 'list' && value.items.length === 0) || isBlank(value)) return setValue(entry, name);
  if (value.anchor || value.is === 'map') return undefined;
  if (value.is === 'scalar') return { at: value.span, text: `[${value.source}, ${name}]` };
  return addToList(value, name);
}

function isBlank(node: Node): boolean {
  return node.is === 'scalar' && (node.value === null || node.value === '');
}

function addToList(list: ListNode, text: string): Edit | undefined {
  const last = list.items.at(-1);
  if (!last) return undefined;
  const { section, end } = endOfNode(last);
  if (list.flow) return insert(section, end, `, ${text}`);
  const dash = section.text.lastIndexOf('-', last.span.start);
  const indent = ' '.repeat(Math.max(0, columnAt(section.text, dash)));
  return insert(section, lineEnd(section.text, end), `${eol(section)}${indent}- ${text}`);
}

/** Takes an entry out, with its line or its comma. */
export function removeEntry(map: MapNode, entry: Entry): Edit | undefined {
  if (map.anchor || entry.merged) return undefined;
  const { section } = entry.key.span;
  const { start } = entry.key.span;
  const { section: last, end } = endOf(entry);
  if (last !== section) return undefined;
  if (map.flow) return { at: { section, ...aroundComma(section.text, start, end) }, text: '' };
  const from = lineStart(section.text, start);
  const dash = /^\s*-\s+$/.test(section.text.slice(from, start));
  const next = map.entries[map.entries.indexOf(entry) + 1];
  if (dash) return next ? { at: { section, start, end: next.key.span.start }, text: '' } : undefined;
  return { at: { section, start: from, end: afterBreak(section.text, lineEnd(section.text, end)) }, text: '' };
}

/** Takes the nth value out of a list, or the whole entry where it was the only one. */
export function removeName(map: MapNode, entry: Entry, name: Node): Edit | undefined {
  const { value } = entry;
  if (value?.is !== 'list' || value.items.length < 2) return removeEntry(map, entry);
  const { section, start } = name.span;
  const { end } = endOfNode(name);
  if (value.flow) return { at: { section, ...aroundComma(section.text, start, end) }, text: '' };
  const from = lineStart(section.text, start);
  return { at: { section, start: from, end: afterBreak(section.text, lineEnd(section.text, end)) }, text: '' };
}

export function renameKey({ key }: Entry, name: string): Edit | undefined {
  return key.anchor ? undefined : { at: key.span, text: name };
}

/**
 * Adds an item to a top-level collection in the manner of the item before it,
 * or begins the collection at the end of the document.
 */
export function addItem(document: Document, collection: string, fields: readonly Field[]): Edit | undefined {
  const { tree } = document;
  const list = entryOf(tree, collection);
  const text = blockItem(fields, '  ');
  if (list?.value) return addLike(list.value, fields);
  if (tree?.is === 'map' && tree.flow) return list ? undefined : addEntry(tree, [collection, `[${flowItem(fields)}]`]);
  if (list) {
    const { section, end } = list.key.span;
    return insert(section, lineEnd(section.text, end), `${eol(section)}  - ${text.replaceAll('\n', eol(section))}`);
  }
  return tree && tree.is !== 'map' ? undefined : addCollection(document, collection, text);
}

/** Behind the last item of a block list, written as that is. */
function addLike(list: Node, fields: readonly Field[]): Edit | undefined {
  const last = list.is === 'list' && !list.flow ? list.items.at(-1) : undefined;
  return list.is === 'list' && last?.is === 'map' ? addToList(list, itemText(last, fields)) : undefined;
}

function addCollection({ sections }: Document, collection: string, item: string): Edit | undefined {
  const section = sections.at(-1);
  if (!section) return undefined;
  const end = section.text.trimEnd().length;
  const lead = end === 0 && sections.length === 1 ? '' : `${eol(section)}${eol(section)}`;
  const text = `${lead}${collection}:${eol(section)}  - ${item.replaceAll('\n', eol(section))}`;
  return { at: { section, start: end, end: end }, text };
}

function itemText(like: MapNode, fields: readonly Field[]): string {
  const { section } = like.span;
  if (like.flow) return flowItem(fields);
  const column = columnOf(like.entries[0]?.key.span ?? like.span);
  return blockItem(fields, ' '.repeat(Math.max(column - 2, 0))).replaceAll('\n', eol(section));
}

function flowItem(fields: readonly Field[]): string {
  return `{ ${fields.map(([key, value]) => `${key}: ${inline(value)}`).join(', ')} }`;
}

/** Lines of a block item behind its dash; `indent` is that of the dash. */
function blockItem(fields: readonly Field[], indent: string): string {
  const inner = `${indent}  `;
  return fields
    .map(([key, value]) =>
      typeof value === 'string' ? `${key}: ${value}` : [`${key}:`, ...value.map((it) => `${inner}  ${it}`)].join('\n'),
    )
    .join(`\n${inner}`);
}

function lines(section: Section, indent: string, head: string, value: string | readonly string[]): string {
  const end = eol(section);
  if (typeof value === 'string') return `${end}${indent}${head} ${value}`;
  return [`${end}${indent}${head}`, ...value.map((it) => `${indent}  ${it}`)].join(end);
}

function inline(value: string | readonly string[]): string {
  return typeof value === 'string' ? inFlow(value) : `[${value.map((it) => inFlow(it.replace(/^- /, ''))).join(', ')}]`;
}

/** Text as a YAML value: plain where that says the same in every reader, else in double quotes. In a flow map a comma ends a value. */
export function quoted(text: string, { flow }: Partial<Pick<MapNode, 'flow'>> = {}): string {
  const plain = needsQuotes(text) ? JSON.stringify(text) : text;
  return flow ? inFlow(plain) : plain;
}

/** A value as it can stand between brackets: plain text with a sign of theirs in it is put in quotes. */
function inFlow(value: string): string {
  return /[,[\]{}]/.test(value) && !/^["'[{]/.test(value) ? JSON.stringify(value) : value;
}

/** What YAML 1.1 or 1.2 would take for something else than this text, or could not read. */
function needsQuotes(text: string): boolean {
  if (text === '' || text !== text.trim() || /[\r\n]|: |:$| #/.test(text)) return true;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/^[-?:][^\s]/.test(text)) return true;
  return (
    /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d][\d_.:eExXoObB+-]*)$/i.test(text) &&
    !/^\d{4}-\d\d(?:-\d\d)?$/.test(text)
  );
}

function insert(section: Section, at: number, text: string): Edit {
  return { at: { section, start: at, end: at }, text };
}

/** Where an entry's own text ends, over the sections of a long list. */
export function endOf({ key, value }: Entry): { section: Section; end: number } {
  return value && !value.anchor ? endOfNode(value) : { section: key.span.section, end: afterColon(key.span) };
}

function endOfNode(node: Node): { section: Section; end: number } {
  const last = node.is === 'map' ? node.entries.findLast((it) => !it.merged) : undefined;
  if (node.is === 'map' && last && !node.flow) return endOf(last);
  if (node.is === 'list' && !node.flow) {
    const item = node.items.at(-1);
    if (item) return endOfNode(item);
  }
  const { section, start, end } = trimmed(node);
  return { section, end: Math.max(start, end) };
}

/** A block text ends with its last line, not with the empty ones behind it. */
function trimmed({ span }: Node): Span {
  const { section, start, end } = span;
  return { section, start, end: start + section.text.slice(start, end).trimEnd().length };
}

function afterColon({ section, end }: Span): number {
  const colon = /^\s*:/.exec(section.text.slice(end, end + 20));
  return end + (colon?.[0].length ?? 0);
}

function aroundComma(text: string, start: number, end: number): { start: number; end: number } {
  const after = /^\s*,[ \t]*/.exec(text.slice(end));
  if (after) return { start, end: end + after[0].length };
  const before = /,\s*$/.exec(text.slice(0, start));
  return { start: start - (before?.[0].length ?? 0), end };
}

export function columnOf({ section, start }: Span): number {
  return columnAt(section.text, start);
}

/** A byte order mark stands in front of the first column. */
function columnAt(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text.charCodeAt(start) === 0xfeff && offset > start ? 1 : 0);
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}

function afterBreak(text: string, offset: number): number {
  return offset + (/^(?:\r\n|\r|\n)/.exec(text.slice(offset))?.[0].length ?? 0);
}

/** The line end of the file, as far as its section shows it. */
export function eol({ text }: Section): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
