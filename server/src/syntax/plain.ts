/**
 * The plain part of YAML, read straight into our tree: maps and lists by indentation and in brackets, texts with quotes
 * and without, comments. It gives what the package gives, to the last offset, or gives up and leaves the text to it:
 * at tags, anchors of keys, `? ` keys, document markers, directives, tabs and controls, at everything
 * that is a mistake, and at what is too rare to be worth it.
 */
import { bracketsTooDeep, deepest } from './depth.ts';
import { bar, greater, readBlockText } from './plain-block-text.ts';
import { readFlow } from './plain-flow.ts';
import { anchoredOf, readAlias, readName } from './plain-link.ts';
import {
  ampersand,
  asterisk,
  codeAt,
  colon,
  doubleQuote,
  entryOf,
  hash,
  hyphen,
  isMerge,
  isQuote,
  leaveLine,
  leaveValue,
  listOf,
  mapOf,
  nextContent,
  openBrace,
  openBracket,
  scalarOf,
  singleQuote,
  skipSpaces,
  space,
  type Fault,
  type Scan,
} from './plain-scan.ts';
import { readQuoted } from './plain-quoted.ts';
import { noteNextWord, noteQuote, noteWord } from './plain-fault.ts';
import { leaveText, readText } from './plain-text.ts';
import type { Comment, ScalarNode, Section } from './tree.ts';
import type { Written, WrittenEntry } from './written.ts';

export interface PlainReading {
  readonly tree: Written | undefined;
  readonly linked: boolean;
  readonly comments: readonly Comment[];
}

/**
 * `undefined`: the text is not plain, nor would it be if one thing in it were not half typed. A text that is plain has no
 * problems. What is read is the text of the section, unless it is one of the same length.
 */
export function readPlain(section: Section, text = section.text): PlainReading | Fault | undefined {
  if (!mayBePlain(text)) return undefined;
  const linked = text.includes('&') || text.includes('*') || text.includes('<<');
  const start = { at: 0, line: 0, column: -1, end: 0, loose: -1 };
  const scan: Scan = { section, text, comments: [], linked, ...start, fault: undefined };
  return readAll(scan) ?? scan.fault;
}

function readAll(scan: Scan): PlainReading | undefined {
  nextContent(scan, Infinity);
  const { linked, comments } = scan;
  if (scan.column < 0) return { tree: undefined, linked, comments };
  const tree = readNode(scan, -1, false);
  if (!tree || !isBlock(tree) || scan.at < scan.text.length) return undefined;
  return { tree, linked, comments };
}

function isBlock(tree: Written): boolean {
  const node = tree.is === 'anchored' ? tree.node : tree;
  return (node.is === 'map' || node.is === 'list') && !node.flow;
}

/** Tabs, controls, lone carriage returns and byte order marks; and three signs in a row, of which sixty are too many. */
const odd = /[^\n\r\x20-\ufefe\uff00-\uffff]|\r(?!\n)|[-?:] +[-?:] +[-?:] /;

/** Levels come from brackets, from columns and from signs in a row. What might be too deep is not read here. */
function mayBePlain(text: string): boolean {
  return !odd.test(text) && !text.includes(deepColumn) && !(hasManyBrackets(text) && bracketsTooDeep(text));
}

const deepColumn = ' '.repeat(deepest);

function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('['); at >= 0 && count <= deepest; at = text.indexOf('[', at + 1)) count++;
  for (let at = text.indexOf('{'); at >= 0 && count <= deepest; at = text.indexOf('{', at + 1)) count++;
  return count > deepest;
}

/**
 * Reads what stands at `at`, where a line or an item begins, and goes on to the next content that does not belong to it.
 * Its lines are deeper than `indent`, the column of the collection that it is in.
 */
function readNode(scan: Scan, indent: number, remarked: boolean): Written | undefined {
  if (isDash(scan)) return readList(scan);
  const code = codeAt(scan.text, scan.at);
  if (isQuote(code)) return readTextOrMap(scan, readQuoted(scan, remarked ? Infinity : indent), indent, remarked);
  if (!isOpening(code)) return readTextOrMap(scan, readText(scan), indent, remarked);
  return remarked ? undefined : readValue(scan, indent);
}

function isOpening(code: number): boolean {
  const isText = code !== bar && code !== greater && code !== ampersand && code !== asterisk;
  return code === openBracket || code === openBrace || !isText;
}

/** A text, or a map of which it is the first key. */
function readTextOrMap(
  scan: Scan,
  text: ScalarNode | undefined,
  indent: number,
  remarked: boolean,
): Written | undefined {
  if (!text) return undefined;
  const { start } = text.span;
  if (isColon(scan)) return text.source.includes('\n') ? undefined : readMap(scan, text, start - scan.line);
  if (text.style !== 'plain') return leave(scan, text, indent);
  // Behind a comment further left the package forgets how deep a text must be that goes on in more lines.
  return remarked ? undefined : (leaveText(scan, text, indent) ?? noteWord(scan, start, indent));
}

/** A dash that begins an item. */
function isDash({ text, at }: Scan): boolean {
  return codeAt(text, at) === hyphen && codeAt(text, at + 1) <= space;
}

/** Whether a colon follows, behind which a value may stand; `at` is then on it. */
function isColon(scan: Scan): boolean {
  if (codeAt(scan.text, scan.at) === colon) return codeAt(scan.text, scan.at + 1) <= space;
  const { at } = scan;
  if (skipSpaces(scan) === colon && codeAt(scan.text, scan.at + 1) <= space) return true;
  scan.at = at;
  return false;
}

function readList(scan: Scan): Written | undefined {
  const start = scan.at;
  const column = start - scan.line;
  const items: Written[] = [];
  do {
    // The package counts a comment between two items to the later one.
    const remarked = items.length > 0 && scan.loose >= 0;
    scan.at++;
    const code = skipSpaces(scan);
    const item =
      code < space || code === hash ? readBelow(scan, column, false, remarked) : readNode(scan, column, false);
    if (!item) return undefined;
    items.push(item);
  } while (scan.column === column && isDash(scan));
  const { end } = scan;
  close(scan, column);
  return scan.column > column ? undefined : listOf(scan, items, false, start, end);
}

/** Reads a map from the colon behind its first key on. */
function readMap(scan: Scan, first: ScalarNode, column: number): Written | undefined {
  const { start } = first.span;
  const entries: WrittenEntry[] = [];
  for (let key: ScalarNode | undefined = first; ;) {
    const entry = readEntry(scan, key, column);
    if (!entry) return undefined;
    entries.push(entry);
    if (scan.column !== column) break;
    key = readKey(scan, column);
    if (!key) return undefined;
  }
  const { end } = scan;
  close(scan, column);
  return scan.column > column ? undefined : mapOf(scan, entries, false, start, end);
}

/**
 * At the end of a collection: a comment as deep as it is goes with it, and with all that stands in between. Others go
 * with what follows.
 */
function close(scan: Scan, column: number): void {
  if (column === 0 || scan.loose < column) return;
  scan.end = scan.at;
  scan.loose = -1;
}

function readKey(scan: Scan, column: number): ScalarNode | undefined {
  const key = isQuote(codeAt(scan.text, scan.at)) ? readQuoted(scan, Infinity) : readText(scan);
  if (!key || isColon(scan)) return key;
  return key.style === 'plain' ? noteNextWord(scan, key.span.start, column) : undefined;
}

/** The package takes no longer keys. */
const longestKey = 1024;
const less = 60;

function readEntry(scan: Scan, key: ScalarNode, column: number): WrittenEntry | undefined {
  const { start } = key.span;
  // Seven of them at the left edge mark a conflict.
  const isOdd = codeAt(scan.text, start) === less && !isMerge(key);
  if (scan.at - start > longestKey || isOdd) return undefined;
  scan.at++;
  const code = skipSpaces(scan);
  const value = code < space || code === hash ? readBelow(scan, column, true, false) : readValue(scan, column);
  return value && entryOf(scan, key, value, value.span.end);
}

/**
 * The value of a key or an item that stands in the lines below it. If there is none, the key or item reaches to the next
 * content where a comment goes with it, be it one before the item.
 */
function readBelow(scan: Scan, column: number, isMap: boolean, remarked: boolean): Written | undefined {
  const { at, comments } = scan;
  const before = comments.length;
  if (!leaveLine(scan)) return undefined;
  const own = comments.length;
  nextContent(scan, Infinity);
  if (scan.column > column || (isMap && scan.column === column && isDash(scan)))
    return readNode(scan, column, comments.length > own);
  scan.end = remarked || comments.length > before ? scan.at : at;
  scan.loose = -1;
  return scalarOf(scan, null, '', 'plain', at);
}

/** A value that is not a collection of its own lines, and what follows it. */
function readValue(scan: Scan, indent: number): Written | undefined {
  const start = scan.at;
  switch (codeAt(scan.text, start)) {
    case openBracket:
    case openBrace:
      return leave(scan, readFlow(scan, indent, 1), indent);
    case doubleQuote:
    case singleQuote:
      return leave(scan, readQuoted(scan, indent) ?? noteQuote(scan, start), indent);
    case asterisk:
      return leave(scan, readAlias(scan, false), indent);
    case ampersand:
      return readAnchored(scan, indent);
    case bar:
    case greater:
      return readBlockText(scan, indent);
    default: {
      const text = readText(scan);
      return text && leaveText(scan, text, indent);
    }
  }
}

function leave(scan: Scan, node: Written | undefined, indent: number): Written | undefined {
  return node && leaveValue(scan, indent) ? node : undefined;
}

/** What an anchor names stands behind it, or in the lines below. */
function readAnchored(scan: Scan, indent: number): Written | undefined {
  const { comments } = scan;
  const name = readName(scan, false);
  if (name === '') return undefined;
  if (skipSpaces(scan) >= space) return anchoredOf(name, readValue(scan, indent));
  const remarks = comments.length;
  leaveLine(scan);
  nextContent(scan, Infinity);
  return scan.column > indent && comments.length === remarks
    ? anchoredOf(name, readNode(scan, indent, false))
    : undefined;
}
