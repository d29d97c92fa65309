/** A part of a document, read. */
import type { Part } from './change.ts';
import { parseSection } from './parse.ts';
import type { Node, ProblemCode, Section } from './tree.ts';

/** `own` makes the section's own text of the part's. */
export function readPart(uri: string, part: Part, own: (text: string) => string): Section {
  if (!('is' in part)) return part;
  const section = parseSection(uri, own(part.text), part.item);
  return part.is === 'word' && section.problems.length === 0 && !hasKeys(section.tree) ? withoutKey(section) : section;
}

/** The same text by itself: a slice would hold on to all of the text that it was cut from. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/** Braces are a text among keys. */
function hasKeys(tree: Node | undefined): boolean {
  return tree?.is === 'map' && !tree.flow;
}

/** By itself a word is a text like any other. Among keys it is one that lacks its colon. */
function withoutKey({ uri, text, comments }: Section): Section {
  const line = /^[^\r\n]*/.exec(text)?.[0].trimEnd() ?? '';
  const section = { uri, text, tree: undefined, problems: [], comments: [], item: false, index: 0 };
  const span = { section, start: 0, end: line.length };
  return Object.assign(section, {
    problems: [{ code: faultIn(line), span }],
    comments: comments.map((it) => ({ ...it, span: { ...it.span, section } })),
  });
}

function faultIn(line: string): ProblemCode {
  if (/^["']/.test(line)) return 'unclosed-quote';
  return /^[\w-]+:\S/.test(line) ? 'colon-without-space' : 'half-typed';
}
