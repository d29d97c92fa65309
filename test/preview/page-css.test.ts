import assert from 'node:assert/strict';
import { css } from '../../server/src/preview/page-css.ts';

suite('the stylesheet', () => {
  test('is whole, and asks the network for nothing', () => {
    assert.equal(css.split('{').length, css.split('}').length);
    assert.doesNotMatch(css, /url\(|@import|<\/|undefined|NaN/);
  });

  test('has contrast enough on paper and in a plain browser, 4.5 for text and 3 for marks and lines', () => {
    const palettes = [...css.matchAll(/--f-ink: #[^}]+/g)].map((it) => colours(it[0]));
    assert.ok(palettes.length >= 3);
    for (const palette of palettes) {
      for (const ground of [palette('paper'), palette('band')]) {
        for (const text of [palette('ink'), palette('link'), mixed(palette('ink'), palette('paper'), share('muted'))]) {
          assert.ok(contrast(text, ground) >= 4.5, `${text.join()} on ${ground.join()}`);
        }
        for (const mark of [
          ...['ok', 'hole', 'warn', 'info', 'focus'].map(palette),
          mixed(palette('ink'), palette('paper'), share('line')),
        ]) {
          assert.ok(contrast(mark, ground) >= 3, `${mark.join()} on ${ground.join()}`);
        }
      }
    }
  });

  type Colour = readonly number[];

  function colours(text: string): (name: string) => Colour {
    const found = new Map([...text.matchAll(/--f-(\w+): #(\w{6})/g)].map((it) => [it[1], it[2] ?? '']));
    return (name) => (found.get(name) ?? assert.fail(name)).match(/../g)?.map((it) => parseInt(it, 16)) ?? [];
  }

  function share(name: string): number {
    return Number(new RegExp(`--${name}: color-mix\\(in srgb, var\\(--ink\\) (\\d+)%`).exec(css)?.[1]) / 100;
  }

  function mixed(one: Colour, other: Colour, part: number): Colour {
    return one.map((it, index) => it * part + (other[index] ?? 0) * (1 - part));
  }

  function contrast(one: Colour, other: Colour): number {
    const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  }

  function luminance(colour: Colour): number {
    const [red = 0, green = 0, blue = 0] = colour.map((it) =>
      it / 255 <= 0.03928 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
});
