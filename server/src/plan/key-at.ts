import type { Place, Plan, Position, Range } from './plan.ts';

/**
 * The key of the innermost thing whose text holds the position, so that a caret finds its card.
 * Ends count as inside: a caret behind the last letter of an item still means that item.
 * Of two things with the same text the one with the shorter key is the holder of the other.
 */
export function keyAt({ places }: Pick<Plan, 'places'>, uri: string, position: Position): string | undefined {
  let found: [string, Place] | undefined;
  for (const entry of Object.entries(places)) {
    const [, place] = entry;
    if (place.aside || place.uri !== uri || !holds(place.extent, position)) continue;
    if (!found || closer(entry, found)) found = entry;
  }
  return found?.[0];
}

function holds({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

/** The later start wins, as of two neighbours that touch the one that begins at the caret; then the earlier end. */
function closer([key, { extent }]: [string, Place], [otherKey, { extent: other }]: [string, Place]): boolean {
  const order = compare(other.start, extent.start) || compare(extent.end, other.end) || key.length - otherKey.length;
  return order === 0 ? key < otherKey : order < 0;
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
