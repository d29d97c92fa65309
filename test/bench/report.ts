/** What a run found, for a terminal and for the documentation. */
import { arch, cpus, platform } from 'node:os';
import { nothing } from './batch.ts';
import { digits, percentile, type Figures } from './figures.ts';
import { judge, type Row } from './goals.ts';
import { named } from './run.ts';

/** Tables in Markdown, which are as readable in a terminal. */
export function reportOf(figures: Figures, warnings: readonly string[]): string {
  const rows = judge(figures);
  const missed = rows.filter((it) => it.met === false).length;
  const open = rows.filter((it) => it.met === undefined).length;
  return [
    `${machineOf(figures)}\n`,
    ...warnings.map((it) => `**Doubtful:** ${it}\n`),
    `${rows.length - missed - open} goals met, ${missed} missed, ${open} not measured.\n`,
    table(['goal', 'limit', 'found', ''], rows.map(cells)),
    '',
    'All figures: half of the values lie below the first number, 95 of 100 below the second, 99 below the third.',
    'Times in ms, memory in MB, findings as counts.\n',
    table(
      ['measured', 'size', 'by', 'n', '50', '95', '99'],
      figures.names().flatMap((it) => line(it, figures)),
    ),
    '',
  ].join('\n');
}

function cells({ what, goal, found, met }: Row): readonly string[] {
  return [what, goal, found, met === undefined ? '' : met ? 'met' : '**missed**'];
}

function line(name: string, figures: Figures): readonly (readonly string[])[] {
  const values = figures.of(name);
  if (values.length === 0) return [];
  const part = (share: number): string => digits(percentile(values, share));
  return [[...name.split(' | '), `${values.length}`, part(0.5), part(0.95), part(0.99)]];
}

/** The date and the kind of machine, and how restless it was; nothing that names it. */
function machineOf(figures: Figures): string {
  const [cpu] = cpus();
  const noise = figures.of(named('noise', '', nothing));
  const load = figures.of(named('load', '', 'machine'));
  const calm = [0.05, 0.5, 0.95].map((it) => digits(percentile(noise, it))).join(' / ');
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'},`,
    `${platform()} ${arch()}, Node.js ${process.versions.node}.`,
    `The machine's noise: \`${nothing}\` took ${calm} ms (5, 50, 95 of 100), load ${digits(Math.min(...load))} to ${digits(Math.max(...load))}.`,
  ].join(' ');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0), 3));
  const written = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [written(head), `| ${widths.map((it) => '-'.repeat(it)).join(' | ')} |`, ...rows.map(written)].join('\n');
}
