/**
 * Where a document can be cut so that each piece can be read by itself: at its top-level keys,
 * and below such a key at the items of a block list. What cannot be cut safely stays whole.
 */

/** Pieces in order; they cover the whole text. A list is a head (its key) and one piece for each item. */
export type Piece =
  | { readonly is: 'part'; readonly start: number; readonly end: number }
  | { readonly is: 'item'; readonly start: number; readonly end: number };

/** `undefined`: the document must be read whole. */
export function cut(text: string): readonly Piece[] | undefined {
  if (!cuttable(text)) return undefined;
  const keys = topLevelKeys(text);
  if (!keys) return undefined;
  return keys.flatMap((start, index) => cutItems(text, start, keys[index + 1] ?? text.length));
}

/** Anchors, aliases, document markers, directives and conflict markers reach over the borders of any piece. */
function cuttable(text: string): boolean {
  return !/^(?:---|\.\.\.|%|<{7}|>{7}|\ufeff)/m.test(text) && !/(?:^|[\s[{,:-])[&*][^\s,[\]{}]/m.test(text);
}

/** What a line at the left edge must look like to be a key: plain or quoted, then a colon. */
const topKey = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'[\]{},&*!|>%@`?:-][^\n]*?|[?:-][^\s][^\n]*?)[ \t]*:(?=\s|$)/;

/** Starts of the lines with a key at the left edge; what stands before the first belongs to it. */
function topLevelKeys(text: string): number[] | undefined {
  const starts: number[] = [];
  for (const { start, first } of linesOf(text, 0, text.length)) {
    if (first !== start || text.charCodeAt(start) === hash) continue;
    const end = nextLine(text, start);
    if (topKey.test(text.slice(start, Math.min(end, start + 200)))) starts.push(start);
    else if (starts.length === 0) return undefined;
  }
  if (starts.length === 0) return undefined;
  starts[0] = 0;
  return starts;
}

function cutItems(text: string, start: number, end: number): Piece[] {
  const whole: Piece[] = [{ is: 'part', start, end }];
  const dashes: number[] = [];
  let indent = -1;
  let head = true;
  for (const { start: line, first, comment } of linesOf(text, start, end)) {
    if (comment) continue;
    if (head) {
      if (!/:[ \t]*(?:#.*)?$/.test(lineOf(text, line))) return whole;
      head = false;
      continue;
    }
    const column = first - line;
    if (indent < 0) indent = column;
    const dash = text.charCodeAt(first) === hyphen && /^-(?:\s|$)/.test(text.slice(first, first + 2));
    if (column === indent && dash) dashes.push(line);
    else if (column <= indent || dashes.length === 0) return whole;
  }
  const [first] = dashes;
  if (first === undefined) return whole;
  const items = dashes.map((it, index): Piece => ({ is: 'item', start: it, end: dashes[index + 1] ?? end }));
  return [{ is: 'part', start, end: first }, ...items];
}

const hash = 35;
const hyphen = 45;

interface Line {
  readonly start: number;
  /** Offset of the first character that is no space; a tab counts as one, so it never passes for indentation. */
  readonly first: number;
  readonly comment: boolean;
}

/** The lines of a stretch that hold something. */
function* linesOf(text: string, start: number, end: number): Iterable<Line> {
  for (let line = start; line < end; line = nextLine(text, line)) {
    let first = line;
    while (first < end && text.charCodeAt(first) === 32) first++;
    const code = text.charCodeAt(first);
    if (first >= end || code === 10 || code === 13) continue;
    yield { start: line, first, comment: code === hash };
  }
}

function nextLine(text: string, at: number): number {
  for (let next = at; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === 10 || (code === 13 && text.charCodeAt(next + 1) !== 10)) return next + 1;
  }
  return text.length;
}

function lineOf(text: string, start: number): string {
  return text.slice(start, nextLine(text, start)).trimEnd();
}
