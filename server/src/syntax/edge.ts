/** What a line begins with, seen without reading it. */
import { breakFinder } from '../text/lines.ts';

/**
 * A key with its value (`key`; `plain` if that is a text without quotes), a key with nothing behind it (`head`), a plain text
 * without a colon (`word`), something else that may be a key (`other`), what cannot be one (`rest`), or what concerns more
 * than its own line (`mark`).
 */
export type Edge = 'key' | 'plain' | 'head' | 'word' | 'other' | 'rest' | 'mark';

export function edgeOf(text: string, start: number, end: number): Edge {
  if (isMark(text, start)) return 'mark';
  const sign = text.charAt(start);
  if (sign === '"' || sign === "'") return afterKey(text, quotedKey(text, start, end), end) ?? 'other';
  return edgeBySign(text, start, sign) ?? afterKey(text, plainKey(text, start, end), end) ?? 'word';
}

/** What no plain text begins with. */
function edgeBySign(text: string, start: number, sign: string): Edge | undefined {
  const alone = '?:'.includes(sign) && isBlank(text.charCodeAt(start + 1));
  if (alone || '[{!&*'.includes(sign)) return 'other';
  return dashAt(text, start) || ']},|>@`\t'.includes(sign) ? 'rest' : undefined;
}

/** Whether a text begins with a key. */
export function beginsKey(text: string): boolean {
  return isKey(edgeOf(text, 0, firstLineEnd(text)));
}

export function isKey(edge: Edge): edge is 'key' | 'plain' | 'head' {
  return edge === 'key' || edge === 'plain' || edge === 'head';
}

/** Whether an item that begins here has a key in its first line. No text without quotes can go on with such a line. */
export function keyedItem(text: string, at: number, end: number): boolean {
  return dashAt(text, at) && plainKey(text, at, end) >= 0;
}

/** The same of the item that a text is. */
export function beginsKeyedItem(item: string): boolean {
  let first = 0;
  while (item.charCodeAt(first) === 32) first++;
  return keyedItem(item, first, firstLineEnd(item));
}

function firstLineEnd(text: string): number {
  const end = breakFinder(text)(0);
  return end < 0 ? text.length : end;
}

/** A hyphen that begins an item of a list. */
export function dashAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === hyphen && isBlank(text.charCodeAt(at + 1));
}

/** Whether nothing but a comment stands in the line from here on. */
export function blankFrom(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return at >= end || code === 10 || code === 13 || (code === hash && at > from);
}

/**
 * Whether an anchor (`&`) or an alias (`*`) may begin somewhere in the text: where a value can stand, which is at the
 * beginning of a line, behind a sign that values follow, or behind a tag or an anchor.
 */
export function beginsNode(text: string, sign: '&' | '*'): boolean {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const next = text.charAt(at + 1);
    if (next !== '' && !' \t\r\n,[]{}'.includes(next) && valueMayFollow(text, at)) return true;
  }
  return false;
}

const hyphen = 45;
const hash = 35;
const colon = 58;

/** Document markers, directives, marks of a merge conflict, a byte order mark. */
function isMark(text: string, start: number): boolean {
  switch (text.charAt(start)) {
    case '-':
      return text.startsWith('---', start);
    case '.':
      return text.startsWith('...', start);
    case '<':
      return text.startsWith('<<<<<<<', start);
    case '>':
      return text.startsWith('>>>>>>>', start);
    default:
      return text.charAt(start) === '%' || text.charAt(start) === '\ufeff';
  }
}

function afterKey(text: string, colonAt: number, end: number): 'key' | 'plain' | 'head' | undefined {
  if (colonAt < 0) return undefined;
  if (blankFrom(text, colonAt + 1, end)) return 'head';
  let value = colonAt + 1;
  while (isSpace(text.charCodeAt(value))) value++;
  return '|>"\'[]{},&*!%@`'.includes(text.charAt(value)) ? 'key' : 'plain';
}

/** Where the colon stands behind a key in quotes, -1 where there is none; one with an escape in it is left to the parser. */
function quotedKey(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start);
  let at = start + 1;
  while (at < end && text.charCodeAt(at) !== quote && text.charAt(at) !== '\\') at++;
  if (at >= end || text.charCodeAt(at) !== quote) return -1;
  do at++;
  while (isSpace(text.charCodeAt(at)));
  return text.charCodeAt(at) === colon && isBlank(text.charCodeAt(at + 1)) ? at : -1;
}

/** The same behind a plain key, which ends at the first colon in front of a space; or there is none before a comment. */
function plainKey(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === colon && isBlank(text.charCodeAt(at + 1))) return at;
    if (code === hash && isSpace(text.charCodeAt(at - 1))) return -1;
  }
  return -1;
}

function valueMayFollow(text: string, at: number): boolean {
  let last = at - 1;
  while (last >= 0 && isSpace(text.charCodeAt(last))) last--;
  if (last < 0 || '\r\n:-?[{,'.includes(text.charAt(last))) return true;
  if (last === at - 1) return false;
  let first = last;
  while (first > 0 && !isBlank(text.charCodeAt(first - 1))) first--;
  return text.charAt(first) === '!' || (text.charAt(first) === '&' && last > first);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** A space, the end of a line, or the end of the text. */
function isBlank(code: number): boolean {
  return isSpace(code) || code === 10 || code === 13 || Number.isNaN(code);
}
