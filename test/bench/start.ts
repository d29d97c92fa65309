/** From the start of a process to the findings of the first document. */
import type { Client } from './client.ts';
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

/** A document that is slow to read for everyone, and an edit in it. `peers`: not for ours alone. */
export async function measureMerges(run: Run, lines: number, peers: boolean): Promise<void> {
  const project = new Map([[open, writeMerges(lines)]]);
  await start(run, project, `${lines} merged`, 1, peers, async (editor) => {
    const [fault] = editsOf(editor.lines, 'fault');
    if (!fault) return;
    const before = editor.heard.length;
    const began = editor.change(fault.does);
    await editor.rest(600);
    const next = editor.heard[before];
    run.figures.add(named('keystroke', `${lines} merged`, editor.client.server.name), next && next.at - began);
  });
}

/** A peer that gives up on a document is left out, and that is said; ours must not. */
async function opened(run: Run, client: Client, folder: string, text: string): Promise<Editor | undefined> {
  try {
    return await openEditor(client, folder, open, text);
  } catch (error) {
    if (client.server.name === ours) throw error;
    run.warn(String(error));
    await client.stop();
    return undefined;
  }
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
      const editor = await opened(run, client, folder, project.get(open) ?? '');
      if (!editor) continue;
      const whole = editor.heard.find((it) => it.diagnostics.length === editor.base);
      run.figures.add(named('start to greeting', size, server.name), greeted);
      run.figures.add(named('start', size, server.name), whole && whole.at - client.began);
      await then(editor);
      await client.stop();
    }
  }
}
