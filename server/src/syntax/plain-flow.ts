/** Lists and maps in brackets. */
import {
  asterisk,
  ampersand,
  closeBrace,
  closeBracket,
  codeAt,
  colon,
  comma,
  entryOf,
  hash,
  isMerge,
  isQuote,
  leaveLine,
  listOf,
  mapOf,
  nextContent,
  openBrace,
  openBracket,
  scalarOf,
  skipSpaces,
  space,
  type Scan,
} from './plain-scan.ts';
import { anchoredOf, readAlias, readName } from './plain-link.ts';
import { readQuoted } from './plain-quoted.ts';
import { readFlowText } from './plain-text.ts';
import type { ScalarNode } from './tree.ts';
import type { Written, WrittenEntry } from './written.ts';

const less = 60;

/** Reads from an opening bracket behind the closing one. Further lines are deeper than `indent`. */
export function readFlow(scan: Scan, indent: number, level: number): Written | undefined {
  return codeAt(scan.text, scan.at) === openBracket ? readList(scan, indent, level) : readMap(scan, indent, level);
}

function readList(scan: Scan, indent: number, level: number): Written | undefined {
  const start = scan.at++;
  const items: Written[] = [];
  for (;;) {
    const code = skipBlanks(scan, indent, level);
    if (code === closeBracket) break;
    const item = readValue(scan, code, indent, level);
    if (!item || !leaveItem(scan, indent, level, closeBracket)) return undefined;
    items.push(item);
  }
  return listOf(scan, items, true, start, ++scan.at);
}

function readMap(scan: Scan, indent: number, level: number): Written | undefined {
  const start = scan.at++;
  const entries: WrittenEntry[] = [];
  for (;;) {
    const code = skipBlanks(scan, indent, level);
    if (code === closeBrace) break;
    const entry = readEntry(scan, code, indent, level);
    if (!entry || !leaveItem(scan, indent, level, closeBrace)) return undefined;
    entries.push(entry);
  }
  return mapOf(scan, entries, true, start, ++scan.at);
}

function readEntry(scan: Scan, code: number, indent: number, level: number): WrittenEntry | undefined {
  const key = readText(scan, code, Infinity);
  if (!key) return undefined;
  if (code === less && !isMerge(key)) return undefined;
  if (skipSpaces(scan) !== colon) return entryOf(scan, key, undefined, key.span.end);
  scan.at++;
  skipSpaces(scan);
  const nothing = scan.at;
  const next = skipBlanks(scan, indent, level);
  if (next === comma || next === closeBrace)
    return entryOf(scan, key, scalarOf(scan, null, '', 'plain', nothing), nothing);
  const value = readValue(scan, next, indent, level);
  return value && entryOf(scan, key, value, value.span.end);
}

function readValue(scan: Scan, code: number, indent: number, level: number): Written | undefined {
  switch (code) {
    case openBracket:
    case openBrace:
      return readFlow(scan, indent, level + 1);
    case asterisk:
      return readAlias(scan, true);
    case ampersand:
      return readAnchored(scan, indent, level);
    default:
      return readText(scan, code, indent);
  }
}

function readAnchored(scan: Scan, indent: number, level: number): Written | undefined {
  const name = readName(scan, true);
  return name === '' ? undefined : anchoredOf(name, readValue(scan, skipSpaces(scan), indent, level));
}

function readText(scan: Scan, code: number, indent: number): ScalarNode | undefined {
  if (code < 0) return undefined;
  return isQuote(code) ? readQuoted(scan, indent) : readFlowText(scan);
}

/** Behind an item stands a comma or the closing bracket. */
function leaveItem(scan: Scan, indent: number, level: number, close: number): boolean {
  const code = skipBlanks(scan, indent, level);
  if (code === comma) scan.at++;
  return code === comma || code === close;
}

/** The next character that is no space, break or comment, or -1 where the package might see a mistake. */
function skipBlanks(scan: Scan, indent: number, level: number): number {
  const code = skipSpaces(scan);
  if (code > space && code !== hash) return code;
  const remarks = scan.comments.length;
  if (!leaveLine(scan)) return -1;
  nextContent(scan, Infinity);
  return isInside(scan, indent, level) && areIndented(scan, remarks) ? codeAt(scan.text, scan.at) : -1;
}

/** Whether no comment from the given one on stands at the left edge, where the package misses the space before it. */
function areIndented({ text, comments }: Scan, from: number): boolean {
  for (let index = from; index < comments.length; index++) {
    const start = comments[index]?.span.start ?? 0;
    if (codeAt(text, start - 1) !== space) return false;
  }
  return true;
}

/** Lines are deeper than `indent`. Only the last closing bracket may stand as deep as the collection that it is in. */
function isInside({ text, at, column }: Scan, indent: number, level: number): boolean {
  if (column !== indent || level > 1) return column > indent;
  const code = codeAt(text, at);
  return code === closeBrace || code === closeBracket;
}
