/**
 * Where a document can be cut so that each piece can be read by itself: at its top-level keys, and below such a key at
 * the items of a block list. What cannot be cut safely stays whole.
 *
 * Whether a line begins a piece depends on nothing but the lines above it since the last key, and on the next one that says
 * something. So a stretch of a document can be cut by itself, in the context in which it stands.
 */
import { breakFinder } from '../text/lines.ts';
import { blankFrom, dashAt, edgeOf, isKey, keyedItem, type Edge } from './edge.ts';

/** A piece ends where the next one starts. A list is a piece with its key, and one for each item. */
export interface Piece {
  readonly start: number;
  /** How many line breaks stand before it. */
  readonly line: number;
  /** `word`: what it begins with at the left edge is no plain key, such as a key that is half typed. */
  readonly is: 'key' | 'item' | 'word';
}

/**
 * What stands above a line: nothing but the file's head (`start`), a key with its value (`text`; `plain` if that cannot go on
 * with an item that has a key), a key of which the value is still to come (`head`), or an item.
 */
export type Context = 'start' | 'text' | 'plain' | 'head' | Hyphen;

/** The column in which the hyphen of an item stands. */
export interface Hyphen {
  readonly column: number;
  /** Where the hyphen of the item above stands, if that is further to the right: the list may go on there. */
  readonly other: number;
}

export interface Cutting {
  /** They cover the text, but for what stands before the first of them and belongs to what is above. */
  readonly pieces: readonly Piece[];
  /** How many line breaks the text has. */
  readonly breaks: number;
  /** What the text leaves for the line below it. */
  readonly context: Context;
  /** The last line that says something is a word that begins a piece if an item follows it. */
  readonly open: boolean;
}

/** `undefined`: something in the text reaches over the borders of any piece, so that the document must be read whole. */
export function cut(text: string, context: Context): Cutting | undefined {
  const state: State = { text, pieces: [], context, word: undefined, untouched: context === 'start' };
  const nextBreak = breakFinder(text);
  let line = 0;
  for (let start = 0; start < text.length;) {
    const end = nextBreak(start);
    if (!takeLine(state, start, end < 0 ? text.length : end, line)) return undefined;
    if (end < 0) break;
    start = end;
    line++;
  }
  return { pieces: state.pieces, breaks: line, context: state.context, open: state.word !== undefined };
}

/** The column in which the hyphen of an item stands. */
export function columnOf(item: string): number {
  let column = 0;
  while (item.charCodeAt(column) === space) column++;
  return column;
}

/** What a part of a document leaves for the line below it. */
export function contextBelow(
  parts: readonly { readonly text: string; readonly item: boolean }[],
  index: number,
): Context {
  const part = parts[index];
  if (part?.item) return hyphenAt(columnOf(part.text), columnAbove(parts[index - 1]));
  // But for the head of the file, what a part begins with is a part of its own below an item.
  return cut(part?.text ?? '', index === 0 ? 'start' : hyphenAt(0, 0))?.context ?? 'text';
}

function columnAbove(part: { readonly text: string; readonly item: boolean } | undefined): number {
  return part?.item ? columnOf(part.text) : 0;
}

function hyphenAt(column: number, above: number): Hyphen {
  return { column, other: Math.max(column, above) };
}

const space = 32;
const hash = 35;

interface State {
  readonly text: string;
  readonly pieces: Piece[];
  context: Context;
  /** In a `text`: a word at the left edge, which begins a piece of its own if it turns out to head a list. */
  word: Piece | undefined;
  /** Nothing stood in the text yet but comments. */
  untouched: boolean;
}

function takeLine(state: State, start: number, end: number, line: number): boolean {
  const { text } = state;
  let first = start;
  while (first < end && text.charCodeAt(first) === space) first++;
  const code = first < end ? text.charCodeAt(first) : 10;
  if (code === 10 || code === 13 || code === hash) return true;
  const dash = dashAt(text, first);
  if (first > start || dash) return takeInner(state, { start, line, is: 'item' }, first, end);
  return takeEdge(state, { start, line, is: 'key' }, end);
}

/** A line below a key. */
function takeInner(state: State, piece: Piece, first: number, end: number): boolean {
  const { text, context, word, pieces } = state;
  const column = first - piece.start;
  const dash = dashAt(text, first);
  state.untouched = false;
  if (context === 'start') return column > 0;
  if (dash && beginsItem(state, column, keyedItem(text, first, end))) {
    if (word) pieces.push(word);
    pieces.push(piece);
    state.context = hyphenAt(column, typeof context === 'object' ? context.column : 0);
  } else if (typeof context !== 'object') {
    state.context = context !== 'text' && staysPlain(state, first, end) ? 'plain' : 'text';
  }
  state.word = undefined;
  return true;
}

/**
 * An item that stands too far to the left spoils its list, and one below a value does not belong there: neither can be a part
 * of what stands above, so that it is an item all the same.
 */
function beginsItem({ context, word }: State, column: number, keyed: boolean): boolean {
  if (typeof context === 'object') return column <= context.column || column === context.other;
  return context === 'head' || word !== undefined || (context === 'plain' && keyed);
}

function staysPlain({ text, context }: State, first: number, end: number): boolean {
  const edge = edgeOf(text, first, end);
  return edge === 'word' || edge === 'plain' || (context === 'plain' && dashAt(text, first));
}

/** A line at the left edge that is no item. */
function takeEdge(state: State, piece: Piece, end: number): boolean {
  const { text, context } = state;
  const edge = edgeOf(text, piece.start, end);
  if (edge === 'mark') return takeMark(state, piece.start, end);
  state.untouched = false;
  if (isKey(edge)) {
    state.pieces.push(context === 'start' ? { ...piece, start: 0, line: 0 } : piece);
    state.context = edge === 'key' ? 'text' : edge;
    state.word = undefined;
    return true;
  }
  if (context === 'start') return edge === 'word';
  takeWord(state, { ...piece, is: 'word' }, edge);
  return true;
}

/** Below an item no line at the left edge can go on with what stands above. */
function takeWord(state: State, word: Piece, edge: Edge): void {
  const { context } = state;
  const plain = edge === 'word';
  if (typeof context !== 'object') {
    state.context = plain && context !== 'text' ? 'plain' : 'text';
    state.word = plain ? word : undefined;
  } else if (edge !== 'rest') {
    state.pieces.push(word);
    state.context = plain ? 'head' : 'text';
  }
}

/** Only the marker that begins a file can be part of a piece. */
function takeMark(state: State, start: number, end: number): boolean {
  const begins = state.untouched && state.text.startsWith('---', start) && blankFrom(state.text, start + 3, end);
  state.untouched = false;
  return begins;
}
