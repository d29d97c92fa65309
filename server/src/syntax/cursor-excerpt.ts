/**
 * Where the cursor stands in a document, told from as little of its text as decides it: the top-level keys, and the items
 * around the cursor. The items between are left out; they say nothing about it.
 */
import { cursorAmong, cursorAt, type Cursor } from './cursor.ts';
import { counts, isBracket, skip } from './cursor-lines.ts';
import type { Document } from './document.ts';
import { indexAt } from './layout.ts';
import { scanLines, type ScannedLine } from './scan.ts';
import type { Section } from './tree.ts';

/** What `cursorAt` says of the whole text. */
export function cursorIn(document: Document, offset: number): Cursor {
  const { sections, layout } = document;
  if (sections.length === 1) return cursorAt(document.text, offset);
  const own = indexAt(layout, offset);
  let text = '';
  let shift = 0;
  for (const index of sectionsAround(document, own)) {
    if (index === own) shift = (layout.starts[own] ?? 0) - text.length;
    text += sections[index]?.text ?? '';
  }
  const lines = scanLines(text);
  if (lines.some((it) => opensAtEdge(it, text))) return cursorAt(document.text, offset);
  return moved(cursorAmong(text, lines, offset - shift), shift);
}

/** All sections but items that are as they should be and not near. */
function sectionsAround({ sections, outline }: Document, own: number): readonly number[] {
  const wanted = new Set([0, own, ...outline.heads, ...outline.faulty]);
  // What is no key hides nothing above it.
  const hollow = [...wanted].filter((it) => !begins(sections[it]));
  for (const it of hollow) addItems(wanted, sections, it - 1, -1, ends);
  addItems(wanted, sections, own - 1, -1, ends);
  addItems(wanted, sections, own + 1, 1, ends);
  // Below it, the first item at the left edge ends the top-level keys that are seen from the cursor.
  const list = outline.heads.find(
    (it) => it >= own && sections[it + 1]?.text.startsWith('-') && sections[it + 1]?.item,
  );
  if (list !== undefined) addItems(wanted, sections, list + 1, 1, begins);
  return [...wanted].sort((a, b) => a - b);
}

/** Items from an index on, in one direction, up to one beyond which nobody looks. */
function addItems(
  wanted: Set<number>,
  sections: readonly Section[],
  from: number,
  step: 1 | -1,
  isLast: (item: Section) => boolean,
): void {
  for (let at = from; ; at += step) {
    const section = sections[at];
    if (!section?.item) return;
    wanted.add(at);
    if (isLast(section)) return;
  }
}

/** Whether its first line says something to which others can belong. */
function begins(section: Section | undefined): boolean {
  return counts(scanLines(/^[^\r\n]*/.exec(section?.text ?? '')?.[0] ?? '')[0]);
}

/** Whether an item says something, and is none of a list of plain texts, all of which are seen from each other. */
function ends({ text }: Section): boolean {
  const lines = scanLines(text);
  const [first] = lines;
  if (!first || !counts(first)) return false;
  return isBracket(first) || lines.some((it) => !skip(it) && it.dashes.length === 0);
}

/** A bracket or a quote that hangs on no key reaches over the borders of sections. */
function opensAtEdge({ start, column, key, dashes }: ScannedLine, text: string): boolean {
  return column === 0 && !key && dashes.length === 0 && /[&!"'[{|>]/.test(text[start] ?? '');
}

/** The same in a text that begins so much later. */
function moved(cursor: Cursor, by: number): Cursor {
  if (cursor.is === 'nowhere') return cursor;
  const word = { ...cursor.word, start: cursor.word.start + by, end: cursor.word.end + by };
  if (cursor.is !== 'key' || !cursor.below) return { ...cursor, word };
  return { ...cursor, word, below: { ...cursor.below, otherwise: moved(cursor.below.otherwise, by) } };
}
