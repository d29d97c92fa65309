import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { cache, root } from './paths.mjs';

/** The document that a newcomer begins with. */
export const tutorial = join('bad-twitter-strategy', 'social.strategy.yaml');

/** What the editor does in the copy: it shows the preview by itself, and minds no repository around it. */
const settings = { 'strategy.preview.openOnStart': true, 'git.enabled': false };

const target = join(cache, 'samples');
const record = join(cache, 'samples.json');

/**
 * A copy of the samples to play with.
 * A file that was edited in the copy stays as it is between two starts; every other one follows the original.
 */
export async function copySamples({ fresh = false } = {}) {
  if (fresh) await rm(target, { recursive: true, force: true });
  const before = existsSync(target) ? await readRecord() : {};
  const now = await originals();
  const paths = new Set([...Object.keys(before), ...now.keys()]);
  for (const path of paths) await follow(path, before[path], now.get(path));
  const hashes = [...now].map(([path, content]) => [path, hash(content)]);
  await writeFile(record, JSON.stringify(Object.fromEntries(hashes), null, 2));
  return target;
}

async function follow(path, before, content) {
  const copy = join(target, path);
  const there = existsSync(copy) ? hash(await readFile(copy)) : undefined;
  const edited = there !== before;
  if (edited) return;
  if (!content) return rm(copy, { force: true });
  await mkdir(dirname(copy), { recursive: true });
  await writeFile(copy, content);
}

async function originals() {
  const samples = join(root, 'samples');
  const entries = existsSync(samples) ? await readdir(samples, { recursive: true, withFileTypes: true }) : [];
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(samples, join(entry.parentPath ?? entry.path, entry.name))).sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(samples, path))));
  const own = [join('.vscode', 'settings.json'), Buffer.from(`${JSON.stringify(settings, null, 2)}\n`)];
  return new Map([own, ...paths.map((path, index) => [path, contents[index]])]);
}

async function readRecord() {
  try {
    return JSON.parse(await readFile(record, 'utf8'));
  } catch {
    return {};
  }
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}
