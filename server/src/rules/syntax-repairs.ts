/** Repairs of text that cannot be read. Each is tried on the text before it is offered: only what helps is certain. */
import { columns, readTable } from '../syntax/csv.ts';
import { nearest } from '../schema/nearest.ts';
import { parseSection } from '../syntax/parse.ts';
import type { Problem, ProblemCode, Section } from '../syntax/tree.ts';
import type { Edit } from '../syntax/write.ts';
import { applyChanges, type TextChange } from '../text/edit.ts';
import type { Fix } from './rule.ts';
import { breakAt, lineEnd, lineStart } from './lines.ts';
import { conflictSides, reindented, rowRepairs, withoutTabs, type Repair } from './syntax-lines.ts';

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** The end of the line. */
  readonly stop: number;
}

/** Trying costs time: of a long text only the likeliest repairs are tried. */
const mostRead = 80_000;

/** The repairs that leave fewer problems in the section; of those with one title, the first. */
export function repairsOf({ code, span }: Problem): readonly Fix[] {
  const { section, start, end } = span;
  const { text } = section;
  if (text.length > 100_000) return [];
  const rest = /[\r\n]/.exec(text.slice(start));
  const stop = rest ? start + rest.index : text.length;
  const repairs = repairers[code]?.({ text, start, end, words: text.slice(start, end), stop }) ?? [];
  const titles = new Set<string>();
  return repairs.slice(0, Math.max(3, Math.ceil(mostRead / (text.length + 1)))).flatMap(({ title, changes }) => {
    if (titles.has(title) || changes.length === 0 || !helps(section, changes)) return [];
    titles.add(title);
    return [{ title, edits: changes.map(({ text: piece, ...at }): Edit => ({ at: { section, ...at }, text: piece })) }];
  });
}

function helps({ uri, text, problems }: Section, changes: readonly TextChange[]): boolean {
  const after = applyChanges(text, changes);
  const left = /\.csv$/i.test(uri) ? readTable(uri, after).problems : parseSection(uri, after).problems;
  return left.length < problems.length;
}

type Repairer = (place: Place) => readonly Repair[];

const repairers: Partial<Record<ProblemCode, Repairer>> = {
  'after-quote': (it) => inQuotes(it),
  'alias-unknown': (it) => inQuotes(it),
  'bad-character': ({ text }) => [
    { title: 'Remove what cannot be seen', changes: matches(text, /[^\t\n\r\x20-\uffff]/g, '') },
  ],
  'bad-escape': ({ start }) => [{ title: 'Write the backslash twice', changes: [insert(start, '\\')] }],
  'bad-indent': ({ text, start }) => reindented(text, start),
  'bad-start': (it) => inQuotes(it),
  'colon-in-text': (it) => [...missingComma(it), ...inQuotes(it)],
  'colon-without-space': ({ start, words }) => [
    { title: 'Insert the space behind the colon', changes: [insert(start + words.indexOf(':') + 1, ' ')] },
  ],
  conflict: ({ text, start }) => conflictSides(text, start),
  'csv-columns': ({ text, start, end }) => rowRepairs(text, start, end),
  'csv-header': (it) => headerRepairs(it),
  'csv-quote': ({ start, words }) => [
    { title: 'Close the quotation mark', changes: [insert(start + words.trimEnd().length, '"')] },
    { title: 'Put the cell in quotes', changes: [{ start, end: start + words.length, text: cell(words) }] },
  ],
  directive: ({ text, start, stop }) => [
    { title: 'Remove the line', changes: [{ start, end: stop + breakAt(text, stop), text: '' }] },
  ],
  'half-typed': ({ text, start, words }) => [
    ...(/^[\w-]+$/.test(words)
      ? [{ title: `Make '${words}' a key`, changes: [insert(start + words.length, ':')] }]
      : []),
    ...(start > 0
      ? [{ title: 'Indent it as part of the text above', changes: [insert(lineStart(text, start), '  ')] }]
      : []),
  ],
  'several-documents': ({ text, start, words, stop }) =>
    words === '---'
      ? [{ title: "Remove the line '---'", changes: [{ start, end: stop + breakAt(text, stop), text: '' }] }]
      : [],
  tab: ({ text }) => withoutTabs(text),
  tag: (it) => inQuotes(it),
  'unclosed-bracket': (it) => closings(it),
  'unclosed-quote': ({ text, start, end, stop }) =>
    [end, ...ends(text.slice(start, stop)).map((it) => start + it)].map((at) => ({
      title: 'Close the quotation mark',
      changes: [insert(at, text[start] ?? '"')],
    })),
  unexpected: ({ start, words }) =>
    /^[,\]}]$/.test(words)
      ? [{ title: `Remove the ${words === ',' ? 'comma' : 'bracket'}`, changes: [{ start, end: start + 1, text: '' }] }]
      : [],
};

/** Ends of a text within a line: in front of the next key in braces, of a comma, of brackets that close. */
function ends(line: string): readonly number[] {
  const found = (pattern: RegExp): number[] => [...line.matchAll(pattern)].map(({ index }) => index);
  return [...found(/,\s+[\w-]+:\s/g), ...found(/,\s/g), ...found(/\s*[\]}]/g), ...found(/\s+#/g)].filter(
    (it) => it > 0,
  );
}

/** The text that begins here in quotes, up to the end of the line or, in brackets, to where it probably ends. */
function inQuotes({ text, start, stop }: Place): readonly Repair[] {
  const line = text.slice(start, stop);
  const whole = line.replace(/\s+#.*$/, '').trimEnd().length;
  return [whole, ...ends(line)].map((length) => {
    const words = line.slice(0, length);
    return { title: 'Put the text in quotes', changes: [{ start, end: start + length, text: quoted(words) }] };
  });
}

/** In double quotes; in single ones where the text has double quotes itself. */
function quoted(words: string): string {
  const inner = withoutOuter(words);
  return inner.includes('"') && !inner.includes("'") ? `'${inner}'` : JSON.stringify(inner);
}

/** `'It's ours'`: the outer quotes are a pair, and the one between them is an apostrophe. */
function withoutOuter(words: string): string {
  const [, quote = '', inner = ''] = /^(["'])(.*)\1$/.exec(words) ?? [];
  return quote !== '' && inner.split(quote).length % 2 === 0 ? inner : words;
}

/** `{ id: regulars title: Our regulars }`: the comma in front of the second key. */
function missingComma({ text, start, end, words }: Place): readonly Repair[] {
  const key = /(\s+)[a-z_]+:\s/.exec(words);
  const flow = /[[{][^\r\n]*$/.test(text.slice(lineStart(text, start), start));
  if (!key || !flow || end < start) return [];
  return [{ title: 'Insert the comma', changes: [insert(start + key.index, ',')] }];
}

/** Closing brackets for all that a bracket's line leaves open, at the end of that line or of one that follows. */
function closings({ text, start, stop }: Place): readonly Repair[] {
  const repairs: Repair[] = [];
  for (let line = lineStart(text, start), count = 0; line < text.length && count < 30; count++) {
    const end = lineEnd(text, line);
    const from = Math.max(line, start);
    const stretch = text.slice(from, end);
    const length = stretch.replace(/(?:\s+|^)#.*$/, '').replace(/[\s,]+$/, '').length;
    const closers = openIn(text.slice(start, from + length));
    const title = 'Close the bracket';
    if (length > 0) repairs.push({ title, changes: [insert(from + length, closers)] });
    if (end === stop)
      for (const it of ends(stretch)) repairs.push({ title, changes: [insert(from + it, closers.slice(0, 1))] });
    line = end + Math.max(1, breakAt(text, end));
  }
  return repairs;
}

/** What closes the brackets that are open at the end of a text, the innermost first. */
function openIn(text: string): string {
  const open: string[] = [];
  for (const [it] of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/g)) {
    if (it === '[' || it === '{') open.unshift(it === '[' ? ']' : '}');
    else if (it === open[0]) open.shift();
  }
  const [outer = ''] = text;
  return open.length > 0 ? open.join('') : outer === '[' ? ']' : '}';
}

function headerRepairs({ text, start, end, words }: Place): readonly Repair[] {
  const header = text.slice(0, lineEnd(text, 0));
  const other = /[;\t]/.exec(header)?.[0];
  if (other && !text.includes(',') && !text.includes('"')) {
    return [{ title: `Separate the cells by commas`, changes: matches(text, other === ';' ? /;/g : /\t/g, ',') }];
  }
  return nearest(words.trim(), columns)
    .slice(0, 2)
    .map((it) => ({ title: `Change it to '${it}'`, changes: [{ start, end, text: it }] }));
}

function cell(words: string): string {
  return `"${withoutOuter(words).replaceAll('"', '""')}"`;
}

function matches(text: string, pattern: RegExp, piece: string): readonly TextChange[] {
  return [...text.matchAll(pattern)].map(({ 0: it, index }) => ({ start: index, end: index + it.length, text: piece }));
}

function insert(at: number, text: string): TextChange {
  return { start: at, end: at, text };
}
