/** Texts as words, and phrases found in them. A hyphen is a space, and capitals count only where a list says so. */

/** A word of a text with its place there. */
export interface Word {
  /** As it is compared: lower case, without a possessive ending. */
  readonly text: string;
  /** The same in the author's capitals. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*(?:\+(?![\p{L}\p{N}]))?/gu;

/** The same where no letter has an accent: most texts are read without the tables of all scripts. */
const plainText = /^[\x20-\x7e]*$/;
const plainWord = /[A-Za-z0-9]+(?:'[A-Za-z]+)*(?:\+(?![A-Za-z0-9]))?/g;

/** Several rules read the same text one after the other. So many are kept. */
const read = new Map<string, readonly Word[]>();
const most = 50;

/** The words of a text. A hyphen parts words like a space; a plus at the end belongs to a name. */
export function wordsOf(text: string): readonly Word[] {
  const before = read.get(text);
  if (before) return before;
  if (read.size >= most) read.clear();
  const words = wordsIn(text);
  read.set(text, words);
  return words;
}

function wordsIn(text: string): readonly Word[] {
  const isPlain = plainText.test(text);
  return [...text.matchAll(isPlain ? plainWord : wordPattern)].map((match) => {
    const written = (isPlain ? match[0] : match[0].normalize('NFKC')).replace(/['’]s$/i, '');
    return { text: written.toLowerCase(), written, start: match.index, end: match.index + match[0].length };
  });
}

const quoting =
  /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`|‘[^’]*’(?!\p{L})|(?<!\p{L})'[^']*'(?!\p{L})|\b(?:https?:\/\/|www\.)\S+/gu;

/** What any of it begins with: most texts have none of it. */
const mayQuote = /["“„«`‘']|:\/\/|www\./;

/** The author's own words: what stands in quotation marks, backticks and addresses is somebody else's. */
export function ownWordsOf(text: string): readonly Word[] {
  return wordsOf(!mayQuote.test(text) ? text : text.replace(quoting, (it) => ' '.repeat(it.length)));
}

/** Most phrases of a list are written as they are looked up. */
const asLookedUp = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** How a phrase is looked up: its words in one case. */
export function phraseOf(text: string): string {
  if (asLookedUp.test(text)) return text;
  return wordsOf(text)
    .map((it) => it.text)
    .join(' ');
}

/** How many words a text has. Where a script writes without spaces, two signs count as a word. */
export function countWords(text: string): number {
  if (plainText.test(text)) return wordsOf(text).length;
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return wordsOf(text).length + Math.floor(unspaced / 2);
}

/** Phrases to be found in a text: in one case, a space for a hyphen. */
export interface Phrases {
  readonly known: ReadonlySet<string>;
  /** Phrases that count only as they are written. */
  readonly asWritten: ReadonlySet<string>;
  /** For each word that begins a phrase, how many words the longest such phrase has. Most words of a text begin none. */
  readonly longest: ReadonlyMap<string, number>;
}

/** A list of phrases, made ready to be looked up. */
export function phrases(list: readonly string[], asWritten: readonly string[] = []): Phrases {
  return indexed(new Set(list.map(phraseOf)), new Set(asWritten));
}

/** All phrases of one list, and further ones. */
export function withMore({ known, asWritten }: Phrases, list: readonly string[]): Phrases {
  return indexed(new Set([...known, ...list.map(phraseOf)]), asWritten);
}

function indexed(known: ReadonlySet<string>, asWritten: ReadonlySet<string>): Phrases {
  const longest = new Map<string, number>();
  for (const it of [...known, ...asWritten]) {
    const words = it.toLowerCase().split(' ');
    const [first = ''] = words;
    longest.set(first, Math.max(words.length, longest.get(first) ?? 0));
  }
  return { known, asWritten, longest };
}

/** A stretch of words that a list holds: `words[from]` to `words[to - 1]`. */
export interface Match {
  readonly phrase: string;
  readonly from: number;
  readonly to: number;
}

/** Where phrases stand in a text, longer ones first; no word is in two of them. */
export function findPhrases(words: readonly Word[], list: Phrases): readonly Match[] {
  const all = words.flatMap((_, from) => phrasesAt(words, from, list));
  if (all.length < 2) return all;
  const found: Match[] = [];
  const taken = words.map(() => false);
  for (const it of all.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    if (taken.slice(it.from, it.to).includes(true)) continue;
    found.push(it);
    taken.fill(true, it.from, it.to);
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** The phrases that begin at a word. */
function phrasesAt(words: readonly Word[], from: number, { known, asWritten, longest }: Phrases): readonly Match[] {
  const most = longest.get(words[from]?.text ?? '') ?? 0;
  const found: Match[] = [];
  for (let to = from + 1; to <= Math.min(from + most, words.length); to++) {
    const phrase = joined(words, from, to);
    if (known.has(phrase) || asWritten.has(joined(words, from, to, 'written'))) found.push({ phrase, from, to });
  }
  return found;
}

function joined(words: readonly Word[], from: number, to: number, form: 'text' | 'written' = 'text'): string {
  return words
    .slice(from, to)
    .map((it) => it[form])
    .join(' ');
}

/** How many words of a phrase a text begins with; 0 where with none. */
export function beginsWith(words: readonly Word[], { known, longest }: Phrases): number {
  const most = longest.get(words[0]?.text ?? '') ?? 0;
  for (let size = Math.min(most, words.length); size > 0; size--) if (known.has(joined(words, 0, size))) return size;
  return 0;
}

/** A text in a message: long ones are cut at a word. */
export function shortened(text: string, most = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', most) > most / 2 ? plain.lastIndexOf(' ', most) : most)} …`;
}
