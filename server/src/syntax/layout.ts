/** Where the sections of a document stand, and its lines: found by halving, so that nothing goes through the text. */
import { breaksIn, lastUpTo, withoutBreak, type Lines } from '../text/lines.ts';
import { beginsNode } from './edge.ts';
import type { Section } from './tree.ts';

/** `Part`: a section, or what is to become one. */
export interface Layout<Part extends Text = Section> {
  readonly sections: readonly Part[];
  /** Start of each section, and behind the last the length of the text. */
  readonly starts: Int32Array;
  /** How many line breaks stand before each section, and behind the last how many there are. */
  readonly breaks: Int32Array;
  readonly links: Links;
}

/** In how many sections an anchor may be given, and in how many one may be repeated. Where both are, none is read without those above it. */
export interface Links {
  readonly anchors: number;
  readonly aliases: number;
}

interface Text {
  readonly text: string;
}

/** Whether what one section says may be repeated in another. */
export function isLinked({ anchors, aliases }: Links): boolean {
  return anchors > 0 && aliases > 0;
}

export function linksIn(parts: readonly Text[]): Links {
  let anchors = 0;
  let aliases = 0;
  for (const { text } of parts) {
    if (beginsNode(text, '&')) anchors++;
    if (beginsNode(text, '*')) aliases++;
  }
  return { anchors, aliases };
}

export function lengthOf({ sections, starts }: Layout<Text>): number {
  return starts[sections.length] ?? 0;
}

/** The whole text. */
export function textOf({ sections }: Layout<Text>): string {
  return sections.map((it) => it.text).join('');
}

/** The index of the section that holds `offset`; between two, the later one. */
export function indexAt({ sections, starts }: Layout<Text>, offset: number): number {
  return Math.min(lastUpTo(starts, offset), sections.length - 1);
}

/**
 * The index of a section, -1 where the document does not have it. It is looked for where it was seen last, and from there
 * on both sides: over the versions of a text sections move, but not far.
 */
export function indexOf({ sections }: Layout, section: Section): number {
  const near = section.index;
  if (sections[near] === section) return near;
  const found = searchFrom(sections, section, Math.min(near, sections.length - 1));
  if (found >= 0) section.index = found;
  return found;
}

/** Notes of sections where they are to be looked for. */
export function noteIndices(sections: readonly Section[], from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const section = sections[index];
    if (section) section.index = index;
  }
}

function searchFrom(sections: readonly Section[], section: Section, near: number): number {
  const most = Math.max(near, sections.length - 1 - near);
  for (let distance = 0; distance <= most; distance++) {
    if (sections[near - distance] === section) return near - distance;
    if (sections[near + distance] === section) return near + distance;
  }
  return -1;
}

/** The line breaks of a piece of text, looked for once for all versions of a document that have it. */
const breaksOfText = new WeakMap<Text, readonly number[]>();

function breaksWithin(part: Text): readonly number[] {
  const known = breaksOfText.get(part);
  if (known) return known;
  const found = breaksIn(part.text);
  breaksOfText.set(part, found);
  return found;
}

/** A line, from 0, and how far into it. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** Where a place in a section stands, found without the rest of the document, since every section begins a line. */
export function placeIn({ sections, breaks }: Layout, index: number, inside: number): LinePlace {
  const section = sections[index];
  const own = section ? breaksWithin(section) : [];
  const before = inside < (own[0] ?? Infinity) ? 0 : lastUpTo(own, inside) + 1;
  return { line: (breaks[index] ?? 0) + before, character: before === 0 ? inside : inside - (own[before - 1] ?? 0) };
}

export function linesOf(layout: Layout<Text>): Lines {
  const { sections, starts, breaks } = layout;
  const length = lengthOf(layout);
  const count = (breaks[sections.length] ?? 0) + 1;
  const breaksOf = (index: number): readonly number[] => {
    const part = sections[index];
    return part ? breaksWithin(part) : [];
  };
  const lineAt = (offset: number): number => {
    const index = indexAt(layout, offset);
    const own = breaksOf(index);
    const inside = offset - (starts[index] ?? 0);
    const before = inside < (own[0] ?? Infinity) ? 0 : lastUpTo(own, inside) + 1;
    return (breaks[index] ?? 0) + before;
  };
  const startOf = (line: number): number => {
    if (line <= 0) return 0;
    if (line >= count) return length;
    const index = lastUpTo(breaks, line - 1);
    return (starts[index] ?? 0) + (breaksOf(index)[line - 1 - (breaks[index] ?? 0)] ?? 0);
  };
  const endOf = (line: number): number => {
    const start = startOf(line);
    const end = startOf(line + 1);
    const index = indexAt(layout, Math.max(end - 1, 0));
    const base = starts[index] ?? 0;
    return base + withoutBreak(sections[index]?.text ?? '', Math.max(start - base, 0), end - base);
  };
  const textOf = (line: number): string => {
    const start = startOf(line);
    const index = indexAt(layout, start);
    const base = starts[index] ?? 0;
    return (sections[index]?.text ?? '').slice(start - base, endOf(line) - base);
  };
  return { length, count, lineAt, startOf, endOf, textOf };
}
