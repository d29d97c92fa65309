/** A part of a document, read. */
import type { Part, Unread } from './change.ts';
import { beginsKey } from './edge.ts';
import { LinkedReader, takeLinks } from './links.ts';
import { parseSection } from './parse.ts';
import type { Above } from './resolve.ts';
import type { Node, ProblemCode, Section } from './tree.ts';

/** `own` makes the section's own text of a part's. */
export function readParts(uri: string, parts: readonly Part[], own: (text: string) => string): readonly Section[] {
  return parts.map((it) => ('is' in it ? readPart(uri, it, own(it.text)) : it));
}

/** The same where the parts of a document name things for each other: a section is read anew if that changes what it says. */
export function readLinkedParts(
  uri: string,
  parts: readonly Part[],
  own: (text: string) => string,
): readonly Section[] {
  const reader = new LinkedReader();
  return parts.map((part, index) => {
    const before = 'is' in part ? undefined : part;
    const unread = (): Unread => (before ? unreadAgain(before, index) : (part as Unread));
    return reader.next(before, (above) => readPart(uri, unread(), before ? part.text : own(part.text), above));
  });
}

function unreadAgain({ text, item }: Section, index: number): Unread {
  return { text, item, is: item ? 'item' : index === 0 || beginsKey(text) ? 'key' : 'word' };
}

function readPart(uri: string, part: Unread, text: string, above?: Above): Section {
  const section = parseSection(uri, text, part.item, above);
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
function withoutKey(read: Section): Section {
  const { uri, text, comments } = read;
  const line = /^[^\r\n]*/.exec(text)?.[0].trimEnd() ?? '';
  const section = { uri, text, tree: undefined, problems: [], comments: [], item: false, index: 0 };
  const span = { section, start: 0, end: line.length };
  takeLinks(section, read);
  return Object.assign(section, {
    problems: [{ code: faultIn(line), span }],
    comments: comments.map((it) => ({ ...it, span: { ...it.span, section } })),
  });
}

function faultIn(line: string): ProblemCode {
  if (/^["']/.test(line)) return 'unclosed-quote';
  return /^[\w-]+:\S/.test(line) ? 'colon-without-space' : 'half-typed';
}
