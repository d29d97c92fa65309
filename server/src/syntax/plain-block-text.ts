/** `|` and `>`: texts below their key, line by line or run together. */
import {
  codeAt,
  hyphen,
  leaveLine,
  lineEnd,
  nextContent,
  scalarOf,
  skipBreak,
  skipSpaces,
  space,
  type Scan,
} from './plain-scan.ts';
import type { ScalarNode } from './tree.ts';

export const bar = 124;
export const greater = 62;
const plus = 43;

/** Lines of the text, without their common indentation. */
interface Lines {
  readonly lines: readonly string[];
  /** Behind the last line that is not blank, and behind the blank lines that follow it. */
  readonly end: number;
  readonly blankEnd: number;
  readonly blanks: number;
}

/** Reads a text of lines deeper than `indent`, the column of its collection. Its sign may say how it ends, not how deep it is. */
export function readBlockText(scan: Scan, indent: number): ScalarNode | undefined {
  const { text } = scan;
  const start = scan.at;
  const folded = codeAt(text, scan.at++) === greater;
  const sign = codeAt(text, scan.at);
  if (sign === plus || sign === hyphen) scan.at++;
  if (!leaveLine(scan)) return undefined;
  const read = readLines(scan, indent);
  if (!read) return undefined;

  const { lines, end, blankEnd, blanks } = read;
  const body = folded ? joined(lines) : lines.join('\n');
  const value = sign === hyphen ? body : body + '\n'.repeat(sign === plus ? blanks + 1 : 1);
  scan.at = sign === plus ? blankEnd : end;
  const node = scalarOf(scan, value, text.slice(start, scan.at), 'block', start);
  scan.end = scan.at;
  nextContent(scan, Infinity);
  return node;
}

/** The first line says how deep the text is; blank lines may not be deeper. At least one line is not blank. */
function readLines(scan: Scan, indent: number): Lines | undefined {
  const { text } = scan;
  const lines: string[] = [];
  let depth = -1;
  let [end, blankEnd] = [scan.at, scan.at];
  let blanks = 0;
  let deepestBlank = 0;
  while (scan.at < text.length) {
    const line = scan.at;
    const code = skipSpaces(scan);
    const column = scan.at - line;
    if (code < space) {
      if (code < 0) return undefined;
      skipBreak(scan);
      blanks++;
      deepestBlank = Math.max(deepestBlank, column);
      blankEnd = scan.at;
      continue;
    }
    if (depth < 0) depth = column;
    if (column < depth || column <= indent) break;
    for (; blanks > 0; blanks--) lines.push('');
    scan.at = lineEnd(text, scan.at);
    lines.push(text.slice(line + depth, scan.at));
    skipBreak(scan);
    end = blankEnd = scan.at;
  }
  return lines.length === 0 || deepestBlank > depth ? undefined : { lines, end, blankEnd, blanks };
}

/**
 * Lines run together: a break is a space, and of several the first is not read.
 * Around lines that are indented further all breaks are kept.
 */
function joined(lines: readonly string[]): string {
  let result = '';
  let gap = '';
  let deep = false;
  for (const line of lines) {
    if (line === '') {
      if (gap === '\n') result += '\n';
      else gap = '\n';
      continue;
    }
    const deeper = line.startsWith(' ');
    if (deeper && gap === ' ') gap = '\n';
    else if (deeper && !deep && gap === '\n') gap = '\n\n';
    result += gap + line;
    gap = deeper ? '\n' : ' ';
    deep = deeper;
  }
  return result;
}
