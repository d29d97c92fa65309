/** What one line costs that is only half typed: the text of the same length without it. */
import type { ProblemCode } from './tree.ts';

export interface Mended {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  /** Absent where there is nothing to gain from a second reading. */
  readonly text?: string;
}

/** A mistake after which there is something to gain from a second reading. */
export type MendedText = Required<Mended>;

/** Lines without a colon that ran into the key below them. The last line is that key; those before it are dropped. */
export function halfTyped(text: string, start: number, end: number): MendedText {
  const line = lineOf(text, start);
  const next = lineOf(text, end).start;
  const upTo = next > line.start ? next : line.end;
  const words = text.slice(start, line.end).trimEnd();
  const quote = text[start] === '"' || text[start] === "'";
  const code = quote ? 'unclosed-quote' : /^[\w-]+:\S/.test(words) ? 'colon-without-space' : 'half-typed';
  if (/^-(?:\s|$)/.test(words))
    return { code: 'unexpected', start, end: start + words.length, text: blanked(text, start, upTo) };
  return { code, start, end: start + Math.max(words.length, 1), text: blanked(text, start, upTo) };
}

/** Something that opens and does not close costs the rest of its line. */
export function leftOpen(text: string, code: ProblemCode, open: number): MendedText {
  const { end } = lineOf(text, open);
  return {
    code,
    start: open,
    end: open + Math.max(1, withoutComment(text.slice(open, end)).length),
    text: blanked(text, open, end),
  };
}

/** A comment and the space before it do not belong to a text. */
export function withoutComment(line: string): string {
  return line.replace(/(?:^|\s+)#.*$/, '').trimEnd();
}

export function lineOf(text: string, at: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', Math.max(at - 1, 0)) + 1;
  const next = text.slice(at).search(/\r?\n/);
  return { start: at === 0 ? 0 : start, end: next < 0 ? text.length : at + next };
}

export function blanked(text: string, start: number, end: number): string {
  return swap(text, start, end, text.slice(start, end).replace(/[^\r\n]/g, ' '));
}

export function swap(text: string, start: number, end: number, piece: string): string {
  return text.slice(0, start) + piece + text.slice(end);
}
