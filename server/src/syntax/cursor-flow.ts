/** The cursor inside brackets and braces, on one line or several. */
import type { Cursor, Path, Word } from './cursor.ts';
import { quoteEnd } from './scan.ts';

interface Frame {
  readonly is: '[' | '{';
  readonly path: Path;
  /** Keys of a map, or texts of a list, without the one at the cursor. */
  readonly present: string[];
  /** The key whose value comes next. */
  key?: string;
}

interface Token {
  readonly is: '[' | ']' | '{' | '}' | ',' | ':' | 'word' | 'comment';
  readonly start: number;
  readonly end: number;
  readonly word?: Word;
}

interface Spot {
  readonly frame: Frame;
  readonly word: Word;
  readonly key: string | undefined;
  readonly colon: boolean;
}

/** Reads from the bracket at `start` until it closes, and tells what stands at `offset`. */
export function flowAt(text: string, start: number, offset: number, path: Path): Cursor {
  const stack: Frame[] = [];
  let spot: Spot | undefined;
  for (const token of tokensOf(text, start)) {
    if (token.is === 'comment') {
      if (token.start < offset && offset <= token.end) return { is: 'nowhere' };
      continue;
    }
    const frame = stack.at(-1);
    if (frame && !spot) spot = spotAt(text, offset, token, frame);
    step(stack, token, path, text, spot?.word === token.word);
    if (stack.length === 0) break;
  }
  const last = stack.at(-1);
  if (!spot && last) spot = { frame: last, word: { start: offset, end: offset }, key: last.key, colon: false };
  return spot ? answer(spot) : { is: 'nowhere' };
}

/** The cursor in a word, or in the gap before a token. */
function spotAt(text: string, offset: number, { start, word }: Token, frame: Frame): Spot | undefined {
  const { key } = frame;
  if (word && word.start <= offset && offset <= word.end) return { frame, word, key, colon: colonAfter(text, word) };
  return offset <= start ? { frame, word: { start: offset, end: offset }, key, colon: false } : undefined;
}

function colonAfter(text: string, { end, quote }: Word): boolean {
  return /^\s*:(?:\s|$)/.test(text.slice(end + (quote ? 1 : 0), end + 20));
}

function step(stack: Frame[], { is, word }: Token, path: Path, text: string, atCursor: boolean): void {
  const frame = stack.at(-1);
  if (is === '[' || is === '{') stack.push({ is, path: frame ? inside(frame) : path, present: [] });
  else if (is === ']' || is === '}') stack.pop();
  else if (is === ',') delete frame?.key;
  else if (word && frame) addWord(frame, word, text, atCursor);
}

function addWord(frame: Frame, word: Word, text: string, atCursor: boolean): void {
  const content = text.slice(word.start, word.end);
  if (frame.is === '{' && frame.key === undefined && colonAfter(text, word)) frame.key = content;
  else if (frame.is === '{' && frame.key !== undefined) return;
  if (!atCursor) frame.present.push(content);
}

function inside({ is, path, key }: Frame): Path {
  return is === '[' ? [...path, '-'] : [...path, key ?? ''];
}

function answer({ frame: { is, path, present }, word, key, colon }: Spot): Cursor {
  if (is === '[') return { is: 'value', path: [...path, '-'], word, present, space: false };
  if (key !== undefined) return { is: 'value', path: [...path, key], word, present: [], space: false };
  return { is: 'key', path, word, present, colon };
}

/** Brackets, commas, colons, words and comments; it ends where a line begins with a key at the left edge. */
function* tokensOf(text: string, start: number): Iterable<Token> {
  for (let at = start; at < text.length;) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) {
      if (/[\r\n]/.test(char) && /^[a-z_]+:(?:\s|$)/.test(text.slice(at + 1, at + 40))) return;
      at++;
      continue;
    }
    const token = tokenAt(text, at, char);
    yield token;
    at = Math.max(token.end, at + 1);
  }
}

function tokenAt(text: string, at: number, char: string): Token {
  if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) return { is: 'comment', start: at, end: lineEnd(text, at) };
  if (isPunctuation(char)) return { is: char, start: at, end: at + 1 };
  if (char === ':' && /^(?:[\s,[\]{}]|$)/.test(text.slice(at + 1, at + 2))) return { is: ':', start: at, end: at + 1 };
  return char === '"' || char === "'" ? quotedWord(text, at, char) : plainWord(text, at);
}

function isPunctuation(char: string): char is '[' | ']' | '{' | '}' | ',' {
  return '[]{},'.includes(char);
}

function quotedWord(text: string, start: number, quote: '"' | "'"): Token {
  const end = Math.min(quoteEnd(text, start), lineEnd(text, start));
  const closed = end > start + 1 && text[end - 1] === quote;
  return { is: 'word', start, end, word: { start: start + 1, end: closed ? end - 1 : end, quote } };
}

function plainWord(text: string, start: number): Token {
  const rest = /^(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$)|[ \t]+(?![\s,[\]{}:#]))+/.exec(text.slice(start));
  const end = start + (rest?.[0].length ?? 1);
  return { is: 'word', start, end, word: { start, end } };
}

function lineEnd(text: string, at: number): number {
  return at + (/[\r\n]|$/.exec(text.slice(at))?.index ?? 0);
}
