import assert from 'node:assert/strict';

import { percentile } from '../bench/figures.ts';
import { manyTactics, open } from '../bench/projects.ts';
import { openEditor, until, type Editor } from './driver.ts';
import { echoCommand, packEcho } from './echo.ts';

/** How much longer than an extension that only shows what it hears; a pause of 50 ms anywhere on the way is more. */
const most = 2.5;
const warmUp = 10;
const count = 40;

/** What the pages keep for this suite, each in its own window. */
interface Kept {
  times?: number[];
  shown?: (readonly [length: number, time: number])[];
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
    editor = await openEditor({ files, more: [await packEcho()] });
    page = editor.page;
    assert.ok(title, 'the tactic is there');
    await editor.open(open);
    await noteKeys();
  });
  suiteTeardown(() => editor.close());

  test('the page shows each key as soon as it is typed, in a plan of 200 tactics', async () => {
    await editor.run(echoCommand);
    await editor.preview.locator('#root').waitFor({ state: 'attached' });
    await editor.goTo(before.split('\n').length);
    const least = await typed('from a key to what any extension can show', '#root', `    title: ${title}`.length);
    await page.locator('.editor-actions .codicon-open-preview').first().click();
    await editor.preview.locator('h1').waitFor();
    await editor.preview.locator(`.map .card.focus[data-key="${key}"]`).waitFor();
    const whole = await typed('from a key to the page', '.map .card.focus .line.title', title.length + warmUp + count);
    process.stdout.write(`      ${(whole / least).toFixed(2)} times as long\n`);
    assert.ok(whole < most * least, `${whole} ms, where the editor alone takes ${least}`);
    assert.deepEqual(editor.complaints, []);
  });

  /** Types, and gives the time within which half of the keys stand in what this finds in the page (ms). */
  async function typed(what: string, where: string, length: number): Promise<number> {
    await page.evaluate(() => ((globalThis as Kept).times = []));
    await noteText(where);
    for (let key = 0; key < warmUp + count; key++) {
      await page.keyboard.press('x');
      await page.waitForTimeout(120);
    }
    const times = await until('the last key in the page', async () => {
      const all = await delays(length);
      return all.length === warmUp + count && all;
    });
    const settled = times.slice(warmUp);
    const [middle = NaN, late = NaN] = [0.5, 0.95].map((share) => percentile(settled, share));
    const words = `p50 ${middle.toFixed(0)} ms, p95 ${late.toFixed(0)} ms, least ${Math.min(...settled).toFixed(0)} ms`;
    process.stdout.write(`      ${what}: ${words}\n`);
    return middle;
  }

  /** Notes when the editor's window hears of each key. */
  async function noteKeys(): Promise<void> {
    await page.evaluate(() => {
      addEventListener(
        'keydown',
        (event) => (globalThis as Kept).times?.push(performance.timeOrigin + event.timeStamp),
        { capture: true },
      );
    });
  }

  /** Notes how long the text is that stands there in the page, and when it has come onto the screen. */
  async function noteText(where: string): Promise<void> {
    await editor.preview.locator('body').evaluate((body, selector) => {
      const shown: NonNullable<Kept['shown']> = ((globalThis as Kept).shown = []);
      const after = new MessageChannel();
      let last = -1;
      after.port1.onmessage = () => shown.push([last, performance.timeOrigin + performance.now()]);
      new MutationObserver(() => {
        const { length } = body.querySelector(selector)?.textContent ?? '';
        if (length === last) return;
        last = length;
        requestAnimationFrame(() => {
          after.port2.postMessage('');
        });
      }).observe(body, { subtree: true, childList: true, characterData: true });
    }, where);
  }

  /** From each key to the first picture in which at least so many letters more stand than at first (ms). */
  async function delays(length: number): Promise<readonly number[]> {
    const keys = await page.evaluate(() => (globalThis as Kept).times ?? []);
    const shown = await editor.preview.locator('body').evaluate(() => (globalThis as Kept).shown ?? []);
    return keys.flatMap((pressed, index) => {
      const [, time] = shown.find(([now]) => now > length + index) ?? [];
      return time === undefined ? [] : [time - pressed];
    });
  }
});
