/** The server's share in what a preview shows: the plan, asked for right after an edit. */
import { planRequest } from '../../server/src/protocol.ts';
import { openEditor } from './editor.ts';
import { insertion } from './edits.ts';
import { manyTactics, open } from './projects.ts';
import { named, type Run } from './run.ts';
import { ours } from './servers.ts';

const tactics = 200;

export async function measurePlan(run: Run, times: number): Promise<void> {
  const server = run.servers.find(({ name }) => name === ours);
  if (!server) return;
  const project = manyTactics(tactics);
  const folder = await run.lay(project);
  const client = await run.connect(server, folder);
  const editor = await openEditor(client, folder, open, project.get(open) ?? '');
  const titles = editor.lines.flatMap((text, line) => (text.startsWith('    title: ') ? [line] : []));
  for (let index = 0; index < times; index++) {
    const line = titles[(index * 17 + 40) % titles.length] ?? 0;
    const edit = insertion({ line, character: (editor.lines[line] ?? '').length }, 'e');
    const began = editor.change(edit.does);
    const { at, result } = await client.ask(planRequest, { uri: editor.uri });
    if (result === null) run.warn('There is no plan of the document with many tactics.');
    run.figures.add(named('plan', `${tactics} tactics`, ours), at - began);
    editor.change(edit.undoes);
    await editor.rest(60);
  }
  await client.stop();
}
