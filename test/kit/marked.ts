/** Texts with marks: files of a project in one block, and findings written below the line that they are about. */
import type { Rated } from '../../server/src/workspace/findings.ts';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';
import { readLines } from '../../server/src/text/lines.ts';

export const folder = 'file:///project';
const firstFile = 'plan.strategy.yaml';

/** `#- name` begins a further file, `#- today: 2026-11-21` sets the date. */
export interface Files {
  readonly files: ReadonlyMap<string, string>;
  readonly today: string;
}

export function splitFiles(block: string): Files {
  const files = new Map<string, string>();
  let today = '2026-11-21';
  let name = firstFile;
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0 || name !== firstFile) files.set(name, lines.map((it) => `${it}\n`).join(''));
    lines = [];
  };
  for (const line of block.replace(/\n$/, '').split('\n')) {
    const [, head, date] = /^#- (?:today: (?=\d))?(\S+)()/.exec(line) ?? [];
    if (head === undefined || date === undefined) lines.push(line);
    else if (line.startsWith('#- today:')) today = head;
    else {
      flush();
      name = head;
    }
  }
  flush();
  return { files, today };
}

/** The block again, with other texts for its files. */
export function joinFiles(block: string, texts: ReadonlyMap<string, string>): string {
  const { files } = splitFiles(block);
  const date = /^#- today: .*\n/m.exec(block)?.[0] ?? '';
  const parts = [...files.keys()].map(
    (name) => (name === firstFile && !block.includes(`#- ${name}`) ? '' : `#- ${name}\n`) + (texts.get(name) ?? ''),
  );
  return date + parts.join('');
}

const caretLine = /^\s*#(?:\s*\^+|<-*)(?: .*)?$/;

/** The text without the lines that hold marks. */
export function unmarked(text: string): string {
  return text
    .split('\n')
    .filter((it) => !caretLine.test(it))
    .join('\n');
}

/** The text with each finding below its line: `#  ^^^ message`, or `#<-- message` where it begins at the left edge. */
export function marked(text: string, findings: readonly Pick<Rated, 'stretch' | 'message'>[]): string {
  const lines = readLines(text);
  const below = new Map<number, string[]>();
  for (const { stretch, message } of findings) {
    const line = lines.lineAt(stretch.start);
    const start = stretch.start - lines.startOf(line);
    const length = Math.max(1, Math.min(stretch.end - stretch.start, lines.textOf(line).length - start));
    const indent = /^ */.exec(lines.textOf(line))?.[0].length ?? 0;
    const from = start > indent ? indent : 0;
    const carets = `${' '.repeat(from)}#${' '.repeat(Math.max(0, start - from - 1))}${'^'.repeat(length)}`;
    const mark = start === 0 ? `#<${'-'.repeat(length - 1)}` : carets;
    below.set(line, [...(below.get(line) ?? []), `${mark} ${message}`]);
  }
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...(below.get(index) ?? [])])
    .join('\n');
}

/** All tests begin with this one, so that the schemas are compiled once. */
const empty = createWorkspace('2026-11-21', [folder]);

/** A workspace of one project with these files, marks left out. */
export function workspaceOf({ files, today }: Files): Workspace {
  const texts = [...files].map(([name, text]) => [`${folder}/${name}`, unmarked(text)] as const);
  return empty.withToday(today).with(texts);
}
