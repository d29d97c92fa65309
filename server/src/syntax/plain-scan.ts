/** How far the reading of a plain text has come, and the way over blank lines and comments to what comes next. */
import type { Comment, ScalarNode, Section, Span } from './tree.ts';
import type { Written, WrittenEntry, WrittenList, WrittenMap } from './written.ts';

/** What is only half typed, where a text is no plain one: a word where a key is to come, or a quote that does not close. */
export interface Fault {
  readonly is: 'word' | 'quote';
  readonly start: number;
  readonly end: number;
}

/** Functions that read a piece advance `at`. They give up by returning `undefined` or `false`, and the whole text with it. */
export interface Scan {
  readonly section: Section;
  readonly text: string;
  readonly comments: Comment[];
  /** There may be anchors, aliases or merge keys in the text. */
  readonly linked: boolean;
  /** The next character to read. */
  at: number;
  /** Start of the line in which `at` stands. */
  line: number;
  /** Of the content at `at`, where a line begins with it; -1 at the end of the text. */
  column: number;
  /** How far the last value reaches with what the package counts to it: its line break and the comments that go with it. */
  end: number;
  /** Of the comments between the last value and `at` that do not go with it, the column of the one furthest right, or -1. */
  loose: number;
  /** Why the reading gave up, if that can be mended. */
  fault: Fault | undefined;
}

export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const ampersand = 38;
export const singleQuote = 39;
export const asterisk = 42;
export const comma = 44;
export const hyphen = 45;
export const colon = 58;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const openBrace = 123;
export const closeBrace = 125;

/**
 * The character at an offset, -1 at the end of the text. A plain text has no other controls than line breaks, so
 * what is below `space` ends a line, and what is not above it ends a word.
 */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : -1;
}

export function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code > 127;
}

export function isFlowSign(code: number): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}

export function skipSpaces(scan: Scan): number {
  const { text } = scan;
  let code = codeAt(text, scan.at);
  while (code === space) code = codeAt(text, ++scan.at);
  return code;
}

/** From behind a value to the next content, if nothing but a comment stands in the rest of its line. */
export function leaveValue(scan: Scan, indent: number): boolean {
  if (!leaveLine(scan)) return false;
  scan.end = scan.at;
  nextContent(scan, indent);
  return true;
}

/** Over spaces and a comment to the start of the next line. */
export function leaveLine(scan: Scan): boolean {
  const code = skipSpaces(scan);
  if (code >= space) {
    if (code !== hash || codeAt(scan.text, scan.at - 1) !== space) return false;
    skipComment(scan);
  }
  skipBreak(scan);
  return true;
}

/**
 * From the start of a line to the next content. A comment further right than `indent`, the column of the collection,
 * goes with the value above it, unless one stands between that does not.
 */
export function nextContent(scan: Scan, indent: number): void {
  const { text } = scan;
  scan.loose = -1;
  while (scan.at < text.length) {
    scan.line = scan.at;
    const code = skipSpaces(scan);
    const column = scan.at - scan.line;
    if (code > space && code !== hash) {
      scan.column = column;
      return;
    }
    if (code !== hash) {
      skipBreak(scan);
      continue;
    }
    skipComment(scan);
    skipBreak(scan);
    if (scan.loose < 0 && column > indent) scan.end = scan.at;
    else scan.loose = Math.max(scan.loose, column);
  }
  scan.column = -1;
}

export function skipComment(scan: Scan): void {
  const { text, section, comments } = scan;
  const start = scan.at;
  scan.at = lineEnd(text, start);
  const words = text.slice(start, scan.at).trimEnd();
  comments.push({ span: { section, start, end: start + words.length }, text: words });
}

export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= space) at++;
  return at;
}

export function skipBreak(scan: Scan): void {
  if (codeAt(scan.text, scan.at) === 13) scan.at++;
  if (scan.at < scan.text.length) scan.at++;
}

function spanOf({ section }: Scan, start: number, end: number): Span {
  return { section, start, end };
}

export function scalarOf(
  scan: Scan,
  value: ScalarNode['value'],
  source: string,
  style: ScalarNode['style'],
  start: number,
): ScalarNode {
  const span = spanOf(scan, start, start + source.length);
  return { is: 'scalar', value, source: asWritten(scan, source, start), style, span };
}

/** What was mended so that the text can be read is not what the author wrote. */
function asWritten({ text, section }: Scan, source: string, start: number): string {
  return text === section.text ? source : section.text.slice(start, start + source.length);
}

export function listOf(scan: Scan, items: readonly Written[], flow: boolean, start: number, end: number): WrittenList {
  return { is: 'list', items, flow, span: spanOf(scan, start, end) };
}

export function mapOf(
  scan: Scan,
  entries: readonly WrittenEntry[],
  flow: boolean,
  start: number,
  end: number,
): WrittenMap {
  return { is: 'map', entries, flow, span: spanOf(scan, start, end) };
}

export function entryOf(scan: Scan, key: ScalarNode, value: Written | undefined, end: number): WrittenEntry {
  const span = spanOf(scan, key.span.start, end);
  if (!scan.linked) return { key, value: value?.is === 'scalar' && value.value === null ? undefined : value, span };
  // Where links are, nothing is a node too: an anchor can name it.
  return isMerge(key) ? { key, value, span, merges: true } : { key, value, span };
}

export function isMerge({ source }: ScalarNode): boolean {
  return source === '<<';
}
