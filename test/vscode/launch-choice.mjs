import { join } from 'node:path';

import { cache } from '../../client/run/paths.mjs';
import { screen } from '../../client/run/desktop.mjs';
import { failure } from '../../client/run/terminal.mjs';

const desktop = {
  name: 'desktop VS Code',
  embedded: false,
  download: { version: 'stable', cachePath: join(cache, 'vscode') },
};
const embedded = { name: 'the VS Code of code-server', embedded: true };

/** Desktop VS Code where it can be downloaded and shown, else the one from npm; STRATEGY_VSCODE decides by itself. */
export async function chooseEditor() {
  const asked = process.env.STRATEGY_VSCODE;
  if (asked === 'desktop') return desktop;
  if (asked === 'embedded') return embedded;
  if (asked) throw failure(`STRATEGY_VSCODE is '${asked}'.`, "set it to 'desktop' or 'embedded', or leave it away.");
  return screen() && (await reachable()) ? desktop : embedded;
}

async function reachable() {
  const look = { method: 'HEAD', signal: AbortSignal.timeout(3000) };
  return fetch('https://update.code.visualstudio.com/api/releases/stable', look).then(
    ({ ok }) => ok,
    () => false,
  );
}
