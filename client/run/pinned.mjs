import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { npm } from './child.mjs';
import { alone } from './lock.mjs';
import { cache } from './paths.mjs';
import { step } from './terminal.mjs';

/**
 * Installs one pinned package from npm into a folder of the cache, once, and gives that folder.
 * It is made under another name and renamed when it is whole, so an interrupted run leaves nothing that looks finished.
 */
export async function pinned(text, name, version, finish = async () => {}) {
  const folder = join(cache, `${name.replaceAll(/[@/]+/g, '-').replace(/^-/, '')}-${version}`);
  if (await there(folder)) return folder;
  return alone(`${folder}.lock`, async () => {
    if (await there(folder)) return folder;
    const part = `${folder}.part`;
    await step(text, async () => {
      await rm(part, { recursive: true, force: true });
      await mkdir(part, { recursive: true });
      await writeFile(join(part, 'package.json'), '{ "private": true }\n');
      await npm(['install', '--ignore-scripts', '--omit=dev', `${name}@${version}`], part);
      await finish(part);
      await rename(part, folder);
    });
    return folder;
  });
}

export function there(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
