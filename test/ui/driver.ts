import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { chromium as playwright, type Browser, type FrameLocator, type Locator, type Page } from 'playwright-core';

import { chromium } from '../../client/run/chromium.mjs';
import { pack } from '../../client/run/package.mjs';
import { cache, root } from '../../client/run/paths.mjs';
import { installExtension, quiet, start, writeSettings, type Running } from '../../client/run/workbench.mjs';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themes;

export interface EditorOptions {
  /** A folder to copy and open; the samples by default. */
  readonly folder?: string;
  /** A file in it that is open from the beginning. */
  readonly file?: string;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A real editor with the packaged extension in it, seen through a browser, on a copy of a folder. */
export interface Editor {
  readonly page: Page;
  /** The copy that is open, which may be changed from outside too. */
  readonly folder: string;
  /** The extension's preview, inside the frames in which editors show such pages. */
  readonly preview: FrameLocator;
  /** Opens a file of the folder by its name or a part of its path. */
  readonly open: (path: string) => Promise<void>;
  /** Runs a command by its title. */
  readonly run: (title: string) => Promise<void>;
  /** The line of the editor in front that shows this text. */
  readonly line: (text: string) => Locator;
  readonly change: (settings: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly wear: (theme: Theme) => Promise<void>;
  /** Loads the window again, as a user does who presses F5. */
  readonly reload: () => Promise<void>;
  /** Keeps a picture in the folder for pictures, and gives its path. */
  readonly picture: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const pictures = join(cache, 'pictures');
const patience = 30_000;
const own = { ...quiet, 'files.autoSave': 'off', 'git.enabled': false };

export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
  const home = await mkdtemp(join(tmpdir(), 'strategy-ui-'));
  const folder = join(home, 'workspace');
  await cp(options.folder ?? join(root, 'samples'), folder, { recursive: true });
  const places = { userData: join(home, 'data'), extensions: join(home, 'extensions') };
  const change = settingsIn(places.userData, options);
  await Promise.all([change({}), writeSettings(places.userData, own)]);
  await installExtension(process.env['STRATEGY_VSIX'] ?? (await pack()), places);
  const running = await start(places);
  const browser = await launch();
  const close = async (): Promise<void> => {
    await browser.close();
    await running.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const page = await show(browser, running, folder, options.file);
    return { folder, close, change, ...actions(page, change) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Settings go to the machine's file, which wins over the user's one and is watched while the editor runs.
 * Those that were given stay, and each change is added to the ones before it.
 */
function settingsIn(userData: string, { theme = 'light', settings = {} }: EditorOptions): Editor['change'] {
  let all: Record<string, unknown> = { 'workbench.colorTheme': themes[theme], ...settings };
  return async (more) => {
    all = { ...all, ...more };
    await mkdir(join(userData, 'Machine'), { recursive: true });
    await writeFile(join(userData, 'Machine', 'settings.json'), JSON.stringify(all, null, 2));
  };
}

async function launch(): Promise<Browser> {
  const { executable, args, env } = await chromium();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return playwright.launch({
    executablePath: executable,
    args: [...args],
    env: { ...Object.fromEntries(inherited), ...env },
  });
}

async function show(browser: Browser, { url }: Running, folder: string, file?: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(patience);
  const query = new URLSearchParams({ folder: pathToFileURL(folder).pathname });
  if (file) {
    const path = pathToFileURL(join(folder, file)).pathname;
    query.set('payload', JSON.stringify([['openFile', `vscode-remote://${new URL(url).host}${path}`]]));
  }
  await page.goto(`${url}/?${query.toString()}`);
  await ready(page);
  if (file) await page.locator('.monaco-editor .view-line').first().waitFor();
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: patience });
}

function actions(page: Page, change: Editor['change']): Omit<Editor, 'folder' | 'close' | 'change'> {
  return {
    page,
    preview: page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    open: (path) => pick(page, path),
    run: (title) => pick(page, `>${title}`),
    line: (text) => page.locator('.editor-group-container .view-line', { hasText: text }).first(),
    wear: async (theme) => {
      await change({ 'workbench.colorTheme': themes[theme] });
      await page.locator(`.monaco-workbench.${bodies[theme]}`).waitFor();
    },
    reload: async () => {
      await page.reload();
      await ready(page);
    },
    picture: async (name) => {
      const path = join(pictures, `${name}.png`);
      await mkdir(pictures, { recursive: true });
      await page.screenshot({ path });
      return path;
    },
  };
}

/** The classes by which the editor tells its pages what it wears. */
const bodies: Record<Theme, string> = {
  light: 'vs',
  dark: 'vs-dark',
  'high contrast': 'hc-black',
  'high contrast light': 'hc-light',
};

/** Chooses from the quick input, where a word with `>` in front is a command and any other is a file. */
async function pick(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(words);
  const wanted = words.replace(/^>/, '').split('/').at(-1) ?? words;
  await page.locator('.quick-input-list .monaco-list-row', { hasText: wanted }).first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
