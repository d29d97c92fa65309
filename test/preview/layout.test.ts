import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Box, layoutOf, type Node } from '../../server/src/preview/layout.ts';

suite('layout', () => {
  const nodes = fc.array(
    fc.record({ lane: fc.constantFrom('a', 'b', 'c'), column: fc.nat(4), height: fc.integer({ min: 10, max: 300 }) }),
    { maxLength: 40 },
  );
  const links = fc.array(fc.record({ above: fc.nat(45).map(String), below: fc.nat(45).map(String) }), {
    maxLength: 60,
  });

  test('never lets two cards touch or leave the drawing, whatever refers to what', () => {
    fc.assert(
      fc.property(nodes, links, (bare, all) => {
        const keyed: readonly Node[] = bare.map((it, index) => ({ ...it, key: String(index) }));
        const { boxes, width, height, lines } = layoutOf(['a', 'b', 'c'], keyed, all);
        const list = [...boxes.values()];
        assert.equal(list.length, keyed.length);
        for (const [index, one] of list.entries()) {
          assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height);
          assert.ok(list.slice(index + 1).every((it) => apart(one, it)));
        }
        for (const { d } of lines) assert.match(d, /^M[-\d.]+ [-\d.]+C([-\d.]+ ){5}[-\d.]+$/);
      }),
    );
  });

  function apart(one: Box, other: Box): boolean {
    const beside = one.x + one.width < other.x || other.x + other.width < one.x;
    return beside || one.y + one.height < other.y || other.y + other.height < one.y;
  }
});
