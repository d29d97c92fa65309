/** The cursor inside brackets and braces, on one line or several. */
import type { Cursor, Path, Word } from './cursor.ts';
import { closeKey, flowEnd, inBracket, quoteEndOnLine } from './scan.ts';

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
  /** What follows is an entry of its own, and the comma before it is still missing. */
  readonly parted?: true;
}

/** A bracket, the column of the key or dash that it hangs on, and the path of its value. */
export interface Bracket {
  readonly start: number;
  readonly column: number;
  readonly path: Path;
}

/** So deep nobody writes; deeper down nothing is offered. */
const deepest = 50;

/** Reads from a bracket until it closes, and tells what stands at `offset`. */
export function flowAt(text: string, bracket: Bracket, offset: number): Cursor {
  const stack: Frame[] = [];
  const asked: Asked = { text, offset, closed: flowEnd(text, bracket.start, bracket.column) < Infinity };
  let spot: Spot | 'nowhere' | undefined;
  let before: Token | undefined;
  for (const token of apart(tokensOf(text, bracket), text, stack)) {
    if (token.is === 'comment') {
      if (token.start < offset && offset <= token.end) return { is: 'nowhere' };
      continue;
    }
    const frame = stack.at(-1);
    if (frame && !spot) spot = spotAt(asked, token, frame, before);
    step(stack, token, bracket.path, ownText(text, token, spot));
    before = token;
    if (stack.length === 0) break;
    if (stack.length > deepest) return { is: 'nowhere' };
  }
  const frame = stack.at(-1);
  if (!spot && frame && !endsEntry(before))
    spot = { frame, word: { start: offset, end: offset }, key: frame.key, colon: false };
  return spot && spot !== 'nowhere' ? answer(spot, text) : { is: 'nowhere' };
}

/** What a word says without the part at the cursor; `undefined` where the cursor has all of it. */
function ownText(text: string, { word }: Token, spot: Spot | 'nowhere' | undefined): Content | undefined {
  if (!word) return undefined;
  const content = text.slice(word.start, word.end);
  const colon = colonAfter(text, word);
  if (!spot || spot === 'nowhere' || spot.word.start > word.end || spot.word.end < word.start)
    return { content, colon };
  if (!spot.parted) return { colon };
  const rest = text.slice(Math.max(spot.word.end, word.start), word.end).trim();
  return rest === '' ? { colon } : { content: rest, colon };
}

interface Content {
  readonly content?: string;
  readonly colon: boolean;
}

/** Behind a word or a bracket only a comma can follow. */
function endsEntry(before: Token | undefined): boolean {
  return before?.is === 'word' || before?.is === ']' || before?.is === '}';
}

/** Takes a key and its value apart where they touch: `goal:regulars`. */
function* apart(tokens: Iterable<Token>, text: string, stack: readonly Frame[]): Iterable<Token> {
  for (const token of tokens) {
    const frame = stack.at(-1);
    const { start, end, word } = token;
    const awaitsKey = word && word.quote === undefined && frame?.is === '{' && frame.key === undefined;
    const key = awaitsKey ? closeKey.exec(text.slice(start, end))?.[1] : undefined;
    if (key === undefined) yield token;
    else {
      const colon = start + key.length;
      yield { is: 'word', start, end: colon, word: { start, end: colon } };
      yield { is: 'word', start: colon + 1, end, word: { start: colon + 1, end } };
    }
  }
}

interface Asked {
  readonly text: string;
  readonly offset: number;
  readonly closed: boolean;
}

/** The cursor in a word, or in the gap before a token. */
function spotAt(asked: Asked, token: Token, frame: Frame, before: Token | undefined): Spot | 'nowhere' | undefined {
  const { offset } = asked;
  const { word } = token;
  if (word && word.start <= offset && offset <= word.end) return spotIn(asked, word, frame);
  return offset <= token.start ? spotBefore(asked, token, frame, before) : undefined;
}

/** In a word; where the cursor stands behind the first of several words, the others were there before it. */
function spotIn({ text, offset, closed }: Asked, word: Word, frame: Frame): Spot {
  const { key, is } = frame;
  const colon = colonAfter(text, word);
  const whole: Spot = { frame, word, key, colon };
  if (word.quote || key !== undefined || /\s/.test(text.slice(word.start, offset))) return whole;
  const onLine = /^[ \t]+\S/.test(text.slice(offset, word.end)) && (is === '[' || colon);
  const below = closed && offset === word.end && /^[ \t]*[\r\n]\s*[^\s,\]}#:]/.test(text.slice(offset, offset + 400));
  return onLine || below ? { frame, word: { start: word.start, end: offset }, key, colon: false, parted: true } : whole;
}

function spotBefore(
  { text, offset, closed }: Asked,
  token: Token,
  frame: Frame,
  before: Token | undefined,
): Spot | 'nowhere' {
  const { key } = frame;
  const { is, start, word } = token;
  if (endsEntry(before)) return 'nowhere';
  const here: Spot = { frame, word: { start: offset, end: offset }, key, colon: false };
  const opens = is === 'word' || is === '[' || is === '{';
  const onLine = !/[\r\n]/.test(text.slice(offset, start));
  if (!opens || (!onLine && (key !== undefined || !closed))) return here;
  if (key === undefined) return { ...here, parted: true };
  return word && !word.quote ? { ...here, word: { start: offset, end: word.end } } : 'nowhere';
}

function colonAfter(text: string, { end, quote }: Word): boolean {
  return /^\s*:/.test(text.slice(end + (quote ? 1 : 0), end + 20));
}

function step(stack: Frame[], { is }: Token, path: Path, word: Content | undefined): void {
  const frame = stack.at(-1);
  if (is === '[' || is === '{') stack.push({ is, path: frame ? inside(frame) : path, present: [] });
  else if (is === ']' || is === '}') stack.pop();
  else if (is === ',') delete frame?.key;
  else if (word && frame) addWord(frame, word);
}

function addWord(frame: Frame, { content, colon }: Content): void {
  if (frame.is === '{' && frame.key !== undefined) return;
  if (frame.is === '{' && colon) frame.key = content ?? '';
  if (content !== undefined) frame.present.push(content);
}

function inside({ is, path, key }: Frame): Path {
  return is === '[' ? [...path, '-'] : [...path, key ?? ''];
}

function answer({ frame: { is, path, present }, word, key, colon, parted }: Spot, text: string): Cursor {
  const more = parted ? { parted } : {};
  if (is === '[') return { is: 'value', path: [...path, '-'], word, present, space: false, ...more };
  const space = text[word.start - 1] === ':';
  if (key !== undefined) return { is: 'value', path: [...path, key], word, present: [], space };
  return { is: 'key', path, word, present, colon, ...more };
}

/** Brackets, commas, colons, words and comments, up to a line that cannot be part of the bracket. */
function* tokensOf(text: string, { start, column }: Bracket): Iterable<Token> {
  for (let at = start; at < text.length;) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) {
      if (/[\r\n]/.test(char) && !inBracket(text, at + 1, column)) return;
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
  const end = quoteEndOnLine(text, start);
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
