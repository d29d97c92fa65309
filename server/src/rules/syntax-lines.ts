/** Repairs that are a matter of whole lines: indentation, tabs, marks of a merge, rows of a table. */
import type { TextChange } from '../text/edit.ts';
import { breakAt, lineEnd, lineStart } from './lines.ts';

/** A repair of the text of a section. */
export interface Repair {
  readonly title: string;
  readonly changes: readonly TextChange[];
}

/** The line at an offset with the indentation of a line above it, the nearest first. */
export function reindented(text: string, offset: number): readonly Repair[] {
  const start = lineStart(text, offset);
  const own = indentOf(text, start);
  const columns = new Set<number>();
  for (let line = start; line > 0 && columns.size < 4;) {
    line = lineStart(text, line - (text.startsWith('\r\n', line - 2) ? 2 : 1));
    const words = text.slice(line, lineEnd(text, line));
    if (words.trim() === '' || words.trimStart().startsWith('#')) continue;
    columns.add(indentOf(text, line));
    columns.add(/^\s*(?:-\s+)*/.exec(words)?.[0].length ?? 0);
  }
  columns.delete(own);
  return [...columns].map((column) => ({
    title: 'Put it in line with what stands above',
    changes: [{ start, end: start + own, text: ' '.repeat(column) }],
  }));
}

function indentOf(text: string, line: number): number {
  return /^ */.exec(text.slice(line, lineEnd(text, line)))?.[0].length ?? 0;
}

/** All indentation of a section with spaces for its tabs, two or four for each. */
export function withoutTabs(text: string): readonly Repair[] {
  return [2, 4].map((width) => ({
    title: 'Use spaces in place of the tabs',
    changes: [...text.matchAll(/^[ \t]*\t[ \t]*/gm)].map(({ 0: lead, index }) => ({
      start: index,
      end: index + lead.length,
      text: lead.replaceAll('\t', ' '.repeat(width)),
    })),
  }));
}

/** The two sides of a conflict, by the names that its marks bear; a mark that has lost its others is only removed. */
export function conflictSides(text: string, offset: number): readonly Repair[] {
  const marks = marksFrom(text, offset);
  const [first, ...others] = marks;
  if (!first) return [];
  const drop = (start: number, end: number) => ({ start, end, text: '' });
  const last = others.find((it) => it.sign === '>');
  const middle = others.find((it) => it.sign === '=');
  if (first.sign !== '<' || !middle || !last || middle.start > last.start) {
    return [{ title: 'Remove the mark', changes: [drop(first.start, first.end)] }];
  }
  const base = others.find((it) => it.sign === '|' && it.start < middle.start);
  return [
    {
      title: `Keep the first side${first.name && ` (${first.name})`}`,
      changes: [drop(first.start, first.end), drop((base ?? middle).start, last.end)],
    },
    {
      title: `Keep the second side${last.name && ` (${last.name})`}`,
      changes: [drop(first.start, middle.end), drop(last.start, last.end)],
    },
  ];
}

interface Mark {
  readonly sign: string;
  readonly name: string;
  readonly start: number;
  /** Behind its line break. */
  readonly end: number;
}

/** The marks from an offset to the end of their conflict. */
function marksFrom(text: string, offset: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { 1: sign = '', 2: name = '', 0: line, index } of text
    .slice(offset)
    .matchAll(/^([<|=>])\1{6}(?: (.*?))?[ \t]*$/gm)) {
    const end = offset + index + line.length;
    marks.push({ sign, name, start: offset + index, end: end + breakAt(text, end) });
    if (sign === '>') break;
  }
  return marks;
}

/** A row with the empty cells that it lacks, or with the last cells in quotes as one text. */
export function rowRepairs(text: string, start: number, end: number): readonly Repair[] {
  const count = (row: string): number =>
    [...row.matchAll(/("(?:[^"]|"")*"|[^,"]*)(,|$)/g)].filter(
      ({ index }, at) => at === 0 || index < row.length || row.endsWith(','),
    ).length;
  const header = text.slice(0, lineEnd(text, 0));
  const wanted = count(header);
  const row = text.slice(start, end);
  const cells = row.split(',');
  const there = count(row);
  if (there < wanted)
    return [{ title: 'Add the empty cells', changes: [{ start: end, end, text: ','.repeat(wanted - there) }] }];
  if (row.includes('"') || cells.length !== there) return [];
  const tail = cells.slice(wanted - 1).join(',');
  return [
    {
      title: 'Put the last cells in quotes as one text',
      changes: [{ start: end - tail.length, end, text: `"${tail}"` }],
    },
  ];
}
