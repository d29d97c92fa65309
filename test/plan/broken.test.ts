import assert from 'node:assert/strict';
import { edited, openSample, planOf, uriIn } from '../preview/samples.ts';
import { assertSound, card, workspace } from './kit.ts';

suite('a plan while its text is broken', () => {
  const uri = uriIn('brackenlow', 'social.strategy.yaml');
  const before = openSample('brackenlow');
  const sound = planOf(before, 'social');
  const broken = edited(before, uri, 'title: Answer care questions where they are asked', 'title: "Answer care');
  const plan = planOf(broken, 'social');

  test('shows its last readable state, and says so', () => {
    assert.deepEqual(plan.map.cards, sound.map.cards);
    assert.deepEqual(plan.page, sound.page);
    assert.deepEqual(plan.coverage, sound.coverage);
    assert.deepEqual(
      plan.documents.map((it) => [it.broken, it.kept]),
      [
        [false, undefined],
        [false, undefined],
        [true, true],
      ],
    );
    assert.ok(sound.documents.every((it) => !it.broken && !it.kept));
  });

  test('points into the present text', () => {
    assertSound(broken, plan);
    const text = broken.files.get(uri)?.document.text.split('\n') ?? [];
    const lineOf = (key: string): string | undefined => text[plan.places[key]?.range.start.line ?? -1];
    assert.match(lineOf('social/answer-on-x') ?? '', /id: answer-on-x/);
    const longer = edited(broken, uri, 'spec: strategy/v1\n', '# one\n# two\nspec: strategy/v1\n');
    const moved = planOf(longer, 'social');
    assertSound(longer, moved);
    assert.equal(
      moved.places['social/first-reply']?.range.start.line,
      (plan.places['social/first-reply']?.range.start.line ?? 0) + 2,
    );
  });

  test('names the fault of the present text', () => {
    const faults = plan.findings.filter((it) => it.rule === 'schema/syntax');
    const present = broken.findingsIn(uri).filter((it) => it.rule.id === 'schema/syntax');
    assert.deepEqual(
      faults.map((it) => [it.on, it.message]),
      present.map((it) => ['social', it.message]),
    );
  });

  test('stays the same over further edits, and follows when the text can be read again', () => {
    const further = edited(broken, uri, '"Answer care', '"Answer car');
    assert.deepEqual(planOf(further, 'social').map, plan.map);
    const mended = edited(further, uri, 'title: "Answer car', 'title: Answer cars');
    assert.equal(card(planOf(mended, 'social'), 'social/answer-on-x', 'tactic').title, 'Answer cars');
    assert.ok(planOf(mended, 'social').documents.every((it) => !it.broken && !it.kept));
  });

  test('of which nothing was ever readable shows what can be read, and calls nothing untraced for certain', () => {
    const made = workspace({
      'a.strategy.yaml': 'title: A\ntactics:\n  - { id: t, title: T }\n  - id: u\n    title: "U\n',
    });
    const half = planOf(made);
    assertSound(made, half);
    assert.deepEqual(
      half.documents.map((it) => [it.broken, it.kept]),
      [[true, undefined]],
    );
    assert.ok(half.map.cards.some((it) => it.key === 'a/t'));
    assert.equal(half.map.cards.find((it) => it.key === 'a/u')?.state, undefined);
  });

  test('that is taken away and comes back broken is not shown as it once was', () => {
    const text = broken.files.get(uri)?.document.text ?? '';
    const again = before.with([[uri, undefined]]).with([[uri, text]]);
    assert.equal(planOf(again, 'social').documents[2]?.kept, undefined);
  });
});
