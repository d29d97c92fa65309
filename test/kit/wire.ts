/** A folder on the disk with an editor on it, for the tests over the wire: made before each test, and gone behind it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { startEditor, type Editor } from './editor.ts';

export interface WiredFolder {
  /** Of the folder itself, or of something in it. */
  readonly path: (name?: string) => string;
  readonly uri: (name?: string) => string;
  readonly put: (name: string, content: string | Uint8Array) => void;
  readonly start: (capabilities?: ClientCapabilities) => Promise<Editor>;
  /** An editor without a folder. */
  readonly startApart: () => Promise<Editor>;
}

/** To be called in a suite; `files` lie in the folder when a test begins. */
export function wiredFolder(prefix: string, files: Readonly<Record<string, string>>): WiredFolder {
  let folder = '';
  let editor: Editor | undefined;
  const path = (name = ''): string => join(folder, name);
  const uri = (name = ''): string => pathToFileURL(path(name)).href;
  const put: WiredFolder['put'] = (name, content) => {
    mkdirSync(path(join(name, '..')), { recursive: true });
    writeFileSync(path(name), content);
  };
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), prefix));
    for (const [name, text] of Object.entries(files)) put(name, text);
  });
  teardown(() => {
    editor?.process.kill();
    editor?.connection.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  const start: WiredFolder['start'] = async (capabilities = {}) => (editor = await startEditor(uri(), capabilities));
  const startApart = async (): Promise<Editor> => (editor = await startEditor(null));
  return { path, uri, put, start, startApart };
}
