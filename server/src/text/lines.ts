/** Where the lines of a text begin and end. LSP and YAML agree: `\n`, `\r\n` and a lone `\r` end a line. */
import { firstWhere } from './order.ts';

export interface Lines {
  /** Length of the text. */
  readonly length: number;
  /** How many lines there are; behind the last line break stands one more, though nothing may stand in it. */
  readonly count: number;
  /** The number of the line, from 0, that holds `offset`. */
  readonly lineAt: (offset: number) => number;
  /** Where a line begins; the end of the text for all beyond the last. */
  readonly startOf: (line: number) => number;
  /** Where a line ends, in front of its line break. */
  readonly endOf: (line: number) => number;
  /** What stands in a line, without its line break; nothing beyond the last. */
  readonly textOf: (line: number) => string;
}

/** The lines of a text that is at hand as a whole. */
export function readLines(text: string): Lines {
  const { length } = text;
  const starts = [0, ...breaksIn(text)];
  const startOf = (line: number): number => (line < 0 ? 0 : (starts[line] ?? length));
  const endOf = (line: number): number => withoutBreak(text, startOf(line), startOf(line + 1));
  return {
    length,
    count: starts.length,
    lineAt: (offset) => lastUpTo(starts, offset),
    startOf,
    endOf,
    textOf: (line) => text.slice(startOf(line), endOf(line)),
  };
}

/** The offsets behind each line break of a text. */
export function breaksIn(text: string): number[] {
  const next = breakFinder(text);
  const found: number[] = [];
  for (let end = next(0); end >= 0; end = next(end)) found.push(end);
  return found;
}

export function countBreaks(text: string): number {
  const next = breakFinder(text);
  let count = 0;
  for (let end = next(0); end >= 0; end = next(end)) count++;
  return count;
}

/** Where the first line break from an offset on ends; -1 where there is none. */
export function breakFinder(text: string): (at: number) => number {
  // In a text without carriage returns the search is the engine's, which is several times as quick.
  return text.includes('\r') ? (at) => breakEnd(text, at) : (at) => text.indexOf('\n', at) + 1 || -1;
}

function breakEnd(text: string, at: number): number {
  for (let next = at; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === 10 || (code === 13 && text.charCodeAt(next + 1) !== 10)) return next + 1;
  }
  return -1;
}

/** `end` without the line break in front of it, of which nothing reaches before `start`. */
export function withoutBreak(text: string, start: number, end: number): number {
  let last = end;
  if (last > start && text.charCodeAt(last - 1) === 10) last--;
  if (last > start && text.charCodeAt(last - 1) === 13) last--;
  return last;
}

/** The index of the last of these ascending numbers that is not above `value`, 0 where all are; a binary search. */
export function lastUpTo(ascending: ArrayLike<number>, value: number): number {
  return firstWhere(1, Math.max(1, ascending.length), (it) => (ascending[it] ?? 0) > value) - 1;
}
