/** Files of this machine, for the server, which has other things to do while it waits for them. */
import type { Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Disk, Read } from './lsp/disk.ts';
import { languageOf } from './workspace/workspace.ts';

/** Larger files are not even read; the parser's own limit lies far below (bytes). */
const largest = 64 * 1024 * 1024;

/** Folders that hold no plans of the project. */
export const ignored: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', '.cache', '.venv']);

export const disk: Disk = { read, find, around };

async function read(uri: string): Promise<Read> {
  const path = pathOf(uri);
  if (path === undefined) return { failure: 'it does not lie on this machine' };
  try {
    const failure = refusal(await stat(path));
    return failure === undefined ? decode(await readFile(path)) : { failure };
  } catch (error) {
    return { failure: reason(error) };
  }
}

/** Why something is not even read, if so. */
export function refusal(info: Stats): string | undefined {
  if (!info.isFile()) return 'it is no file';
  return info.size > largest ? `it is larger than ${largest / 1024 / 1024} MB` : undefined;
}

/** UTF-8, or UTF-16 where a byte order mark says so. A byte order mark stays: it is the author's. */
export function decode(bytes: Uint8Array): Read {
  try {
    const [a, b] = bytes;
    const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { failure: 'it is not written in UTF-8' };
  }
}

/** Why a file could not be read, in words. */
export function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  if (code === 'ENOENT') return 'it is gone';
  if (code === 'ELOOP') return 'its symbolic links form a loop';
  return error instanceof Error ? error.message : String(error);
}

async function* find(folder: string): AsyncIterable<string> {
  const path = pathOf(folder);
  if (path !== undefined) yield* below(path, new Set());
}

/** `undefined` where a URI leads to no place on this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

async function* around(uri: string): AsyncIterable<string> {
  const path = pathOf(uri);
  if (path === undefined) return;
  const project = await projectFolder(dirname(path));
  if (project === undefined) yield* beside(dirname(path));
  else yield* below(project, new Set());
}

/** The nearest folder above that holds a configuration. */
async function projectFolder(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if ('text' in (await read(pathToFileURL(join(at, 'strategy.config.yaml')).href))) return at;
    if (dirname(at) === at) return undefined;
  }
}

async function* beside(folder: string): AsyncIterable<string> {
  const names = await readdir(folder).catch(() => []);
  for (const it of names.filter((name) => languageOf(name))) yield pathToFileURL(join(folder, it)).href;
}

/** Walks without holding the event loop; a folder that links lead to twice is entered once. */
async function* below(folder: string, seen: Set<string>): AsyncIterable<string> {
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!ignored.has(entry.name)) yield* below(path, seen);
      } else if (entry.isSymbolicLink() && (await isFolder(path))) yield* below(path, seen);
      else if (languageOf(entry.name)) yield pathToFileURL(path).href;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
