import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { npm, run } from './child.mjs';
import { chromium } from './chromium.mjs';
import { atEnd } from './ending.mjs';
import { pinned, there } from './pinned.mjs';
import { failure, main, say } from './terminal.mjs';

const versions = { editor: '4.139.1', node: '24.21.0' };
const desktop = 'install VS Code with its `code` command on the PATH; it is used where it is found.';

/** The editor for machines that have none: a real VS Code that runs on this machine and is seen in a browser. */
export async function install() {
  if (process.platform === 'win32') throw failure('the editor in the browser does not run on Windows.', desktop);
  const node = await node24();
  const folder = await pinned('Fetching the editor (once, about 1 GB on disk)', 'code-server', versions.editor, finish);
  return { node, entry: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js') };
}

/** Its own dependencies come in a second step, since its install script wants a compiler for parts that are not needed. */
async function finish(folder) {
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  await npm(['install', '--ignore-scripts', '--omit=dev'], vscode);
  await rm(join(vscode, 'extensions', 'copilot'), { recursive: true, force: true });
}

async function node24() {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await pinned('Fetching Node.js 24 for the editor', name, versions.node);
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  const { code } = await run(node, ['--version'], { timeout: 20_000 }).catch(() => ({ code: 1 }));
  if (code === 0) return node;
  throw failure(
    'the editor needs Node.js 24, and the one from npm does not run here.',
    `run this with Node.js 24, or ${desktop}`,
  );
}

/** Settings under which nothing asks, reports or rewrites by itself. */
export const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Writes a user's settings where there are none yet. */
export async function writeSettings(userData, settings = quiet) {
  const file = join(userData, 'User', 'settings.json');
  await mkdir(join(userData, 'User'), { recursive: true });
  if (!(await there(file))) await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** Installs a packaged extension, or says why it cannot be. */
export async function installExtension(file, { userData, extensions }) {
  const { node, entry } = await install();
  const args = [entry, ...(await folders(userData, extensions)), '--force', '--install-extension', file];
  const { code, stdout, stderr } = await run(node, args, { env, timeout: 120_000 });
  if (code === 0 && /successfully installed/.test(stdout)) return;
  throw failure('the extension could not be installed in the editor.', desktop, stderr || stdout);
}

/**
 * Starts the editor on this machine's own address, where nobody else can reach it, and gives its address.
 * It stops with the process that started it, even when that one is killed.
 */
export async function start({
  userData,
  extensions,
  port = 0,
  smokeTestDriver = false,
  extraArgs = [],
  env: more = {},
}) {
  const { node, entry } = await install();
  await writeSettings(userData);
  const where = ['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', ...(await folders(userData, extensions))];
  const driver = smokeTestDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : [];
  const args = [...endWithParent, entry, ...where, ...silence, ...driver, ...extraArgs];
  const stdio = ['ignore', 'pipe', 'pipe'];
  const server = spawn(node, args, { detached: true, stdio, env: { ...process.env, ...env, ...more } });
  let stopping;
  const stop = () => (stopping ??= stopGroup(server));
  atEnd(stop);
  process.once('exit', () => signal(server, 'SIGKILL'));
  const broken = new Promise((resolve) => server.once('exit', (code) => stopping ?? resolve(code)));
  return { url: await address(server, join(userData, 'server.log')), stop, broken };
}

async function folders(userData, extensions) {
  await mkdir(userData, { recursive: true });
  await mkdir(extensions, { recursive: true });
  const config = join(userData, 'config.yaml');
  await writeFile(config, '{}\n');
  return ['--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
}

const silence = ['telemetry', 'update-check', 'workspace-trust', 'getting-started-override'].map(
  (it) => `--disable-${it}`,
);
const env = { EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}', VSCODE_IPC_HOOK_CLI: '' };
const watch = `const parent = process.ppid;
if (!process.send) setInterval(() => { if (process.ppid !== parent) process.kill(-process.pid, 'SIGKILL'); }, 1000).unref();`;
const endWithParent = ['--import', `data:text/javascript,${encodeURIComponent(watch)}`];

/** The address is known as soon as the server has said it. All that it says is kept beside the user's data. */
function address(server, log) {
  const file = createWriteStream(log);
  server.stderr.pipe(file, { end: false });
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(failure('the editor did not start within a minute.', desktop, said)), 60_000);
    const settle = (answer) => (clearTimeout(late), answer());
    server.stdout.setEncoding('utf8').on('data', (text) => {
      file.write(text);
      said = `${said}${text}`.slice(-4000);
      const url = /HTTP server listening on (http:\/\/[^\s/]+)/.exec(said)?.[1];
      if (url) settle(() => resolve(url));
    });
    server.on('error', (error) => settle(() => reject(error)));
    server.on('exit', (code) => settle(() => reject(failure(`the editor stopped at once (${code}).`, desktop, said))));
  });
}

async function stopGroup(server) {
  if (server.exitCode !== null || server.signalCode !== null) return signal(server, 'SIGKILL');
  const gone = new Promise((resolve) => server.once('exit', resolve));
  signal(server, 'SIGTERM');
  const hard = setTimeout(() => signal(server, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(hard);
  signal(server, 'SIGKILL');
}

/** The group holds the extension hosts too. One that has ended already is what was wanted. */
function signal(server, name) {
  try {
    process.kill(-server.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    if (process.argv[2] !== 'install') throw failure('usage: node client/run/workbench.mjs install', '');
    const { entry } = await install();
    const { executable } = await chromium();
    say(`Editor: ${entry}\nBrowser: ${executable}`);
  });
}
