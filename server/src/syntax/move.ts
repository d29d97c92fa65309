/** Whole parts of a document, each a top-level key with all that stands below it and the comments directly above it. */
import { locate, sectionAt, startOfSection, type Document } from './document.ts';
import { keyText, type Entry } from './tree.ts';
import type { Edit } from './write.ts';

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Moves a part behind another one that stands below it. No edits where the two are not plain parts of the same text. */
export function moveBelow(document: Document, key: string, other: string): readonly (Edit | undefined)[] {
  const from = partOf(document, key);
  const to = partOf(document, other);
  if (!from || !to || from.end > to.start) return [undefined];
  const { text } = document;
  const moved = text.slice(from.start, from.end);
  const body = moved.trimEnd();
  const gap = moved.slice(body.length) || eolOf(text);
  const last = to.end === document.length;
  const before = last ? `${/[\r\n]$/.test(text) ? '' : eolOf(text)}${gap.replace(/^(?:\r\n|\r|\n)/, '')}` : '';
  const after = last ? eolOf(text) : gap;
  return [...removed(document, from), inserted(document, to.end, before + body + after)];
}

/** Puts lines above a part and its comments. */
export function insertAbove(document: Document, key: string, lines: readonly string[]): Edit | undefined {
  const part = partOf(document, key);
  return part && inserted(document, part.start, lines.map((it) => it + eolOf(document.text)).join(''));
}

function partOf(document: Document, key: string): Part | undefined {
  const entries = document.root && !document.root.flow ? document.root.entries.filter((it) => !it.merged) : [];
  const at = entries.findIndex((it) => keyText(it) === key);
  const [entry, next] = [entries[at], entries[at + 1]];
  if (!entry || entries.filter((it) => keyText(it) === key).length > 1) return undefined;
  const start = startOf(document, entry);
  const end = next ? startOf(document, next) : document.length;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Where a key begins with the comment lines directly above it; what heads the whole file belongs to the file. */
function startOf(document: Document, { key }: Entry): number | undefined {
  const { start } = locate(document, key.span);
  const { text } = document;
  if (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) return undefined;
  const comments = /(?:(?<![^\r\n])#[^\r\n]*(?:\r\n|\r|\n))+$/.exec(text.slice(0, start));
  return comments && comments.index > 0 ? comments.index : start;
}

/** Takes a stretch out, section by section. */
function removed(document: Document, { start, end }: Part): readonly Edit[] {
  return document.sections.flatMap((section) => {
    const base = startOfSection(document, section) ?? 0;
    const from = Math.max(start - base, 0);
    const to = Math.min(end - base, section.text.length);
    return from < to ? [{ at: { section, start: from, end: to }, text: '' }] : [];
  });
}

function inserted(document: Document, offset: number, text: string): Edit | undefined {
  const place = sectionAt(document, offset);
  return place && { at: { section: place.section, start: place.offset, end: place.offset }, text };
}

function eolOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
