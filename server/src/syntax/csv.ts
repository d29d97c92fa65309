/** A table of readings (RFC 4180) as the same tree that the YAML form has: `measurements`, a list of maps. */
import { wholeDocument, type Document } from './document.ts';
import { longest } from './parse.ts';
import type { Entry, MapNode, Node, Problem, ProblemCode, ScalarNode, Section, Span } from './tree.ts';

/** Columns of the header; the first three must be there. */
export const columns = ['kpi', 'period', 'value', 'audience', 'sample', 'source', 'note'];

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
}

/** Reads a table. A row that does not fit the header, or whose quotes do not close, is a problem at its place. */
export function readTable(uri: string, text: string): Document {
  const section: { -readonly [K in keyof Section]: Section[K] } = {
    uri,
    text,
    tree: undefined,
    problems: [],
    comments: [],
    item: false,
    index: 0,
  };
  const problems: Problem[] = [];
  const report = (code: ProblemCode, start: number, end: number): void => {
    problems.push({ code, span: { section, start, end } });
  };
  if (text.length > longest) report('too-large', 0, 0);
  const rows = text.length > longest ? [] : [...rowsOf(text, report)];
  section.tree = readRows(rows, section, report);
  section.problems = problems;
  return wholeDocument(section);
}

type Report = (code: ProblemCode, start: number, end: number) => void;
type Row = readonly Cell[];

/** The names of the columns, known or not; `undefined` where one that must be there is missing. */
function readHeader(head: Row, report: Report): readonly string[] | undefined {
  const names = head.map((it) => it.text.trim().toLowerCase());
  for (const [index, { start, end }] of head.entries()) {
    const name = names[index] ?? '';
    if (!columns.includes(name) || names.indexOf(name) !== index) report('csv-header', start, end);
  }
  if (columns.slice(0, 3).every((it) => names.includes(it))) return names;
  if (names.every((it) => columns.includes(it))) report('csv-header', head[0]?.start ?? 0, head.at(-1)?.end ?? 0);
  return undefined;
}

function readRows([head, ...rows]: readonly Row[], section: Section, report: Report): MapNode | undefined {
  if (!head) return undefined;
  const names = readHeader(head, report);
  if (!names) return undefined;
  const span = (start: number, end: number): Span => ({ section, start, end });
  const key = (name: string, at: Span): ScalarNode => ({
    is: 'scalar',
    value: name,
    source: name,
    style: 'plain',
    span: at,
  });
  const items = rows.flatMap((row): Node[] => {
    const first = row[0]?.start ?? 0;
    const last = row.at(-1)?.end ?? first;
    if (row.length !== head.length) report('csv-columns', first, last);
    const entries = row.flatMap((cell, index): Entry[] => {
      const name = names[index] ?? '';
      if (!columns.includes(name)) return [];
      const at = span(cell.start, cell.end);
      return [{ key: key(name, at), value: scalar(cell, at, numeric.has(name)), span: at }];
    });
    return [{ is: 'map', entries, flow: true, span: span(first, last) }];
  });
  const at = span(head[0]?.start ?? 0, head.at(-1)?.end ?? 0);
  const list: Node = { is: 'list', items, flow: true, span: at };
  return { is: 'map', entries: [{ key: key('measurements', at), value: list, span: at }], flow: true, span: at };
}

/** In a table nothing else tells a number from a text than its column. */
const numeric = new Set(['value', 'sample']);

function scalar({ text, quoted }: Cell, span: Span, mayBeNumber: boolean): ScalarNode | undefined {
  if (text === '') return undefined;
  const number = mayBeNumber && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text.trim());
  const value = number ? Number(text) : text;
  return { is: 'scalar', value, source: text, style: quoted ? 'double' : 'plain', span };
}

/** Rows that are not empty. */
function* rowsOf(text: string, report: Report): Iterable<Row> {
  let row: Cell[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, report) : plainCell(text, at);
    if (!cell.quoted && cell.text.includes('"')) report('csv-quote', cell.start, cell.end);
    row.push(cell);
    at = cell.end;
    if (text[at] === ',') {
      at++;
      if (at === text.length) row.push({ start: at, end: at, text: '', quoted: false });
      continue;
    }
    if (row.length > 1 || cell.text !== '') yield row;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (row.length > 0) yield row;
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && !',\r\n'.includes(text[end] ?? '')) end++;
  return { start, end, text: text.slice(start, end), quoted: false };
}

/** A quote that never closes ends with its line, so that the rows below it are read. */
function quotedCell(text: string, start: number, report: Report): Cell {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    const end = at + 1;
    if (end < text.length && !',\r\n'.includes(text[end] ?? '')) break;
    return { start, end, text: text.slice(start + 1, at).replaceAll('""', '"'), quoted: true };
  }
  const { end } = plainCell(text, start);
  const stop = /[\r\n]|$/.exec(text.slice(start));
  report('csv-quote', start, start + (stop?.index ?? end - start));
  return { start, end, text: text.slice(start + 1, end), quoted: true };
}
