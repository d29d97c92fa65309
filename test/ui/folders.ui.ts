import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openEditor, until, type Editor } from './driver.ts';
import { harbour } from './harbour.ts';

const library = `title: Library 2026
intent: Lend to those who do not buy.
owner: jon
goals:
  - id: readers
    title: More people read
    objectives:
      - { kpi: cards, baseline: 10, target: 30, by: 2026-12-31 }
kpis:
  - { id: cards, title: Cards in use, level: outcome, unit: count, direction: increase, source: desk, cadence: monthly }
strategies:
  - { id: nearby, title: Be nearby, goal: readers }
tactics:
  - { id: bus, title: The book bus, strategy: nearby, goal: readers, kpi: cards, owner: jon }
`;

suite('several folders at once', () => {
  let editor: Editor;
  let page: Editor['page'];

  suiteSetup(async () => {
    const books = Object.fromEntries(Object.entries(harbour).map(([name, text]) => [`books/${name}`, text]));
    const files = { ...books, 'town/library.strategy.yaml': library, 'all.code-workspace': listing('books', 'town') };
    editor = await openEditor({ files, workspace: 'all.code-workspace' });
    page = editor.page;
  });
  suiteTeardown(() => editor.close());
  teardown(function () {
    return editor.tidy(this.currentTest);
  });

  const status = () => page.locator('.statusbar-item', { hasText: /tactics? traced/ });
  const problems = () => page.locator('[id="status.problems"]');

  async function share(words: string): Promise<void> {
    await until(words, async () => (await status().allInnerTexts()).some((it) => it.endsWith(words)));
  }

  test('each is a project of its own, which the page and the status bar follow', async () => {
    await editor.open('shop.strategy.yaml');
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.editor-actions .codicon-open-preview').first().click();
    await editor.preview.locator('h1', { hasText: 'Shop plan 2026' }).waitFor();
    await share('1 of 2 tactics traced, 1 hole');
    await editor.open('library.strategy.yaml');
    await editor.preview.locator('h1', { hasText: 'Library 2026' }).waitFor();
    await share('1 of 1 tactic traced');
    assert.equal(await editor.preview.locator('.documents').count(), 0, 'the other folder is no part of this plan');
    await editor.picture('folders');
  });

  test('one that goes takes its findings with it, and brings them back', async () => {
    const errors = async () => /\d+/.exec(await problems().innerText())?.[0];
    /** The editor may overlook a change of the listing while it sets up its watch, so it is written until it is seen. */
    const list = async (paths: readonly string[], wanted: string): Promise<void> => {
      await until(`the errors in ${paths.join(' and ')}`, async () => {
        if ((await errors()) === wanted) return true;
        await writeFile(join(editor.folder, 'all.code-workspace'), listing(...paths));
        await page.waitForTimeout(1000);
        return undefined;
      });
    };
    await until('the errors of both', async () => (await errors()) === '2');
    await list(['books'], '1');
    await list(['books', 'town'], '2');
  });

  function listing(...paths: readonly string[]): string {
    return JSON.stringify({ folders: paths.map((path) => ({ path })) });
  }
});
