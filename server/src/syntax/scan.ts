/** The lines of a text as a reader sees them before any parser: indentation, dashes, keys, and what runs on over several lines. */

/** Offsets count from the start of the text. */
export interface ScannedLine {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Column of the first character that is no space. */
  readonly indent: number;
  readonly blank: boolean;
  /** The whole line is a comment, or a mark that a merge left behind. */
  readonly comment: boolean;
  /** Columns of the dashes that begin list items. */
  readonly dashes: readonly number[];
  /** Column of what follows the dashes. */
  readonly column: number;
  readonly key?: ScannedKey;
  /** What stands behind the dashes, where it is no key. */
  readonly text?: string;
  /** The line, by number, in which a text or a bracket was opened that this line belongs to. */
  readonly within?: { readonly line: number; readonly is: 'block' | 'quote' | 'flow' };
}

export interface ScannedKey {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Behind the colon. */
  readonly after: number;
  /** Where the value begins, on this line; the line's end where there is none. */
  readonly value: number;
  /** At most a comment, an anchor or a tag follows: the value, if there is one, stands below. */
  readonly empty: boolean;
}

const quotedKey = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*:(?=\s|$)/;
const beginsKey = /^(?:[^\s#[\]{},"'&*!|>%@`-]|-[^\s#])/;
/** More dashes before one text are no list that anybody means. */
const mostDashes = 20;
/** `goal:regulars`: a key that was followed too closely. Not an address such as `https://…`. */
export const closeKey = /^([a-z_]+):(?=[^\s/:])/;
/** `? title`, with its value on a line of its own. */
const explicitKey = /^(\?[ \t]+)([\w-]+)[ \t]*$/;
const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/;
/** What may stand before a value that is written below, or nowhere. */
const nothingYet = /^(?:[&!][^\s]*(?:[ \t]+|$))*(?:#.*)?$/;

/** Reads all lines. It never fails and trusts nothing: a quote or bracket that does not close ends with its line. */
export function scanLines(text: string): readonly ScannedLine[] {
  const lines: ScannedLine[] = [];
  let open: Open | undefined;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start <= text.length;) {
    const end = lineEnd(text, start);
    const plain = scanLine(text, start, end);
    open = open && goesOn(open, plain, text) ? open : undefined;
    const line = open ? { ...plain, within: { line: open.line, is: open.is } } : plain;
    if (open && ends(open, line)) open = undefined;
    else open ??= opens(line, lines.length, text);
    lines.push(line);
    if (end >= text.length) break;
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}

function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function scanLine(text: string, start: number, end: number): ScannedLine {
  const line = text.slice(start, end);
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const dashes: number[] = [];
  let column = indent;
  for (let dash = dashAt(line, column); dash > 0 && dashes.length < mostDashes; dash = dashAt(line, column)) {
    dashes.push(column);
    column += dash;
  }
  const content = line.slice(column);
  const key = scanKey(content, start + column, end);
  const blank = content.trim() === '' && dashes.length === 0;
  const bare = nothingYet.test(content) ? '' : withoutComment(content).trim();
  const words = key || dashes.length === 0 ? {} : { text: bare.replace(/^(["'])(.*)\1$/, '$2') };
  const comment = content.startsWith('#') || conflict.test(line);
  return { start, end, indent, blank, comment, dashes, column, ...(key && { key }), ...words };
}

/** The length of a dash with the spaces behind it; 0 where none stands. */
function dashAt(line: string, column: number): number {
  return /^-(?:[ ]+|$)/.exec(line.slice(column))?.[0].length ?? 0;
}

/** A text without the comment behind it. */
export function withoutComment(text: string): string {
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at === 0 || /\s/.test(text[at - 1] ?? '')) return text.slice(0, at).trimEnd();
  }
  return text.trimEnd();
}

function scanKey(content: string, at: number, lineEnd: number): ScannedKey | undefined {
  const [, mark = '', name] = explicitKey.exec(content) ?? [];
  if (name !== undefined) {
    const start = at + mark.length;
    return { name, start, end: start + name.length, after: lineEnd, value: lineEnd, empty: true };
  }
  return plainKey(content, at, lineEnd);
}

function plainKey(content: string, at: number, lineEnd: number): ScannedKey | undefined {
  const quoted = quotedKey.exec(content);
  const length = quoted?.[0].length ?? closeKey.exec(content)?.[0].length ?? keyLength(content);
  if (length === undefined) return undefined;
  const name = quoted ? (quoted[1] ?? quoted[2]?.replaceAll("''", "'") ?? '') : content.slice(0, length - 1).trimEnd();
  const end = at + (quoted ? quoted[0].lastIndexOf(content[0] ?? '') + 1 : name.length);
  const after = at + length;
  const rest = content.slice(length).trimStart();
  const value = Math.min(lineEnd, at + content.length - rest.length);
  return { name, start: at, end, after, value, empty: nothingYet.test(rest) };
}

/** How long a plain key is with its colon: up to the first one before a space, unless a comment comes first. */
function keyLength(content: string): number | undefined {
  if (!beginsKey.test(content)) return undefined;
  const hash = content.indexOf('#');
  for (let colon = content.indexOf(':', 1); colon >= 0; colon = content.indexOf(':', colon + 1)) {
    if (hash >= 0 && hash < colon) return undefined;
    if (/^(?:\s|$)/.test(content.slice(colon + 1, colon + 2))) return colon + 1;
  }
  return undefined;
}

/** Something that runs on: a block text, a quote, a bracket. `column` is that of the entry it belongs to. */
interface Open {
  readonly is: 'block' | 'quote' | 'flow';
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly close: number;
}

function opens(line: ScannedLine, number: number, text: string): Open | undefined {
  if (line.blank || line.comment) return undefined;
  const own = line.key?.value ?? line.start + line.column;
  const from = own + (/^(?:[&!]\S*[ \t]+)*/.exec(text.slice(own, line.end))?.[0].length ?? 0);
  const value = text.slice(from, line.end);
  const column = ownColumn(line);
  const open = (is: Open['is'], close: number): Open => ({ is, line: number, column, start: from, close });
  if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(value)) return open('block', Infinity);
  if (/^["']/.test(value)) {
    const close = quoteEnd(text, from, column);
    return close > line.end ? open('quote', close) : undefined;
  }
  if (!/^[[{]/.test(value)) return undefined;
  const close = flowEnd(text, from, column);
  return close > line.end ? open('flow', close) : undefined;
}

/** The column of the key or dash that a line's value hangs on. */
export function ownColumn({ key, start, dashes, column }: ScannedLine): number {
  return key ? key.start - start : (dashes.at(-1) ?? column - 1);
}

/** Whether a line can be part of a bracket that hangs on a column: it is deeper, or blank, or closes it. */
export function inBracket(text: string, start: number, column: number): boolean {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start > column || /[\s\]}]/.test(text[at] ?? ' ');
}

/** A text or bracket holds what is indented deeper than its key; a bracket also a line that closes it. */
function goesOn({ is, column, close }: Open, line: ScannedLine, text: string): boolean {
  if (line.blank || (line.comment && line.indent === 0 && text[line.start] !== '#')) return true;
  if (is === 'block') return line.indent > column;
  if (close === Infinity && line.key && line.column <= column + 2) return false;
  return line.indent > column || (is === 'flow' && /^[\]}]/.test(text.slice(line.start + line.indent, line.end)));
}

function ends({ is, close }: Open, { end }: ScannedLine): boolean {
  return is !== 'block' && close <= end;
}

/** Behind the closing quote; `Infinity` where none comes before a line that is not deeper than `column`. */
function quoteEnd(text: string, start: number, column: number): number {
  return closing(text, start, (at) => inQuote(text, at, column)) ?? Infinity;
}

/** The same on one line, at whose end the quote ends at the latest. */
export function quoteEndOnLine(text: string, start: number): number {
  return closing(text, start, () => false) ?? lineEnd(text, start);
}

/** `goesOn`: whether the quote can hold a line that starts there. */
function closing(text: string, start: number, goesOn: (lineStart: number) => boolean): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (quote === '"' && char === '\\' && !isBreak(text[at + 1])) at++;
    else if (isBreak(char)) {
      if (!goesOn(at + 1)) return undefined;
    } else if (char === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return undefined;
}

function isBreak(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}

/** Whether a line can be part of a quote that hangs on a column: it is deeper, or blank, or a mark that a merge left behind. */
function inQuote(text: string, start: number, column: number): boolean {
  let at = start;
  while (text[at] === ' ') at++;
  if (at - start > column || /\s/.test(text[at] ?? ' ')) return true;
  return at === start && conflict.test(text.slice(start, lineEnd(text, start)));
}

/** Behind the bracket that closes the one at `start`; `Infinity` where none does before a line that is not deeper than `column`. */
export function flowEnd(text: string, start: number, column: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') {
      if (--depth === 0) return at + 1;
    } else if (char === '\n' || char === '\r') {
      if (!inBracket(text, at + 1, column)) return Infinity;
    } else if (/[#"']/.test(char) && /[\s[{,:]/.test(text[at - 1] ?? ' ')) {
      at = (char === '#' ? lineEnd(text, at) : quoteEndOnLine(text, at)) - 1;
    }
  }
  return Infinity;
}
