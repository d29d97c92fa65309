/** Things in an order: found by halving, and compared from both ends. */

/** The first index from `from` on at which something holds that holds at all behind it too; `to` where there is none. */
export function firstWhere(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many things two lists, or signs two texts, have in common at their beginning, and behind that at their end. */
export interface CommonEnds {
  readonly head: number;
  readonly tail: number;
}

/** Of two that are so long; `same` is asked about an index of each. */
export function commonEnds(
  before: number,
  after: number,
  same: (before: number, after: number) => boolean,
): CommonEnds {
  const most = Math.min(before, after);
  let head = 0;
  while (head < most && same(head, head)) head++;
  let tail = 0;
  while (tail < most - head && same(before - 1 - tail, after - 1 - tail)) tail++;
  return { head, tail };
}
