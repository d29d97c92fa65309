/** What must hold, and what a run says about it. */
import { check, nothing, spectral } from './batch.ts';
import { digits, percentile, type Figures } from './figures.ts';
import { named } from './run.ts';
import { floor, ours, yaml, yamlAtOnce } from './servers.ts';

export interface Row {
  readonly what: string;
  readonly goal: string;
  readonly found: string;
  /** `undefined`: it was not measured in this run. */
  readonly met: boolean | undefined;
}

/** Asks for a figure: the value below which a share lies, half of them where none is named. */
type Ask = (what: string, size: number | string, who?: string, share?: number) => number | undefined;

interface Goal {
  readonly what: string;
  readonly unit: string;
  readonly value: (ask: Ask) => number | undefined;
  readonly holds: (value: number) => boolean;
  readonly goal: string;
}

const big = 10_000;

function under(what: string, limit: number, unit: string, value: Goal['value']): Goal {
  return { what, unit, value, goal: `at most ${digits(limit)} ${unit}`, holds: (it) => it <= limit };
}

function times(what: string, least: number, slow: Goal['value'], fast: Goal['value']): Goal {
  const value: Goal['value'] = (ask) => ratio(slow(ask), fast(ask));
  return { what, unit: '×', value, goal: `at least ${digits(least)} ×`, holds: (it) => it >= least };
}

function within(what: string, most: number, mine: Goal['value'], other: Goal['value']): Goal {
  return under(what, most, '×', (ask) => ratio(mine(ask), other(ask)));
}

function ratio(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || by === undefined ? undefined : value / by;
}

const figure =
  (...names: Parameters<Ask>): Goal['value'] =>
  (ask) =>
    ask(...names);

const key = figure('keystroke', big);
const typing: readonly Goal[] = [
  within('Keystroke to findings, 10,000 lines, against the floor', 2, key, figure('keystroke', big, floor)),
  under('– 95 of 100', 3, 'ms', figure('keystroke', big, ours, 0.95)),
  under('– 99 of 100', 6, 'ms', figure('keystroke', big, ours, 0.99)),
  within(
    '– clean document, against the floor',
    2,
    figure('keystroke', '10000 clean'),
    figure('keystroke', '10000 clean', floor),
  ),
  times('– faster than yaml-language-server', 150, figure('keystroke', big, yaml), key),
  times('– faster than yaml-language-server without its delay', 60, figure('keystroke', big, yamlAtOnce), key),
  within('Keystroke, 50,000 lines against 1,000', 2.5, figure('keystroke', 50_000), figure('keystroke', 1000)),
  under('After a burst of 20 keys', 3, 'ms', figure('burst', big)),
  under('Edit of an id in 100 places, all files settled', 20, 'ms', figure('id in 100 places', 40)),
  under('Rename in 100 places over 40 files', 50, 'ms', figure('rename in 100 places', 40)),
];

/** Five times the size may take five times the time, and a little for the machine. */
const linear = 6.5;
const work: readonly Goal[] = [
  within(
    'First reading, 50,000 lines against 10,000',
    linear,
    figure('whole reading', 50_000),
    figure('whole reading', big),
  ),
  within('– where all tactics are wrong', linear, figure('all faulty', 50_000), figure('all faulty', big)),
  within('– of a table of readings', linear, figure('readings', 50_000), figure('readings', big)),
  under('Work of one edit in process, 10,000 lines', 0.3, 'ms', figure('one edit', big)),
  times('– a whole reading costs as much as', 300, figure('whole reading', big), figure('one edit', big)),
];

const asked: readonly Goal[] = [
  ...['completion of a key', 'completion of a value'].flatMap((what) => [
    under(`After an edit: ${what}`, 3, 'ms', figure(what, big)),
    under('– 95 of 100', 8, 'ms', figure(what, big, ours, 0.95)),
    times('– faster than yaml-language-server without its delay', 50, figure(what, big, yamlAtOnce), figure(what, big)),
  ]),
  ...['hover', 'definition', 'references'].flatMap((what) => [
    under(`After an edit: ${what}`, 2, 'ms', figure(what, big)),
    under('– 95 of 100', 5, 'ms', figure(what, big, ours, 0.95)),
  ]),
];

const started = figure('start', big);
/** A quick run has no time for Spectral and 500 files. */
const allFiles =
  (who: string): Goal['value'] =>
  (ask) =>
    ask('all files', ask('all files', 500, spectral) === undefined ? 100 : 500, who);

const folders: readonly Goal[] = [
  times(
    'Start to first findings, 10,000 lines, faster than yaml-language-server',
    5,
    figure('start', big, yaml),
    started,
  ),
  under('500 files: start to all findings', 800, 'ms', figure('all findings', 500)),
  under('– findings of the open file', 150, 'ms', figure('open file', 500)),
  under('– longest time without an ear', 30, 'ms', figure('deaf', 500)),
  under('– strategy check', 800, 'ms', figure('all files', 500, check)),
  times('– faster than Spectral', 25, allFiles(spectral), allFiles(check)),
  under('5,000 files: start to all findings', 10_000, 'ms', figure('all findings', 5000)),
  under('– memory', 1024, 'MB', figure('peak', 5000, ours, 1)),
  within('– keystroke against 500 files', 1.5, figure('keystroke', 5000), figure('keystroke', 500)),
  under('– edit while it reads', 150, 'ms', figure('edit while reading', 5000)),
  under('– cancelled question while it reads', 150, 'ms', figure('cancelled while reading', 5000)),
  within(
    'strategy check, 1,000 clean lines, against node -e 0',
    3,
    figure('one file', 1, check),
    figure('one file', 1, nothing),
  ),
];

const memory: readonly Goal[] = [
  within('Memory, 10,000 lines, against the floor', 2, figure('peak', big, ours, 1), figure('peak', big, floor, 1)),
  under('Memory, 500 files', 180, 'MB', figure('peak', 500, ours, 1)),
  under('Heap after 10,000 edits, more than before', 10, '%', (ask) => {
    const growth = ratio(ask('heap after', big), ask('heap before', big));
    return growth === undefined ? undefined : Math.max(0, (growth - 1) * 100);
  }),
  under('18,610 lines of merge keys: start to findings', 1000, 'ms', figure('start', '18610 merged')),
  under('3,000 lines of merge keys: keystroke', 100, 'ms', figure('keystroke', '3000 merged')),
];

export function judge(figures: Figures): readonly Row[] {
  const ask: Ask = (what, size, who = ours, share = 0.5) => percentile(figures.of(named(what, size, who)), share);
  return [...typing, ...work, ...asked, ...folders, ...memory].map(({ what, goal, unit, value, holds }) => {
    const found = value(ask);
    const met = found === undefined ? undefined : holds(found);
    return { what, goal, found: found === undefined ? 'not measured' : `${digits(found)} ${unit}`, met };
  });
}
