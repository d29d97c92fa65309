/** An id that many files name: what it costs to change it, and to rename it. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Published } from './client.ts';
import { openEditor, type Editor } from './editor.ts';
import { insertion, type Edit } from './edits.ts';
import { shared, sharedCompany } from './projects.ts';
import { named, type Run } from './run.ts';
import { ours } from './servers.ts';

/** A server that has not told of all files by then does not (ms). */
const longest = 20_000;

export async function measureLinks(run: Run, rounds: number): Promise<void> {
  const server = run.servers.find(({ name }) => name === ours);
  if (!server) return;
  const project = sharedCompany();
  const folder = await run.lay(project);
  const client = await run.connect(server, folder);
  const editor = await openEditor(client, folder, shared.document, project.get(shared.document) ?? '');
  const line = editor.lines.indexOf(`  - id: ${shared.id}`);
  const edit = insertion({ line, character: (editor.lines[line] ?? '').length }, 's');
  const counts = new Map<string, number>();
  client.onPublished((it) => counts.set(it.uri, it.diagnostics.length));
  await editor.rest(1500);
  for (let round = 0; round < rounds; round++) {
    await changeId(run, editor, edit);
    await renameId(run, editor, edit);
  }
  await client.stop();
}

/** Waits until each of the files has its findings, or has lost them again. */
async function changeId({ figures }: Run, editor: Editor, { does, undoes }: Edit): Promise<void> {
  for (const [change, gone] of [
    [does, false],
    [undoes, true],
  ] as const) {
    const settled = others(editor, gone);
    const at = editor.change(change);
    const last = await settled;
    figures.add(named('id in 100 places', shared.files, ours), last && last - at);
    await wait(200);
  }
}

function others({ client, uri }: Editor, gone: boolean): Promise<number | undefined> {
  return new Promise((resolve) => {
    const open = new Set<string>();
    const timer = setTimeout(() => end(), longest);
    const end = (at?: number): void => {
      clearTimeout(timer);
      stop();
      resolve(at);
    };
    const hear = ({ uri: of, diagnostics, at }: Published): void => {
      if (of !== uri && (diagnostics.length === 0) === gone) open.add(of);
      if (open.size >= shared.files) end(at);
    };
    const stop = client.onPublished(hear);
  });
}

async function renameId(run: Run, editor: Editor, { at }: Edit): Promise<void> {
  const title = insertion({ line: at.line + 1, character: (editor.lines[at.line + 1] ?? '').length }, 'e');
  const began = editor.change(title.does);
  const answer = await editor.ask('textDocument/rename', {
    position: { line: at.line, character: at.character - 2 },
    newName: 'beginners',
  });
  editor.change(title.undoes);
  const { changes = {} } = (answer.result ?? {}) as { changes?: Record<string, readonly unknown[]> };
  const edits = Object.values(changes).reduce((sum, it) => sum + it.length, 0);
  if (edits !== shared.places + 1) run.warn(`A rename in ${shared.places} places made ${edits} edits.`);
  run.figures.add(named('rename in 100 places', shared.files, ours), answer.at - began);
  await editor.rest(200);
}
