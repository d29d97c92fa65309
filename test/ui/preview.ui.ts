import assert from 'node:assert/strict';

import { openEditor, until, type Editor, type Theme } from './driver.ts';
import { harbour } from './harbour.ts';

suite('the preview', () => {
  let editor: Editor;
  let page: Editor['page'];

  suiteSetup(async () => {
    editor = await openEditor({ files: { ...harbour, 'empty.strategy.yaml': '' } });
    page = editor.page;
  });
  suiteTeardown(() => editor.close());
  teardown(function () {
    return editor.tidy(this.currentTest);
  });

  const title = () => editor.preview.locator('h1');

  async function openBeside(file = 'shop.strategy.yaml'): Promise<void> {
    await editor.open(file);
    await page.locator('.editor-actions .codicon-open-preview').first().click();
    await title().waitFor();
  }

  async function shows(text: string): Promise<void> {
    await editor.preview.locator('h1', { hasText: text }).waitFor();
  }

  test('opens by its button beside the text, and by its keys', async () => {
    await openBeside();
    await shows('Shop plan 2026');
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    await editor.picture('preview');
    await editor.tidy();
    await editor.open('company.strategy.yaml');
    await editor.put('kind: company');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('v');
    await shows('Harbour Books 2026');
    await editor.open('shop.strategy.yaml');
    await shows('Shop plan 2026');
  });

  test('follows each key', async () => {
    await openBeside();
    await editor.put('title: Shop plan 2026');
    await editor.type(', revised');
    await shows('Shop plan 2026, revised');
    await editor.preview.locator('.coverage', { hasText: '1 of 2 tactics traced' }).waitFor();
    await editor.put('title: A new window every month');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('goal: company/families-return');
    await editor.preview.locator('.coverage', { hasText: '2 of 2 tactics traced' }).waitFor();
  });

  test('a click leads to the line', async () => {
    await openBeside();
    await editor.put('title: Shop plan 2026');
    await editor.preview.locator('.tactics .source', { hasText: 'A new window every month' }).first().click();
    await until('the caret', async () => (await editor.caret())[0] === 23);
    await page.locator('.selected-text').first().waitFor();
    await editor.preview.locator('.tactics .source.focus', { hasText: 'A new window' }).waitFor();
    await editor.picture('click');
    await editor.preview.locator('.map .card', { hasText: 'Families come back every month' }).first().click();
    await page.locator('.tab.active', { hasText: 'company.strategy.yaml' }).waitFor();
    await until('the caret', async () => (await editor.caret())[0] === 11);
    await shows('Shop plan 2026');
  });

  test('the caret marks its card and the line through it', async () => {
    await openBeside();
    await editor.put('- id: story-hour');
    await marked('company/families-return');
    await editor.preview.locator('.map .card.focus', { hasText: 'Saturday story hour' }).waitFor();
    await editor.picture('caret');
    await editor.open('company.strategy.yaml');
    await editor.put('- id: monthly-families');
    for (const key of ['company/families-return', 'shop/story-hour', 'shop/new-window']) await marked(key);
    await editor.picture('caret-in-kpi');
  });

  test('keeps the last readable plan while the text is broken', async () => {
    await openBeside();
    await editor.put('- id: story-hour');
    await page.keyboard.press('Shift+Home');
    await editor.type('- id: "story-hour');
    await page.keyboard.press('Delete');
    const banner = editor.preview.locator('.banner');
    await banner.waitFor();
    await editor.preview.locator('.tactics h4', { hasText: 'Saturday story hour' }).waitFor();
    assert.match(await banner.innerText(), /last readable version[^]*line 14/);
    await editor.picture('broken');
    await editor.type('"');
    await banner.waitFor({ state: 'detached' });
  });

  test('a document without a word has a page too', async () => {
    await openBeside('empty.strategy.yaml');
    await editor.picture('empty');
    await editor.preview.locator('.left-out', { hasText: 'tactics' }).waitFor();
  });

  test('comes back with the window', async () => {
    await openBeside();
    await shows('Shop plan 2026');
    await editor.reload();
    await shows('Shop plan 2026');
    await editor.put('- id: story-hour');
    await editor.preview.locator('.map .card.focus', { hasText: 'Saturday story hour' }).waitFor();
  });

  test('wears what the editor wears', async () => {
    await openBeside();
    const grounds = new Set<string>();
    for (const theme of ['light', 'dark', 'high contrast', 'high contrast light'] satisfies Theme[]) {
      await editor.wear(theme);
      const colour = await until(`the ground of ${theme}`, async () => {
        const [ground, wanted] = await Promise.all([
          groundOf(editor.preview.locator('.plan')),
          groundOf(page.locator('.monaco-editor-background').first()),
        ]);
        return ground === wanted && ground;
      });
      grounds.add(colour);
      await editor.picture(`preview-${theme.replaceAll(' ', '-')}`);
    }
    assert.ok(grounds.size >= 3, 'the grounds differ');
    await editor.wear('light');
  });

  test('fits a narrow column, and a wide one', async () => {
    await openBeside();
    await editor.run('View: Toggle Primary Side Bar Visibility');
    try {
      for (const width of [700, 2400]) {
        await page.setViewportSize({ width, height: 900 });
        const [content, room] = await until('the width', async () => {
          const sizes = await title().evaluate((it) => {
            const { scrollWidth, clientWidth } = it.ownerDocument.documentElement;
            return [scrollWidth, clientWidth] as const;
          });
          return Math.abs(sizes[1] - (width - 48) / 2) < 60 && sizes;
        });
        assert.ok(content <= room, `nothing hangs over at ${room}`);
        await editor.picture(`preview-${width}`);
      }
    } finally {
      await page.setViewportSize({ width: 1440, height: 900 });
      await editor.run('View: Toggle Primary Side Bar Visibility');
    }
  });

  test('has nothing to complain of', () => {
    assert.deepEqual(editor.complaints, []);
  });

  async function marked(key: string): Promise<void> {
    await editor.preview.locator(`.map .card.on-path[data-key="${key}"]`).waitFor();
  }

  async function groundOf(of: ReturnType<Editor['preview']['locator']>): Promise<string> {
    return of.evaluate((it) => getComputedStyle(it).backgroundColor);
  }
});
