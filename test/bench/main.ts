/** All measurements, one after the other. */
import { measureCheck, measureOneFile } from './batch.ts';
import type { AtEnd } from './client.ts';
import { createFigures } from './figures.ts';
import { measureFolder } from './folder.ts';
import { measureInside } from './inside-run.ts';
import { measureLinks } from './links.ts';
import { listenToMachine } from './noise.ts';
import { measurePlan } from './plan.ts';
import { faulty } from './projects.ts';
import { reportOf } from './report.ts';
import { createRun, type Run } from './run.ts';
import { serversOf, type Programs } from './servers.ts';
import { measureMerges, measureStart } from './start.ts';
import { measureTyping } from './typing.ts';

export interface Options {
  readonly programs: Programs;
  readonly quick: boolean;
  /** A folder for this run alone. */
  readonly folder: string;
  readonly step: (text: string, work: () => Promise<void>) => Promise<void>;
  readonly atEnd: AtEnd;
}

/** Measures everything and gives the report. */
export async function bench({ programs, quick, folder, step, atEnd }: Options): Promise<string> {
  const figures = createFigures();
  const warnings = new Set<string>();
  const warn = (text: string): void => void warnings.add(text);
  const servers = serversOf(programs);
  const run = createRun({ programs, servers, figures, quick, warn, atEnd }, folder);
  for (const [title, work] of partsOf(run)) {
    await listenToMachine(run);
    await step(title, work);
  }
  return reportOf(figures, [...warnings]);
}

function partsOf(run: Run): readonly (readonly [title: string, work: () => Promise<void>])[] {
  const { quick } = run;
  const few = (short: number, long: number): number => (quick ? short : long);
  return [
    ['Typing in 10,000 lines', () => measureTyping(run, 10_000, faulty, amount(few(2, 5), few(10, 24), 1))],
    ['Typing in 10,000 clean lines', () => measureTyping(run, 10_000, 0, amount(few(1, 3), few(10, 24), 0))],
    ['Typing in 1,000 lines', () => measureTyping(run, 1000, faulty, amount(few(1, 3), few(10, 24), 0))],
    ['Typing in 50,000 lines', () => measureTyping(run, 50_000, faulty, amount(few(1, 3), few(10, 24), few(0, 1)))],
    ['An id in 100 places', () => measureLinks(run, few(3, 12))],
    ['A plan of 200 tactics', () => measurePlan(run, few(4, 30))],
    ['Starting with 10,000 lines', () => measureStart(run, 10_000, few(1, 7), true)],
    ['Starting with 1,000 lines', () => measureStart(run, 1000, few(1, 5), false)],
    ['Starting with 50,000 lines', () => measureStart(run, 50_000, few(1, 5), false)],
    ['Merge keys and aliases', () => merges(run)],
    ['Checking one file', () => measureOneFile(run, few(2, 11))],
    ['Checking 500 files', () => measureCheck(run, 500, few(2, 7), few(0, 3))],
    ...(quick ? ([['Checking 100 files', () => measureCheck(run, 100, 2, 1)]] as const) : []),
    ['500 files in the server', () => measureFolder(run, 500, few(1, 5))],
    ...(quick ? [] : ([['5,000 files in the server', () => measureFolder(run, 5000, 2)]] as const)),
    ['The work itself', () => measureInside(run)],
  ];
}

function amount(rounds: number, ours: number, peers: number): Parameters<typeof measureTyping>[3] {
  return { rounds, ours, peers };
}

async function merges(run: Run): Promise<void> {
  await measureMerges(run, 3000, !run.quick);
  // The others need more than a minute for it, or say nothing.
  await measureMerges(run, 18_610, false);
}
