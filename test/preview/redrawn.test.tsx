/** @jsxRuntime automatic @jsxImportSource preact */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { render } from 'preact';
import { changed, differenceOf } from '../../server/src/plan/difference.ts';
import type { Plan } from '../../server/src/plan/plan.ts';
import { Page } from '../../server/src/preview/page.tsx';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { tries } from '../kit/broken.ts';
import { emptyRoot } from './dom.ts';
import { edited, openSample, planOf, uriIn, type Sample } from './samples.ts';

suite('a page that is drawn again', () => {
  const drawn = (plan: Plan, focus: string | undefined, root = emptyRoot()): string => {
    render(<Page plan={plan} focus={focus} />, root.element);
    return root.text();
  };
  /** By a page that has seen nothing of the plan before. */
  const drawnNew = (plan: Plan, focus: string | undefined): string => drawn(structuredClone(plan), focus);
  /** The next plan as it comes to the page: as what differs, with the rest shared. */
  const next = (plan: Plan, after: Plan): Plan => {
    const difference = differenceOf(plan, after);
    return difference ? (changed(plan, JSON.parse(JSON.stringify(difference)) as typeof difference) as Plan) : plan;
  };

  const placeIn = (text: string, { spot, which }: { spot: number | RegExp; which: number }): number => {
    if (typeof spot === 'number') return spot % (text.length + 1);
    const found = [...text.matchAll(spot)].map((it) => it.index + it[0].length);
    return found[which % found.length] ?? 0;
  };

  test('leaves what an edit does not touch, and changes what it does', () => {
    const uri = uriIn('brackenlow', 'social.strategy.yaml');
    const made = openSample('brackenlow');
    const plan = planOf(made, 'social');
    const root = emptyRoot();
    assert.equal(drawn(plan, undefined, root), drawnNew(plan, undefined));
    const title = plan.map.cards.find((it) => it.key === 'social/answer-on-x')?.title ?? '';
    const text = made.files.get(uri)?.document.text ?? '';
    assert.equal(text.split(title).length, 2, 'it stands there once');
    const after = next(plan, planOf(edited(made, uri, title, `${title}!`), 'social'));
    const page = drawn(after, undefined, root);
    assert.ok(page.includes(`${title}!`));
    assert.equal(page, drawnNew(after, undefined));
  });

  const others: Record<string, (plan: Plan) => Partial<Plan>> = {
    'words for the layers': ({ labels }) => ({ labels: { ...labels, tactic: { one: 'move', many: 'moves' } } }),
    messages: ({ findings }) => ({ findings: findings.map((it) => ({ ...it, message: `${it.message} Or not.` })) }),
    places: () => ({ places: {} }),
    'names of documents': ({ documents }) => ({ documents: documents.map((it) => ({ ...it, title: `${it.title}!` })) }),
  };

  for (const [what, other] of Object.entries(others)) {
    test(`has other ${what} where nothing else is other`, () => {
      const plan = planOf(openSample('bad-twitter-strategy'), 'social');
      const root = emptyRoot();
      const before = drawn(plan, undefined, root);
      const after = { ...plan, ...other(plan) };
      assert.notEqual(drawn(after, undefined, root), before);
      assert.equal(root.text(), drawnNew(after, undefined));
    });
  }

  for (const [sample, front] of [
    ['brackenlow', 'social'],
    ['bad-twitter-strategy', 'social'],
  ] satisfies [Sample, string][]) {
    const first = openSample(sample);

    test(`says after any edits what a new one says: ${sample}`, function () {
      this.timeout(120_000);
      const spot = fc.oneof(fc.nat(), fc.constantFrom(/title: /g, /description: /g, /: /g));
      const edit = fc.record({
        file: fc.constantFrom(...first.files.keys()),
        spot,
        which: fc.nat(),
        take: fc.nat(20),
        put: fc.constantFrom('', 'x', 'x', '\n', '# '),
      });
      const steps = fc.array(fc.tuple(edit, fc.option(fc.nat())), { minLength: 2, maxLength: 6 });
      fc.assert(
        fc.property(steps, (all) => {
          const root = emptyRoot();
          let workspace: Workspace = first;
          let plan = planOf(workspace, front);
          drawn(plan, undefined, root);
          for (const [{ file, put, take, ...where }, caret] of all) {
            const text = workspace.files.get(file)?.document.text ?? '';
            const at = placeIn(text, where);
            // Now and then the edit before is taken back.
            if (take > 15) workspace = first;
            else workspace = workspace.with([[file, text.slice(0, at) + put + text.slice(at + (put ? 0 : take))]]);
            plan = next(plan, planOf(workspace, front));
            const keys = Object.keys(plan.places);
            const focus = caret === null ? undefined : keys[caret % keys.length];
            assert.equal(drawn(plan, focus, root), drawnNew(plan, focus));
          }
        }),
        tries(0.0125),
      );
    });
  }
});
