/** Names that are kept as texts, looked up by spelling. */
import { distance } from '../schema/nearest.ts';

/** Something that has an id, in a file. */
export interface Name {
  readonly id: string;
  readonly uri: string;
}

export type Names = readonly Name[];

/** The names among texts of the form `id uri word word …` that have the id. */
export function sameAs(id: string, texts: ReadonlySet<string>): Names {
  return indexOf(texts).byId.get(id) ?? [];
}

/** Those of which a word is at most two slips away from the one that is looked for. */
export function similar(word: string, texts: ReadonlySet<string>): Names {
  const { names, answers } = indexOf(texts);
  const before = answers.get(word);
  if (before) return before;
  const wanted = wordOf(word.toLowerCase());
  const most = Math.min(2, Math.max(1, Math.floor(word.length / 2)));
  const found = names.filter(({ words }) => words.some((it) => isNear(wanted, it, most)));
  answers.set(word, found);
  return found;
}

interface Word {
  readonly text: string;
  /** A bit for each sign that occurs in it, some signs sharing one. */
  readonly signs: number;
}

interface Known extends Name {
  readonly words: readonly Word[];
}

interface Index {
  readonly names: readonly Known[];
  readonly byId: ReadonlyMap<string, Names>;
  /** What was answered before: many look for the same. */
  readonly answers: Map<string, Names>;
}

/** What was made of a set belongs to it, and goes with it. */
const indexes = new WeakMap<ReadonlySet<string>, Index>();

function indexOf(texts: ReadonlySet<string>): Index {
  const before = indexes.get(texts);
  if (before) return before;
  const names = [...texts].map((text): Known => {
    const [id = '', uri = '', ...words] = text.split(' ');
    return { id, uri, words: words.map(wordOf) };
  });
  const byId = new Map<string, Name[]>();
  for (const it of names) {
    const same = byId.get(it.id);
    if (same) same.push(it);
    else byId.set(it.id, [it]);
  }
  const index = { names, byId, answers: new Map<string, Names>() };
  indexes.set(texts, index);
  return index;
}

function wordOf(text: string): Word {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= 1 << (text.charCodeAt(at) & 31);
  return { text, signs };
}

/** Most words are told apart by their length and their signs: a slip changes at most two of these. */
function isNear(a: Word, b: Word, most: number): boolean {
  if (Math.abs(a.text.length - b.text.length) > most) return false;
  return bitsIn(a.signs ^ b.signs) <= 2 * most && apart(a.text, b.text, most) <= most;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}

/** The distance of two words, of which only what lies between their common beginning and end has to be looked at. */
function apart(a: string, b: string, most: number): number {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  return distance(a.slice(from, endA), b.slice(from, endB), most);
}
