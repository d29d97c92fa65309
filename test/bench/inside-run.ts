/** Runs the program that measures the work itself, and takes over its figures. */
import { execute } from './batch.ts';
import type { Run } from './run.ts';

export async function measureInside(run: Run): Promise<void> {
  const { programs, quick, figures } = run;
  const { code, stdout } = await execute(run, [
    '--expose-gc',
    programs.inside,
    programs.samples,
    quick ? 'quick' : 'full',
  ]);
  if (code !== 0) throw new Error(`The program that measures the work itself ended with ${String(code)}.`);
  const found = JSON.parse(stdout) as Record<string, readonly number[]>;
  for (const [name, values] of Object.entries(found)) for (const it of values) figures.add(name, it);
}
