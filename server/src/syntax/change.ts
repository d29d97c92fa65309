/** A change of a text, made in the sections that it touches: these are cut again in their context, and all others stay. */
import type { TextChange } from '../text/edit.ts';
import { commonEnds } from '../text/order.ts';
import { columnOf, contextBelow, cut, type Context, type Cutting, type Piece } from './cut.ts';
import { beginsKey, beginsKeyedItem } from './edge.ts';
import { indexAt, linksIn, type Layout, type Links } from './layout.ts';
import type { Section } from './tree.ts';

/** The text of a section that is yet to be read. */
export interface Unread {
  readonly text: string;
  readonly item: boolean;
  readonly is: Piece['is'];
}

export type Part = Section | Unread;

/** A document between two changes. */
export interface Draft extends Layout<Part> {
  /** Parts from here on, up to `to`, are not those of the document that the draft was made from. */
  readonly from: number;
  readonly to: number;
}

/** The draft after a change; `undefined` where the change reaches beyond what stands around it, so that all must be cut anew. */
export function changeParts(draft: Draft, { start, end, text }: TextChange): Draft | undefined {
  const { sections, starts } = draft;
  const from = indexAt(draft, start);
  const to = start < end ? indexAt(draft, end - 1) + 1 : from + 1;
  const head = sections[from]?.text.slice(0, start - (starts[from] ?? 0)) ?? '';
  const tail = sections[to - 1]?.text.slice(end - (starts[to - 1] ?? 0)) ?? '';
  return cutAgain(draft, { from, to, text: head + text + tail });
}

/** What lies between the parts at the beginning and at the end that stand in a text just so. */
export function differenceOf({ sections, starts }: Layout<Part>, text: string): TextChange {
  const startOf = (index: number): number => starts[index] ?? 0;
  const more = text.length - startOf(sections.length);
  const stands = (index: number, at: number): boolean => text.startsWith(sections[index]?.text ?? '', at);
  let head = 0;
  while (head < sections.length && stands(head, startOf(head))) head++;
  const start = startOf(head);
  let tail = sections.length;
  for (let at = startOf(tail - 1); tail > head && at + more >= start && stands(tail - 1, at + more);) {
    tail--;
    at = startOf(tail - 1);
  }
  const end = startOf(tail);
  return { start, end, text: text.slice(start, end + more) };
}

/** A stretch of whole parts with the text that takes their place. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** So often a stretch may grow until its neighbours are not concerned any more. */
const mostSteps = 12;

function cutAgain(draft: Draft, first: Stretch): Draft | undefined {
  let stretch = first;
  for (let steps = 0; steps < mostSteps; steps++) {
    const cutting = needsMore(draft, stretch) ?? cut(stretch.text, contextOf(draft, stretch.from));
    if (!cutting) return undefined;
    const step = typeof cutting === 'string' ? cutting : fits(draft, stretch, cutting);
    if (step === 'apart') return undefined;
    if (step === 'fits' && typeof cutting !== 'string') return replace(draft, stretch, cutting);
    const grown = step === 'above' ? above(draft, stretch) : below(draft, stretch);
    if (!grown) return undefined;
    stretch = grown;
  }
  return undefined;
}

function above({ sections }: Draft, { from, to, text }: Stretch): Stretch | undefined {
  const more = sections[from - 1];
  return more && { from: from - 1, to, text: more.text + text };
}

function below({ sections }: Draft, { from, to, text }: Stretch): Stretch | undefined {
  const more = sections[to];
  return more && { from, to: to + 1, text: text + more.text };
}

/** A stretch has to hold whole lines, and something of which to tell what stands above the next part. */
function needsMore({ sections }: Draft, { from, to, text }: Stretch): 'above' | 'below' | undefined {
  const before = sections[from - 1];
  if (before && (text === '' || (text.startsWith('\n') && before.text.endsWith('\r')))) return 'above';
  const broken = text === '' || text.endsWith('\n') || text.endsWith('\r');
  return sections[to] && !broken ? 'below' : undefined;
}

function contextOf({ sections }: Draft, index: number): Context {
  return index === 0 ? 'start' : contextBelow(sections, index - 1);
}

type Fit = 'fits' | 'above' | 'below' | 'apart';

/** Whether the parts around a stretch are cut as they were, or a neighbour has to be cut with it, or all anew. */
function fits({ sections }: Draft, { from, to }: Stretch, cutting: Cutting): Fit {
  const { pieces, context } = cutting;
  if (from > 0 && goesOnFrom(sections, from - 1, pieces[0])) return 'above';
  const next = sections[to];
  if (!next) return pieces.length > 0 ? 'fits' : 'apart';
  if (context === 'start') return 'below';
  if (next.item) return itemBelow(cutting, next, sections[to + 1]);
  return typeof context === 'object' || beginsKey(next.text) ? 'fits' : 'below';
}

/** Whether a text does not begin with a piece, or the word above it was a piece only because an item followed. */
function goesOnFrom(sections: readonly Part[], index: number, first: Piece | undefined): boolean {
  const above = sections[index];
  const isWord = index > 0 && above?.item === false && !beginsKey(above.text);
  return first?.start !== 0 || (isWord && first.is !== 'item');
}

/** Where hyphens do not stand below each other, what follows depends on more than one of them. */
function itemBelow({ context, open }: Cutting, { text }: Part, second: Part | undefined): Fit {
  const column = columnOf(text);
  if (open || (second?.item && columnOf(second.text) > column)) return 'below';
  if (typeof context === 'object') return context.column === column ? 'fits' : 'below';
  return context === 'head' || (context === 'plain' && beginsKeyedItem(text)) ? 'fits' : 'apart';
}

function replace(draft: Draft, { from, to, text }: Stretch, { pieces, breaks }: Cutting): Draft {
  const old = draft.sections.slice(from, to);
  const parts = takeOver(text, pieces, old, from);
  const shift = parts.length - old.length;
  const grown = Math.max(draft.to <= from ? draft.to : Math.max(draft.to, to) + shift, from + parts.length);
  return {
    sections: draft.sections.slice(0, from).concat(parts, draft.sections.slice(to)),
    starts: spliced(
      draft.starts,
      { from, to, length: text.length },
      pieces.map((it) => it.start),
    ),
    links: relinked(draft.links, linksIn(old), linksIn(parts)),
    breaks: spliced(
      draft.breaks,
      { from, to, length: breaks },
      pieces.map((it) => it.line),
    ),
    from: Math.min(draft.from, from),
    to: grown,
  };
}

function relinked(all: Links, before: Links, after: Links): Links {
  return {
    anchors: all.anchors - before.anchors + after.anchors,
    aliases: all.aliases - before.aliases + after.aliases,
  };
}

/** Sums up to each part, with other parts in place of some. `inner` counts from the first of these. */
function spliced(
  sums: Int32Array,
  { from, to, length }: { readonly from: number; readonly to: number; readonly length: number },
  inner: readonly number[],
): Int32Array {
  const result = new Int32Array(sums.length - (to - from) + inner.length);
  const base = sums[from] ?? 0;
  const shift = base + length - (sums[to] ?? 0);
  result.set(sums.subarray(0, from));
  for (const [index, it] of inner.entries()) result[from + index] = base + it;
  result.set(sums.subarray(to), from + inner.length);
  for (let index = from + inner.length; shift !== 0 && index < result.length; index++)
    result[index] = (result[index] ?? 0) + shift;
  return result;
}

/**
 * The parts of a text. Of those that stood there before, the first and the last that have the same text and the same role
 * are kept. The head of a file is a role of its own.
 */
export function takeOver(text: string, pieces: readonly Piece[], before: readonly Part[], offset = 0): readonly Part[] {
  const textOf = (index: number): string => text.slice(pieces[index]?.start, pieces[index + 1]?.start);
  const isSame = (at: number, index: number): boolean => {
    const [piece, part] = [pieces[index], before[at]];
    const headed = (index + offset === 0) === (at + offset === 0);
    return headed && part?.item === (piece?.is === 'item') && part.text === textOf(index);
  };
  const { head, tail } = commonEnds(before.length, pieces.length, isSame);
  return pieces.map(({ is }, index) => {
    const kept = index < head ? index : index >= pieces.length - tail ? index - pieces.length + before.length : -1;
    return before[kept] ?? { text: textOf(index), item: is === 'item', is };
  });
}
