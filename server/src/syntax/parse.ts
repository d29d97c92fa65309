/** Text of one section to tree. Reading never fails: broken text yields the tree that could be read, and problems. */
import { Composer, Parser, type CST, type Document as Yaml, type YAMLError } from 'yaml';
import { within } from '../text/span.ts';
import { readComments } from './comments.ts';
import { convert } from './convert.ts';
import { tooDeep } from './depth.ts';
import { noteLinks } from './links.ts';
import { mend } from './mend.ts';
import { readMended, type MendedReading } from './plain-mended.ts';
import { nothingAbove, resolve, type Above, type Resolved } from './resolve.ts';
import type { Node, Problem, ProblemCode, Section, Span } from './tree.ts';

/** A text longer than this (in UTF-16 units) is not read: it would hold the editor for more than a second. */
export const longest = 2_400_000;

/** A broken text longer than this is read once, without a second try at what follows the first mistake. */
const longestMended = 100_000;
const mostMended = 12;

/** Reads a section. `text` keeps its length in all of it, so that every span points into it. */
export function parseSection(uri: string, text: string, item = false, above = nothingAbove): Section {
  return sectionOf(uri, text, item, read, above);
}

/** The same without the quick way that plain texts take: what that must never differ from. */
export function parseSlowly(uri: string, text: string): Section {
  return sectionOf(uri, text, false, readSlowly, nothingAbove);
}

type Reader = (section: Section, text: string) => MendedReading;

function sectionOf(uri: string, text: string, item: boolean, reader: Reader, above: Above): Section {
  const section: Writable<Section> = { uri, text, tree: undefined, problems: [], comments: [], item, index: 0 };
  const reading = reader(section, text);
  const { tree, problems, links } = saidBy(reading, above);
  section.tree = tree;
  section.problems = problems.length > 0 ? [...reading.problems, ...problems] : reading.problems;
  section.comments = reading.comments;
  noteLinks(section, links);
  return section;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

type Report = (code: ProblemCode, start: number, end: number) => void;

function saidBy({ tree, linked }: MendedReading, above: Above): Resolved {
  if (linked && tree) return resolve(tree, above);
  // Without links nothing that is written stands for something else.
  return { tree: tree as Node | undefined, problems: [], links: undefined };
}

function read(section: Section, text: string): MendedReading {
  const most = text.length > longestMended ? 0 : mostMended;
  return (text.length <= longest ? readMended(section, most) : undefined) ?? readSlowly(section, text);
}

function readSlowly(section: Section, text: string): MendedReading {
  const span = (start: number, end: number): Span => ({ section, ...within(text.length, start, end) });
  const unread = text.length > longest ? 'too-large' : tooDeep(text) ? 'too-deep' : undefined;
  if (unread) return { tree: undefined, linked: false, problems: [{ code: unread, span: span(0, 0) }], comments: [] };

  const problems: Problem[] = [];
  const lines = new Set<number>();
  // What else is odd in a line follows, as a rule, from the first mistake in it.
  const report: Report = (code, start, end) => {
    const line = lineStart(text, start);
    if (!lines.has(line)) problems.push({ code, span: span(start, end) });
    lines.add(line);
  };
  let source = readable(text, report);
  for (let tries = 0; ; tries++) {
    const reading = compose(source);
    const mended = mend(source, reading.document?.errors ?? [], reading.tokens);
    if (mended) report(mended.code, mended.start, mended.end);
    if (mended?.text === undefined || text.length > longestMended || tries >= mostMended) {
      return finish(reading, section, problems, span);
    }
    source = mended.text;
  }
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !'\r\n'.includes(text[start - 1] ?? '')) start--;
  return start;
}

interface Composed {
  readonly tokens: readonly CST.Token[];
  readonly document: (Yaml.Parsed & { errors: readonly YAMLError[] }) | undefined;
  /** Where a second document begins. */
  readonly next: number | undefined;
}

function compose(source: string): Composed {
  const tokens = [...new Parser().parse(source)];
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [document, second] = [...composer.compose(tokens, true, source.length)] as Yaml.Parsed[];
  return { tokens, document, next: second?.range[0] };
}

function finish(
  { tokens, document, next }: Composed,
  section: Section,
  problems: Problem[],
  span: (start: number, end: number) => Span,
): MendedReading {
  if (next !== undefined) problems.push({ code: 'several-documents', span: endOfMarker(section.text, next, span) });
  for (const { code, pos } of document?.warnings ?? []) {
    if (code === 'TAG_RESOLVE_FAILED') problems.push({ code: 'tag', span: span(pos[0], pos[1]) });
  }
  const version = document?.directives.yaml;
  if (version?.explicit && version.version !== '1.2')
    problems.push({ code: 'directive', span: span(0, section.text.indexOf('\n')) });
  return {
    tree: document?.contents ? convert(document.contents, section) : undefined,
    linked: true,
    problems,
    comments: section.text.includes('#') ? readComments(tokens, section) : [],
  };
}

/** The `---` that begins a second document. */
function endOfMarker(text: string, start: number, span: (start: number, end: number) => Span): Span {
  const marker = text.lastIndexOf('---', start + 3);
  return marker < 0 ? span(start, start) : span(marker, marker + 3);
}

/**
 * The text as the parser can take it, of the same length: a lone carriage return ends a line,
 * NUL and its like, which YAML forbids, become spaces, and of a merge conflict the first side is read.
 */
function readable(text: string, report: Report): string {
  let result = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (/^ [^\s#]/.test(result)) result = text;
  if (result.includes('\r')) result = result.replace(/\r(?!\n)/g, '\n');
  const forbidden = /[^\t\n\r\x20-\uffff]/;
  const at = result.search(forbidden);
  if (at >= 0) {
    report('bad-character', at, at + 1);
    result = result.replace(new RegExp(forbidden, 'g'), ' ');
  }
  return /^[<>]{7}/m.test(result) ? withoutConflicts(result, report) : result;
}

/** Git's marks: the side behind `=======` is dropped. A mark whose beginning is gone costs its own line only. */
function withoutConflicts(text: string, report: Report): string {
  let side: 'common' | 'ours' | 'theirs' = 'common';
  return text.replace(/[^\n]+/g, (line: string, at: number) => {
    const marker = /^([<|=>])\1{6}(?=[ \r]|$)/.exec(line)?.[1];
    if (!marker) return side === 'theirs' ? blank(line) : line;
    if (marker === '<' || side === 'common') report('conflict', at, at + line.trimEnd().length);
    if (marker === '<') side = 'ours';
    else if (side !== 'common') side = marker === '>' ? 'common' : 'theirs';
    return blank(line);
  });
}

/** Spaces in place of the text, line breaks kept. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
