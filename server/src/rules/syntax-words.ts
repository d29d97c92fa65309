/** One clear sentence for each way in which a text cannot be read. */
import type { PlanFile } from '../model/file.ts';
import { nearest } from '../schema/nearest.ts';
import { columns } from '../syntax/csv.ts';
import { longest } from '../syntax/parse.ts';
import type { Problem, ProblemCode } from '../syntax/tree.ts';
import { listed } from './kinds.ts';
import { shortened } from './phrases.ts';

/** What is wrong at a problem, and what to do, in words that need no knowledge of YAML. */
export function sentenceFor({ code, span: { section, start, end } }: Problem, file: PlanFile): string {
  const words = section.text.slice(start, end);
  return sentences[code](shortened(words, 40), { file, line: words, text: section.text });
}

interface Around {
  readonly file: PlanFile;
  readonly line: string;
  readonly text: string;
}

type Sentence = (words: string, around: Around) => string;

const sentences: Readonly<Record<ProblemCode, Sentence>> = {
  'after-quote': (words) =>
    `The quotation marks in ${quote(words)} close before the text ends. Put the whole text in quotes, or leave them out.`,
  'alias-bomb': () => 'The names behind * repeat each other more than 20,000 times. Write out what they stand for.',
  'alias-unknown': (words) =>
    `'${words}' repeats something named '${words.replace('*', '&')}', which is not there. A text that begins with an asterisk needs quotes.`,
  'bad-character': () => 'Here stands a character that nobody can see, and that no text may hold. Remove it.',
  'bad-escape': (words) =>
    `In double quotes a backslash begins a special sign, and '${words}' is none. Write the backslash twice.`,
  'bad-indent': (words) =>
    `'${words}' does not stand below the lines that it belongs to. Begin it in the same column as they do.`,
  'bad-start': (words) => `A text cannot begin with ${quote(words)}. Put it in quotes.`,
  'colon-in-text': (words) =>
    `A colon with a space behind it ends a key, and '${words}' holds one too many. Put the text in quotes.`,
  'colon-without-space': (words) => `'${words}' has no space behind its colon, so it is not read as a key. Insert one.`,
  conflict: () => 'Two versions of the plan meet here, and nobody has chosen yet. Keep one side, and remove the marks.',
  'csv-columns': () =>
    'This row has more or fewer cells than the header has names. A text with a comma in it needs quotation marks around it.',
  'csv-header': (words, around) => aboutHeader(words, around),
  'csv-quote': (words) =>
    `The quotation marks in ${quote(words)} do not enclose the cell. Put one at each end, and write those inside it twice.`,
  directive: (words) =>
    `'${words}' speaks to the program that reads the file, and is not understood here. Remove the line.`,
  'half-typed': (words) =>
    `'${words}' is neither a key nor part of the text above. A key needs a colon and a space behind it; a text that goes on must be indented.`,
  'several-documents': () => 'A second plan begins here, and a file holds only one. Move it to a file of its own.',
  'not-a-map': (words, { file }) =>
    `A file begins with a key and a colon, such as \`${firstKeys[file.language]}\`; here stands '${words}'.`,
  tab: () => 'This line is indented with a tab, which is as wide as each editor likes. Use spaces.',
  tag: (words) =>
    `'${words}' is read as a sign for programs, because it begins with an exclamation mark. Put the text in quotes.`,
  'too-deep': () => 'This part is more than 60 levels deep, so it is not read. Bring it into a flatter form.',
  'too-large': () =>
    `This file has more than ${longest.toLocaleString('en')} characters, so it is not read. Split it into several.`,
  'unclosed-bracket': (words) =>
    `The bracket ${words.charAt(0)} in '${words}' is never closed. Add ${words.startsWith('[') ? ']' : '}'} behind the last entry.`,
  'unclosed-quote': (words) =>
    `The quotation mark in front of '${words.slice(1)}' is never closed. Add one at the end of the text.`,
  unexpected: (words) => `${quote(words)} cannot stand here. Look at the brackets, commas and quotes in front of it.`,
};

const firstKeys = { strategy: 'title: Corner Café 2026', measures: 'measurements:', config: 'preset: standard' };

function quote(words: string): string {
  return words.includes("'") ? `"${words}"` : `'${words}'`;
}

function aboutHeader(words: string, { line, text }: Around): string {
  const header = /^\ufeff?([^\r\n]*)/.exec(text)?.[1] ?? '';
  const other = /[;\t]/.exec(header)?.[0];
  if (other && !header.includes(','))
    return `The cells are separated by ${other === ';' ? 'semicolons' : 'tabs'}; a table of readings has commas.`;
  const name = line.trim().toLowerCase();
  const names = header.split(',').map((it) => it.trim().toLowerCase().replaceAll('"', ''));
  if (line.includes(',') || (names.length === 1 && columns.includes(name))) {
    const missing = columns.slice(0, 3).filter((it) => !names.includes(it));
    return `A table of readings needs the columns kpi, period and value; ${listed(missing)} ${missing.length > 1 ? 'are' : 'is'} missing.`;
  }
  if (columns.includes(name)) return `The column '${words}' stands twice in the header. Remove one.`;
  const [near] = nearest(
    name,
    columns.filter((it) => !names.includes(it)),
  );
  if (name === '') return 'A column of this table has no name. Give it one, or remove it.';
  return `A table of readings has no column '${words}'. ${near === undefined ? `It knows ${listed(columns)}.` : `Did you mean '${near}'?`}`;
}
