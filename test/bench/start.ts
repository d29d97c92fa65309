/** From the start of a process to the findings of the first document. */
import { openEditor, type Editor } from './editor.ts';
import { editsOf } from './edits.ts';
import { writeMerges } from './merges.ts';
import { companyWith, faulty, open, type Project } from './projects.ts';
import { named, rotated, type Run } from './run.ts';
import { ours } from './servers.ts';

/** Fresh processes in turn, so many of each. `peers`: all servers, else ours alone. */
export async function measureStart(run: Run, lines: number, rounds: number, peers: boolean): Promise<void> {
  const project = await companyWith(run.programs.samples, lines, faulty);
  await start(run, project, `${lines}`, rounds, peers);
}

/** A document that is slow to read for everyone, and an edit in it. */
export async function measureMerges(run: Run, lines: number): Promise<void> {
  const project = new Map([[open, writeMerges(lines)]]);
  await start(run, project, `${lines} merged`, 1, !run.quick, async (editor) => {
    const [fault] = editsOf(editor.lines, 'fault');
    if (!fault) return;
    const before = editor.heard.length;
    const began = editor.change(fault.does);
    await editor.rest(600);
    const next = editor.heard[before];
    run.figures.add(named('keystroke', `${lines} merged`, editor.client.server.name), next && next.at - began);
  });
}

async function start(
  run: Run,
  project: Project,
  size: string,
  rounds: number,
  peers: boolean,
  then: (editor: Editor) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const folder = await run.lay(project);
  const servers = run.servers.filter(({ name }) => peers || name === ours);
  for (let round = 0; round < rounds; round++) {
    for (const server of rotated(servers, round)) {
      const client = await run.connect(server, folder);
      const greeted = performance.now() - client.began;
      const editor = await openEditor(client, folder, open, project.get(open) ?? '');
      const whole = editor.heard.find((it) => it.diagnostics.length === editor.base);
      run.figures.add(named('start to greeting', size, server.name), greeted);
      run.figures.add(named('start', size, server.name), whole && whole.at - client.began);
      await then(editor);
      await client.stop();
    }
  }
}
