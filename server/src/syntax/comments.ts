import type { CST } from 'yaml';
import type { Comment, Section } from './tree.ts';

/** All comments of a section in reading order, from the parser's tokens: never a `#` inside a text. */
export function readComments(tokens: readonly CST.Token[], section: Section): Comment[] {
  const found: Comment[] = [];
  const walk = (token: CST.Token | CST.SourceToken | null | undefined): void => {
    if (!token) return;
    if (token.type === 'comment') {
      const { offset, source } = token;
      // What the parser saw may have been mended; the section says what the author wrote.
      const text = section.text.slice(offset, offset + source.length).trimEnd();
      found.push({ span: { section, start: offset, end: offset + text.length }, text });
      return;
    }
    for (const child of children(token)) walk(child);
  };
  for (const token of tokens) walk(token);
  return found.sort((a, b) => a.span.start - b.span.start);
}

type Some = CST.Token | CST.SourceToken;

/** Every part of a token that can hold a comment. */
function* children(token: Some): Iterable<Some | null | undefined> {
  if ('props' in token) yield* token.props;
  if ('start' in token) yield* Array.isArray(token.start) ? token.start : [token.start];
  if ('value' in token) yield token.value;
  if ('items' in token) {
    for (const { start, key, sep, value } of token.items) {
      yield* start;
      yield key;
      yield* sep ?? [];
      yield value;
    }
  }
  if ('end' in token) yield* token.end ?? [];
}
