/** Text of one section to tree. Reading never fails: broken text yields the tree that could be read, and problems. */
import { Composer, Parser, type CST, type Document as Yaml, type ParsedNode, type YAMLError } from 'yaml';
import { within } from '../text/span.ts';
import { readComments } from './comments.ts';
import { convert } from './convert.ts';
import { mend } from './mend.ts';
import type { Comment, Node, Problem, ProblemCode, Section, Span } from './tree.ts';

/** A text longer than this (in UTF-16 units) is not read: it would hold the editor for more than a second. */
export const longest = 2_400_000;

/** A broken text longer than this is read once, without a second try at what follows the first mistake. */
const longestMended = 100_000;
const mostMended = 12;

/** Reads a section. `text` keeps its length in all of it, so that every span points into it. */
export function parseSection(uri: string, text: string): Section {
  const section: Writable<Section> = { uri, text, tree: undefined, problems: [], comments: [] };
  const { tree, problems, comments } = read(section, text);
  return Object.assign(section, { tree, problems, comments });
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

type Report = (code: ProblemCode, start: number, end: number) => void;

interface Reading {
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}

function read(section: Section, text: string): Reading {
  const span = (start: number, end: number): Span => ({ section, ...within(text.length, start, end) });
  if (text.length > longest) return { tree: undefined, problems: [{ code: 'too-large', span: span(0, 0) }], comments: [] };

  if (tooDeep(text)) return { tree: undefined, problems: [{ code: 'too-deep', span: span(0, 0) }], comments: [] };
  const problems: Problem[] = [];
  const report: Report = (code, start, end) => {
    problems.push({ code, span: span(start, end) });
  };
  let source = readable(text, report);
  for (let tries = 0; ; tries++) {
    const reading = compose(source);
    const [first] = reading.document?.errors ?? [];
    const mended = first && mend(source, first, reading.tokens);
    if (mended) report(mended.code, mended.start, mended.end);
    if (mended?.text === undefined || text.length > longestMended || tries >= mostMended) {
      return finish(reading, section, problems, span);
    }
    source = mended.text;
  }
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
): Reading {
  if (next !== undefined) problems.push({ code: 'several-documents', span: endOfMarker(section.text, next, span) });
  for (const { code, pos } of document?.warnings ?? []) {
    if (code === 'TAG_RESOLVE_FAILED') problems.push({ code: 'tag', span: span(pos[0], pos[1]) });
  }
  const converted = document ? convert(document.contents as ParsedNode | null, section) : undefined;
  return {
    tree: converted?.tree,
    problems: [...problems, ...(converted?.problems ?? [])],
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
  return /^<{7}/m.test(result) ? withoutConflicts(result, report) : result;
}

function withoutConflicts(text: string, report: Report): string {
  let side: 'common' | 'ours' | 'theirs' = 'common';
  return text.replace(/[^\n]+/g, (line: string, at: number) => {
    const marker = /^([<|=>])\1{6}(?=[ \r]|$)/.exec(line)?.[1];
    if (marker === '<') {
      report('conflict', at, at + line.trimEnd().length);
      side = 'ours';
    } else if (side !== 'common' && marker) side = marker === '>' ? 'common' : 'theirs';
    else return side === 'theirs' ? blank(line) : line;
    return blank(line);
  });
}

/** Spaces in place of the text, line breaks kept. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Nested deeper than anyone writes, and deeper than the stack of a parser goes. */
function tooDeep(text: string): boolean {
  if (/(?:- ){60}/.test(text)) return true;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
    if (depth > 60) return true;
  }
  return false;
}
