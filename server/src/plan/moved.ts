/** Where the places of an earlier version of a text stand in the present one. */
import { sectionAt, startOfSection, type Document } from '../syntax/document.ts';
import { commonEnds, type CommonEnds } from '../text/order.ts';

/**
 * Sections that both versions share are found exactly; elsewhere a place keeps its distance from the beginning or the end
 * of the text as far as these are the same, and what was edited away lies in the text that took its place.
 */
export function mover(before: Document, now: Document): (offset: number) => number {
  if (before === now) return (offset) => offset;
  let known: CommonEnds | undefined;
  return (offset) => {
    const here = sectionAt(before, offset);
    const base = here && startOfSection(now, here.section);
    if (here && base !== undefined) return base + here.offset;
    const { head, tail } = (known ??= endsOf(before.text, now.text));
    if (offset <= head) return offset;
    const fromEnd = before.length - offset;
    return fromEnd <= tail ? now.length - fromEnd : Math.min(offset, now.length - tail);
  };
}

function endsOf(one: string, other: string): CommonEnds {
  return commonEnds(one.length, other.length, (a, b) => one.charCodeAt(a) === other.charCodeAt(b));
}
