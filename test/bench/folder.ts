/** Hundreds and thousands of files: from the start to all findings, and whether one can work meanwhile. */
import { setTimeout as wait } from 'node:timers/promises';
import { findingsByFile } from './batch.ts';
import type { Client } from './client.ts';
import { openEditor, uriOf, type Editor } from './editor.ts';
import { editsOf } from './edits.ts';
import { largeCompany } from './projects.ts';
import { named, type Run } from './run.ts';
import { ours } from './servers.ts';

/** So often a question that costs nothing is asked, to see how long the server is deaf (ms). */
const beat = 5;
/** Nothing more comes after such a silence where all is told, */
const still = 800;
/** and after such a one where something is missing (ms). */
const patience = 8000;
const linesOfFile = 200;

export async function measureFolder(run: Run, count: number, rounds: number): Promise<void> {
  const server = run.servers.find(({ name }) => name === ours);
  if (!server) return;
  const project = largeCompany(count, linesOfFile);
  const folder = await run.lay(project);
  const expected = await findingsByFile(run, folder);
  const path = [...expected.keys()].find((it) => it.endsWith('.strategy.yaml'));
  if (path === undefined) throw new Error('The generated project has no findings.');
  const byUri = new Map([...expected].map(([file, it]) => [uriOf(folder, file), it]));
  for (let round = 0; round < rounds; round++) {
    const client = await run.connect(server, folder);
    const lists = listen(client, byUri);
    const pulse = startPulse(client);
    const editor = await openEditor(client, folder, path, project.get(path) ?? '');
    const [edit] = editsOf(editor.lines, 'fault');
    const differing = await lists.settled();
    const longest = pulse.stop();
    const add = (what: string, value: number | undefined): void => run.figures.add(named(what, count, ours), value);
    add('all findings', lists.last() - client.began);
    add('open file', (firstWithFindings(editor) ?? Infinity) - client.began);
    add('deaf', longest);
    add('peak', client.spent().peak);
    if (differing > 0)
      run.warn(`In ${differing} of ${count} files the server tells other findings than the command line.`);
    for (let index = 0; edit && index < (run.quick ? 4 : 15); index++) {
      add('keystroke', await editor.apply(edit.does, editor.base + edit.faults));
      await wait(30);
      add('keystroke', await editor.apply(edit.undoes, editor.base));
      await wait(30);
    }
    await client.stop();
    await whileReading(run, folder, path, project.get(path) ?? '', count);
  }
}

/** An edit and a cancelled question while the server is still reading. */
async function whileReading(run: Run, folder: string, path: string, text: string, count: number): Promise<void> {
  const server = run.servers.find(({ name }) => name === ours);
  const [edit] = editsOf(text.split('\n'), 'fault');
  if (!server || !edit) return;
  const client = await run.connect(server, folder);
  const textDocument = { uri: uriOf(folder, path) };
  const came = new Promise<number>((resolve) => {
    client.onPublished((it) => {
      if (it.uri === textDocument.uri && it.version === 2) resolve(it.at);
    });
  });
  client.notify('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'strategy-yaml', version: 1, text },
  });
  await wait(100);
  const asked = performance.now();
  const cancelled = client.ask('workspace/symbol', { query: '' }, true);
  const began = client.notify('textDocument/didChange', {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [edit.does],
  });
  run.figures.add(named('edit while reading', count, ours), (await came) - began);
  run.figures.add(named('cancelled while reading', count, ours), (await cancelled).at - asked);
  await client.stop();
}

/** What the server has told of all files. */
interface Lists {
  readonly last: () => number;
  /** Waits until the findings are as they must be, or until nothing comes any more; tells how many files differ then. */
  readonly settled: () => Promise<number>;
}

function listen(client: Client, expected: ReadonlyMap<string, number>): Lists {
  const known = new Map<string, number>();
  let last = performance.now();
  client.onPublished(({ uri, diagnostics, at }) => {
    known.set(uri, diagnostics.length);
    last = at;
  });
  const differing = (): number =>
    new Set([...known.keys(), ...expected.keys()].filter((it) => (known.get(it) ?? 0) !== (expected.get(it) ?? 0)))
      .size;
  return {
    last: () => last,
    settled: async () => {
      let silence = patience;
      while (performance.now() - last < silence) {
        await wait(50);
        silence = differing() > 0 ? patience : still;
      }
      return differing();
    },
  };
}

function firstWithFindings({ heard }: Editor): number | undefined {
  return heard.find((it) => it.diagnostics.length > 0)?.at;
}

/** Asks something that no server knows, which it says at once where its hands are free. Gives the longest silence. */
function startPulse(client: Client): { readonly stop: () => number } {
  let longest = 0;
  const timer = setInterval(() => {
    const at = performance.now();
    client.ask('bench/areYouThere', {}).then(
      (it) => (longest = Math.max(longest, it.at - at)),
      () => undefined,
    );
  }, beat);
  return {
    stop: () => {
      clearInterval(timer);
      return longest;
    },
  };
}
