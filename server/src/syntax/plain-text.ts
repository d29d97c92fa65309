/** Texts without quotes, on one line or on several. */
import {
  codeAt,
  colon,
  hash,
  hyphen,
  leaveValue,
  isFlowSign,
  isLetter,
  scalarOf,
  space,
  type Scan,
} from './plain-scan.ts';
import { valueOf } from './plain-value.ts';
import type { ScalarNode } from './tree.ts';

/** Whether a text without quotes can begin at `at`. It may begin with a sign that has a meaning if a letter follows. */
function beginsText({ text, at, line }: Scan, inFlow: boolean): boolean {
  const code = codeAt(text, at);
  if (isLetter(code)) return true;
  if (code <= space || ',[]{}#&*!|>\'"%@`?:'.includes(String.fromCharCode(code))) return false;
  if (code === dot || code === hyphen) {
    const next = codeAt(text, at + 1);
    // Three of them at the left edge begin or end a document.
    if (at === line && next === code) return false;
    return code === dot || (next > space && !(inFlow && isFlowSign(next)));
  }
  return true;
}

const dot = 46;

/**
 * The end of a text without quotes, as far as it goes on this line. `at` then stands where it ended:
 * at the colon behind a key, before a comment, or at the end of the line.
 */
export function endOfText(scan: Scan): number {
  const { text } = scan;
  let { at } = scan;
  let end = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > colon) end = at + 1;
    else if (code <= space) {
      if (code < space || codeAt(text, at + 1) === hash) break;
    } else if (code === colon && codeAt(text, at + 1) <= space) break;
    else end = at + 1;
  }
  scan.at = at;
  return end;
}

/** The same inside brackets, where the signs of a list and a map end it too. */
function endOfFlowText(scan: Scan): number {
  const { text } = scan;
  let { at } = scan;
  let end = at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= space) {
      if (code < space || codeAt(text, at + 1) === hash) break;
      continue;
    }
    if (isFlowSign(code)) break;
    if (code === colon) {
      const next = codeAt(text, at + 1);
      if (next <= space || isFlowSign(next)) break;
    }
    end = at + 1;
  }
  scan.at = at;
  return end;
}

/** Reads a text without quotes up to the end of the line, or to the colon behind it. */
export function readText(scan: Scan): ScalarNode | undefined {
  const start = scan.at;
  return beginsText(scan, false) ? textOf(scan, start, endOfText(scan)) : undefined;
}

/** The same inside brackets. */
export function readFlowText(scan: Scan): ScalarNode | undefined {
  const start = scan.at;
  return beginsText(scan, true) ? textOf(scan, start, endOfFlowText(scan)) : undefined;
}

function textOf(scan: Scan, start: number, end: number): ScalarNode {
  const source = scan.text.slice(start, end);
  return scalarOf(scan, valueOf(source), source, 'plain', start);
}

/**
 * Leaves a text without quotes, of which `first` is the first line, together with the lines that it goes on in:
 * those deeper than `indent`, up to the first comment.
 */
export function leaveText(scan: Scan, first: ScalarNode, indent: number): ScalarNode | undefined {
  const { comments, text } = scan;
  const remarks = comments.length;
  if (!leaveValue(scan, indent)) return undefined;
  if (scan.column <= indent || comments.length > remarks) return first;
  let end = 0;
  while (scan.column > indent && comments.length === remarks) {
    end = endOfText(scan);
    if (!leaveValue(scan, indent)) return undefined;
  }
  const { start } = first.span;
  const source = text.slice(start, end);
  return scalarOf(scan, joined(source), source, 'plain', start);
}

/** Lines run together: a break is a space, and of several the first is not read. */
export function joined(source: string): string {
  const lines = source.split(/\r?\n/);
  let result = (lines[0] ?? '').replace(/ +$/, '');
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const last = index === lines.length - 1;
    const words = line.replace(last ? /^ +/ : /^ +| +$/g, '');
    if (words === '' && !last) {
      blanks++;
      continue;
    }
    result += (blanks > 0 ? '\n'.repeat(blanks) : ' ') + words;
    blanks = 0;
  }
  return result;
}
