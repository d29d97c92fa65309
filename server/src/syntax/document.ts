/** One file at one version: its sections, where they stand, and the one tree that they make up. */
import { applyChanges, type TextChange } from '../text/edit.ts';
import { countBreaks, readLines, type Lines } from '../text/lines.ts';
import type { Stretch } from '../text/span.ts';
import { changeParts, differenceOf, takeOver, type Draft, type Part } from './change.ts';
import { cut, type Cutting } from './cut.ts';
import { indexAt, indexOf, isLinked, lengthOf, linesOf, linksIn, noteIndices, textOf, type Layout } from './layout.ts';
import { outlineAfter, outlineOf, problemsOf, treeOf, type Outline } from './outline.ts';
import { longest } from './parse.ts';
import { withoutFollowers } from './links.ts';
import { copyOf, readLinkedParts, readParts } from './part.ts';
import type { Comment, MapNode, Node, Problem, Section, Span } from './tree.ts';

export interface Document {
  readonly uri: string;
  readonly length: number;
  /** The whole text; it is put together when it is first asked for. */
  readonly text: string;
  readonly lines: Lines;
  readonly sections: readonly Section[];
  /** The top-level keys, without the items that are sections of their own; the same object while only these change. */
  readonly root: MapNode | undefined;
  /** All that the document says; it is put together when it is first asked for. */
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
  /** What the functions below tell of. */
  readonly layout: Layout;
  readonly outline: Outline;
}

/** A change of a text, or a way to tell it once the lines are known that it is told by. */
export type Change = TextChange | ((lines: Lines) => TextChange);

/**
 * Reads a text. Sections of `before`, an earlier version of the same file, are taken over where their text is the same,
 * with all that was computed from them; the result does not depend on it.
 */
export function readDocument(uri: string, text: string, before?: Document): Document {
  if (before?.uri !== uri) return readWhole(uri, text);
  const draft = changeDraft(draftOf(before), differenceOf(before.layout, text));
  return draft ? readDraft(draft, before) : readWhole(uri, text, before);
}

/**
 * The document after changes, each of the text that the one before it has left. It is the document that a reading of the
 * changed text gives, and it shares with `before` all sections that stay as they are.
 */
export function editDocument(before: Document, changes: readonly Change[]): Document {
  const changed = change(before, changes);
  return typeof changed === 'string' ? readWhole(before.uri, changed, before) : readDraft(changed, before);
}

/** The text after changes, for what is not read by sections. */
export function changedText(before: Document, changes: readonly Change[]): string {
  const changed = change(before, changes);
  return typeof changed === 'string' ? changed : textOf(changed);
}

/** The document of a text that was read in one piece. */
export function wholeDocument(section: Section): Document {
  const sections = [section];
  const { text } = section;
  const starts = Int32Array.of(0, text.length);
  const breaks = Int32Array.of(0, countBreaks(text));
  return new LaidOut(
    section.uri,
    { sections, starts, breaks, links: { anchors: 0, aliases: 0 } },
    outlineOf(sections),
    text,
  );
}

/** As parts while the changes keep to their surroundings, and as a text from the first one that does not. */
function change(before: Document, changes: readonly Change[]): Draft | string {
  let current: Draft | string = draftOf(before) ?? before.text;
  for (const [index, it] of changes.entries()) {
    const lines = (): Lines =>
      index === 0 ? before.lines : typeof current === 'string' ? readLines(current) : linesOf(current);
    const one = typeof it === 'function' ? it(lines()) : it;
    const draft: Draft | undefined = typeof current === 'string' ? undefined : changeDraft(current, one);
    current = draft ?? applyChanges(typeof current === 'string' ? current : textOf(current), [one]);
  }
  return current;
}

/** A text in one section has no surroundings that a change could keep to. */
function draftOf({ layout }: Document): Draft | undefined {
  const { sections } = layout;
  return sections.length > 1 ? { ...layout, from: sections.length, to: 0 } : undefined;
}

function changeDraft(draft: Draft | undefined, change: TextChange): Draft | undefined {
  const changed = draft && changeParts(draft, change);
  return changed && lengthOf(changed) <= longest && !mergesAtEdge(changed) ? changed : undefined;
}

/** Cuts a text anew, and reads what no section of the earlier version says. */
function readWhole(uri: string, text: string, before?: Document): Document {
  const { pieces, breaks } = cutWhole(text);
  // What is kept of one version must not hold the whole text of another.
  const own = before ? copyOf : (it: string): string => it;
  const parts = takeOver(text, pieces, before?.sections ?? []);
  const links = linksIn(parts);
  const reader = isLinked(links) || (before && isLinked(before.layout.links)) ? readLinkedParts : readParts;
  const sections = reader(uri, parts, own);
  noteIndices(sections, 0, sections.length);
  const layout = {
    sections,
    starts: Int32Array.from([...pieces.map((it) => it.start), text.length]),
    breaks: Int32Array.from([...pieces.map((it) => it.line), breaks]),
    links,
  };
  return new LaidOut(uri, layout, outlineOf(sections), before ? undefined : text);
}

function cutWhole(text: string): Pick<Cutting, 'pieces' | 'breaks'> {
  const isWhole =
    text.length > longest || mergesAtEdge({ sections: [{ text, item: false }], links: linksIn([{ text }]) });
  const cutting = isWhole ? undefined : cut(text, 'start');
  if (cutting && cutting.pieces.length > 0) return cutting;
  return { pieces: [{ start: 0, line: 0, is: 'key' }], breaks: cutting?.breaks ?? countBreaks(text) };
}

/** What a file merges into its own keys changes which of them count, in all of it. */
function mergesAtEdge({
  sections,
  links,
}: Pick<Draft, 'links'> & { readonly sections: readonly Pick<Part, 'text' | 'item'>[] }): boolean {
  return isLinked(links) && sections.some(({ text, item }) => !item && /^<</m.test(text));
}

function readDraft(draft: Draft, before: Document): Document {
  if (draft.to <= draft.from) return before;
  const { starts, breaks, links } = draft;
  const { sections, from, to } = readChanged(draft, before);
  const until = to + before.sections.length - sections.length;
  const outline = outlineAfter(sections, before, { from, until, to });
  noteIndices(sections, from, until === to ? to : sections.length);
  return new LaidOut(before.uri, { sections, starts, breaks, links }, outline);
}

/** The sections of a draft, and from where up to where they are others than before. */
function readChanged(
  { sections: parts, links, from, to }: Draft,
  { uri, layout }: Document,
): Pick<Draft, 'from' | 'to'> & Pick<Document, 'sections'> {
  if (!isLinked(links) && !isLinked(layout.links)) {
    const fresh = readParts(uri, parts.slice(from, to), copyOf);
    const rest = layout.sections.slice(to + layout.sections.length - parts.length);
    return { sections: layout.sections.slice(0, from).concat(fresh, rest), from, to };
  }
  const sections = readLinkedParts(uri, parts, copyOf);
  const first = sections.findIndex((it, index) => it !== parts[index]);
  const last = sections.findLastIndex((it, index) => it !== parts[index]);
  return { sections, from: first < 0 ? from : Math.min(from, first), to: Math.max(to, last + 1) };
}

/** A class, since an object with getters of its own is slow to make and to look into, and this one is at every key. */
class LaidOut implements Document {
  readonly uri: string;
  readonly length: number;
  readonly lines: Lines;
  readonly sections: readonly Section[];
  readonly root: MapNode | undefined;
  readonly problems: readonly Problem[];
  readonly layout: Layout;
  readonly outline: Outline;
  #text: string | undefined;
  #tree: Node | undefined;

  constructor(uri: string, layout: Layout, outline: Outline, known?: string) {
    const { sections } = layout;
    const only = sections.length === 1 ? sections[0]?.tree : undefined;
    const found = problemsOf(sections, outline);
    const problems = isLinked(layout.links) ? withoutFollowers(found) : found;
    this.uri = uri;
    this.length = lengthOf(layout);
    this.lines = linesOf(layout);
    this.sections = sections;
    this.root = sections.length > 1 ? outline.root : only?.is === 'map' ? only : undefined;
    this.problems = problems.length === 0 ? notAMap(only) : problems;
    this.layout = layout;
    this.outline = outline;
    this.#text = known;
    this.#tree = only;
  }

  get text(): string {
    return (this.#text ??= textOf(this.layout));
  }

  get tree(): Node | undefined {
    return (this.#tree ??= treeOf(this.sections, this.outline));
  }
}

/** A file holds keys and values; a list or a mere text says nothing that could be read. */
function notAMap(tree: Node | undefined): Problem[] {
  if (!tree || tree.is === 'map' || (tree.is === 'scalar' && tree.value === null)) return [];
  const { section, start, end } = tree.span;
  const line = /^.*/.exec(section.text.slice(start, end))?.[0].trimEnd() ?? '';
  return [{ code: 'not-a-map', span: { section, start, end: start + line.length } }];
}

/** Where a section starts in the text now; `undefined` where it is not, or no longer, a part of the document. */
export function startOfSection({ layout }: Document, section: Section): number | undefined {
  return layout.starts[indexOf(layout, section)];
}

/** Where a span of this document stands in its text now. A span of a section that is gone is empty, at the start. */
export function locate(document: Document, { section, start, end }: Span): Stretch {
  const base = startOfSection(document, section);
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
export function sectionAt({ layout }: Document, offset: number): { section: Section; offset: number } | undefined {
  const index = indexAt(layout, offset);
  const section = layout.sections[index];
  return section && { section, offset: offset - (layout.starts[index] ?? 0) };
}

/** Comments in reading order. */
export function commentsOf({ sections }: Document): readonly Comment[] {
  return sections.flatMap((it) => it.comments);
}
