/** An extension that shows each changed line in a page of its own and does nothing else: how fast an editor lets anyone be. */
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { root } from '../../client/run/paths.mjs';

export const echoCommand = 'Open the Echo';

const manifest = {
  ...{ name: 'echo', publisher: 'tests', version: '0.0.1', engines: { vscode: '^1.91.0' }, main: './main.js' },
  contributes: { commands: [{ command: 'echo.open', title: echoCommand }] },
};

const code = `
const { commands, ViewColumn, window, workspace } = require('vscode');
exports.activate = ({ subscriptions }) => {
  subscriptions.push(commands.registerCommand('echo.open', () => {
    const panel = window.createWebviewPanel('echo', 'Echo', { viewColumn: ViewColumn.Beside, preserveFocus: true }, { enableScripts: true });
    panel.webview.html = \`<!DOCTYPE html><p id="root"></p><script>
      const shown = document.getElementById('root').appendChild(document.createTextNode(''));
      addEventListener('message', ({ data }) => { shown.data = data; });
    </script>\`;
    const listener = workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
      if (change) void panel.webview.postMessage(document.lineAt(change.range.start.line).text);
    });
    panel.onDidDispose(() => listener.dispose());
  }));
};
`;

/** Packs it, and gives the path of the file that editors install. */
export async function packEcho(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strategy-echo-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.js'), code);
  const packer = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', 'echo.vsix'];
  await promisify(execFile)(process.execPath, [packer, 'package', ...options], { cwd: folder });
  return join(folder, 'echo.vsix');
}
