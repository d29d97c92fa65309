/** Folders that come and go as a whole: the editor says so of the folder, and says nothing of the files in it. */
import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient/node';
import type { FileEvent, LanguageClient } from 'vscode-languageclient/node';
import { readByServer, serverFiles } from './documents.ts';
import { afterPause } from './pace.ts';

/** Tells the server, which asks by itself for news of single files only. */
export function tellOfFolders(client: LanguageClient): Disposable {
  const watcher = workspace.createFileSystemWatcher('**/*', false, true, false);
  let come: readonly Uri[] = [];
  let gone: readonly Uri[] = [];

  const tell = afterPause(200, () => {
    const news = eventsFor(client, come, gone);
    come = [];
    gone = [];
    void news.then(async (changes) => {
      // A server that is only starting will read all that is there anyway.
      if (changes.length > 0 && client.isRunning()) {
        await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
      }
    });
  });

  watcher.onDidCreate((uri) => {
    if (readByServer(uri)) return;
    come = [...come, uri];
    tell();
  });
  watcher.onDidDelete((uri) => {
    if (readByServer(uri)) return;
    gone = [...gone, uri];
    tell();
  });
  return watcher;
}

async function eventsFor(client: LanguageClient, come: readonly Uri[], gone: readonly Uri[]): Promise<FileEvent[]> {
  const inside = await Promise.all(come.map(filesIn));
  const event = (uri: Uri, type: FileChangeType): FileEvent => ({
    uri: client.code2ProtocolConverter.asUri(uri),
    type,
  });
  return [
    ...gone.map((it) => event(it, FileChangeType.Deleted)),
    ...inside.flat().map((it) => event(it, FileChangeType.Created)),
  ];
}

/** The files of ours in a folder; none in what is a file, or has gone again. */
async function filesIn(uri: Uri): Promise<Uri[]> {
  const type = await workspace.fs.stat(uri).then(
    (it) => it.type,
    () => FileType.Unknown,
  );
  return type === FileType.Directory ? workspace.findFiles(new RelativePattern(uri, serverFiles)) : [];
}
