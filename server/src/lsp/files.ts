/** Keeps the workspace as the editor and the disk have it: an open text counts before the file, a closed one is read again. */
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  type TextDocumentItem,
  type FileEvent,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { toChange } from '../features/place.ts';
import { languageOf, type Text, type Workspace } from '../workspace/workspace.ts';
import { rest } from './at-ease.ts';
import type { Machine } from './serve.ts';
import type { Shell } from './shell.ts';
import { counted } from './trace.ts';
import { canonical, canonicalFolder, decoded } from './uris.ts';

/** So many files are read from the disk at a time, */
const batch = 50;
/** and taken in for so long at a stretch (ms), since that is work. */
const stretch = 8;

export function startFiles({ connection, state, guard, trace }: Shell, { disk, today }: Machine): void {
  /** By the file's own name, what the client called it last: by another name it has another text. */
  const opened = new Map<string, string>();
  const logged = new Map<string, string>();

  connection.onDidOpenTextDocument(({ textDocument }) => {
    const uri = canonical(textDocument.uri);
    const first = !opened.has(uri);
    opened.set(uri, textDocument.uri);
    state.versions.set(uri, textDocument.version);
    state.spellings.note(textDocument.uri);
    const text: Text = [uri, textDocument.text, toldBy(uri, textDocument)];
    state.update((it) => it.withToday(today()).with([text]), uri);
    const apart = !state.folders.some((it) => uri.startsWith(`${it}/`));
    if (first && apart) atFirst(() => loadFiles(disk.around(uri)));
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const uri = canonical(textDocument.uri);
    if (opened.get(uri) !== textDocument.uri || contentChanges.length === 0) return;
    state.versions.set(uri, textDocument.version);
    trace.change(uri, textDocument.version);
    state.edit(uri, contentChanges.map(toChange));
  });
  state.onRead((uri) => {
    const line = trace.following(uri);
    line?.pause();
    return (
      line &&
      ((before, after) => {
        line.note(`${newOf(piecesOf(before, uri), piecesOf(after, uri))} read in`);
      })
    );
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const uri = canonical(textDocument.uri);
    if (opened.get(uri) !== textDocument.uri) return;
    opened.delete(uri);
    state.versions.delete(uri);
    inTurn(() => load([uri]));
  });

  /** What is to be read is read in turn, and questions wait for it. */
  const inTurn = (work: () => Promise<void>): void => {
    const done = state.ready.then(work);
    guard(done);
    state.ready = done.catch(() => undefined);
  };

  let unread = 0;
  /** The same for files that have not been read yet: until they are, what is not found may be in them. */
  const atFirst = (work: () => Promise<void>): void => {
    unread++;
    state.update((it) => it.withComplete(false));
    inTurn(() =>
      work().finally(() => {
        unread--;
        state.update((it) => it.withComplete(unread === 0));
      }),
    );
  };

  /** Reads files that are not open. What cannot be read is taken out and noted once, calmly. */
  const load = async (uris: readonly string[]): Promise<void> => {
    const texts = await Promise.all(uris.map(async (uri) => [uri, await textOf(uri)] as const));
    let end = performance.now() + stretch;
    for (const text of texts) {
      if (opened.has(text[0])) continue;
      state.update((it) => it.with([text]));
      if (performance.now() < end) continue;
      await rest();
      end = performance.now() + stretch;
    }
  };
  const textOf = async (uri: string): Promise<string | undefined> => {
    const read = await disk.read(uri);
    if ('text' in read) {
      logged.delete(uri);
      return read.text;
    }
    if (uri.startsWith('file:') && logged.get(uri) !== read.failure)
      connection.console.info(`${decoded(uri)} is left out: ${read.failure}`);
    logged.set(uri, read.failure);
    return undefined;
  };
  const loadFiles = async (uris: AsyncIterable<string>): Promise<void> => {
    let found: string[] = [];
    for await (const uri of uris) {
      found.push(canonical(uri));
      if (found.length < batch) continue;
      await load(found);
      found = [];
    }
    await load(found);
  };
  const loadAll = async (folders: readonly string[]): Promise<void> => {
    for (const it of folders) await loadFiles(disk.find(it));
  };

  connection.onInitialized(() => {
    state.update((it) => it.withFolders(state.folders));
    atFirst(() => loadAll(state.folders));
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      inTurn(() => changeFolders(event));
    });
    if (!state.watches) return;
    const globs = ['**/*.{strategy,measures}.{yaml,yml}', '**/*.measures.csv', '**/strategy.{config,lock}.yaml'];
    const watchers = globs.map((globPattern) => ({ globPattern }));
    guard(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  });

  const changeFolders = async ({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> => {
    const gone = removed.map((it) => canonicalFolder(it.uri));
    const more = added.map((it) => canonicalFolder(it.uri));
    state.folders = [...state.folders.filter((it) => !gone.includes(it)), ...more];
    const { folders } = state;
    state.update((it) => {
      const lost = [...it.files.keys()].filter(
        (uri) => !opened.has(uri) && !folders.some((each) => uri.startsWith(`${each}/`)),
      );
      return it.withFolders(folders).with(lost.map((uri) => [uri, undefined] as const));
    });
    await loadAll(more);
  };

  const follow = async (changes: readonly FileEvent[]): Promise<void> => {
    const news = changes.map(({ uri, type }) => ({ uri: canonical(uri), type }));
    const gone = news.filter((it) => it.type === FileChangeType.Deleted).map((it) => it.uri);
    if (gone.length > 0)
      state.update((it) => it.with(below(it.files.keys(), gone, opened).map((uri) => [uri, undefined] as const)));
    const changed = news.filter((it) => it.type !== FileChangeType.Deleted && !opened.has(it.uri));
    await load(changed.filter((it) => languageOf(it.uri)).map((it) => it.uri));
    // What is no file of ours may be a folder of them that came as a whole.
    await loadAll(
      changed.filter((it) => it.type === FileChangeType.Created && !languageOf(it.uri)).map((it) => it.uri),
    );
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    inTurn(() => follow(changes));
  });
}

function piecesOf({ files }: Workspace, uri: string): readonly unknown[] {
  return files.get(uri)?.document.sections ?? [];
}

function newOf(before: readonly unknown[], after: readonly unknown[]): string {
  const known = new Set(before);
  return `${after.filter((it) => !known.has(it)).length} of ${counted(after.length, 'piece')}`;
}

/** A new text without a name is what the editor says it is. */
function toldBy(uri: string, { languageId }: TextDocumentItem): Text[2] {
  const named = languageOf(uri) !== undefined || uri.endsWith('.lock.yaml');
  return languageId === 'strategy-yaml' && !named ? 'strategy' : undefined;
}

/** The files that are gone, also with a folder that is. */
function below(files: Iterable<string>, gone: readonly string[], opened: ReadonlyMap<string, string>): string[] {
  return [...files].filter((uri) => !opened.has(uri) && gone.some((it) => uri === it || uri.startsWith(`${it}/`)));
}
