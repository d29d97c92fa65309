/**
 * The work itself, in one process and without a wire: a program of its own, bundled as ours is shipped.
 * It prints its figures as JSON. Called with the folder of the samples and with `quick` or `full`.
 */
import { diagnosticsOf } from '../../server/src/features/diagnostics.ts';
import type { TextChange } from '../../server/src/text/edit.ts';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';
import { writeDocument } from './document.ts';
import { createFigures, type Figures } from './figures.ts';
import { companyWith, faulty, open, type Project } from './projects.ts';
import { addReadings, writeReadings } from './readings.ts';
import { createRandom } from './random.ts';
import { named } from './run.ts';
import { ours } from './servers.ts';

const day = '2026-09-30';
const root = 'file:///plans';
const sizes = [1000, 10_000, 50_000];
/** A larger table is refused. */
const rowsOfTable = 5000;

/** Reads a whole project and judges it, as at the start. */
function readAll(project: Project): Workspace {
  const workspace = createWorkspace(day, [root]).with([...project].map(([path, text]) => [`${root}/${path}`, text]));
  for (const uri of workspace.files.keys()) workspace.findingsIn(uri);
  return workspace;
}

/** An edit where an author makes it, up to the list that an editor gets. */
function editOne(workspace: Workspace, uri: string, change: TextChange | undefined): Workspace {
  const next = workspace.edit(uri, change ? [change] : []);
  diagnosticsOf(next.findingsIn(uri), next, { snippets: true });
  return next;
}

function timed<Answer>(work: () => Answer): readonly [ms: number, answer: Answer] {
  const began = performance.now();
  const answer = work();
  return [performance.now() - began, answer];
}

/** Does something again and again, so often, or until the time is up (ms). */
function repeat(times: number, patience: number, work: (index: number) => unknown): void {
  const end = performance.now() + patience;
  for (let index = 0; index < times && (index < 3 || performance.now() < end); index++) work(index);
}

/** Whole readings, and edits that set and remove a fault; the first are not counted, since the machine is cold then. */
async function measureWork(samples: string, figures: Figures, quick: boolean): Promise<void> {
  for (const lines of sizes) {
    const project = await companyWith(samples, lines, faulty);
    repeat(quick ? 4 : 12, quick ? 1000 : 20_000, (index) => {
      const [ms] = timed(() => readAll(project));
      if (index > 0) figures.add(named('whole reading', lines, ours), ms);
    });
    const edits = editsIn(project.get(open) ?? '').flat();
    let workspace = readAll(project);
    const type = (index: number): number => {
      const [ms, next] = timed(() => editOne(workspace, `${root}/${open}`, edits[index % edits.length]));
      workspace = next;
      return ms;
    };
    repeat(2 * edits.length, quick ? 500 : 5000, type);
    repeat(quick ? 400 : 2000, quick ? 1000 : 20_000, (index) => {
      figures.add(named('one edit', lines, ours), type(index));
    });
  }
}

/** A letter more in a status, and back, all over the document. */
function editsIn(text: string): readonly (readonly [TextChange, TextChange])[] {
  const random = createRandom(3);
  const ends = [...text.matchAll(/^ {4}status: (?:planned|active|paused)$/gm)].map((it) => it.index + it[0].length);
  return Array.from({ length: 24 }, () => {
    const at = random.pick(ends);
    return [
      { start: at, end: at, text: 'e' },
      { start: at, end: at + 1, text: '' },
    ];
  });
}

/** What must grow with the size and not faster: documents where everything is wrong, and readings. */
function measureGrowth(figures: Figures, quick: boolean): void {
  const plan = writeDocument({ seed: 11, title: 'Help in the garden 2026', lines: 1000 });
  const names = addReadings('', 'garden', plan);
  for (const lines of sizes) {
    const wrong = new Map([[open, writeDocument({ seed: 11, title: 'Help', lines, faulty: 1 })]]);
    const table = new Map([[open, plan]]);
    for (let from = 0; from < lines; from += rowsOfTable)
      table.set(`${from}.measures.csv`, writeReadings(names, true, Math.min(rowsOfTable, lines), from));
    for (const [what, project] of Object.entries({ 'all faulty': wrong, readings: table })) {
      repeat(quick ? 3 : 6, quick ? 1000 : 10_000, (index) => {
        const [ms] = timed(() => readAll(project));
        if (index > 0) figures.add(named(what, lines, ours), ms);
      });
    }
  }
}

/** What 10,000 edits leave behind, in MB of the heap after it is swept. */
async function measureMemory(samples: string, figures: Figures, quick: boolean): Promise<void> {
  const project = await companyWith(samples, 10_000, faulty);
  const edits = editsIn(project.get(open) ?? '').flat();
  let workspace = readAll(project);
  const type = (times: number): void => {
    repeat(times, quick ? 3000 : 120_000, (index) => {
      workspace = editOne(workspace, `${root}/${open}`, edits[index % edits.length]);
    });
  };
  type(2 * edits.length);
  figures.add(named('heap before', 10_000, ours), heap());
  type(quick ? 1008 : 10_032);
  figures.add(named('heap after', 10_000, ours), heap());
}

function heap(): number {
  for (let count = 0; count < 3; count++) globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

async function main([samples = '', mode]: readonly string[]): Promise<void> {
  const quick = mode === 'quick';
  const figures = createFigures();
  await measureWork(samples, figures, quick);
  measureGrowth(figures, quick);
  await measureMemory(samples, figures, quick);
  process.stdout.write(JSON.stringify(Object.fromEntries(figures.names().map((it) => [it, figures.of(it)]))));
}

main(process.argv.slice(2));
