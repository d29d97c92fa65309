/**
 * Where the cursor stands, told from the raw text alone: it never fails, whatever else in the document is broken.
 * A path names the keys from the document down; `-` is a step into a list.
 */
import { flowAt } from './cursor-flow.ts';
import {
  goesOnText,
  hangingOn,
  itemsBeside,
  lineBelow,
  pathAt,
  placeFor,
  siblings,
  type Below,
  type Place,
} from './cursor-lines.ts';
import { ownColumn, scanLines, withoutComment, type ScannedKey, type ScannedLine } from './scan.ts';

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
      /** The first line of what hangs on the key, if that stands below already; if it does not, `otherwise` is where the cursor stands. */
      readonly below?: Below & { readonly otherwise: Cursor };
      /** Inside braces: another entry follows, and the comma before it is still missing. */
      readonly parted?: true;
    }
  /** The value at `path`. In a list, `present` is what it holds already. */
  | {
      readonly is: 'value';
      readonly path: Path;
      readonly word: Word;
      readonly present: readonly string[];
      readonly space: boolean;
      /** In brackets: another value follows, and the comma before it is still missing. */
      readonly parted?: true;
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
      /** What must be written before it: a dash, or the spaces behind one. */
      readonly lead: string;
      readonly colon: boolean;
    }
  | { readonly is: 'nowhere' };

const nowhere: Cursor = { is: 'nowhere' };

export function cursorAt(text: string, at: number): Cursor {
  return cursorAmong(text, scanLines(text), at);
}

/** The same in a text of which the lines are known. */
export function cursorAmong(text: string, lines: readonly ScannedLine[], at: number): Cursor {
  const offset = Math.max(at, lines[0]?.start ?? 0);
  const number = lines.findLastIndex((it) => it.start <= offset);
  const line = lines[number];
  return line && !line.comment && !isComment(text, line, offset) ? onLine(text, lines, number, line, offset) : nowhere;
}

function onLine(
  text: string,
  lines: readonly ScannedLine[],
  number: number,
  line: ScannedLine,
  offset: number,
): Cursor {
  const { key, within } = line;
  if (within && !isBehind(lines, number, line, offset)) {
    const opened = lines[within.line];
    return opened && within.is === 'flow' ? inFlow(text, lines, within.line, offset) : nowhere;
  }
  if (key && offset >= key.after) return valueAt(text, lines, number, line, offset);
  const bracket = flowStart(line);
  if (!key && /[[{]/.test(text[bracket] ?? '') && offset > bracket) return inFlow(text, lines, number, offset);
  return keyAt(text, lines, number, line, offset);
}

function inFlow(text: string, lines: readonly ScannedLine[], number: number, offset: number): Cursor {
  const line = lines[number];
  return line
    ? flowAt(text, { start: flowStart(line), column: ownColumn(line), path: pathAt(lines, number, true) }, offset)
    : nowhere;
}

/** Whether a blank line below a long text stands left of it, with no more of the text to come. */
function isBehind(lines: readonly ScannedLine[], number: number, line: ScannedLine, offset: number): boolean {
  const opened = line.within && lines[line.within.line];
  if (!opened || !line.blank) return false;
  const column = opened.key ? ownColumn(opened) : opened.column;
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
  if (key.value < offset && (first === '[' || first === '{')) return inFlow(text, lines, number, offset);
  if (/^[|>&*!]/.test(text.slice(key.value, line.end))) return nowhere;
  if (first === '#') return besideComment(text, key, path, offset);
  const word = wordFrom(text, Math.min(key.value, offset), valueEnd(text, key.value, line.end), offset);
  return word
    ? { is: 'value', path, word, present: [], space: offset === key.after || key.value === key.after }
    : nowhere;
}

/** Before a comment; right at it, what is written would become part of it. */
function besideComment(text: string, key: ScannedKey, path: Path, offset: number): Cursor {
  if (text[offset] === '#') return nowhere;
  return { is: 'value', path, word: { start: offset, end: offset }, present: [], space: offset === key.after };
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
  return start + withoutComment(value).length;
}

function keyAt(text: string, lines: readonly ScannedLine[], number: number, line: ScannedLine, offset: number): Cursor {
  const contentStart = line.start + line.column;
  if (offset < contentStart && !line.blank) return nowhere;
  const typed = typedWord(text, line, offset);
  if (!typed || (!line.blank && !line.key && goesOnText(lines, number))) return nowhere;
  if (line.dashes.length > 0) return itemAt(lines, number, line, typed);
  return lineAt(text, lines, number, line, typed);
}

/** A line that holds nothing but, perhaps, a word. Where that cannot stand at its column, it moves to one where it can. */
function lineAt(text: string, lines: readonly ScannedLine[], number: number, line: ScannedLine, typed: Word): Cursor {
  const colon = line.key !== undefined;
  const tabs = /^\s*\t/.test(text.slice(line.start, line.end));
  const wanted = tabs ? tabColumn(text, line) : line.blank ? typed.start - line.start : line.column;
  const inPlace = (place: Place | undefined, more: { below?: Below & { otherwise: Cursor } } = {}): Cursor => {
    if (!place) return nowhere;
    const { path, column } = place;
    const word = tabs || column !== wanted ? { ...typed, start: line.start, pad: column } : typed;
    if (place.is === 'key')
      return { is: 'key', path, word, present: siblings(lines, number, column), column, colon, ...more };
    const present = itemsBeside(lines, number, column);
    return { is: 'item', path, word, present, keys: [], column: column + 2, lead: '- ', colon };
  };
  const moved = inPlace(placeFor(lines, number, wanted, !colon || tabs));
  const exact = colon || line.blank || tabs ? undefined : placeFor(lines, number, wanted, false);
  const below = exact?.is === 'key' ? hangingOn(lines, number, wanted) : undefined;
  return below ? inPlace(exact, { below: { ...below, otherwise: moved } }) : moved;
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

function itemAt(lines: readonly ScannedLine[], number: number, line: ScannedLine, word: Word): Cursor {
  const path = pathAt(lines, number, false).slice(0, -1);
  const dash = line.dashes.at(-1) ?? 0;
  const next = line.key ? undefined : lineBelow(lines, number);
  const deeper = next && next.indent > dash ? next : undefined;
  if (deeper && (!deeper.key || deeper.dashes.length > 0)) return nowhere;
  const behind = word.start - line.start;
  const column = deeper?.column ?? Math.max(line.column, dash + 2);
  if (column < Math.max(behind, dash + 2)) return nowhere;
  const lead = line.key ? '' : ' '.repeat(column - behind);
  const keys = siblings(lines, number, column);
  return {
    is: 'item',
    path,
    word,
    present: itemsBeside(lines, number, dash),
    keys,
    column,
    lead,
    colon: line.key !== undefined,
  };
}
