import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { run } from './child.mjs';
import { root, vsix } from './paths.mjs';
import { failure, main, say, step } from './terminal.mjs';

const packer = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];

/** Packs the extension into the one file that editors install, unless the one that is there is still fresh. */
export async function pack() {
  if (await fresh()) return vsix;
  const part = `${vsix}.${process.pid}.part`;
  await mkdir(dirname(vsix), { recursive: true });
  await step('Packing the extension', async () => {
    const args = [packer, 'package', ...options, '--allow-unused-files-pattern', '--out', part];
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: root });
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-20).join('\n');
    if (code !== 0) throw failure('the extension cannot be packed.', 'correct what is said above.', said);
  });
  await rename(part, vsix);
  return vsix;
}

/** Packing costs seconds, and what goes into the file seldom changes between two runs. */
async function fresh() {
  if (!existsSync(vsix)) return false;
  const { files } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const times = await Promise.all(['package.json', 'README.md', ...files].map((path) => latest(join(root, path))));
  return Math.max(...times) < (await stat(vsix)).mtimeMs;
}

async function latest(path) {
  if (!existsSync(path)) return 0;
  const it = await stat(path);
  const inside = it.isDirectory() ? await readdir(path, { recursive: true }) : [];
  const times = await Promise.all(inside.map(async (name) => (await stat(join(path, name))).mtimeMs));
  return Math.max(it.mtimeMs, ...times);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await rm(vsix, { force: true });
    say(await pack());
  });
}
