/** A document as an author has it open: edits go to the server as they are typed, and its findings come back. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Answer, Client, Published } from './client.ts';

export interface Editor {
  readonly client: Client;
  readonly uri: string;
  readonly lines: readonly string[];
  /** How many findings there are in the text as it was opened. */
  readonly base: number;
  /** Sends a change. Tells the moment just before its first byte was written. */
  readonly change: (change: object) => number;
  /** Sends a change and waits for the whole list of findings for it, known by its length. The time in ms, if it comes. */
  readonly apply: (change: object, count: number) => Promise<number | undefined>;
  /** Waits until nothing more has come for a while, and the server has not worked meanwhile. */
  readonly rest: (ms: number) => Promise<void>;
  /** All lists since the document was opened. */
  readonly heard: readonly Published[];
  readonly version: () => number;
  readonly ask: (method: string, more: object) => Promise<Answer>;
}

/** A server that says nothing for so long, and does nothing, has said all (ms). */
const still = 600;
/** One that needs longer for the first list has failed, */
const longest = 60_000;
/** and so has one that needs longer for an edit. */
const patience = 8000;
/** Of a silence, a server that is at rest spends no more than this share on a processor. */
const little = 0.1;

export async function openEditor(client: Client, folder: string, path: string, text: string): Promise<Editor> {
  const uri = uriOf(folder, path);
  const textDocument = { uri };
  const heard: Published[] = [];
  const listeners = new Set<(it: Published) => void>();
  let version = 1;
  client.onPublished((it) => {
    if (it.uri !== uri) return;
    heard.push(it);
    for (const listener of [...listeners]) listener(it);
  });

  const change: Editor['change'] = (it) => {
    version++;
    return client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [it] });
  };
  const until = (fits: (it: Published) => boolean, patience: number): Promise<Published | undefined> =>
    new Promise((resolve) => {
      const done = (found?: Published): void => {
        clearTimeout(timer);
        listeners.delete(look);
        resolve(found);
      };
      const look = (it: Published): void => {
        if (fits(it)) done(it);
      };
      const timer = setTimeout(done, patience);
      listeners.add(look);
    });
  const rest: Editor['rest'] = async (ms) => {
    const deadline = performance.now() + longest;
    for (let calm = false; !calm && performance.now() < deadline;) {
      const [count, spent] = [heard.length, client.spent().processor];
      await wait(ms);
      calm = heard.length === count && client.spent().processor - spent <= little * ms;
    }
  };

  const opened = until(() => true, longest);
  const languageId = client.server.settings ? 'yaml' : 'strategy-yaml';
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  const first = await opened;
  if (!first) throw new Error(`${client.server.name} says nothing about ${path}.`);
  await rest(still);
  return {
    client,
    uri,
    lines: text.split('\n'),
    base: heard.at(-1)?.diagnostics.length ?? 0,
    change,
    apply: async (it, count) => {
      const at = change(it);
      const wanted = version;
      const found = await until(
        (list) => (list.version ?? wanted) === wanted && list.diagnostics.length === count,
        patience,
      );
      return found && found.at - at;
    },
    rest,
    heard,
    version: () => version,
    ask: (method, more) => client.ask(method, { textDocument, ...more }),
  };
}

export function uriOf(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
