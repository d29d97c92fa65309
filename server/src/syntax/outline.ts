/** What the sections of a document make up: its top-level keys, where they stand, and the one tree of all. */
import { lastUpTo } from '../text/lines.ts';
import { columnOf, contextBelow } from './cut.ts';
import type { Entry, ListNode, MapNode, Node, Problem, ScalarNode, Section } from './tree.ts';

export interface Outline {
  /** Indices of the sections that are no items. */
  readonly heads: readonly number[];
  /** What the items say that follow each head; `undefined` where none do. */
  readonly fills: readonly ListNode['cut'][];
  /** Indices of the sections with problems, and of items that do not stand where an item can. */
  readonly faulty: readonly number[];
  /** The top-level keys, of which lists that are cut hold no items. */
  readonly root: MapNode | undefined;
}

/** Sections from `from` up to `to` stand where those up to `until` stood before. */
export interface Replaced {
  readonly from: number;
  readonly until: number;
  readonly to: number;
}

export function outlineOf(sections: readonly Section[]): Outline {
  const heads = indicesOf(sections, 0, sections.length, isHead);
  const fills = fillsOf(sections, heads);
  const faulty = indicesOf(sections, 0, sections.length, isFaulty);
  return { heads, fills, faulty, root: rootOf(sections, heads, fills) };
}

/** The same, found from that of an earlier version; the root stays the same object while only items are others. */
export function outlineAfter(
  sections: readonly Section[],
  before: { readonly sections: readonly Section[]; readonly outline: Outline },
  replaced: Replaced,
): Outline {
  const { outline } = before;
  const { from, until, to } = replaced;
  const heads = renewed(outline.heads, replaced, indicesOf(sections, from, to, isHead));
  // Whether an item stands where it can is told by the one above it.
  const faulty = renewed(
    outline.faulty,
    { from, until: until + 1, to: to + 1 },
    indicesOf(sections, from, to + 1, isFaulty),
  );
  const fills = fillsOf(sections, heads);
  const isSame =
    heads.length === outline.heads.length &&
    heads.every(
      (it, nth) => sections[it] === before.sections[outline.heads[nth] ?? -1] && fills[nth] === outline.fills[nth],
    );
  return { heads, fills, faulty, root: isSame ? outline.root : rootOf(sections, heads, fills) };
}

/** What is wrong with the sections, in reading order. */
export function problemsOf(sections: readonly Section[], { faulty }: Outline): Problem[] {
  return faulty.flatMap((index) => {
    const section = sections[index];
    if (!section) return [];
    return isAstray(sections, index) ? [astray(section), ...section.problems] : section.problems;
  });
}

/** Its hyphen stands in another column than that of the item above it, or it follows a key that has a value already. */
function isAstray(sections: readonly Section[], index: number): boolean {
  const section = sections[index];
  const above = sections[index - 1];
  if (!section?.item || !above) return false;
  if (above.item) return columnOf(above.text) !== columnOf(section.text);
  return contextBelow(sections, index - 1) !== 'head';
}

function astray(section: Section): Problem {
  const start = columnOf(section.text);
  const line = /[^\r\n]*/.exec(section.text.slice(start))?.[0].trimEnd() ?? '';
  return { code: 'bad-indent', span: { section, start, end: start + line.length } };
}

function isHead(sections: readonly Section[], index: number): boolean {
  return sections[index]?.item === false;
}

function isFaulty(sections: readonly Section[], index: number): boolean {
  return (sections[index]?.problems.length ?? 0) > 0 || isAstray(sections, index);
}

type Test = (sections: readonly Section[], index: number) => boolean;

function indicesOf(sections: readonly Section[], from: number, to: number, wanted: Test): number[] {
  const found: number[] = [];
  for (let index = from; index < to; index++) if (wanted(sections, index)) found.push(index);
  return found;
}

function renewed(indices: readonly number[], { from, until, to }: Replaced, fresh: readonly number[]): number[] {
  const above = indices.filter((it) => it < from);
  const below = indices.filter((it) => it >= until).map((it) => it + to - until);
  return [...above, ...fresh, ...below];
}

function fillsOf(sections: readonly Section[], heads: readonly number[]): ListNode['cut'][] {
  return heads.map((it) => (headsItems(sections, it) ? fillFrom(sections, it + 1) : undefined));
}

/** Whether an item from here on says something; as a rule the first one does. */
function fillFrom(sections: readonly Section[], from: number): 'filled' | 'empty' {
  for (let at = from; sections[at]?.item; at++) if (itemsIn(sections[at]).some(says)) return 'filled';
  return 'empty';
}

/** Whether something stands there: nothing does behind a bare hyphen, or in empty quotes. */
export function says(node: Node): boolean {
  return node.is !== 'scalar' || (node.value !== null && node.value !== '');
}

function rootOf(sections: readonly Section[], heads: readonly number[], fills: Outline['fills']): MapNode | undefined {
  return mapOf(sections, heads, (key, nth) => ({ ...listAt(key, []), cut: fills[nth] ?? 'empty' }));
}

/** All that the sections say. */
export function treeOf(sections: readonly Section[], { heads }: Outline): Node | undefined {
  return mapOf(sections, heads, (key, nth) => listAt(key, itemsFrom(sections, (heads[nth] ?? 0) + 1)));
}

/** One map of all heads. A key whose items were cut off gets its list. */
function mapOf(
  sections: readonly Section[],
  heads: readonly number[],
  list: (key: ScalarNode, nth: number) => ListNode,
): MapNode | undefined {
  const entries: Entry[] = [];
  let empty: MapNode | undefined;
  for (const [nth, index] of heads.entries()) {
    const tree = sections[index]?.tree;
    if (tree?.is !== 'map') continue;
    empty ??= { is: 'map', entries, flow: false, span: tree.span };
    for (const it of tree.entries) entries.push(it);
    const last = tree.entries.at(-1);
    if (last && headsItems(sections, index)) entries[entries.length - 1] = { ...last, value: list(last.key, nth) };
  }
  const [first] = entries;
  return first ? { is: 'map', entries, flow: false, span: first.key.span } : empty;
}

/** The key at the end of the last head up to an index: the items behind it stand under that. */
export function entryAbove(sections: readonly Section[], { heads }: Outline, index: number): Entry | undefined {
  const tree = sections[heads[lastUpTo(heads, index)] ?? -1]?.tree;
  return tree?.is === 'map' ? tree.entries.at(-1) : undefined;
}

function headsItems(sections: readonly Section[], index: number): boolean {
  return sections[index + 1]?.item === true;
}

/** A list over several sections stands, as a place, at its key. */
function listAt({ span }: ScalarNode, items: readonly Node[]): ListNode {
  return { is: 'list', items, flow: false, span };
}

/** The members of a list whose items are sections of their own, from an index on. */
export function itemsFrom(sections: readonly Section[], from: number): readonly Node[] {
  const items: Node[] = [];
  for (let at = from; sections[at]?.item; at++) for (const it of itemsIn(sections[at])) items.push(it);
  return items;
}

function itemsIn(section: Section | undefined): readonly Node[] {
  return section?.tree?.is === 'list' ? section.tree.items : [];
}
