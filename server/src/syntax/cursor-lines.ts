/** Which map or list a line belongs to, told by the columns of the lines around it. */
import type { Path } from './cursor.ts';
import type { ScannedLine } from './scan.ts';

export interface Place {
  readonly is: 'key' | 'item';
  readonly path: Path;
  readonly column: number;
}

/**
 * Which map a line at this column belongs to. A line that is still free takes the deepest place that is not right of the cursor:
 * below a key without a value its inside, beside a key its map, at the column of dashes a new item.
 * It never comes between a key and what hangs on it: where deeper lines follow, it stands beside those.
 */
export function placeFor(
  lines: readonly ScannedLine[],
  number: number,
  wanted: number,
  free: boolean,
): Place | undefined {
  const above = previous(lines, number);
  const below = lineBelow(lines, number);
  if (above < 0) return { is: 'key', path: [], column: free ? firstColumn(lines) : wanted };
  const line = lines[above];
  if (!line) return undefined;
  const inside = insideOf(lines, above, line, wanted, free ? below : undefined);
  return inside ?? besideOf(openColumns(lines, above), wanted, free, free ? below : undefined);
}

/** Below a key without a value, or a dash without a text. */
function insideOf(
  lines: readonly ScannedLine[],
  above: number,
  line: ScannedLine,
  wanted: number,
  below?: ScannedLine,
): Place | undefined {
  const dash = line.dashes.at(-1);
  if (dash !== undefined && !line.key && line.text === '' && wanted > dash) {
    return { is: 'key', path: pathAt(lines, above, false), column: wanted };
  }
  if (!line.key?.empty) return undefined;
  const path = pathAt(lines, above, true);
  if (below && below.dashes.length > 0 && below.indent >= line.column)
    return { is: 'item', path, column: below.indent };
  const column = below && below.indent > line.column ? below.indent : wanted;
  return column > line.column ? { is: 'key', path, column } : undefined;
}

/** Beside what stands above, at the wanted column or the next one left of it, but not left of what follows. */
function besideOf(columns: Iterable<Place>, wanted: number, free: boolean, below?: ScannedLine): Place | undefined {
  const floor = below?.indent ?? 0;
  const least = Math.max(wanted, floor);
  const kind = below && least === floor ? (below.dashes.length > 0 ? 'item' : 'key') : undefined;
  let left: Place | undefined;
  for (const it of columns) {
    if (it.column === least && (kind === undefined || it.is === kind)) return it;
    if (it.column < least && it.column >= floor) left ??= it;
    if (it.column < floor) break;
  }
  return free ? left : undefined;
}

/** Whether a line of plain words carries on the text of the line above it. */
export function goesOnText(lines: readonly ScannedLine[], number: number): boolean {
  const line = lines[number];
  const above = lines[previous(lines, number)];
  if (!line || !above) return false;
  const column = line.dashes[0] ?? line.column;
  if (above.key) return !above.key.empty && column > above.column;
  return above.text !== '' && column > (above.dashes.at(-1) ?? 0);
}

/** The first line below a key: its own key, if it has one, and whether it begins an item of a list. */
export interface Below {
  readonly key?: string;
  readonly item: boolean;
}

/** What would hang on a key at this column: deeper lines below that belong to no other key right above. */
export function hangingOn(lines: readonly ScannedLine[], number: number, column: number): Below | undefined {
  const below = lineBelow(lines, number);
  if (!below || below.indent <= column) return undefined;
  const above = lines[previous(lines, number)];
  const owner = above && (above.key ? above.key.empty : above.text === '');
  if (owner && (above.dashes.at(-1) ?? above.column) < below.indent) return undefined;
  return { item: below.dashes.length > 0, ...(below.key && { key: below.key.name }) };
}

/** The next line that says something of its own. */
export function lineBelow(lines: readonly ScannedLine[], number: number): ScannedLine | undefined {
  for (let at = number + 1; at < lines.length; at++) {
    const line = lines[at];
    if (line && !skip(line)) return line;
  }
  return undefined;
}

function firstColumn(lines: readonly ScannedLine[]): number {
  return lines.find((it) => it.key && !it.within)?.column ?? 0;
}

/** The columns at which something may go on below a line, the deepest first. */
function* openColumns(lines: readonly ScannedLine[], from: number): Iterable<Place> {
  for (let at = from; at >= 0; at = parentOf(lines, at)) {
    const line = lines[at];
    if (!line) return;
    const path = pathAt(lines, at, false);
    if (line.key) yield { is: 'key', path, column: line.column };
    for (const [index, dash] of [...line.dashes.entries()].reverse()) {
      yield { is: 'item', path: path.slice(0, path.length - (line.dashes.length - index)), column: dash };
    }
  }
}

/** The nearest line above that is not blank, a comment, or inside a longer text. */
function previous(lines: readonly ScannedLine[], number: number): number {
  for (let at = number - 1; at >= 0; at--) if (counts(lines[at])) return at;
  return -1;
}

/** Whether a line says something to which others can belong. */
export function counts(line: ScannedLine | undefined): boolean {
  return (
    line !== undefined &&
    !line.blank &&
    !line.comment &&
    !line.within &&
    (line.key !== undefined || line.dashes.length > 0)
  );
}

/** The line whose key or dash holds this line; -1 for a key of the document. */
function parentOf(lines: readonly ScannedLine[], number: number): number {
  const line = lines[number];
  if (!line) return -1;
  const [dash] = line.dashes;
  const column = dash ?? line.column;
  for (let at = number - 1; at >= 0; at--) {
    const above = lines[at];
    if (!above || !counts(above)) continue;
    if (above.key && above.column < column) return at;
    if (above.key && dash !== undefined && above.column === column && above.dashes.length === 0) return at;
    if (above.dashes.some((it) => it < column) && !(above.dashes[0] === dash)) return at;
  }
  return -1;
}

/** The path of the map that holds the line's key, or with `inner` that of its value. */
export function pathAt(lines: readonly ScannedLine[], number: number, inner: boolean): Path {
  const outwards: string[] = [];
  let withKey = inner;
  let right = 0;
  for (let at = number; at >= 0;) {
    const line = lines[at];
    if (!line) break;
    if (withKey && line.key) outwards.push(line.key.name);
    for (let dash = right; dash < line.dashes.length; dash++) outwards.push('-');
    const parent = parentOf(lines, at);
    const above = lines[parent];
    const column = line.dashes[0] ?? line.column;
    withKey = above !== undefined && holdsColumn(above, column, line.dashes.length > 0);
    // A parent that holds it by a dash has it as a further key of its item.
    right = withKey ? 0 : (above?.dashes.filter((it) => it >= column).length ?? 0);
    at = parent;
  }
  return outwards.reverse();
}

/** Whether what stands at a column is the value of the line's key; a list may stand at the column of its key. */
function holdsColumn({ key, column }: ScannedLine, inner: number, list: boolean): boolean {
  return key !== undefined && (column < inner || (list && column === inner));
}

/** The keys of the map at this column around a line, without its own. */
export function siblings(lines: readonly ScannedLine[], number: number, column: number): string[] {
  const first = (lines[number]?.dashes.length ?? 0) > 0;
  return [...(first ? [] : keysAbove(lines, number, column)), ...keysBelow(lines, number, column)];
}

function* keysAbove(lines: readonly ScannedLine[], number: number, column: number): Iterable<string> {
  for (let at = number - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line || skip(line)) continue;
    if (line.column === column && line.key) yield line.key.name;
    if (line.column < column || (line.column === column && line.dashes.length > 0)) return;
  }
}

function* keysBelow(lines: readonly ScannedLine[], number: number, column: number): Iterable<string> {
  for (let at = number + 1; at < lines.length; at++) {
    const line = lines[at];
    if (!line || skip(line)) continue;
    if (line.indent < column || (line.indent === column && line.dashes.length > 0)) return;
    if (line.indent === column && line.key) yield line.key.name;
  }
}

/** An item that is written in brackets. */
export function isBracket({ text }: ScannedLine): boolean {
  return text !== undefined && /^[[{]/.test(text);
}

export function skip(line: ScannedLine): boolean {
  return line.blank || line.comment || line.within !== undefined;
}

/** The plain texts of the other items of a block list; among items in brackets there are none. */
export function itemsBeside(lines: readonly ScannedLine[], number: number, dash: number): string[] {
  const found: string[] = [];
  for (const direction of [-1, 1]) {
    for (let at = number + direction; at >= 0 && at < lines.length; at += direction) {
      const line = lines[at];
      if (!line || skip(line)) continue;
      if (line.indent < dash || !line.dashes.includes(dash) || isBracket(line)) break;
      if (line.text !== undefined) found.push(line.text);
    }
  }
  return found;
}
