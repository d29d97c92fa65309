/**
 * Where the cursor stands, told from the raw text alone: it never fails, whatever else in the document is broken.
 * A path names the keys from the document down; `-` is a step into a list.
 */
import { flowAt } from './cursor-flow.ts';
import { itemsBeside, pathAt, placeFor, siblings } from './cursor-lines.ts';
import { scanLines, type ScannedLine } from './scan.ts';

export type Path = readonly string[];

/** A stretch of the text: `start` to the cursor is what was typed, `end` is where the word really ends. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly quote?: '"' | "'";
  /** The word begins at the line's left edge, and so many spaces must be written before it. */
  readonly pad?: number;
}

export type Cursor =
  /** A key of the map at `path`. */
  | {
      readonly is: 'key';
      readonly path: Path;
      readonly word: Word;
      /** Keys that the map has already, without the one at the cursor. */
      readonly present: readonly string[];
      /** The column at which the key must stand; absent inside braces. */
      readonly column?: number;
      /** A colon follows the word already. */
      readonly colon: boolean;
    }
  /** The value at `path`. In a list, `present` is what it holds already. */
  | {
      readonly is: 'value';
      readonly path: Path;
      readonly word: Word;
      readonly present: readonly string[];
      readonly space: boolean;
    }
  /** A new item of the block list at `path`: its text, or its first key. */
  | {
      readonly is: 'item';
      readonly path: Path;
      readonly word: Word;
      readonly present: readonly string[];
      /** Keys that stand below already, where the item has some. */
      readonly keys: readonly string[];
      /** The column of the item's keys. */
      readonly column: number;
      /** What must be written before it: a dash, or the space behind one. */
      readonly lead: '' | ' ' | '- ';
      readonly colon: boolean;
    }
  | { readonly is: 'nowhere' };

const nowhere: Cursor = { is: 'nowhere' };

export function cursorAt(text: string, offset: number): Cursor {
  const lines = scanLines(text);
  const number = lines.findLastIndex((it) => it.start <= offset);
  const line = lines[number];
  if (!line || isComment(text, line, offset)) return nowhere;

  if (line.within && !isBehind(lines, number, line, offset)) {
    const opened = lines[line.within.line];
    if (line.within.is !== 'flow' || !opened) return nowhere;
    return flowAt(text, flowStart(opened), offset, pathAt(lines, line.within.line, true));
  }
  const { key } = line;
  if (key && offset >= key.after) return valueAt(text, lines, number, line, offset);
  if (
    !key &&
    !line.blank &&
    /^[[{]/.test(text.slice(line.start + line.column, line.end)) &&
    offset > line.start + line.column
  ) {
    return flowAt(text, line.start + line.column, offset, pathAt(lines, number, true));
  }
  return keyAt(text, lines, number, line, offset);
}

/** Whether a blank line below a long text stands left of it, with no more of the text to come. */
function isBehind(lines: readonly ScannedLine[], number: number, line: ScannedLine, offset: number): boolean {
  const opened = line.within && lines[line.within.line];
  if (!opened || !line.blank) return false;
  const column = opened.key ? opened.key.start - opened.start : opened.column;
  const goesOn = lines.slice(number + 1).find((it) => !it.blank)?.within?.line === line.within.line;
  return offset - line.start <= column && !goesOn;
}

function flowStart(line: ScannedLine): number {
  return line.key?.value ?? line.start + line.column;
}

/** Behind a `#` that begins a comment: at the line's start or after a space, outside quotes. */
function isComment(text: string, line: ScannedLine, offset: number): boolean {
  const before = text.slice(line.start, offset);
  const bare = before.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, (it) => '_'.repeat(it.length));
  const quoteOpen = /(?:^|[\s[{,:])["'][^"']*$/.test(bare.replace(/(?:^|\s)#.*$/, ''));
  return /(?:^|\s)#/.test(bare) && !quoteOpen;
}

function valueAt(
  text: string,
  lines: readonly ScannedLine[],
  number: number,
  line: ScannedLine,
  offset: number,
): Cursor {
  const { key } = line;
  if (!key) return nowhere;
  const path = pathAt(lines, number, true);
  const first = text[key.value];
  if (key.value < offset && (first === '[' || first === '{')) return flowAt(text, key.value, offset, path);
  if (/^[|>&*!]/.test(text.slice(key.value, line.end))) return nowhere;
  const word = wordFrom(text, Math.min(key.value, offset), valueEnd(text, key.value, line.end), offset);
  return word
    ? { is: 'value', path, word, present: [], space: offset === key.after || key.value === key.after }
    : nowhere;
}

/** The word that begins at `start`; inside quotes only what lies between them. */
function wordFrom(text: string, start: number, end: number, offset: number): Word | undefined {
  const quote = text[start];
  if ((quote === '"' || quote === "'") && start < offset) {
    const closed = end > start + 1 && text[end - 1] === quote;
    const inner = closed ? end - 1 : end;
    return offset <= inner ? { start: start + 1, end: Math.max(inner, offset), quote } : undefined;
  }
  return offset <= Math.max(end, start) || text.slice(end, offset).trim() === ''
    ? { start, end: Math.max(end, offset) }
    : undefined;
}

/** Without a comment and the spaces before it. */
function valueEnd(text: string, start: number, end: number): number {
  const value = text.slice(start, end);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(value);
  if (quoted) return start + quoted[0].length;
  return start + value.replace(/(?:^|\s+)#.*$/, '').trimEnd().length;
}

function keyAt(text: string, lines: readonly ScannedLine[], number: number, line: ScannedLine, offset: number): Cursor {
  const { key } = line;
  const contentStart = line.start + line.column;
  if (offset < contentStart && !line.blank) return nowhere;
  const typed = typedWord(text, line, offset);
  if (!typed) return nowhere;
  const colon = key !== undefined;
  if (line.dashes.length > 0) return itemAt(lines, number, line, typed, colon);
  const tabs = /^\s*\t/.test(text.slice(line.start, line.end));
  const free = line.blank || tabs;
  const wanted = tabs ? tabColumn(text, line) : line.blank ? offset - line.start : line.column;
  const place = placeFor(lines, number, wanted, free);
  if (!place) return nowhere;
  const moved = free && (tabs || place.column !== wanted);
  const word = moved ? { ...typed, start: line.start, pad: place.column } : typed;
  if (place.is === 'item') {
    return { is: 'item', path: place.path, word, present: [], keys: [], column: place.column + 2, lead: '- ', colon };
  }
  const present = siblings(lines, number, place.column);
  return { is: 'key', path: place.path, word, present, column: place.column, colon };
}

/** The one word of a line that is no value; a line of several words is a text that goes on. */
function typedWord(text: string, line: ScannedLine, offset: number): Word | undefined {
  if (line.blank) return { start: offset, end: offset };
  const start =
    line.start + line.column + (/^\s*/.exec(text.slice(line.start + line.column, line.end))?.[0].length ?? 0);
  const end = line.key ? line.key.end : valueEnd(text, start, line.end);
  if (/^["']/.test(text.slice(start, start + 1)) || /\s/.test(text.slice(start, end).trim())) return undefined;
  return { start: Math.min(start, offset), end: Math.max(end, offset) };
}

/** A tab is meant as one step of two columns. */
function tabColumn(text: string, { start, end }: ScannedLine): number {
  const lead = /^\s*/.exec(text.slice(start, end))?.[0] ?? '';
  return lead.replaceAll('\t', '  ').length;
}

function itemAt(lines: readonly ScannedLine[], number: number, line: ScannedLine, word: Word, colon: boolean): Cursor {
  const path = pathAt(lines, number, false).slice(0, -1);
  const dash = line.dashes.at(-1) ?? 0;
  const column = line.column > dash + 1 ? line.column : dash + 2;
  const lead = word.start <= line.start + dash + 1 ? ' ' : '';
  const keys = siblings(lines, number, column);
  return { is: 'item', path, word, present: itemsBeside(lines, number, dash), keys, column, lead, colon };
}
