import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columns, readTable } from '../server/src/syntax/csv.ts';
import { toData } from '../server/src/syntax/tree.ts';
import { tries } from './kit/broken.ts';

const uri = 'file:///project/2026.measures.csv';

suite('a table of readings (RFC 4180)', () => {
  test('is read as the list that the YAML form has', () => {
    const text =
      'kpi,period,value,note\nweekly-regulars,2026-03,52,\nsocial/visits,2026-W36,7.8,"rain, and a ""fair"""\n';
    assert.deepEqual(rowsOf(text), [
      { kpi: 'weekly-regulars', period: '2026-03', value: 52, note: null },
      { kpi: 'social/visits', period: '2026-W36', value: 7.8, note: 'rain, and a "fair"' },
    ]);
  });

  test('ends its lines in any manner, the last also in none', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const last of ['', end]) {
        assert.deepEqual(
          rowsOf(`kpi,period,value${end}a,2026,1${end}b,2026,2${last}`).map(({ kpi }) => kpi),
          ['a', 'b'],
        );
      }
    }
  });

  test('may begin with a byte order mark, and its header may be in capitals', () => {
    assert.deepEqual(rowsOf('\ufeffKPI, Period ,VALUE\na,2026,1\n'), [{ kpi: 'a', period: '2026', value: 1 }]);
  });

  test('keeps line breaks and commas in quotes', () => {
    assert.deepEqual(
      rowsOf('kpi,period,value,note\na,2026,1,"one\ntwo,\r\nthree"\n').map(({ note }) => note),
      ['one\ntwo,\r\nthree'],
    );
  });

  test('takes numbers for numbers only where a number can stand', () => {
    const [row] = rowsOf('kpi,period,value,sample,source,note\n2026,2026,1.5e3,12,7,8\n');
    assert.deepEqual(row, { kpi: '2026', period: '2026', value: 1500, sample: 12, source: '7', note: '8' });
    assert.deepEqual(
      rowsOf('kpi,period,value\na,2026,-.5\na,2026,1 000\na,2026,"24"\n').map(({ value }) => value),
      [-0.5, '1 000', 24],
    );
  });

  test('passes over empty lines', () => {
    assert.deepEqual(rowsOf('kpi,period,value\n\na,2026,1\n\n\n').length, 1);
  });

  const faults: readonly (readonly [what: string, text: string, ...problems: string[]])[] = [
    ['nothing at all', ''],
    ['only a header', 'kpi,period,value\n'],
    ['an unknown column', 'kpi,period,value,values\na,2026,1,2\n', 'csv-header values'],
    ['a column that stands twice', 'kpi,period,value,kpi\na,2026,1,b\n', 'csv-header kpi'],
    ['a column that is missing', 'kpi,value\na,1\n', 'csv-header kpi,value'],
    ['semicolons', 'kpi;period;value\na;2026;1\n', 'csv-header kpi;period;value'],
    ['a row with too many cells', 'kpi,period,value\na,2026,1,2\n', 'csv-columns a,2026,1,2'],
    ['a row with too few', 'kpi,period,value\na,2026\n', 'csv-columns a,2026'],
    ['a quote that never closes', 'kpi,period,value,note\na,2026,1,"x\nb,2026,2,y\n', 'csv-quote "x'],
    ['a quote that closes in a later row', 'kpi,period,value,note\na,2026,1,"x\nb,2026,2,"y"\n', 'csv-quote "x'],
    ['text behind a quote', 'kpi,period,value,note\na,2026,1,"x" y\n', 'csv-quote "x" y'],
    ['a quote in the middle of a cell', 'kpi,period,value,note\na,2026,1,x "y" z\n', 'csv-quote x "y" z'],
  ];
  for (const [what, text, ...expected] of faults) {
    test(`tells of ${what}`, () => {
      const { problems } = readTable(uri, text);
      assert.deepEqual(
        problems.map(({ code, span: { start, end } }) => `${code} ${text.slice(start, end)}`),
        expected,
      );
    });
  }

  test('reads the rows below a fault', () => {
    assert.deepEqual(
      rowsOf('kpi,period,value,note\na,2026,1,"x\nb,2026,2,y\n').map(({ kpi }) => kpi),
      ['a', 'b'],
    );
  });

  test('gives back any texts that were written by the rules', function () {
    this.timeout(60_000);
    const cell = fc.oneof(
      fc.string({ minLength: 1, maxLength: 8 }),
      fc.constantFrom('a,b', '"', '""', 'a\nb', '\r\n', ' ', ';', '#'),
    );
    const write = (it: string): string =>
      /[",\r\n]/.test(it) || it.startsWith('\ufeff') ? `"${it.replaceAll('"', '""')}"` : it;
    const property = fc.property(fc.array(fc.tuple(cell, cell)), fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const lines = [
        'kpi,period,value,source,note',
        ...rows.map(([source, note]) => `k,2026,1,${write(source)},${write(note)}`),
      ];
      const text = lines.join(end);
      assert.deepEqual(readTable(uri, text).problems, []);
      assert.deepEqual(
        rowsOf(text).map(({ source, note }) => [source, note]),
        rows,
      );
    });
    fc.assert(property, tries());
  });

  test('knows the columns that the language has for a reading', () => {
    assert.deepEqual(columns, ['kpi', 'period', 'value', 'audience', 'sample', 'source', 'note']);
  });
});

function rowsOf(text: string): readonly Record<string, unknown>[] {
  const data = toData(readTable(uri, text).tree) as { measurements: readonly Record<string, unknown>[] };
  return data.measurements.map((it) => ({ ...it }));
}
