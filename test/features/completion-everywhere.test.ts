import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { tries } from '../kit/broken.ts';
import { faultsAt, offeredAt, type Spot } from './accept.ts';

suite('completion, wherever the cursor stands, offers what fits, and the text can be read afterwards', function () {
  this.timeout(process.env['LONG'] ? 3_000_000 : 120_000);

  test('at every offset of every sample, with the rest of the line deleted', () => {
    const step = process.env['LONG'] ? 1 : 61;
    let asked = 0;
    for (const { uri, text: whole } of samples) {
      for (let offset = 0; offset <= whole.length; offset += step) {
        const end = /[\r\n]|$/.exec(whole.slice(offset))?.index ?? 0;
        const spot = { uri, text: whole.slice(0, offset) + whole.slice(offset + end), offset };
        asked += offeredAt(spot).length > 0 ? 1 : 0;
        assertFine(spot, offset % 13);
      }
    }
    assert.ok(asked > 100);
  });

  test('where a stretch of a sample is gone, or something is half typed', () =>
    fc.assert(
      fc.property(spots, fc.nat(6), (spot, nth) => {
        assertFine(spot, nth, 7);
      }),
      tries(0.15),
    ));
});

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((it) => it.endsWith('.yaml'))
  .map((it) => ({
    uri: `file:///project/${it.slice(it.lastIndexOf('/') + 1)}`,
    text: readFileSync(new URL(it, folder), 'utf8'),
  }));

/** Each nth of the items, beginning with one of them; all would take too long. */
function assertFine(spot: Spot, first: number, nth = 13): void {
  const faults = faultsAt(spot, (_, index) => index % nth === first);
  const { text, offset } = spot;
  assert.deepEqual(
    faults,
    [],
    `at $0 in:\n${text.slice(Math.max(0, offset - 200), offset)}$0${text.slice(offset, offset + 100)}`,
  );
}

/** Some lines of a sample, and in them one thing that people leave behind while they type; the cursor stands there. */
const spots: fc.Arbitrary<Spot> = fc
  .record({
    sample: fc.constantFrom(...samples),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.integer({ min: 3, max: 40 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    typed: fc.oneof(
      fc.record({ cut: fc.oneof(fc.constant(Infinity), fc.nat(80)) }),
      fc.record({
        indent: fc.nat(10),
        line: fc.constantFrom('', '- ', '-', 'go', 'titl', '- go', '{ ', '- { id: x, ', 'goal: ', 'goal:'),
      }),
    ),
    eol: fc.constantFrom('\n', '\n', '\n', '\r\n'),
  })
  .map(({ sample: { uri, text: whole }, from, count, at, typed, eol }) => {
    const all = whole.split('\n');
    const first = Math.floor(from * Math.max(0, all.length - 5));
    const lines = all.slice(first, first + count);
    if ('cut' in typed) {
      const text = lines.join(eol);
      const offset = Math.floor(at * text.length);
      return { uri, text: text.slice(0, offset) + text.slice(offset + typed.cut), offset };
    }
    const nth = Math.floor(at * lines.length);
    const head = [...lines.slice(0, nth), ' '.repeat(typed.indent) + typed.line].join(eol);
    return { uri, text: [head, ...lines.slice(nth)].join(eol), offset: head.length };
  });
