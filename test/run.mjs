import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from '../client/run/build.mjs';
import { run } from '../client/run/child.mjs';
import { pack } from '../client/run/package.mjs';
import { root } from '../client/run/paths.mjs';
import { setUp } from '../client/run/setup.mjs';
import { failure, main, say } from '../client/run/terminal.mjs';

const usage = `npm test -- [options]
  --only PART   one of the parts: unit, vscode, ui
  --grep TEXT   only the tests whose titles match`;

/** The longest that a part may take, in minutes, so that one which hangs is named and the others are run. */
const limit = 6;
const parts = {
  unit: { title: 'Tests', work: (grep) => mocha('unit', /\.test\.tsx?$/, [], grep) },
  vscode: { title: 'Suites inside VS Code', work: inEditor },
  ui: { title: 'Tests of the user interface', work: (grep) => mocha('ui', /\.ui\.ts$/, ['--timeout', '60000'], grep) },
};

await main(async () => {
  const { help, only, grep } = read(process.argv.slice(2));
  if (help) return say(usage);
  await setUp();
  await build();
  const results = [];
  for (const [name, part] of Object.entries(parts)) {
    const skip = only && only !== name ? `--only ${only}` : '';
    results.push(skip ? { ...part, skip } : { ...part, ...(await outcome(part, grep)) });
  }
  return conclude(results, grep);
});

function read(words) {
  const options = { help: false, only: undefined, grep: '' };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '--help') options.help = true;
    else if (word === '--only' && words[at + 1] in parts) options.only = words[++at];
    else if (word === '--grep' && words[at + 1]) options.grep = words[++at];
    else throw failure(`'${words.slice(at).join(' ')}' is not understood.`, `use one of these:\n\n${usage}`);
  }
  return options;
}

/** A part that breaks off is a failure, and does not keep the parts after it from being run. */
async function outcome({ title, work }, grep) {
  say(`\n${title}\n`);
  try {
    return { counts: await work(grep) };
  } catch (error) {
    return { broken: [error.message, error.details, error.advice].filter(Boolean).join('\n  ') };
  }
}

async function mocha(name, pattern, options, grep) {
  const specs = (await readdir(join(root, 'test'), { recursive: true })).filter((path) => pattern.test(path)).sort();
  if (specs.length === 0)
    throw failure(`no file below test matches ${pattern}.`, 'restore them, for example with git.');
  const extension = name === 'ui' ? await pack() : '';
  return counted(
    ['--import', 'tsx', join(root, 'node_modules', 'mocha', 'bin', 'mocha.js')],
    [
      ...['--no-config', '--no-package', '--ui', 'tdd', '--reporter', join(root, 'test', 'counting.mjs'), ...options],
      ...(grep ? ['--grep', grep] : []),
      ...specs.map((path) => join('test', path)),
    ],
    { STRATEGY_VSIX: extension },
  );
}

function inEditor(grep) {
  return counted([join(root, 'test', 'vscode', 'launch.mjs')], [], { STRATEGY_GREP: grep });
}

/** Runs tests in a process of their own and gives the counts that they left in a file; none is a failure. */
async function counted(program, args, env) {
  const folder = await mkdtemp(join(tmpdir(), 'strategy-counts-'));
  const counts = join(folder, 'counts');
  try {
    const options = { cwd: root, env: { ...env, STRATEGY_COUNTS: counts }, show: true, timeout: limit * 60_000 };
    const { code } = await run(process.execPath, [...program, ...args], options);
    if (code === 'SIGTERM') throw failure(`ended after ${limit} minutes, since it did not come to its end.`);
    if (!existsSync(counts)) throw failure(`broke off (${code}) and left no counts.`);
    return JSON.parse(await readFile(counts, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function conclude(results, grep) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  say('');
  for (const { title, counts, broken, skip } of results) {
    const none = { passed: 0, failed: broken ? 1 : 0, skipped: 0 };
    for (const key of Object.keys(total)) total[key] += (counts ?? none)[key];
    say(`${title}: ${skip ? `not run (${skip})` : (broken ?? words(counts))}`);
  }
  if (total.passed + total.failed + total.skipped === 0)
    say(`No test was run${grep ? `: no title matches '${grep}'` : ''}.`);
  say(words(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
