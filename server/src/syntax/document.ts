/** One file at one version: its sections, where they start, and the one tree that they make up. */
import type { Stretch } from '../text/span.ts';
import { readLines, type Lines } from '../text/lines.ts';
import { cut, type Piece } from './cut.ts';
import { longest, parseSection } from './parse.ts';
import type { Comment, Entry, ListNode, MapNode, Node, Problem, ScalarNode, Section, Span } from './tree.ts';

export interface Document {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly sections: readonly Section[];
  /** Start of each section, in the order of `sections`. */
  readonly starts: ReadonlyMap<Section, number>;
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a text. Sections of `before`, an earlier version of the same file, are taken over where their text is the same,
 * with all that was computed from them; the result does not depend on it.
 */
export function readDocument(uri: string, text: string, before?: Document): Document {
  const pieces = (text.length <= longest ? cut(text) : undefined) ?? [
    { is: 'part' as const, start: 0, end: text.length },
  ];
  const sections = takeOver(uri, text, pieces, before?.sections ?? []);
  const starts = new Map(sections.map((it, index) => [it, pieces[index]?.start ?? 0]));
  const tree = sections.length === 1 ? sections[0]?.tree : join(sections, pieces);
  const problems = sections.flatMap((it) => it.problems);
  if (problems.length === 0) problems.push(...notAMap(tree));
  return { uri, text, lines: readLines(text), sections, starts, tree, problems };
}

/** A file holds keys and values; a list or a mere text says nothing that could be read. */
function notAMap(tree: Node | undefined): Problem[] {
  if (!tree || tree.is === 'map' || (tree.is === 'scalar' && tree.value === null)) return [];
  const { section, start, end } = tree.span;
  const line = /^.*/.exec(section.text.slice(start, end))?.[0].trimEnd() ?? '';
  return [{ code: 'not-a-map', span: { section, start, end: start + line.length } }];
}

/** Matches the unchanged beginning and end of the list, and reads what lies between. */
function takeOver(uri: string, text: string, pieces: readonly Piece[], before: readonly Section[]): Section[] {
  const textOf = (index: number): string => text.slice(pieces[index]?.start, pieces[index]?.end);
  const most = Math.min(pieces.length, before.length);
  let head = 0;
  while (head < most && before[head]?.text === textOf(head)) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail]?.text === textOf(pieces.length - 1 - tail)) tail++;

  return pieces.map((_, index) => {
    const kept = index < head ? index : index >= pieces.length - tail ? index - pieces.length + before.length : -1;
    return before[kept] ?? parseSection(uri, textOf(index));
  });
}

/** One map of all sections: a key whose items were cut off gets them back as its list. */
function join(sections: readonly Section[], pieces: readonly Piece[]): Node | undefined {
  const entries: Entry[] = [];
  let items: Node[] | undefined;
  for (const [index, { tree }] of sections.entries()) {
    if (pieces[index]?.is === 'item') {
      items?.push(...(tree?.is === 'list' ? tree.items : []));
      continue;
    }
    items = undefined;
    if (tree?.is === 'map') {
      entries.push(...tree.entries.slice(0, -1));
      const last = tree.entries.at(-1);
      if (last && pieces[index + 1]?.is === 'item') {
        items = [];
        entries.push({ ...last, value: listOf(items, last.key) });
      } else if (last) entries.push(last);
    }
  }
  const [first] = entries;
  return first && ({ is: 'map', entries, flow: false, span: first.key.span } satisfies MapNode);
}

/** A list over several sections stands, as a place, at its key. */
function listOf(items: Node[], { span }: ScalarNode): ListNode {
  return { is: 'list', items, flow: false, span };
}

/** Where a span of this document stands in its text now. A span of a section that is gone is empty, at the start. */
export function locate({ starts }: Document, { section, start, end }: Span): Stretch {
  const base = starts.get(section);
  return base === undefined ? { start: 0, end: 0 } : { start: base + start, end: base + end };
}

/** All the text of a node, over the sections that it may be made of. */
export function extentOf(document: Document, node: Node): Stretch {
  const own = locate(document, node.span);
  const children =
    node.is === 'map' ? node.entries.map((it) => it.value ?? it.key) : node.is === 'list' ? node.items : [];
  const last = children.at(-1);
  const first = children[0];
  if (!last || !first || node.anchor) return own;
  return {
    start: Math.min(own.start, locate(document, first.span).start),
    end: Math.max(own.end, extentOf(document, last).end),
  };
}

/** The section that holds `offset`, and how far into it. Between two, the later one. */
export function sectionAt(
  { sections, starts }: Document,
  offset: number,
): { section: Section; offset: number } | undefined {
  let low = 0;
  let high = sections.length - 1;
  const startOf = (index: number): number => offsetOf(starts, sections[index]);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  const section = sections[low];
  return section && { section, offset: offset - startOf(low) };
}

function offsetOf(starts: Document['starts'], section: Section | undefined): number {
  return (section && starts.get(section)) ?? 0;
}

/** Comments in reading order. */
export function commentsOf({ sections }: Document): readonly Comment[] {
  return sections.flatMap((it) => it.comments);
}
