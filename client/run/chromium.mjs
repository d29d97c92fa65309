import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from './child.mjs';
import { pinned, there } from './pinned.mjs';
import { unpackArchive, unpackProgram } from './tar.mjs';
import { failure } from './terminal.mjs';

const version = '153.0.0';

/** Flags with which it runs in a container as root, without a screen, and without calling anyone. */
const flags = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking'];
const more = ['disable-component-update', 'disable-sync', 'disable-dev-shm-usage', 'hide-scrollbars'];

/** A Chromium to drive tests with: the one that is asked for, one that is installed, or one from npm. */
export async function chromium() {
  const executable = process.env.CHROMIUM_PATH ?? (await installed());
  const own = executable ? { executable, env: {} } : await fromNpm();
  return { ...own, args: [...flags, ...more].map((flag) => `--${flag}`) };
}

async function installed() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':').filter(Boolean);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces()];
  for (const path of candidates) {
    if ((await there(path)) && (await works(path))) return path;
  }
  return undefined;
}

function usualPlaces() {
  const { ProgramFiles = 'C:\\Program Files', 'ProgramFiles(x86)': older = 'C:\\Program Files (x86)' } = process.env;
  const places = {
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: [ProgramFiles, older].flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
  };
  return places[process.platform] ?? [];
}

/** Some systems have a `chromium` that only says how to install one. Windows shows no version and is believed. */
async function works(path) {
  if (process.platform === 'win32') return true;
  const { code, stdout } = await run(path, ['--version'], { timeout: 10_000 }).catch(() => ({ code: 1, stdout: '' }));
  return code === 0 && /\d+\.\d+/.test(stdout);
}

async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw failure('no Chrome or Chromium was found.', 'install one, or name one with the variable CHROMIUM_PATH.');
  }
  const folder = await pinned('Fetching a browser for the tests', '@sparticuz/chromium', version, unpack);
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = { LD_LIBRARY_PATH: libraries, ...((await there('/etc/fonts/fonts.conf')) ? {} : await ownFonts(folder)) };
  return { executable: join(folder, 'chromium'), env };
}

/** A machine without any font set up would show no letters at all. */
async function ownFonts(folder) {
  const xml = `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`;
  await writeFile(join(folder, 'fonts.conf'), xml);
  return { FONTCONFIG_PATH: folder };
}

async function unpack(folder) {
  const packed = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  await unpackProgram(join(packed, 'chromium.br'), join(folder, 'chromium'));
  await unpackArchive(join(packed, 'al2023.tar.br'), folder);
  await unpackArchive(join(packed, 'fonts.tar.br'), folder);
  await rm(join(folder, 'node_modules'), { recursive: true, force: true });
}
