import assert from 'node:assert/strict';
import { keyAt } from '../../server/src/plan/key-at.ts';
import { brackenlow } from './fixtures.ts';

suite('the key at a caret', () => {
  const at = (line: number, character: number) => ({ line, character });
  const place = (start: [number, number], end: [number, number]) => {
    const range = { start: at(...start), end: at(...end) };
    return { uri: 'file:///a', range, extent: range };
  };
  const places = {
    a: place([0, 0], [30, 0]),
    'a/goal#no-metric': place([2, 4], [6, 10]),
    'a/goal': place([2, 4], [6, 10]),
    'a/goal#objective-1': place([4, 8], [5, 20]),
    'a/next': place([6, 10], [9, 0]),
    'a/next#finding-1': { ...place([7, 0], [7, 5]), aside: true as const },
  };
  const expected: [number, number, string | undefined][] = [
    [0, 0, 'a'],
    [2, 3, 'a'],
    [2, 4, 'a/goal'],
    [4, 8, 'a/goal#objective-1'],
    [5, 20, 'a/goal#objective-1'],
    [5, 21, 'a/goal'],
    [6, 10, 'a/next'],
    [7, 2, 'a/next'],
    [31, 0, undefined],
  ];

  for (const [line, character, key] of expected) {
    test(`${line}:${character} is ${key}`, () => {
      assert.equal(keyAt({ places }, 'file:///a', at(line, character)), key);
    });
  }

  test('is nothing in another file', () => {
    assert.equal(keyAt({ places }, 'file:///b', at(2, 4)), undefined);
  });

  test('finds every item of a plan at its own id', () => {
    const plan = brackenlow();
    for (const { key } of plan.map.cards) {
      const found = plan.places[key];
      assert.ok(found);
      assert.equal(keyAt(plan, found.uri, found.range.start), key);
    }
  });
});
