/** Keeps the workspace as the editor and the disk have it: an open text counts before the file, a closed one is read again. */
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  type Connection,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf, type Text } from '../workspace/workspace.ts';
import type { Machine } from './serve.ts';
import type { State } from './state.ts';

/** Files are read so many at a time, and the workspace is told of them together. */
const batch = 50;

export function startFiles(connection: Connection, state: State, { disk, today }: Machine): void {
  const open = new TextDocuments(TextDocument);
  const opened = new Set<string>();
  const logged = new Map<string, string>();

  open.onDidChangeContent(({ document }) => {
    opened.add(document.uri);
    const text: Text = [document.uri, document.getText(), toldBy(document)];
    state.update((it) => it.withToday(today()).with([text]));
  });
  open.onDidClose(({ document }) => {
    opened.delete(document.uri);
    void load([document.uri]);
  });

  /** Reads files that are not open. What cannot be read is taken out and noted once, calmly. */
  const load = async (uris: readonly string[]): Promise<void> => {
    const texts = await Promise.all(uris.map(async (uri) => [uri, await textOf(uri)] as const));
    state.update((it) => it.with(texts.filter(([uri]) => !opened.has(uri))));
  };
  const textOf = async (uri: string): Promise<string | undefined> => {
    const read = await disk.read(uri);
    if ('text' in read) {
      logged.delete(uri);
      return read.text;
    }
    if (logged.get(uri) !== read.failure) connection.console.info(`${decodeURI(uri)} is left out: ${read.failure}`);
    logged.set(uri, read.failure);
    return undefined;
  };
  const loadFolder = async (folder: string): Promise<void> => {
    let found: string[] = [];
    for await (const uri of disk.find(folder)) {
      if (!opened.has(uri)) found.push(uri);
      if (found.length < batch) continue;
      await load(found);
      found = [];
    }
    await load(found);
  };
  const loadAll = async (folders: readonly string[]): Promise<void> => {
    for (const it of folders) await loadFolder(it);
  };

  connection.onInitialized(() => {
    state.update((it) => it.withFolders(state.folders));
    state.ready = loadAll(state.folders).catch((error: unknown) => connection.console.error(String(error)));
    if (state.watches) {
      const globs = ['**/*.{strategy,measures}.{yaml,yml}', '**/*.measures.csv', '**/strategy.{config,lock}.yaml'];
      const watchers = globs.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    connection.workspace.onDidChangeWorkspaceFolders((event) => void changeFolders(event));
  });

  const changeFolders = async ({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> => {
    const gone = removed.map((it) => it.uri.replace(/\/$/, ''));
    const more = added.map((it) => it.uri.replace(/\/$/, ''));
    state.folders = [...state.folders.filter((it) => !gone.includes(it)), ...more];
    const { folders } = state;
    state.update((it) => {
      const lost = [...it.files.keys()].filter((uri) => !opened.has(uri) && !folders.some((each) => uri.startsWith(`${each}/`)));
      return it.withFolders(folders).with(lost.map((uri) => [uri, undefined] as const));
    });
    await loadAll(more);
  };

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const gone = changes.filter((it) => it.type === FileChangeType.Deleted).map((it) => it.uri);
    if (gone.length > 0) state.update((it) => it.with(below(it.files.keys(), gone, opened).map((uri) => [uri, undefined] as const)));
    const changed = changes.filter((it) => it.type !== FileChangeType.Deleted && !opened.has(it.uri));
    const files = changed.filter((it) => languageOf(it.uri)).map((it) => it.uri);
    await load(files);
  });
  open.listen(connection);
}

/** A new text without a name is what the editor says it is. */
function toldBy({ uri, languageId }: TextDocument): Text[2] {
  const named = languageOf(uri) !== undefined || uri.endsWith('.lock.yaml');
  return languageId === 'strategy-yaml' && !named ? 'strategy' : undefined;
}

/** The files that are gone, also with a folder that is. */
function below(files: Iterable<string>, gone: readonly string[], opened: ReadonlySet<string>): string[] {
  return [...files].filter((uri) => !opened.has(uri) && gone.some((it) => uri === it || uri.startsWith(`${it}/`)));
}
