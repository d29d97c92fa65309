import assert from 'node:assert/strict';
import type { ObjectiveLine } from '../../server/src/plan/plan.ts';
import { moneyWords, number, tacticsWords, way } from '../../server/src/preview/words.ts';
import { brackenlow } from './fixtures.ts';

suite('words', () => {
  const line: ObjectiveLine = { key: 'a/o', health: 'no-data', state: 'ok', findings: [] };

  test('an objective says its way in the words of its unit', () => {
    assert.equal(way({ ...line, from: 18, to: 24, unit: 'percent' }), '18 → 24 %');
    assert.equal(way({ ...line, from: 410, to: 1200.5, unit: 'minute' }), '410 → 1,200.5 minutes');
    assert.equal(way({ ...line, to: { min: 2, max: 9 }, unit: 'GBP' }), 'between 2 and 9 GBP');
    assert.equal(way({ ...line, from: 1, to: { max: 9 }, unit: 'count' }), '1 → at most 9');
    assert.equal(way({ ...line, from: 0 }), 'from 0');
    assert.equal(way({ ...line, to: 'a signed contract', unit: 'text' }), 'a signed contract');
    assert.equal(way({ ...line, to: 3, unit: 'constructor' }), '3 constructor');
    assert.equal(way(line), '');
  });

  test('counts come with their base', () => {
    const { labels } = brackenlow();
    assert.equal(
      tacticsWords({ tactics: { traced: 12, holes: 3, justified: 1 }, money: [] }, labels),
      '12 of 15 tactics traced, 1 justified',
    );
    assert.equal(
      tacticsWords({ tactics: { traced: 0, holes: 1, justified: 0 }, money: [] }, labels),
      '0 of 1 tactic traced',
    );
    const money = { unit: 'GBP', traced: 15000, holes: 0, justified: 0 };
    assert.equal(
      moneyWords({ ...money, total: 18000, unallocated: 3000 }),
      '15,000 of 18,000 GBP traced, 3,000 not allocated',
    );
    assert.equal(
      moneyWords({ ...money, total: 14000, unallocated: -1000 }),
      '15,000 of 14,000 GBP traced, 1,000 over the budget',
    );
    assert.equal(moneyWords({ ...money, holes: 500 }), '15,000 of 15,500 GBP traced');
  });

  test('numbers are grouped the same on every machine', () => {
    assert.deepEqual([0, 999, 1000, -1234567.8912, 1e21].map(number), [
      '0',
      '999',
      '1,000',
      '-1,234,567.8912',
      '1e+21',
    ]);
  });
});
