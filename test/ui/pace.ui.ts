import assert from 'node:assert/strict';

import { percentile } from '../bench/figures.ts';
import { manyTactics, open } from '../bench/projects.ts';
import { openEditor, until, type Editor } from './driver.ts';

/** Far above what it takes, since machines that run tests are slow and busy: this is about slips, not about speed (ms). */
const most = 250;
const warmUp = 10;
const count = 40;

/** What the pages keep for this suite, each in its own window. */
interface Kept {
  times?: number[];
  shown?: (readonly [text: string, time: number])[];
}

suite('the pace of the preview', function () {
  this.timeout(120_000);
  const files = Object.fromEntries(manyTactics(200));
  const [, before = '', id = '', title = ''] =
    /^([^]*\ntactics:\n[^]{40000}[^]*?\n {2}- id: (\S+)\n {4}title: )(.+)\n/.exec(files[open] ?? '') ?? [''];
  const key = `garden/${id}`;
  let editor: Editor;
  let page: Editor['page'];

  suiteSetup(async () => {
    editor = await openEditor({ files });
    page = editor.page;
  });
  suiteTeardown(() => editor.close());

  test('the page shows each key as soon as it is typed, in a plan of 200 tactics', async () => {
    assert.ok(title, 'the tactic is there');
    await editor.open(open);
    await page.locator('.editor-actions .codicon-open-preview').first().click();
    await editor.preview.locator('h1').waitFor();
    await editor.goTo(before.split('\n').length);
    await editor.preview.locator(`.map .card.focus[data-key="${key}"]`).waitFor();
    await noteKeys();
    await noteTitle();
    for (let typed = 0; typed < warmUp + count; typed++) {
      await page.keyboard.press('x');
      await page.waitForTimeout(120);
    }
    const times = await until('the last key in the page', async () => {
      const all = await delays();
      return all.length === warmUp + count && all;
    });
    const settled = times.slice(warmUp);
    const [middle = NaN, late = NaN] = [0.5, 0.95].map((share) => percentile(settled, share));
    const words = `p50 ${middle.toFixed(0)} ms, p95 ${late.toFixed(0)} ms, least ${Math.min(...settled).toFixed(0)} ms`;
    process.stdout.write(`      from key to page: ${words}\n`);
    assert.ok(middle < most, `${middle} ms from a key to the page`);
    assert.deepEqual(editor.complaints, []);
  });

  /** Notes when the editor's window hears of each key. */
  async function noteKeys(): Promise<void> {
    await page.evaluate(() => {
      const times: number[] = ((globalThis as Kept).times = []);
      addEventListener('keydown', (event) => times.push(performance.timeOrigin + event.timeStamp), { capture: true });
    });
  }

  /** Notes what the card in focus is called in the page, and when that has come onto the screen. */
  async function noteTitle(): Promise<void> {
    await editor.preview.locator('#root').evaluate((root) => {
      const shown: NonNullable<Kept['shown']> = ((globalThis as Kept).shown = []);
      const after = new MessageChannel();
      let last = '';
      after.port1.onmessage = () => shown.push([last, performance.timeOrigin + performance.now()]);
      new MutationObserver(() => {
        const text = root.querySelector('.map .card.focus .line.title')?.textContent ?? '';
        if (text === last) return;
        last = text;
        requestAnimationFrame(() => {
          after.port2.postMessage('');
        });
      }).observe(root, { subtree: true, childList: true, characterData: true });
    });
  }

  /** From each key to the first picture in which at least so many letters stand behind the title (ms). */
  async function delays(): Promise<readonly number[]> {
    const keys = await page.evaluate(() => (globalThis as Kept).times ?? []);
    const shown = await editor.preview.locator('#root').evaluate(() => (globalThis as Kept).shown ?? []);
    return keys.flatMap((pressed, index) => {
      const [, time] = shown.find(([text]) => text.length > title.length + index) ?? [];
      return time === undefined ? [] : [time - pressed];
    });
  }
});
