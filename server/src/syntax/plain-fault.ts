/** What keeps a text from being plain and is only half typed: noted, so that it can be mended as the package's mistakes are. */
import { codeAt, doubleQuote, leaveLine, nextContent, singleQuote, space, type Scan } from './plain-scan.ts';
import { endOfText } from './plain-text.ts';
import type { ScalarNode } from './tree.ts';

/**
 * A word where a map may begin, or go on. The package reads it on in all lines deeper than `indent`, up to a comment or the
 * next colon: a key of several lines, or one without a value.
 */
export function noteWord(scan: Scan, start: number, indent: number): ScalarNode | undefined {
  const { comments, text } = scan;
  // Behind a comment further left the package forgets how deep the lines must be.
  if (followsComment(text, start) || isMark(text, start)) return undefined;
  const remarks = comments.length;
  scan.at = start;
  let end = endOfText(scan);
  while (leaveLine(scan)) {
    nextContent(scan, Infinity);
    if (scan.column <= indent || comments.length > remarks) break;
    if (scan.column === 0 && isMark(text, scan.at)) return undefined;
    end = endOfText(scan);
  }
  scan.fault = { is: 'word', start, end };
  return undefined;
}

/** The same in a map, where its keys stand at `column`. */
export function noteNextWord(scan: Scan, start: number, column: number): ScalarNode | undefined {
  if (codeAt(scan.text, start + 1) > space) return noteWord(scan, start, column - 1);
  // At a single letter the package does not look how deep the line is, and goes by the one above.
  if (/\n *\r?\n *$/.test(scan.text.slice(0, start))) return undefined;
  noteWord(scan, start, column);
  if (scan.fault && scan.text.slice(start, scan.fault.end).includes('\n')) scan.fault = undefined;
  return undefined;
}

/** A quote that is still open where its lines end. A sign in the rest of the text that could close it is left to the package. */
export function noteQuote(scan: Scan, start: number): ScalarNode | undefined {
  const { text } = scan;
  const code = codeAt(text, start);
  const sign = code === doubleQuote ? '\\' : "''";
  if (text.includes(sign, start + (code === singleQuote ? 1 : 0))) return undefined;
  scan.fault = { is: 'quote', start, end: start };
  return undefined;
}

function followsComment(text: string, at: number): boolean {
  const above = text.slice(0, Math.max(0, text.lastIndexOf('\n', at))).trimEnd();
  return above
    .slice(above.lastIndexOf('\n') + 1)
    .trimStart()
    .startsWith('#');
}

/** Between documents, or between the sides of a conflict. */
function isMark(text: string, at: number): boolean {
  return marks.some((it) => text.startsWith(it, at));
}

const marks = ['---', '...', '<<<<<<<', '>>>>>>>'];
