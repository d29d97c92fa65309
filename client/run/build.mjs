import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readyJudge } from './judge.mjs';
import { root } from './paths.mjs';
import { failure, main, say } from './terminal.mjs';

/** In a bundle, the folder of the source is the folder of the bundle. */
const define = { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' };
const node = { platform: 'node', format: 'cjs', target: 'es2022', define };
/** Names stay as they are, for those who read where something went wrong. */
const program = { ...node, minifyWhitespace: true, minifySyntax: true };
const page = { platform: 'browser', format: 'iife', target: 'es2022', minify: true };

const bundles = [
  { from: 'client/src/extension.ts', to: 'client.program.cjs', options: { ...program, external: ['vscode'] } },
  { from: 'server/src/main.ts', to: 'server.program.cjs', options: program },
  { from: 'server/src/cli.ts', to: 'cli.program.cjs', options: program },
  { from: 'client/src/panel/main.tsx', to: 'panel.js', options: page },
];

const always = { absWorkingDir: root, bundle: true, write: false, logLevel: 'warning' };
const launcher = `module.exports = require('./server/src/launch.ts').launch(__filename);`;

/** The engine reads large data sooner as JSON than as a part of the program. */
const parsedSchemas = {
  name: 'parsed schemas',
  setup({ onLoad }) {
    onLoad({ filter: /\.schema\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    });
  },
};

/**
 * What a start does not need is loaded when it is first used: the package `yaml`, since most plans are plain and we read
 * those ourselves, and what the library of the server asks of Node for ways to talk that are not chosen.
 */
const late = {
  name: 'late modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^yaml$/ }, ({ kind, path, resolveDir }) =>
      kind === 'import-statement' ? { path, namespace: 'late', pluginData: resolveDir } : undefined,
    );
    onResolve({ filter: /^(?:node:)?(?:child_process|crypto)$/ }, ({ importer, path, resolveDir }) =>
      /[\\/]vscode-(?:jsonrpc|languageserver)[^]*$/.test(importer)
        ? { path, namespace: 'late', pluginData: resolveDir }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'late' }, async ({ path, pluginData }) => {
      const names = Object.keys(await import(path)).filter((it) => it !== 'default' && it !== 'module.exports');
      const getters = names.map((it) => `get ${it}() { return require('${path}').${it}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };`, resolveDir: pluginData, loader: 'js' };
    });
  },
};

/**
 * Makes `dist`: the bundles, what launches those that are programs of Node, and the pages of the rules, which the client
 * shows without a network.
 * Only what has changed is written, and each file at one stroke, since others may be reading it.
 */
export async function build({ strict = false } = {}) {
  const missing = bundles.filter(({ from }) => !existsSync(join(root, from)));
  if (missing.length > 0) skip(missing, strict);
  const esbuild = await bundler();
  const present = bundles.filter((it) => !missing.includes(it));
  const plugins = [readyJudge(esbuild), parsedSchemas, late];
  const made = await Promise.allSettled(present.map((it) => bundle(esbuild, it, plugins, strict)));
  const failed = made.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  const files = [...made.flatMap(({ value }) => value), ...(await pages())];
  for (const file of files) await put(file);
  await prune(files);
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

async function bundle({ build: make }, { from, to, options }, plugins, strict) {
  const entry = {
    entryPoints: [from],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    plugins,
  };
  const { outputFiles, warnings } = await make({ ...always, ...entry, ...options }).catch((error) => {
    throw failure(`${from} cannot be bundled.`, 'correct what is said above.', error.errors ? '' : error.stack);
  });
  if (strict && warnings.length > 0) throw failure(`${from} is bundled with warnings.`, 'correct what is said above.');
  const [{ contents }] = outputFiles;
  if (to.includes('.program.')) return launched(make, to, contents);
  return { path: to, content: Buffer.from(contents), mode: 0o644 };
}

/** A program, and beside it what launches it. */
async function launched(make, path, contents) {
  // The launcher tells by it which of the things that were kept belong to these very contents.
  const mark = createHash('sha256').update(contents).digest('hex').slice(0, 16);
  // Wrapped here, so that no start has to copy it all for that.
  const [before, after] = ['(function (exports, require, module, __filename, __dirname) {', '\n})\n'];
  const content = Buffer.concat([Buffer.from(`// ${mark}\n${before}`), contents, Buffer.from(after)]);
  const stdin = { contents: launcher, resolveDir: root };
  const { outputFiles } = await make({ ...always, ...node, stdin, banner: { js: '#!/usr/bin/env node' } });
  return [
    { path, content, mode: 0o644, kept: `${path}.${mark}.` },
    { path: path.replace('.program', ''), content: Buffer.from(outputFiles[0].contents), mode: 0o755 },
  ];
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

async function prune(files) {
  const dist = join(root, 'dist');
  const belongs = (it) => files.some(({ path, kept }) => it === path || (kept && it.startsWith(kept)));
  for (const path of await filesIn(dist)) {
    if (!belongs(path) && !path.endsWith('.part')) await rm(join(dist, path), { force: true });
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
