import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run } from './child.mjs';
import { there } from './pinned.mjs';
import { root } from './paths.mjs';
import { say } from './terminal.mjs';

/** The `code` command of a desktop VS Code that can be used here and is new enough, where there is one. */
export async function findDesktop() {
  const command = await onPath('code');
  if (!command || !screen()) return undefined;
  const { code, stdout } = await ask(command, ['--version']).catch(() => ({ code: 1, stdout: '' }));
  const version = /^\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (code !== 0 || !version) return undefined;
  if (newEnough(version)) return command;
  say(`VS Code ${version} is too old for this extension, so the editor in the browser is used.`);
  return undefined;
}

/** Installs the extension in VS Code and opens the folder with one of its files. Says so where that does not work. */
export async function openDesktop(command, { extension, folder, file }) {
  const orders = [
    ['--install-extension', extension, '--force'],
    ['--new-window', folder, '--goto', join(folder, file)],
  ];
  for (const order of orders) {
    const { code, stdout, stderr } = await ask(command, order).catch((error) => ({
      code: 1,
      stdout: '',
      stderr: error.message,
    }));
    if (code === 0) continue;
    say(`VS Code refused \`code ${order[0]}\`, so the editor in the browser is used.\n${(stderr || stdout).trim()}`);
    return false;
  }
  return true;
}

/** On Windows `code` is a batch file, which only a shell can run. */
function ask(command, args) {
  const shell = process.platform === 'win32';
  const quoted = shell ? [command, ...args].map((word) => `"${word}"`) : [command, ...args];
  return run(quoted[0], quoted.slice(1), { shell, timeout: 120_000 });
}

function newEnough(version) {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const numbers = (text) => text.replace(/^\D+/, '').split('.').map(Number);
  const [[major, minor], [wantedMajor, wantedMinor]] = [numbers(version), numbers(engines.vscode)];
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** Whether a window can be seen: on Linux it takes a display, or a terminal inside VS Code itself, or Windows around it. */
export function screen() {
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI, WSL_DISTRO_NAME } = process.env;
  return Boolean(DISPLAY || WAYLAND_DISPLAY || VSCODE_IPC_HOOK_CLI || WSL_DISTRO_NAME);
}

/** Where the shell would find a command. */
export async function onPath(name) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const path = join(folder, `${name}${ending}`);
      if (await there(path)) return path;
    }
  }
  return undefined;
}
