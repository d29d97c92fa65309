/** The files that a command is about, with all of their projects, so that references into other files resolve. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createWorkspace, languageOf, type Workspace } from '../workspace/workspace.ts';
import type { Files } from './files.ts';

export interface Loaded {
  readonly workspace: Workspace;
  /** The files asked for: their URI, and their name as reports show it. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that could not be read, with the reason. */
  readonly failures: ReadonlyMap<string, string>;
}

/** Wrong use, in words for the one who typed the command. */
export class Misuse extends Error {}

export async function load(paths: readonly string[], today: string, disk: Files): Promise<Loaded> {
  const asked = paths.map(placeOf);
  const roots = [...new Set(asked.map((it) => projectRoot(it.folder)))];
  const outermost = roots.filter((it) => !roots.some((other) => other !== it && isBelow(it, other)));
  const texts = new Map<string, string>();
  const failures = new Map<string, string>();
  for (const root of outermost) await readFolder(root, disk, texts, failures);
  const workspace = createWorkspace(today, roots.map(toUri)).with(texts);
  const names = new Map<string, string>();
  for (const uri of [...texts.keys()].sort()) {
    const path = fileURLToPath(uri);
    const place = asked.find((it) => it.path === path || isBelow(path, it.path));
    if (place) names.set(uri, nameOf(path, paths.length > 1 ? process.cwd() : place.folder));
  }
  for (const [index, { path, isFile }] of asked.entries()) {
    const failure = failures.get(toUri(path));
    if (isFile && failure !== undefined) throw new Misuse(`${paths[index] ?? path} cannot be read: ${failure}.`);
  }
  return { workspace, files: names, failures: namedFailures(failures, asked) };
}

interface Place {
  readonly path: string;
  readonly folder: string;
  readonly isFile: boolean;
}

function placeOf(path: string): Place {
  const full = resolve(path);
  const isFile = isFileAt(full);
  if (isFile === undefined) throw new Misuse(`There is no ${path}.`);
  if (isFile && !languageOf(full.split(sep).join('/'))) {
    throw new Misuse(
      `${path} is no strategy file: its name must end in .strategy.yaml, .measures.yaml or .measures.csv.`,
    );
  }
  return { path: full, folder: isFile ? dirname(full) : full, isFile };
}

/** `undefined` where nothing is, or nothing that may be looked at. */
function isFileAt(path: string): boolean | undefined {
  try {
    return statSync(path).isFile();
  } catch {
    return undefined;
  }
}

/** The nearest folder above that holds the configuration, else the folder itself. */
function projectRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'strategy.config.yaml'))) return at;
    if (dirname(at) === at) return folder;
  }
}

async function readFolder(
  folder: string,
  disk: Files,
  texts: Map<string, string>,
  failures: Map<string, string>,
): Promise<void> {
  for await (const uri of disk.find(toUri(folder))) {
    const read = await disk.read(uri);
    if ('text' in read) texts.set(uri, read.text);
    else failures.set(uri, read.failure);
  }
}

function namedFailures(failures: ReadonlyMap<string, string>, asked: readonly Place[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const [uri, failure] of failures) {
    const path = fileURLToPath(uri);
    const place = asked.find((it) => isBelow(path, it.path));
    if (place) named.set(nameOf(path, place.folder), failure);
  }
  return named;
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function nameOf(path: string, folder: string): string {
  return relative(folder, path).split(sep).join('/');
}

function toUri(path: string): string {
  return pathToFileURL(path).href.replace(/\/$/, '');
}
