/** Files of this machine, for the command line: it waits for them alone, and then one after the other is much sooner. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Files } from './cli/files.ts';
import { decode, ignored, pathOf, reason, refusal } from './disk.ts';
import type { Read } from './lsp/disk.ts';
import { languageOf } from './workspace/workspace.ts';

export const diskAtOnce: Files = { read, find };

function read(uri: string): Read {
  const path = pathOf(uri);
  if (path === undefined) return { failure: 'it does not lie on this machine' };
  try {
    const failure = refusal(statSync(path));
    return failure === undefined ? decode(readFileSync(path)) : { failure };
  } catch (error) {
    return { failure: reason(error) };
  }
}

function find(folder: string): Iterable<string> {
  const path = pathOf(folder);
  return path === undefined ? [] : below(path, new Set());
}

/** A folder that links lead to twice is entered once; what cannot be entered is left out. */
function* below(folder: string, seen: Set<string>): Iterable<string> {
  try {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!ignored.has(entry.name)) yield* below(path, seen);
      } else if (entry.isSymbolicLink() && isFolder(path)) yield* below(path, seen);
      else if (languageOf(entry.name)) yield pathToFileURL(path).href;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
