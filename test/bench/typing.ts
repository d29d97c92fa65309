/** From a key to the findings for it: each server has the same document open, and they take turns. */
import { setTimeout as wait } from 'node:timers/promises';
import { openEditor, type Editor } from './editor.ts';
import { editsOf, type Edit, type Kind } from './edits.ts';
import { companyWith, open } from './projects.ts';
import { askAll } from './questions.ts';
import { named, rotated, type Run } from './run.ts';
import { floor, ours, yaml, yamlAtOnce } from './servers.ts';

/** A person types slower, but a server is not idle long before the next key (ms). */
const pause = 30;
const kinds: readonly Kind[] = ['letter', 'line', 'fault'];
const burst = 20;

/** How often a kind of edit is typed and taken back in a round, and how many rounds there are. */
interface Amount {
  readonly rounds: number;
  readonly ours: number;
  readonly peers: number;
}

export async function measureTyping(run: Run, lines: number, share: number, amount: Amount): Promise<void> {
  const project = await companyWith(run.programs.samples, lines, share);
  const folder = await run.lay(project);
  const text = project.get(open) ?? '';
  const size = share > 0 ? `${lines}` : `${lines} clean`;
  const servers = run.servers.filter(({ name }) => amount.peers > 0 || name === ours || name === floor);
  const editors: Editor[] = [];
  for (const it of servers) editors.push(await openEditor(await run.connect(it, folder), folder, open, text));
  for (let round = 0; round < amount.rounds; round++) {
    for (const it of rotated(editors, round)) {
      const own = it.client.server.name === ours || it.client.server.name === floor;
      if (!own && run.quick && round > 0) continue;
      await typeAll(run, it, size, own ? amount.ours : amount.peers, round);
      if (share > 0 && lines === 10_000) await askAll(run, it, size, Math.ceil((own ? amount.ours : amount.peers) / 2));
    }
  }
  for (const it of editors) {
    const { name } = it.client.server;
    run.figures.add(named('findings', size, name), it.base);
    run.figures.add(named('peak', size, name), it.client.spent().peak);
    await it.client.stop();
  }
}

async function typeAll(run: Run, editor: Editor, size: string, times: number, round: number): Promise<void> {
  const { name } = editor.client.server;
  const before = editor.client.spent().processor;
  let typed = 0;
  for (const kind of kinds) {
    const edits = editsOf(editor.lines, kind);
    for (let index = 0; index < times; index++) {
      const edit = edits[(round * times + index) % edits.length];
      if (!edit || !shows(editor, kind)) break;
      const found = await thereAndBack(editor, edit);
      for (const ms of found) {
        run.figures.add(named(kind, size, name), ms);
        run.figures.add(named('keystroke', size, name), ms);
        typed++;
      }
      if (!found.includes(undefined)) continue;
      run.warn(`${name} did not tell all findings after an edit (${kind}, ${size} lines).`);
      break;
    }
  }
  run.figures.add(named('processor', size, name), (editor.client.spent().processor - before) / Math.max(1, typed));
  if (editor.base > 0 || name === floor) await typeBurst(run, editor, size);
}

/** Whether the edit changes the list at all: a list that stays as it is need not be sent. */
function shows({ base, client: { server } }: Editor, kind: Kind): boolean {
  return server.name !== ours || base > 0 || kind === 'fault';
}

async function thereAndBack(editor: Editor, edit: Edit): Promise<readonly (number | undefined)[]> {
  const more = editor.client.server.name === floor ? 0 : edit.faults;
  const there = await editor.apply(edit.does, editor.base + more);
  await wait(pause);
  const back = await editor.apply(edit.undoes, editor.base);
  await wait(pause);
  return [there, back];
}

/** Twenty letters at once: when the findings of the last are there, and how many lists came on the way. */
async function typeBurst({ figures }: Run, editor: Editor, size: string): Promise<void> {
  const [edit] = editsOf(editor.lines, 'letter');
  if (!edit) return;
  const { name } = editor.client.server;
  const before = editor.heard.length;
  for (let index = 1; index < burst; index++) editor.change(edit.does);
  if (name === yaml || name === yamlAtOnce) {
    // Their lists name no version, so it is the last one that counts.
    const at = editor.change(edit.does);
    await editor.rest(500);
    const last = editor.heard.at(-1);
    figures.add(named('burst', size, name), last && last.at > at ? last.at - at : undefined);
  } else figures.add(named('burst', size, name), await editor.apply(edit.does, editor.base));
  figures.add(named('burst lists', size, name), editor.heard.length - before);
  for (let index = 0; index < burst; index++) editor.change(edit.undoes);
  await editor.rest(500);
}
