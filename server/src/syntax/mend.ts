/** What the first mistake of a text is, and the text of the same length without it, so that the rest can be read. */
import { CST, type ErrorCode, type YAMLError } from 'yaml';
import type { ProblemCode } from './tree.ts';

export interface Mended {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  /** Absent where there is nothing to gain from a second reading. */
  readonly text?: string;
}

/** A letter that stands for a colon while a text with `: ` in it is read as the one text that was meant. */
const notColon = '\u02d0';

export function mend(text: string, { code, pos: [start, end], message }: YAMLError, tokens: readonly CST.Token[]): Mended {
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return halfTyped(text, start, end);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return colonInText(text, start) ?? { code: 'bad-indent', ...withoutLine(text, start) };
    case 'MISSING_CHAR':
      return missing(text, start, end, message, tokens);
    case 'BAD_INDENT':
      return badIndent(text, start, end, message, tokens);
    case 'TAB_AS_INDENT':
      return { code: 'tab', ...withoutLine(text, start), start, end };
    default:
      return other(text, start, end, code);
  }
}

const codes: Partial<Record<ErrorCode, ProblemCode>> = {
  BAD_ALIAS: 'alias-unknown',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'bad-escape',
  BAD_SCALAR_START: 'bad-start',
  BLOCK_IN_FLOW: 'unclosed-bracket',
  TAG_RESOLVE_FAILED: 'tag',
};

/** Escapes, first characters and aliases are read all the same; anything else costs its line. */
function other(text: string, start: number, end: number, code: ErrorCode): Mended {
  const known = codes[code];
  if (known === 'bad-escape') return { code: known, start, end: end + 1, text: swap(text, start, start + 1, '/') };
  if (known === 'bad-start') return { code: known, start, end, text: swap(text, start, start + 1, '_') };
  const line = lineOf(text, start);
  if (/^\s*\t/.test(text.slice(line.start, line.end))) return { code: 'tab', ...withoutLine(text, start) };
  return { code: known ?? 'unexpected', ...withoutLine(text, start), start, end: Math.max(end, start + 1) };
}

/** Lines without a colon that ran into the key below them. The last line is that key; those before it are dropped. */
function halfTyped(text: string, start: number, end: number): Mended {
  const line = lineOf(text, start);
  const next = lineOf(text, end).start;
  const upTo = next > line.start ? next : line.end;
  const words = text.slice(start, line.end).trimEnd();
  const code = /^[\w-]+:\S/.test(words) ? 'colon-without-space' : 'half-typed';
  return { code, start, end: start + words.length, text: blanked(text, start, upTo) };
}

/** `title: Café: open again`: everything behind the first colon was meant as one text. */
function colonInText(text: string, start: number): Mended | undefined {
  const line = lineOf(text, start);
  const rest = text.slice(start, line.end);
  const colon = rest.search(/:(\s|$)/);
  if (colon < 0 || start === line.start) return undefined;
  const words = rest.replace(/\s+#.*$/, '').trimEnd();
  const mended = rest.replace(/:(?=\s|$)/g, notColon);
  return { code: 'colon-in-text', start, end: start + words.length, text: swap(text, start, line.end, mended) };
}

function missing(text: string, start: number, end: number, message: string, tokens: readonly CST.Token[]): Mended {
  if (message.includes('quote')) return unclosedQuote(text, start, tokens);
  if (/flow/i.test(message)) return unclosedFlow(text, start, tokens);
  if (message.startsWith('Implicit')) return halfTyped(text, start, end);
  const line = lineOf(text, start);
  return { code: 'bad-indent', ...withoutLine(text, start), start, end: line.end };
}

function badIndent(text: string, start: number, end: number, message: string, tokens: readonly CST.Token[]): Mended {
  if (/flow/i.test(message)) return unclosedFlow(text, start, tokens);
  return { code: 'bad-indent', ...withoutLine(text, start), start, end: Math.max(end, start + 1) };
}

/** A quote is reported where it opened, and only its own line is lost. */
function unclosedQuote(text: string, at: number, tokens: readonly CST.Token[]): Mended {
  let open = -1;
  walk(tokens, (token) => {
    const quoted = token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar';
    if (quoted && token.offset < at && token.offset > open) open = token.offset;
  });
  if (open < 0) return { code: 'unclosed-quote', ...withoutLine(text, at) };
  const { end } = lineOf(text, open);
  return { code: 'unclosed-quote', start: open, end, text: blanked(text, open, end) };
}

/** The same for a bracket. What it holds is read by the parser, so nothing is dropped. */
function unclosedFlow(text: string, at: number, tokens: readonly CST.Token[]): Mended {
  let open = -1;
  walk(tokens, (token) => {
    const closed = token.type === 'flow-collection' && token.end.some((it) => /^flow-(seq|map)-end$/.test(it.type));
    if (token.type === 'flow-collection' && !closed && token.offset <= at && token.offset > open) open = token.offset;
  });
  if (open < 0) return { code: 'unclosed-bracket', ...withoutLine(text, at) };
  const { end } = lineOf(text, open);
  return { code: 'unclosed-bracket', start: open, end, text: blanked(text, open, end) };
}

/** Calls `visit` for every token of the tree that carries a value. */
function walk(tokens: readonly CST.Token[], visit: (token: CST.Token) => void): void {
  for (const token of tokens) {
    visit(token);
    if (token.type === 'document' && token.value) walk([token.value], visit);
    if ('items' in token) {
      for (const { key, value } of token.items) walk([key, value].filter((it) => it !== undefined && it !== null), visit);
    }
  }
}

function withoutLine(text: string, at: number): { start: number; end: number; text: string } {
  const { start, end } = lineOf(text, at);
  const first = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
  return { start: Math.min(first, end), end, text: blanked(text, start, end) };
}

function lineOf(text: string, at: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', Math.max(at - 1, 0)) + 1;
  const next = text.slice(at).search(/\r?\n/);
  return { start: at === 0 ? 0 : start, end: next < 0 ? text.length : at + next };
}

function blanked(text: string, start: number, end: number): string {
  return swap(text, start, end, text.slice(start, end).replace(/[^\r\n]/g, ' '));
}

function swap(text: string, start: number, end: number, piece: string): string {
  return text.slice(0, start) + piece + text.slice(end);
}
