/** Whole processes: the command line of ours and of others, beside a process that does nothing. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment } from './client.ts';
import { alone, largeCompany, open } from './projects.ts';
import { named, rotated, type Run } from './run.ts';
import { rulesForSpectral } from './servers.ts';

export const nothing = 'node -e 0';
export const check = 'strategy check';
export const spectral = 'Spectral';

interface Outcome {
  readonly ms: number;
  readonly code: number | null;
  readonly stdout: string;
}

export function execute(run: Run, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], env: environment });
    const relieve = run.atEnd(() => child.kill('SIGKILL'));
    let stdout = '';
    let ended = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.on('exit', () => (ended = performance.now()));
    child.on('error', reject);
    child.on('close', (code) => {
      relieve();
      resolve({ ms: ended - began, code, stdout });
    });
  });
}

/** The open findings that the command line has, by file. */
export async function findingsByFile(run: Run, folder: string): Promise<ReadonlyMap<string, number>> {
  const { stdout, code } = await execute(run, [run.programs.cli, 'check', folder, '--format', 'json']);
  if (code !== 0 && code !== 1) throw new Error(`strategy check ended with ${String(code)}.`);
  const { findings } = JSON.parse(stdout) as { findings: readonly { file: string; justified?: string }[] };
  const counts = new Map<string, number>();
  for (const { file, justified } of findings) {
    if (justified === undefined) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return counts;
}

/** One clean file of 1,000 lines, and nothing at all. */
export async function measureOneFile(run: Run, rounds: number): Promise<void> {
  const folder = await run.lay(alone(1000));
  const path = join(folder, open);
  await inTurn(run, 'one file', 1, rounds, [
    [nothing, ['-e', '0']],
    [check, [run.programs.cli, 'check', path]],
    ...(await forSpectral(run, folder, path)),
  ]);
}

/** A large company: all files at once. `peers`: how often the others, which are slow, have their turn. */
export async function measureCheck(run: Run, count: number, rounds: number, peers: number): Promise<void> {
  const folder = await run.lay(largeCompany(count, 200));
  await inTurn(run, 'all files', count, rounds, [[check, [run.programs.cli, 'check', folder]]]);
  if (peers > 0) {
    const other = await forSpectral(run, folder, `${folder.replaceAll('\\', '/')}/**/*.strategy.yaml`);
    await inTurn(run, 'all files', count, peers, other);
  }
}

type Command = readonly [name: string, args: readonly string[]];

async function inTurn(
  run: Run,
  what: string,
  size: number,
  rounds: number,
  commands: readonly Command[],
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of rotated(commands, round)) {
      const { ms, code } = await execute(run, args);
      if (code === 0 || code === 1) run.figures.add(named(what, size, name), ms);
      else run.warn(`${name} ended with ${String(code)}.`);
    }
  }
}

/** Spectral with our schema as its one rule. */
async function forSpectral({ programs }: Run, folder: string, files: string): Promise<readonly Command[]> {
  if (programs.spectral === undefined) return [];
  const ruleset = join(folder, 'spectral.json');
  await writeFile(ruleset, rulesForSpectral(programs.schema));
  return [[spectral, [programs.spectral, 'lint', files, '--ruleset', ruleset, '--quiet']]];
}
