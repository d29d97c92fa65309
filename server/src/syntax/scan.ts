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

const keyPattern =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#[\]{},"'&*!|>%@`-][^#]*?|-[^\s#][^#]*?))[ \t]*:(?=\s|$)/;
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
  for (let dash = /^-(?:[ ]+|$)/.exec(line.slice(column)); dash; dash = /^-(?:[ ]+|$)/.exec(line.slice(column))) {
    dashes.push(column);
    column += dash[0].length;
  }
  const content = line.slice(column);
  const key = scanKey(content, start + column, end);
  const blank = content.trim() === '' && dashes.length === 0;
  const bare = nothingYet.test(content) ? '' : content.replace(/\s+#.*$/, '').trim();
  const words = key || dashes.length === 0 ? {} : { text: bare.replace(/^(["'])(.*)\1$/, '$2') };
  const comment = content.startsWith('#') || conflict.test(line);
  return { start, end, indent, blank, comment, dashes, column, ...(key && { key }), ...words };
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
  const close = closeKey.exec(content);
  const match = close ?? keyPattern.exec(content);
  if (!match) return undefined;
  const name = (match[1] ?? match[2]?.replaceAll("''", "'") ?? match[3] ?? '').trimEnd();
  const end = at + (/^["']/.test(content) ? match[0].lastIndexOf(content[0] ?? '') + 1 : name.length);
  const after = at + match[0].length;
  const rest = content.slice(after - at).trimStart();
  const value = Math.min(lineEnd, at + content.length - rest.length);
  return { name, start: at, end, after, value, empty: nothingYet.test(rest) };
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
  const column = line.key ? line.key.start - line.start : (line.dashes.at(-1) ?? line.column - 1);
  const open = (is: Open['is'], close: number): Open => ({ is, line: number, column, start: from, close });
  if (/^[|>][-+\d]*\s*(?:#.*)?$/.test(value)) return open('block', Infinity);
  if (/^["']/.test(value)) {
    const close = quoteEnd(text, from);
    return close > line.end ? open('quote', close) : undefined;
  }
  if (!/^[[{]/.test(value)) return undefined;
  const close = flowEnd(text, from);
  return close > line.end ? open('flow', close) : undefined;
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

/** Behind the closing quote; `Infinity` where it never closes. */
export function quoteEnd(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return Infinity;
}

/** Behind the bracket that closes the one at `start`; `Infinity` where it never closes. */
export function flowEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') {
      if (--depth === 0) return at + 1;
    } else if (char === '\n' || char === '\r') {
      if (/^[a-z_]+:(?:\s|$)/.test(text.slice(at + 1, at + 40))) return Infinity;
    } else if (/[#"']/.test(char) && /[\s[{,:]/.test(text[at - 1] ?? ' ')) {
      const end = lineEnd(text, at);
      at = (char === '#' ? end : Math.min(quoteEnd(text, at), end)) - 1;
    }
  }
  return Infinity;
}
