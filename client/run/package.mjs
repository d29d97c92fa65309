import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from './build.mjs';
import { run } from './child.mjs';
import { atEnd } from './ending.mjs';
import { root, vsix } from './paths.mjs';
import { failure, main, say, step } from './terminal.mjs';

const packer = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];

/** Packs the extension into the one file that editors install, unless the one that is there is still fresh. */
export async function pack() {
  if (await fresh()) return vsix;
  await build({ strict: true });
  const stage = `${vsix}.${process.pid}.part`;
  const clear = () => rm(stage, { recursive: true, force: true });
  const relieve = atEnd(clear);
  await step('Packing the extension', () => packIn(stage));
  await rename(join(stage, 'packed.vsix'), vsix);
  relieve();
  await clear();
  return vsix;
}

/** The packer looks at every file below its folder, so it gets one with nothing else in it. */
async function packIn(stage) {
  const { files, manifest } = await readManifest();
  await mkdir(stage, { recursive: true });
  for (const path of ['README.md', ...files].filter((it) => existsSync(join(root, it)))) {
    await cp(join(root, path), join(stage, path), { recursive: true, filter: isOurs });
  }
  await writeFile(join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
  const args = [packer, 'package', ...options, '--out', 'packed.vsix'];
  const { code, stdout, stderr } = await run(process.execPath, args, { cwd: stage });
  const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-20).join('\n');
  if (code !== 0) throw failure('the extension cannot be packed.', 'correct what is said above.', said);
}

/** What programs have kept beside themselves when they were run here is for this machine only. */
function isOurs(path) {
  return !/\.(?:cache|part)$/.test(path);
}

/** What the editor needs to know, without what concerns only those who work on the extension. */
async function readManifest() {
  const { files, scripts, devDependencies, mocha, prettier, knip, ...manifest } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  );
  return { files, manifest };
}

/** Packing costs seconds, and what goes into the file seldom changes between two runs. */
async function fresh() {
  if (!existsSync(vsix)) return false;
  const { files } = await readManifest();
  const times = await Promise.all(['package.json', 'README.md', ...files].map((path) => latest(join(root, path))));
  return Math.max(...times) < (await stat(vsix)).mtimeMs;
}

async function latest(path) {
  if (!existsSync(path)) return 0;
  const it = await stat(path);
  const inside = it.isDirectory() ? await readdir(path, { recursive: true }) : [];
  const times = await Promise.all(inside.filter(isOurs).map(async (name) => (await stat(join(path, name))).mtimeMs));
  return Math.max(it.mtimeMs, ...times);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await rm(vsix, { force: true });
    say(await pack());
  });
}
