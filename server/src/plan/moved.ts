/** Where the places of an earlier version of a text stand in the present one. */
import { sectionAt, startOfSection, type Document } from '../syntax/document.ts';

/**
 * Sections that both versions share are found exactly; elsewhere a place keeps its distance from the beginning or the end
 * of the text as far as these are the same, and what was edited away lies in the text that took its place.
 */
export function mover(before: Document, now: Document): (offset: number) => number {
  if (before === now) return (offset) => offset;
  let known: readonly [head: number, tail: number] | undefined;
  return (offset) => {
    const here = sectionAt(before, offset);
    const base = here && startOfSection(now, here.section);
    if (here && base !== undefined) return base + here.offset;
    const [head, tail] = (known ??= commonEnds(before.text, now.text));
    if (offset <= head) return offset;
    const fromEnd = before.length - offset;
    return fromEnd <= tail ? now.length - fromEnd : Math.min(offset, now.length - tail);
  };
}

/** How many characters two texts have in common at their beginning, and how many behind that at their end. */
function commonEnds(one: string, other: string): readonly [head: number, tail: number] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one.charCodeAt(head) === other.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail))
    tail++;
  return [head, tail];
}
