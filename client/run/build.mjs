import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './paths.mjs';
import { failure, main, say } from './terminal.mjs';

/** In a bundle, the folder of the source is the folder of the bundle. */
const define = { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' };
const node = { platform: 'node', format: 'cjs', target: 'es2022', define };
const program = { ...node, shebang: true };
const page = { platform: 'browser', format: 'iife', target: 'es2022', minify: true };

const bundles = [
  { from: 'client/src/extension.ts', to: 'client.cjs', options: { ...node, external: ['vscode'] } },
  { from: 'server/src/main.ts', to: 'server.cjs', options: program },
  { from: 'server/src/cli.ts', to: 'cli.cjs', options: program },
  { from: 'client/src/panel/main.tsx', to: 'panel.js', options: page },
];

/**
 * Makes `dist`: four bundles, and the pages of the rules, which the client shows without a network.
 * Only what has changed is written, and each file at one stroke, since others may be reading it.
 */
export async function build({ strict = false } = {}) {
  const missing = bundles.filter(({ from }) => !existsSync(join(root, from)));
  if (missing.length > 0) skip(missing, strict);
  const esbuild = await bundler();
  const present = bundles.filter((it) => !missing.includes(it));
  const made = await Promise.allSettled(present.map((it) => bundle(esbuild, it, strict)));
  const failed = made.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  const files = [...made.map(({ value }) => value), ...(await pages())];
  for (const file of files) await put(file);
  await prune(new Set(files.map(({ path }) => path)));
}

function skip(missing, strict) {
  const names = missing.map(({ from }) => from).join(', ');
  if (strict) throw failure(`there is no ${names}.`, 'restore the missing source, for example with git.');
  say(`Not built, since its source is missing: ${names}`);
}

async function bundler() {
  try {
    return await import('esbuild');
  } catch (error) {
    const advice = 'delete the folder node_modules, then run `npm start` or `npm test`, which install it anew.';
    throw failure('the bundler is not installed, or for another kind of machine.', advice, error.message);
  }
}

async function bundle({ build: make }, { from, to, options: { shebang = false, ...options } }, strict) {
  const own = (await readFile(join(root, from), 'utf8')).startsWith('#!');
  const { outputFiles, warnings } = await make({
    absWorkingDir: root,
    entryPoints: [from],
    bundle: true,
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    logLevel: 'warning',
    banner: shebang && !own ? { js: '#!/usr/bin/env node' } : {},
    ...options,
  }).catch((error) => {
    throw failure(`${from} cannot be bundled.`, 'correct what is said above.', error.errors ? '' : error.stack);
  });
  if (strict && warnings.length > 0) throw failure(`${from} is bundled with warnings.`, 'correct what is said above.');
  return { path: to, content: Buffer.from(outputFiles[0].contents), mode: shebang ? 0o755 : 0o644 };
}

async function pages() {
  const rules = join(root, 'server', 'src', 'rules');
  const paths = (await filesIn(rules)).filter((path) => path.endsWith('.md') && path.includes('/'));
  const copy = async (path) => ({ path: `rules/${path}`, content: await readFile(join(rules, path)), mode: 0o644 });
  return Promise.all(paths.map(copy));
}

async function put({ path, content, mode }) {
  const target = join(root, 'dist', path);
  if (existsSync(target) && content.equals(await readFile(target))) return chmod(target, mode);
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.${process.pid}.part`;
  await writeFile(part, content, { mode });
  await chmod(part, mode);
  await rename(part, target);
}

async function prune(paths) {
  const dist = join(root, 'dist');
  for (const path of await filesIn(dist)) {
    if (!paths.has(path) && !path.endsWith('.part')) await rm(join(dist, path), { force: true });
  }
}

/** The plain files below a folder, with `/` in their paths. */
async function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(() => build({ strict: process.argv.includes('--strict') }));
}
