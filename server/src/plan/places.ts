/** From offsets in the texts that are shown to lines in the texts as they are now. */
import type { PlanFile } from '../model/file.ts';
import type { Lines } from '../text/lines.ts';
import type { Stretch } from '../text/span.ts';
import { mover } from './moved.ts';
import type { Place, Position, Range } from './plan.ts';
import type { Spot } from './spots.ts';

/** Every place lies inside its present text, whatever has become of what stood there. */
export function placing(now: ReadonlyMap<string, PlanFile>): (spot: Spot) => Place {
  const movers = new Map<PlanFile, (offset: number) => number>();
  return ({ file, range, extent, aside }) => {
    const current = (now.get(file.uri) ?? file).document;
    const move = movers.get(file) ?? mover(file.document, current);
    movers.set(file, move);
    const place = (it: Stretch): Range => rangeIn(current.lines, move(it.start), move(it.end));
    // A document is all of its text, however much that has grown.
    const whole = extent.start === 0 && extent.end === file.document.length;
    const all = whole ? rangeIn(current.lines, 0, current.length) : place(extent);
    return { uri: file.uri, range: place(range), extent: all, ...(aside && { aside }) };
  };
}

function rangeIn(lines: Lines, start: number, end: number): Range {
  return { start: positionIn(lines, start), end: positionIn(lines, Math.max(start, end)) };
}

function positionIn(lines: Lines, offset: number): Position {
  const inside = Math.min(Math.max(offset, 0), lines.length);
  const line = lines.lineAt(inside);
  return { line, character: inside - lines.startOf(line) };
}
