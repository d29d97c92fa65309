/** The cursor inside brackets and braces, on one line or several. */
import type { Cursor, Path, Word } from './cursor.ts';
import { quoteEnd } from './scan.ts';

interface Frame {
  readonly is: '[' | '{';
  readonly path: Path;
  /** Keys of a map, or texts of a list, each with its place. */
  readonly words: FlowWord[];
  key?: FlowWord;
}

interface FlowWord extends Word {
  readonly text: string;
}

/** Reads from the bracket at `start` until it closes, and tells what stands at `offset`. */
export function flowAt(text: string, start: number, offset: number, path: Path): Cursor {
  const stack: Frame[] = [];
  let found: { frame: Frame; word: Word; key: string | undefined; colon: boolean } | undefined;
  const settle = (frame: Frame, word: Word, colon: boolean): void => {
    found ??= { frame, word, key: frame.key?.text, colon };
  };
  let at = start;
  while (at < text.length) {
    const frame = stack.at(-1);
    const char = text[at] ?? '';
    if (frame && !found && offset <= at && gapBefore(text, offset, at)) settle(frame, { start: offset, end: offset }, false);
    if (char === '[' || char === '{') {
      stack.push({ is: char, path: frame ? inside(frame) : path, words: [] });
      at++;
    } else if (!frame) break;
    else if (char === ']' || char === '}') {
      stack.pop();
      at++;
      if (stack.length === 0) break;
    } else if (char === ',') {
      delete frame.key;
      at++;
    } else if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const end = /[\r\n]|$/.exec(text.slice(at))?.index ?? 0;
      if (offset > at && offset <= at + end) return { is: 'nowhere' };
      at += Math.max(1, end);
    } else if (/\s/.test(char)) {
      if ((char === '\n' || char === '\r') && /^[a-z_]+:(?:\s|$)/.test(text.slice(at + 1, at + 40))) break;
      at++;
    } else if (char === ':' && /[\s,[\]{}]|$/.test(text[at + 1] ?? '')) {
      const last = frame.words.at(-1);
      if (frame.is === '{' && last) frame.key = last;
      at++;
    } else {
      const word = wordAt(text, at);
      const colon = /^\s*:(?:\s|$)/.test(text.slice(word.after, word.after + 20));
      if (offset >= word.start && offset <= word.end) settle(frame, word, colon);
      else if (!frame.key || frame.is === '[') frame.words.push(word);
      at = Math.max(word.after, at + 1);
      if (frame.is === '{' && colon && offset >= word.start && offset <= word.end) frame.key = word;
    }
  }
  const last = stack.at(-1);
  if (!found && last) settle(last, { start: offset, end: offset }, false);
  return found ? answer(found) : { is: 'nowhere' };
}

function inside({ is, path, key }: Frame): Path {
  return is === '[' ? [...path, '-'] : [...path, key?.text ?? ''];
}

/** Whether only spaces lie between the cursor and what comes next. */
function gapBefore(text: string, offset: number, at: number): boolean {
  return text.slice(offset, at).trim() === '';
}

function answer({ frame, word, key, colon }: { frame: Frame; word: Word; key: string | undefined; colon: boolean }): Cursor {
  const present = frame.words.map((it) => it.text);
  if (frame.is === '[') return { is: 'value', path: [...frame.path, '-'], word, present, space: false };
  if (key !== undefined) return { is: 'value', path: [...frame.path, key], word, present: [], space: false };
  return { is: 'key', path: frame.path, word, present, colon };
}

function wordAt(text: string, start: number): FlowWord & { readonly after: number } {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    const line = start + (/[\r\n]|$/.exec(text.slice(start))?.index ?? 0);
    const close = Math.min(quoteEnd(text, start), line);
    const end = close > start + 1 && text[close - 1] === quote ? close - 1 : close;
    return { start: start + 1, end, quote, text: text.slice(start + 1, end), after: close };
  }
  const rest = /^(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$)|[ \t]+(?![\s,[\]{}:#]))+/.exec(text.slice(start));
  const end = start + (rest?.[0].length ?? 1);
  return { start, end, text: text.slice(start, end), after: end };
}
