import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cursorAt } from '../../server/src/syntax/cursor.ts';
import { cursorIn } from '../../server/src/syntax/cursor-excerpt.ts';
import { editDocument, readDocument } from '../../server/src/syntax/document.ts';
import { broken, changeOf, changes, plan, tries } from '../kit/broken.ts';
import { dedent } from '../kit/ask.ts';

const uri = 'file:///project/plan.strategy.yaml';

suite('where the cursor stands, told from the sections around it, is what the whole text tells', function () {
  this.timeout(120_000);

  test('in a plan, at every offset of every seventh line', () => {
    const document = readDocument(uri, plan);
    for (let line = 0; line < document.lines.count; line += 7)
      for (let at = document.lines.startOf(line); at <= document.lines.endOf(line); at++)
        assert.deepEqual(cursorIn(document, at), cursorAt(plan, at), `at ${at}`);
  });

  const texts = {
    'a list of texts, in which each sees all others':
      'roles:\n  - a\n  - b\n  - c\n  - d\n  - e\n  - $0\n  - f\nid: x\n',
    'items at the left edge':
      'goals:\n- id: a\n  title: x\n- id: b\n- c\n$0\ntactics:\n- { id: x }\n- { id: y }\nkpis:\n',
    'a word without a colon below a list': 'goals:\n- id: a\n  title: x\n- id: b\n- d\ntacti\n  - $0\n\nkpis:\n  - a\n',
    'a word between the items':
      'goals:\n  - id: a\n  - id: b\n  - id: c\n    ti$0\n  - id: d\n    title: x\nkpis:\n  - id: e\n',
    'a quote at the left edge': '"goals\nkpis:\n  - id: "a"\n    ti$0\n',
    'a comment in place of an item': 'goals:\n  - id: a\n  - # none\n  - # none\n  - $0\nkpis:\n  - id: "a"\n',
  };
  for (const [name, block] of Object.entries(texts)) {
    test(name, () => {
      const marked = dedent(block);
      const text = marked.replace('$0', '');
      const at = marked.indexOf('$0');
      assert.deepEqual(cursorIn(readDocument(uri, text), at), cursorAt(text, at));
    });
  }

  test('in any broken text', () =>
    fc.assert(
      fc.property(broken, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (text, places) => {
        const document = readDocument(uri, text);
        for (const it of places) {
          const at = Math.floor(it * text.length);
          assert.deepEqual(cursorIn(document, at), cursorAt(text, at));
        }
      }),
      tries(0.5),
    ));

  test('while a plan is edited', () =>
    fc.assert(
      fc.property(changes(6), (all) => {
        let document = readDocument(uri, plan);
        for (const it of all) {
          const change = changeOf(document.text, it);
          document = editDocument(document, [change]);
          const at = change.start + change.text.length;
          assert.deepEqual(cursorIn(document, at), cursorAt(document.text, at));
        }
      }),
      tries(0.01),
    ));
});
