/** Whole entries taken out of a file or joined, over the sections that they are made of. */
import { locate, sectionAt, type Document } from '../syntax/document.ts';
import type { Entry, ListNode, MapNode, Node } from '../syntax/tree.ts';
import { endOf, eol, removeEntry, setValue, type Edit } from '../syntax/write.ts';
import type { Stretch } from '../text/span.ts';
import { lineStart } from './lines.ts';

type Edits = readonly (Edit | undefined)[];
const impossible: Edits = [undefined];

/** Takes an entry out with all its lines, however long its list is. */
export function cutOut(map: MapNode, entry: Entry, document: Document): Edits {
  const one = removeEntry(map, entry);
  if (one) return [one];
  const whole = map === document.root || map === document.tree;
  if (map.flow || map.anchor || entry.merged || (map.entries[0] === entry && !whole)) return impossible;
  return without(linesOf(entry, document), document);
}

/** The lines of a block entry, from its key to the last that it holds. */
function linesOf(entry: Entry, document: Document): Stretch {
  const { text } = document;
  const { start } = locate(document, entry.key.span);
  const { section, end } = endOf(entry);
  const last = locate(document, { section, start: end, end }).start;
  const rest = /^[^\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(last))?.[0].length ?? 0;
  const lead = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0].length ?? 0;
  return { start: start - lead, end: last + rest };
}

/** A stretch of the document removed, one edit in each section that it touches. */
function without({ start, end }: Stretch, document: Document): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = start; at < end;) {
    const here = sectionAt(document, at);
    if (!here) break;
    const length = Math.min(here.section.text.length - here.offset, end - at);
    if (length <= 0) break;
    edits.push({ at: { section: here.section, start: here.offset, end: here.offset + length }, text: '' });
    at += length;
  }
  return edits;
}

/** One list in place of two: what the second holds stands behind what the first holds, and the second is gone. */
export function mergeLists(map: MapNode, first: Entry, second: Entry, document: Document): Edits {
  const [a, b] = [first.value, second.value];
  if (!a || !b || a.anchor || b.anchor) return impossible;
  if (isBlock(a) && isBlock(b)) return mergeBlocks(a, b, map, first, second, document);
  const names = [...namesIn(a), ...namesIn(b)];
  if (names.length === 0 || isBlock(a) || isBlock(b)) return impossible;
  return [setValue(first, `[${[...new Set(names)].join(', ')}]`), ...cutOut(map, second, document)];
}

function isBlock(node: Node): node is ListNode {
  return node.is === 'list' && !node.flow && node.items.length > 0;
}

/** The texts of a value or of a list in brackets, as they are written. */
function namesIn(node: Node): readonly string[] {
  const nodes = node.is === 'list' ? node.items : [node];
  if (nodes.some((it) => it.anchor !== undefined || (it.is === 'scalar' && it.style === 'block'))) return [];
  return nodes.map(({ span }) => span.section.text.slice(span.start, span.end));
}

function mergeBlocks(a: ListNode, b: ListNode, map: MapNode, first: Entry, second: Entry, document: Document): Edits {
  const [from, to] = [dashColumn(b, document), dashColumn(a, document)];
  const item = b.items[0];
  if (from === undefined || to === undefined || !item) return impossible;
  const lines = linesOf(second, document);
  const begin = lineStart(document.text, locate(document, item.span).start);
  const shifted = document.text
    .slice(begin, lines.end)
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .map((line) => shift(line, to - from))
    .join('');
  const end = linesOf(first, document).end;
  const before = sectionAt(document, Math.max(0, end - 1));
  if (!before || begin <= lines.start) return impossible;
  const { section } = before;
  const lead = /[\r\n]$/.test(document.text.slice(0, end)) ? '' : eol(section);
  const at = { section, start: before.offset + 1, end: before.offset + 1 };
  return [
    { at, text: `${lead}${shifted.replace(/[\r\n]+$/, '')}${lead === '' ? eol(section) : ''}` },
    ...cutOut(map, second, document),
  ];
}

function shift(line: string, by: number): string {
  if (line.trim() === '') return line;
  return by >= 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, /^ */.exec(line)?.[0].length ?? 0));
}

function dashColumn({ items: [item] }: ListNode, document: Document): number | undefined {
  if (!item) return undefined;
  const { start } = locate(document, item.span);
  const { text } = document;
  const from = lineStart(text, start);
  const [lead] = /^ *(?=-\s)/.exec(text.slice(from, start)) ?? [];
  return lead?.length;
}
