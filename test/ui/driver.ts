import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  /** The files of the folder that is opened, by their paths in it; a copy of the samples by default. */
  readonly files?: Readonly<Record<string, string>>;
  /** The one of them that lists several folders, all of which are then opened. */
  readonly workspace?: string;
  /** The one that is open from the beginning. */
  readonly file?: string;
  readonly theme?: Theme;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of further extensions to install. */
  readonly more?: readonly string[];
}

/** A real editor with the packaged extension in it, seen through a browser, on a copy of a folder. */
export interface Editor {
  readonly page: Page;
  /** The folder that is open, which may be changed from outside too. */
  readonly folder: string;
  /** The extension's preview, inside the frames in which editors show such pages. */
  readonly preview: FrameLocator;
  /** Opens a file of the folder by its name or a part of its path. */
  readonly open: (path: string) => Promise<void>;
  /** Runs a command by its title. */
  readonly run: (title: string) => Promise<void>;
  /** The line of the editor in front that shows this text. */
  readonly line: (text: string) => Locator;
  /** Puts the caret behind the last letter of the line that shows this text. */
  readonly put: (text: string) => Promise<void>;
  /** Puts the caret at the end of a line, by its number from 1. */
  readonly goTo: (line: number) => Promise<void>;
  /** Where the caret stands, as the status bar says it: line and column, both from 1. */
  readonly caret: () => Promise<readonly [number, number]>;
  /** Types as a hand does, with a little time for what comes up meanwhile. */
  readonly type: (text: string) => Promise<void>;
  /** Takes back what was typed and not saved, and closes everything. Of a test that failed a picture is kept first. */
  readonly tidy: (test?: Mocha.Test) => Promise<void>;
  /** What the pages of extensions have complained of in the browser's console, refusals of their policy included. */
  readonly complaints: readonly string[];
  readonly change: (settings: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly wear: (theme: Theme) => Promise<void>;
  /** Loads the window again, with the editor's own command. */
  readonly reload: () => Promise<void>;
  /** Keeps a picture in the folder for pictures, and gives its path. */
  readonly picture: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const pictures = join(cache, 'pictures');
const patience = 20_000;
const own = { ...quiet, 'files.autoSave': 'off', 'git.enabled': false };

export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
  const home = await mkdtemp(join(tmpdir(), 'strategy-ui-'));
  const folder = join(home, 'workspace');
  await fill(folder, options.files);
  const places = { userData: join(home, 'data'), extensions: join(home, 'extensions') };
  const change = settingsIn(places.userData, options);
  await Promise.all([change({}), writeSettings(places.userData, own)]);
  for (const it of [process.env['STRATEGY_VSIX'] ?? (await pack()), ...(options.more ?? [])])
    await installExtension(it, places);
  const running = await start(places);
  const browser = await launch();
  const close = async (): Promise<void> => {
    await browser.close();
    await running.stop();
    await rm(home, { recursive: true, force: true });
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const complaints = listen(page);
    await show(page, running, folder, options);
    return { folder, close, change, complaints, ...actions(page, change) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(folder: string, files: EditorOptions['files']): Promise<void> {
  if (!files) return cp(join(root, 'samples'), folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
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

function listen(page: Page): readonly string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && url.includes('webview')) heard.push(`${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => heard.push(String(error.stack ?? error)));
  return heard;
}

async function show(page: Page, { url }: Running, folder: string, { workspace, file }: EditorOptions): Promise<void> {
  page.setDefaultTimeout(patience);
  const path = (name: string): string => pathToFileURL(join(folder, name)).pathname;
  const query = new URLSearchParams(workspace ? { workspace: path(workspace) } : { folder: path('') });
  if (file) query.set('payload', JSON.stringify([['openFile', `vscode-remote://${new URL(url).host}${path(file)}`]]));
  await page.goto(`${url}/?${query.toString()}`);
  await ready(page);
  if (file) await page.locator('.monaco-editor .view-line').first().waitFor();
}

async function ready(page: Page): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: patience });
}

type Actions = Omit<Editor, 'folder' | 'close' | 'change' | 'complaints'>;

function actions(page: Page, change: Editor['change']): Actions {
  const line = (text: string): Locator => page.locator('.editor-group-container .view-line', { hasText: text }).first();
  const picture = async (name: string): Promise<string> => {
    const path = join(pictures, `${name}.png`);
    await mkdir(pictures, { recursive: true });
    await page.waitForTimeout(300);
    await page.screenshot({ path });
    return path;
  };
  const run = (title: string): Promise<void> => pick(page, `>${title}`);
  return {
    page,
    preview: page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    open: (path) => pick(page, path),
    run,
    line,
    put: async (text) => {
      await line(text).click({ position: { x: 4, y: 9 } });
      await page.keyboard.press('End');
    },
    goTo: async (number) => {
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget input').first();
      await input.waitFor();
      await input.fill(`:${number}`);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.keyboard.press('End');
    },
    caret: async () => {
      const words = await page.locator('[id="status.editor.selection"]').innerText();
      const [row = 0, column = 0] = (words.match(/\d+/g) ?? []).map(Number);
      return [row, column];
    },
    type: (text) => page.keyboard.type(text, { delay: 40 }),
    tidy: async (test) => {
      if (test?.isFailed()) await picture(`failed ${test.title}`);
      for (const dirty = page.locator('.tab.dirty'); (await dirty.count()) > 0;) {
        await dirty.first().click();
        await run('File: Revert File');
      }
      await run('View: Close All Editors');
      await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
    },
    wear: async (theme) => {
      await change({ 'workbench.colorTheme': themes[theme] });
      await page.locator(`.monaco-workbench.${bodies[theme]}`).waitFor();
    },
    reload: async () => {
      await Promise.all([page.waitForEvent('load'), run('Developer: Reload Window')]);
      await ready(page);
    },
    picture,
  };
}

/** The classes by which the editor tells its pages what it wears. */
const bodies: Record<Theme, string> = {
  light: 'vs',
  dark: 'vs-dark',
  'high contrast': 'hc-black',
  'high contrast light': 'hc-light',
};

/** Waits until something is so and gives it; what it waits for in vain is told in words. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** So often is it opened anew, when it does not stay open so long (ms). */
const mostTries = 5;
const soon = 3000;

async function asked(page: Page, words: string): Promise<boolean> {
  const input = page.locator('.quick-input-widget input').first();
  try {
    await page.keyboard.press('F1');
    await input.waitFor({ timeout: soon });
    await input.fill(words, { timeout: soon });
    return true;
  } catch {
    await page.keyboard.press('Escape');
    return false;
  }
}

/** Chooses from the quick input, where a word with `>` in front is a command and any other is a file. */
async function pick(page: Page, words: string): Promise<void> {
  // What the editor does meanwhile may take the focus from it, which closes it again.
  for (let tries = 0; !(await asked(page, words)); tries++)
    if (tries >= mostTries) throw new Error(`The quick input does not stay open for '${words}'.`);
  const wanted = words.replace(/^>/, '').split('/').at(-1) ?? words;
  await page.locator('.quick-input-list .monaco-list-row', { hasText: wanted }).first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
