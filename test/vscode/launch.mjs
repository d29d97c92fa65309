import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { atEnd } from '../../client/run/ending.mjs';
import { cache, root } from '../../client/run/paths.mjs';
import { there } from '../../client/run/pinned.mjs';
import { failure, main, say } from '../../client/run/terminal.mjs';
import { install, quiet, writeSettings } from '../../client/run/workbench.mjs';
import { chooseEditor } from './launch-choice.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const settings = { ...quiet, 'files.autoSave': 'off', 'git.enabled': false, 'window.restoreWindows': 'none' };

/** Runs the suites inside a real VS Code, on a copy of the samples, and gives the counts that they left there. */
export async function runInEditor({ grep = '' } = {}) {
  const home = await mkdtemp(join(tmpdir(), 'strategy-vscode-'));
  const relieve = atEnd(() => rm(home, { recursive: true, force: true }));
  const results = join(home, 'results');
  const folder = join(home, 'samples');
  await Promise.all([mkdir(results), cp(join(root, 'samples'), folder, { recursive: true })]);
  await writeSettings(join(home, 'data'), settings);
  const editor = await chooseEditor();
  say(`In ${editor.name}:`);
  if (editor.embedded) await install();
  const suites = await bundleSuites(home);
  const lines = follow(join(results, 'lines'), suites);
  const code = await launch(editor, suites, { home, folder, results, grep });
  await lines.stop();
  const counts = await outcome(results);
  relieve();
  await rm(home, { recursive: true, force: true });
  if (!counts) throw failure(`the editor ended (${code}) before the suites did.`, `see ${join(cache, 'vscode.log')}`);
  return counts;
}

async function launch(editor, suites, { home, folder, results, grep }) {
  const { runTests } = await import('@vscode/test-electron');
  const options = {
    ...(editor.embedded ? { vscodeExecutablePath: join(here, 'launch-embedded.mjs') } : editor.download),
    extensionDevelopmentPath: root,
    extensionTestsPath: suites,
    extensionTestsEnv: { STRATEGY_RESULTS: results, STRATEGY_GREP: grep },
    launchArgs: [folder, `--user-data-dir=${join(home, 'data')}`, `--extensions-dir=${join(home, 'extensions')}`],
  };
  return runTests(options).catch((error) => error.code ?? error.message);
}

/** One file with all suites and mocha in it, since a host may be unable to load modules of the newer kind. */
async function bundleSuites(home) {
  const { build } = await import('esbuild');
  const names = (await readdir(here)).filter((name) => name.endsWith('.suite.ts')).sort();
  if (names.length === 0) throw failure('there are no suites in test/vscode.', 'restore them, for example with git.');
  const load = names.map((name) => `require('./${name}');`).join(' ');
  const contents = `import { runSuites } from './host/run.ts';\nexport const run = () => runSuites(() => { ${load} });`;
  await build({
    stdin: { contents, resolveDir: here, loader: 'ts' },
    outfile: join(home, 'suites.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'linked',
    external: ['vscode'],
    logLevel: 'error',
  });
  return join(home, 'suites.cjs');
}

/** Prints what the suites write while they run, with the places of the sources instead of those of the bundle. */
function follow(file, bundle) {
  let shown = 0;
  const show = async () => {
    const text = (await there(file)) ? await readFile(file, 'utf8') : '';
    const whole = text.lastIndexOf('\n') + 1;
    if (whole > shown) process.stdout.write(await inSources(text.slice(shown, whole), bundle));
    shown = Math.max(shown, whole);
  };
  let last = Promise.resolve();
  const timer = setInterval(() => (last = last.then(show)), 200);
  return { stop: () => (clearInterval(timer), last.then(show)) };
}

async function inSources(text, bundle) {
  if (!text.includes(`${bundle}:`)) return text;
  const map = new SourceMap(JSON.parse(await readFile(`${bundle}.map`, 'utf8')));
  return text.replaceAll(/(\S*suites\.cjs):(\d+):(\d+)/g, (place, _, line, column) => {
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    const source = originalSource && relative(root, resolve(dirname(bundle), originalSource));
    return source ? `${source}:${originalLine + 1}:${originalColumn + 1}` : place;
  });
}

async function outcome(results) {
  const file = join(results, 'counts');
  return (await there(file)) ? JSON.parse(await readFile(file, 'utf8')) : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const counts = await runInEditor({ grep: process.env.STRATEGY_GREP });
    if (process.env.STRATEGY_COUNTS) await writeFile(process.env.STRATEGY_COUNTS, JSON.stringify(counts));
    return counts.failed > 0 ? 1 : 0;
  });
}
