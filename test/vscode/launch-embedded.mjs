#!/usr/bin/env node
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { chromium } from '../../client/run/chromium.mjs';
import { cache } from '../../client/run/paths.mjs';
import { main } from '../../client/run/terminal.mjs';
import { start } from '../../client/run/workbench.mjs';

/**
 * Stands in for the `code` program: takes the arguments with which that is started for tests, and ends with the code
 * with which the tests end. The editor runs as a server of this machine, and a browser without a window shows it.
 */
const limit = 5;
const log = join(cache, 'vscode.log');
const picture = join(cache, 'vscode.png');

await main(async () => {
  const given = read(process.argv.slice(2));
  const editor = await start({ ...given, smokeTestDriver: true });
  const { page, browser } = await open();
  try {
    return await ended(page, address(editor.url, given));
  } finally {
    await browser.close();
    await editor.stop();
  }
});

function read(words) {
  const value = (name) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  return {
    folder: words.find((word) => !word.startsWith('-')),
    userData: value('user-data-dir'),
    extensions: value('extensions-dir'),
    extension: value('extensionDevelopmentPath'),
    suites: value('extensionTestsPath'),
  };
}

async function open() {
  const playwright = await import('playwright-core');
  const { executable, args, env } = await chromium();
  const launch = { executablePath: executable, args, env: { ...process.env, ...env } };
  const browser = await playwright.chromium.launch(launch);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  return { browser, page };
}

function address(url, { folder, extension, suites }) {
  const remote = (path) => `vscode-remote://${new URL(url).host}${pathToFileURL(path).pathname}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(suites)],
  ]);
  return `${url}/?${new URLSearchParams({ folder, payload })}`;
}

/** The page calls these two functions as the desktop's window would; nothing else tells that the suites are through. */
async function ended(page, url) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(log, '');
  let end;
  const code = new Promise((resolve) => (end = resolve));
  await page.exposeFunction('codeAutomationLog', (kind, words) => appendFileSync(log, `${kind} ${words.join(' ')}\n`));
  await page.exposeFunction('codeAutomationExit', (number) => end(number));
  page.on('crash', () => end(1));
  page.on('console', (message) => appendFileSync(log, `page ${message.text()}\n`));
  const late = setTimeout(() => {
    process.stderr.write(`The suites did not end in ${limit} minutes; a picture of the editor is ${picture}\n`);
    end(1);
  }, limit * 60_000);
  await page.goto(url);
  const result = await code;
  clearTimeout(late);
  if (result !== 0) await page.screenshot({ path: picture }).catch(() => {});
  return result;
}
