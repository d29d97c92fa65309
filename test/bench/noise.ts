/** How restless the machine is: a process that does nothing should always take the same time. */
import { loadavg } from 'node:os';
import { execute, nothing } from './batch.ts';
import { named, type Run } from './run.ts';

export async function listenToMachine(run: Run, times = 3): Promise<void> {
  for (let count = 0; count < times; count++) {
    const { ms } = await execute(run, ['-e', '0']);
    run.figures.add(named('noise', '', nothing), ms);
  }
  run.figures.add(named('load', '', 'machine'), loadavg()[0]);
}
