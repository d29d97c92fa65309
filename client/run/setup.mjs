import { access, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { npm } from './child.mjs';
import { alone } from './lock.mjs';
import { cache, root } from './paths.mjs';
import { failure, step } from './terminal.mjs';

/** Makes a fresh clone ready to work, and leaves one that is ready as it is. */
export async function setUp() {
  demandNode();
  if (await complete()) return;
  await alone(join(cache, 'install.lock'), async () => {
    if (!(await complete())) await install();
  });
}

/** An old Node.js fails later in ways that nobody understands, so it is refused first. */
function demandNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [wanted, have] = [engines.node, process.versions.node].map((it) =>
    it.replace(/^\D+/, '').split('.').map(Number),
  );
  const newEnough = have[0] > wanted[0] || (have[0] === wanted[0] && have[1] >= (wanted[1] ?? 0));
  if (newEnough) return;
  const advice = 'install a current Node.js (https://nodejs.org), then run the same command again.';
  throw failure(`Node.js ${engines.node} is needed, and this is ${process.versions.node}.`, advice);
}

const mark = join(cache, 'installing');

/** `npm ci` empties the folder before it fills it, so a mark outside tells of one that was interrupted in between. */
async function install() {
  const folder = await lstat(join(root, 'node_modules')).catch(() => undefined);
  if (folder?.isSymbolicLink()) {
    const advice = 'remove the link node_modules, so that the packages can be installed here.';
    throw failure('node_modules is a link to another folder, which an installation would empty.', advice);
  }
  await mkdir(cache, { recursive: true });
  await writeFile(mark, '');
  await step('Installing packages', () => npm(['ci', '--ignore-scripts'], root));
  await rm(mark, { force: true });
}

/**
 * Whether the folder holds what the lock file says.
 * npm writes down what it has installed as its last deed, so an install that somebody else did counts too.
 */
async function complete() {
  const [wanted, have] = await Promise.all([locked('package-lock.json'), locked('node_modules/.package-lock.json')]);
  if (!wanted || !have || (await exists(mark))) return false;
  const needed = Object.entries(wanted).filter(([path, it]) => path !== '' && !it.optional);
  const same = ([path, it]) => have[path]?.version === it.version && have[path]?.integrity === it.integrity;
  if (!needed.every(same)) return false;
  const present = await Promise.all(Object.keys(have).map((path) => exists(join(root, path, 'package.json'))));
  return present.every(Boolean);
}

async function locked(path) {
  try {
    return JSON.parse(await readFile(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
