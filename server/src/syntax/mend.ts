/** What the first mistake of a text is, and the text of the same length without it, so that the rest can be read. */
import { CST, type ErrorCode, type YAMLError } from 'yaml';
import { blanked, halfTyped, leftOpen, lineOf, swap, withoutComment, type Mended } from './mend-line.ts';
import type { ProblemCode } from './tree.ts';

/** A letter that stands for a colon while a text with `: ` in it is read as the one text that was meant. */
const notColon = '\u02d0';

/** Mends the first of `errors`, of which there is at least one. */
export function mend(text: string, errors: readonly YAMLError[], tokens: readonly CST.Token[]): Mended | undefined {
  const [first, second] = errors;
  if (!first) return undefined;
  const [start, end] = first.pos;
  switch (first.code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return halfTyped(text, start, end);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return second?.code === 'MULTILINE_IMPLICIT_KEY' ? indented(text, second.pos[1]) : colonInText(text, start);
    case 'BLOCK_IN_FLOW':
      return inFlow(text, start, end, tokens);
    case 'MISSING_CHAR':
      return missing(text, first, tokens);
    case 'BAD_INDENT':
      return /flow/i.test(first.message) ? unclosedFlow(text, start, tokens) : indented(text, end);
    case 'TAB_AS_INDENT':
      return { code: 'tab', ...withoutLine(text, start), start, end };
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start, end);
    default:
      return other(text, start, end, first.code);
  }
}

const codes: Partial<Record<ErrorCode, ProblemCode>> = { BAD_DIRECTIVE: 'directive', TAG_RESOLVE_FAILED: 'tag' };

/** Escapes and first characters are read all the same; anything else costs its line. */
function other(text: string, start: number, end: number, code: ErrorCode): Mended {
  if (code === 'BAD_DQ_ESCAPE')
    return { code: 'bad-escape', start, end: end + 1, text: swap(text, start, start + 1, '/') };
  if (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS') return badStart(text, start);
  const line = lineOf(text, start);
  if (/^\s*\t/.test(text.slice(line.start, line.end))) return { code: 'tab', ...withoutLine(text, start) };
  return { code: codes[code] ?? 'unexpected', ...withoutLine(text, start), start, end: Math.max(end, start + 1) };
}

/** A text that begins with a character that YAML keeps for itself; it is read as the text that was meant. */
function badStart(text: string, start: number): Mended {
  return { code: 'bad-start', start, end: start + 1, text: asText(text, start, lineOf(text, start).end) };
}

/** What follows where nothing may follow: behind a quoted text, an alias, a sign that begins a block; or on a line of its own. */
function unexpected(text: string, start: number, end: number): Mended {
  const line = lineOf(text, start);
  const before = text.slice(line.start, start);
  if (before.trim() === '') return indented(text, start);
  if (/^-(?:\s|$)/.test(text.slice(start, start + 2)) && /:\s+$/.test(before)) return badStart(text, start);
  const sign = /[|>][-+\d]*\s*$/.exec(before)?.index ?? /(?<=^|[\s,[{])[*&!][^\s,[\]{}]*\s*$/.exec(before)?.index;
  if (sign !== undefined) return badStart(text, line.start + sign);
  return afterQuote(text, start) ?? other(text, start, end, 'UNEXPECTED_TOKEN');
}

/** `title: "Win" the routine`: the quotes were meant as part of the text. */
function afterQuote(text: string, at: number): Mended | undefined {
  const line = lineOf(text, at);
  const close = text.slice(line.start, at).trimEnd().length + line.start - 1;
  const mark = text[close] ?? '';
  const open = mark === '"' || mark === "'" ? text.lastIndexOf(mark, close - 1) : -1;
  if (open < line.start) return undefined;
  const words = withoutComment(text.slice(open, line.end));
  return { code: 'after-quote', start: open, end: open + words.length, text: asText(text, open, line.end) };
}

/** `title: Café: open again`: everything behind the first colon was meant as one text. */
function colonInText(text: string, start: number): Mended {
  const line = lineOf(text, start);
  if (text[start] === '"' || text[start] === "'") {
    const colon = text.slice(start, line.end).search(/:(\s|$)/);
    const quoted = colon < 0 ? undefined : afterQuote(text, start + colon);
    if (quoted) return quoted;
  }
  const words = withoutComment(text.slice(start, line.end));
  if (!/:(\s|$)/.test(words) || start === line.start) return indented(text, start);
  return { code: 'colon-in-text', start, end: start + words.length, text: asText(text, start, line.end) };
}

/** The same inside brackets, or a comma that is missing before a key; over several lines it is a bracket left open. */
function inFlow(text: string, start: number, end: number, tokens: readonly CST.Token[]): Mended {
  const words = text.slice(start, end).trimEnd();
  if (words.includes('\n')) return unclosedFlow(text, start, tokens);
  return { code: 'colon-in-text', start, end: start + words.length, text: asText(text, start, start + words.length) };
}

function missing(text: string, { pos: [start, end], message }: YAMLError, tokens: readonly CST.Token[]): Mended {
  if (message.includes('quote')) return unclosedQuote(text, start, tokens);
  if (message.startsWith('Missing ,') || message.startsWith('Comments'))
    return afterQuote(text, start) ?? other(text, start, end, 'IMPOSSIBLE');
  if (message.includes('directives'))
    return { code: 'directive', ...withoutLine(text, Math.max(0, text.lastIndexOf('%', start))) };
  if (/flow/i.test(message)) return unclosedFlow(text, start, tokens);
  if (message.startsWith('Implicit')) return halfTyped(text, start, end);
  return indented(text, start);
}

/** A line that stands further to the left or right than its neighbours. */
function indented(text: string, at: number): Mended {
  const line = withoutLine(text, at);
  return { ...line, code: 'bad-indent', end: Math.max(line.end, line.start + 1) };
}

/** A quote is reported where it opened, and only its own line is lost. */
function unclosedQuote(text: string, at: number, tokens: readonly CST.Token[]): Mended {
  let open = -1;
  walk(tokens, (token) => {
    const quoted = token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar';
    if (quoted && token.offset < at && token.offset > open) open = token.offset;
  });
  return open < 0 ? nothingOpen(text, at) : leftOpen(text, 'unclosed-quote', open);
}

const closers: Readonly<Record<string, string>> = {
  'flow-seq-start': 'flow-seq-end',
  'flow-map-start': 'flow-map-end',
};

/** The same for a bracket: the innermost that is open there. */
function unclosedFlow(text: string, at: number, tokens: readonly CST.Token[]): Mended {
  let open = -1;
  walk(tokens, (token) => {
    if (token.type !== 'flow-collection' || token.offset > at || token.offset <= open) return;
    if (!token.end.some((it) => it.type === closers[token.start.type])) open = token.offset;
  });
  return open < 0 ? nothingOpen(text, at) : leftOpen(text, 'unclosed-bracket', open);
}

function nothingOpen(text: string, at: number): Mended {
  return { code: 'unexpected', ...withoutLine(text, at) };
}

/** Calls `visit` for every token of the tree that carries a value. */
function walk(tokens: readonly CST.Token[], visit: (token: CST.Token) => void): void {
  for (const token of tokens) {
    visit(token);
    if (token.type === 'document' && token.value) walk([token.value], visit);
    if ('items' in token) {
      for (const { key, value } of token.items)
        walk(
          [key, value].filter((it) => it !== undefined && it !== null),
          visit,
        );
    }
  }
}

/** The stretch so that the parser takes it for one plain text. */
function asText(text: string, start: number, end: number): string {
  const words = text.slice(start, end).replace(/:(?=\s|$)/g, notColon);
  return swap(text, start, end, /^[\w(]/.test(words) ? words : `_${words.slice(1)}`);
}

function withoutLine(text: string, at: number): { start: number; end: number; text: string } {
  const { start, end } = lineOf(text, at);
  const words = text.slice(start, end);
  const first = start + (/^\s*/.exec(words)?.[0].length ?? 0);
  return { start: Math.min(first, end), end: start + words.trimEnd().length, text: blanked(text, start, end) };
}
