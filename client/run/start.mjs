import { createServer } from 'node:net';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from './build.mjs';
import { run } from './child.mjs';
import { findDesktop, onPath, openDesktop, screen } from './desktop.mjs';
import { pack } from './package.mjs';
import { cache } from './paths.mjs';
import { copySamples, tutorial } from './samples.mjs';
import { setUp } from './setup.mjs';
import { failure, main, say } from './terminal.mjs';
import { installExtension, start } from './workbench.mjs';

const usage = `npm start -- [options]
  --embedded   the editor in the browser, also where a desktop VS Code is installed
  --port N     the port of the editor in the browser (8474, or the next one that is free)
  --fresh      a new copy of the samples, without what was changed in the last one
  --no-open    do not open the browser`;

await main(async () => {
  const options = read(process.argv.slice(2));
  if (options.help) return say(usage);
  await setUp();
  await build();
  const extension = await pack();
  const folder = await copySamples(options);
  const desktop = options.embedded ? undefined : await findDesktop();
  const opened = desktop && (await openDesktop(desktop, { extension, folder, file: tutorial }));
  if (opened) return sayDesktop(folder);
  return inBrowser(options, extension, folder);
});

function read(words) {
  const options = {
    help: false,
    embedded: process.env.STRATEGY_VSCODE === 'embedded',
    fresh: false,
    open: true,
    port: 0,
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (['--help', '--embedded', '--fresh'].includes(word)) options[word.slice(2)] = true;
    else if (word === '--no-open') options.open = false;
    else if (word === '--port') options.port = port(words[++at]);
    else throw failure(`there is no option '${word}'.`, `use one of these:\n\n${usage}`);
  }
  return options;
}

function port(text) {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  throw failure(`'${text ?? ''}' is no port.`, 'give a number from 1 to 65535 after --port.');
}

function sayDesktop(folder) {
  say(`\nVS Code has opened ${join(folder, tutorial)}`);
  say('The extension is installed there; `code --uninstall-extension strategy-as-code.strategy-as-code` removes it.');
}

async function inBrowser({ port: asked, open }, extension, folder) {
  const home = join(cache, asked ? `editor-${asked}` : 'editor');
  const places = { userData: join(home, 'data'), extensions: join(home, 'extensions') };
  const note = join(home, 'address.json');
  await installExtension(extension, places);
  const running = await already(note);
  if (running) {
    say(`\nThe editor is open already; a page that is reloaded has this build of the extension:\n\n  ${running}\n`);
    return open ? browse(running) : undefined;
  }
  const { url, broken } = await start({ ...places, port: asked ? await demand(asked) : await freePort() });
  const address = at(url, folder);
  await writeFile(note, JSON.stringify({ url, address }));
  say(`\nThe editor is open at\n\n  ${address}\n\nThe files are in ${folder}\nCtrl+C stops it.`);
  if (open) await browse(address);
  const code = await broken;
  throw failure(`the editor ended by itself (${code}).`, `see ${join(places.userData, 'server.log')}`);
}

/** The address that opens the folder with the tutorial's document in it. */
function at(url, folder) {
  const { host } = new URL(url);
  const path = pathToFileURL(join(folder, tutorial)).pathname;
  const payload = JSON.stringify([['openFile', `vscode-remote://${host}${path}`]]);
  return `${url}/?folder=${query(pathToFileURL(folder).pathname)}&payload=${query(payload)}`;
}

/** Encodes what a query must not hold, and leaves paths readable. */
function query(text) {
  return encodeURIComponent(text).replaceAll(/%(2F|3A|2C)/g, decodeURIComponent);
}

async function already(note) {
  try {
    const { url, address } = JSON.parse(await readFile(note, 'utf8'));
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) });
    return answer.ok && 'lastHeartbeat' in (await answer.json()) ? address : undefined;
  } catch {
    return undefined;
  }
}

async function freePort() {
  for (let candidate = 8474; candidate < 8494; candidate++) if (await free(candidate)) return candidate;
  return 0;
}

async function demand(asked) {
  if (await free(asked)) return asked;
  throw failure(`port ${asked} is taken by another program.`, 'leave --port away, or give another one.');
}

function free(candidate) {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(candidate, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Opens the default browser where a person sits before it. That it could not be opened is no failure: the address is printed. */
async function browse(address) {
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'], linux: ['xdg-open'] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  if (process.env.CI || !screen() || (process.platform === 'linux' && !(await onPath(command)))) return;
  await run(command, [...args, address], { timeout: 10_000 }).catch(() => say('Open this address in a browser.'));
}
