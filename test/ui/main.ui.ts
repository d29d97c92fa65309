import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

import { openEditor, until, type Editor } from './driver.ts';
import { harbour } from './harbour.ts';

const untraced = 'trace/tactic-without-goal';

suite('writing a strategy', () => {
  let editor: Editor;
  let page: Editor['page'];

  suiteSetup(async () => {
    editor = await openEditor({ files: harbour });
    page = editor.page;
  });
  suiteTeardown(() => editor.close());
  teardown(function () {
    return editor.tidy(this.currentTest);
  });

  const squiggles = () => page.locator('.squiggly-error');
  const suggestions = () => page.locator('.suggest-widget.visible .monaco-list-row');
  const status = () => page.locator('.statusbar-item', { hasText: /tactics? traced/ });

  async function openShop(): Promise<void> {
    await editor.open('shop.strategy.yaml');
    await squiggles().first().waitFor();
  }

  test('a document shows what traces to nothing, and nothing else asks for attention', async () => {
    await openShop();
    assert.equal(await squiggles().count(), 1);
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'shop.strategy.yaml' }).waitFor();
    assert.equal(await page.locator('.notification-toast').count(), 0);
    await editor.picture('findings');
  });

  test('a hover says what is wrong and leads to the page of the rule', async () => {
    await openShop();
    const box = await squiggles().first().boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const hover = page.locator('.monaco-hover:visible', { hasText: 'names no goal' });
    await hover.waitFor();
    await editor.picture('hover');
    await hover.locator('a', { hasText: untraced }).click();
    await page.locator('.tab', { hasText: 'tactic-without-goal' }).waitFor();
    await editor.preview.locator('h1').waitFor();
    await editor.picture('rule-page');
    assert.match(await editor.preview.locator('body').innerText(), /goal/);
  });

  test('Ctrl+. puts a tactic right with one choice', async () => {
    await openShop();
    await editor.put('- id: new-window');
    await page.keyboard.press('Control+.');
    const fixes = page.locator('.action-widget .monaco-list-row.action');
    await fixes.first().waitFor();
    await editor.picture('quick-fix');
    await fixes.filter({ hasText: 'Families come back every month' }).first().click();
    await until('the end of the finding', async () => (await squiggles().count()) === 0);
    await until('the goal', async () => (await editor.line('start: 2026-03-01').count()) === 1);
    assert.equal(await goals(), 2);
    await until('the status bar', async () => (await status().innerText()).endsWith('2 of 2 tactics traced'));
  });

  test('suggestions come up by themselves, by title', async () => {
    await openShop();
    await editor.put('title: A new window every month');
    await page.keyboard.press('Enter');
    await editor.type('goal: ');
    await suggestions().filter({ hasText: 'Families come back every month' }).first().waitFor();
    await editor.picture('suggestions');
    await page.keyboard.press('Enter');
    await until('the id', async () => (await goals()) === 2);
    await until('the end of the finding', async () => (await squiggles().count()) === 0);
  });

  test('Enter goes on where the next thing stands', async () => {
    await openShop();
    await page.keyboard.press('Control+End');
    await editor.type('non_goals:\n');
    await stands(32, 3);
    await editor.type('- No stall at the fair\n');
    await stands(33, 5);
    await editor.line('- No stall at the fair').waitFor();
    await editor.put('- id: new-window');
    await page.keyboard.press('Enter');
    await stands(24, 5);
  });

  test('the status bar says the share, and leads to what is missing', async () => {
    await openShop();
    await until('the share', async () => (await status().innerText()).endsWith('1 of 2 tactics traced, 1 hole'));
    await status().click();
    const hole = page.locator('.quick-input-list .monaco-list-row', { hasText: 'A new window every month' });
    await hole.waitFor();
    await editor.picture('status-bar');
    await hole.click();
    await stands(23);
  });

  test('a server that keeps ending is told of once, until it runs again', async () => {
    await openShop();
    const word = page.locator('.notification-toast', { hasText: 'server does not run' });
    const ended = new Set<number>();
    await until('the word', async () => {
      const next = (await serversIn(editor.folder)).filter((pid) => !ended.has(pid));
      for (const pid of next) {
        process.kill(pid, 'SIGKILL');
        ended.add(pid);
      }
      return (await word.count()) === 1;
    });
    assert.ok(ended.size > 1, 'it was started anew before');
    await editor.picture('server-gone');
    await editor.run('Strategy: Restart the Language Server');
    await word.waitFor({ state: 'detached' });
    await squiggles().first().waitFor();
    await editor.put('title: A new window every month');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('goal: company/families-return');
    await until('the end of the finding', async () => (await squiggles().count()) === 0);
  });

  test('F2 renames an id in all files', async () => {
    await openShop();
    await editor.open('company.strategy.yaml');
    await editor.put('- id: families-return');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    await editor.picture('rename');
    await box.fill('monthly-visits');
    await page.keyboard.press('Enter');
    await editor.line('goal: monthly-visits').waitFor();
    await editor.open('shop.strategy.yaml');
    await editor.line('goal: company/monthly-visits').waitFor();
    assert.equal(await squiggles().count(), 1);
  });

  async function stands(line: number, column?: number): Promise<void> {
    await until(`the caret in line ${line}`, async () => {
      const at = await editor.caret();
      return at[0] === line && (column ?? at[1]) === at[1];
    });
  }

  /** How many tactics name a goal, in the text that is in sight. */
  async function goals(): Promise<number> {
    return page.locator('.view-line', { hasText: 'goal: company/families-return' }).count();
  }
});

/** The language servers of the editor whose folder this is; its extensions stand beside it. */
async function serversIn(folder: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,args='], { maxBuffer: 2 ** 24 });
  const lines = stdout.split('\n').filter((it) => it.includes(dirname(folder)) && it.includes('server.cjs'));
  return lines.map((it) => Number.parseInt(it, 10));
}
