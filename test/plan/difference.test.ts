import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changed, differenceOf } from '../../server/src/plan/difference.ts';
import { edited, openSample, planOf, uriIn } from '../preview/samples.ts';
import { workspace } from './kit.ts';

/** As it comes out at the other end of a wire. */
function overWire<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

suite('what differs between two plans', () => {
  const names = fc.constantFrom('a', 'b', '0', '__proto__', 'constructor', '');
  const { data } = fc.letrec<{ data: unknown }>((tie) => ({
    data: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(0, 1, '', 'x', true, null),
      fc.array(tie('data'), { maxLength: 5 }),
      fc.array(fc.tuple(names, tie('data')), { maxLength: 5 }).map((it) => Object.fromEntries(it)),
    ),
  }));

  test('makes the one into the other, over a wire too, and touches neither', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const kept = overWire(before);
        const difference = differenceOf(before, after);
        const made = difference ? changed(before, overWire(difference)) : before;
        assert.deepEqual(made, after);
        assert.deepEqual(before, kept);
      }),
      { numRuns: 2000 },
    );
  });

  test('is nothing between equal values, and only then', () => {
    fc.assert(
      fc.property(data, (value) => {
        assert.equal(differenceOf(value, overWire(value)), undefined);
        assert.notEqual(differenceOf(value, [value]), undefined);
      }),
    );
  });

  test('a letter in a title is told in a few words, and leaves all else as it was', () => {
    const made = openSample('brackenlow');
    const plan = planOf(made, 'social');
    const title = plan.map.cards.find(({ kind }) => kind === 'tactic')?.title ?? '';
    const uri = uriIn('brackenlow', `${plan.map.cards.find((it) => it.title === title)?.document}.strategy.yaml`);
    const next = planOf(edited(made, uri, `title: ${title}`, `title: x${title}`), 'social');
    const difference = differenceOf(plan, next);
    assert.ok(difference);
    assert.ok(JSON.stringify(difference).length < JSON.stringify(next).length / 20);
    const after = changed(plan, difference) as typeof plan;
    assert.deepEqual(after, next);
    const other = after.map.cards.filter((it, index) => it !== plan.map.cards[index]);
    assert.deepEqual(
      other.map((it) => it.title),
      [`x${title}`],
    );
    assert.equal(after.documents, plan.documents);
  });

  test('what the author calls like a thing of the language is a name like any other', () => {
    const file = (title: string): Record<string, string> => ({
      '__proto__.strategy.yaml': `title: ${title}\ntactics:\n  - { id: __proto__, title: ${title} }\n`,
    });
    const [one, two] = ['One', 'Two'].map((it) => planOf(workspace(file(it))));
    const difference = differenceOf(one, two);
    assert.ok(difference);
    assert.deepEqual(changed(one, overWire(difference)), two);
  });
});
