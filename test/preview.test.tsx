/** @jsxRuntime automatic @jsxImportSource preact */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { render } from 'preact-render-to-string';
import type { Place, Plan } from '../server/src/plan/plan.ts';
import { Page } from '../server/src/preview/page.tsx';
import { staticPage } from '../server/src/preview/print.tsx';
import { viewOf } from '../server/src/preview/view.ts';
import { visible } from '../server/src/preview/visible.ts';
import { brackenlow, crowd, empty, hostile, tutorial } from './preview/fixtures.ts';

const page = (plan: Plan, props: { focus?: string; stale?: string } = {}): string =>
  render(<Page plan={plan} {...props} />);

suite('the page', () => {
  const pages: Record<string, () => string> = {
    'brackenlow.html': () => staticPage(brackenlow()),
    'brackenlow-focus.html': () => page(brackenlow(), { focus: 'social/answer-on-x' }),
    'tutorial.html': () => page(tutorial()),
    'tutorial-stale.html': () =>
      page(tutorial(), { focus: 'social/daily-posts', stale: 'Line 12: a quote is not closed' }),
    'empty.html': () => page(empty()),
    'hostile.html': () => page(hostile(), { focus: 'draft/__proto__' }),
  };

  for (const [name, draw] of Object.entries(pages)) {
    test(`${name} is as recorded`, () => {
      const path = new URL(`preview/${name}`, import.meta.url);
      // One element a line, so that a change can be read.
      const text = draw().replaceAll('><', '>\n<').trimEnd() + '\n';
      if (process.env['UPDATE']) writeFileSync(path, text);
      assert.equal(text, readFileSync(path, 'utf8'), 'Run the test with UPDATE=1, and look at what has changed.');
    });
  }

  const plans: Record<string, () => Plan> = { brackenlow, tutorial, empty, hostile, crowd: () => crowd(300) };

  for (const [name, make] of Object.entries(plans)) {
    suite(name, () => {
      const focus = make().map.cards[2]?.key;
      const html = page(make(), focus === undefined ? {} : { focus });

      test('is a function of the plan, and leaves it alone', () => {
        const plan = frozen(make());
        assert.equal(page(plan, focus === undefined ? {} : { focus }), html);
        assert.equal(staticPage(plan), staticPage(make()));
      });

      test('draws nothing that has no place in the text', () => {
        const { places } = make();
        const keys = keysIn(html);
        assert.ok(keys.length > 0);
        assert.deepEqual(
          keys.filter((it) => !Object.hasOwn(places, it)),
          [],
        );
      });

      test('draws every card in use, or counts it', () => {
        const plan = make();
        const { cards, hidden, dropped } = visible(viewOf(plan, true, focus));
        const keys = new Set(keysIn(html));
        assert.equal(cards.length + hidden + dropped, plan.map.cards.length);
        const placed = cards.filter((it) => Object.hasOwn(plan.places, it.key));
        assert.deepEqual(
          placed.filter((it) => !keys.has(it.key)),
          [],
        );
      });

      test('is strict: no style attribute, no script, no link to elsewhere', () => {
        for (const text of [html, staticPage(make())].map((it) => it.replaceAll(/="[^"]*"/g, '=""'))) {
          assert.doesNotMatch(text, /<[^>]*\s(style|on\w+|href|src)=/);
          assert.doesNotMatch(text, /<(script|link|img|iframe|b)\b/);
        }
      });

      test('has headings in order, unique ids and no button in a button', () => {
        const levels = [...html.matchAll(/<h(\d)/g)].map((it) => Number(it[1]));
        assert.equal(levels[0], 1);
        for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1, `h${level}`);
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((it) => it[1]);
        assert.equal(new Set(ids).size, ids.length);
        assert.doesNotMatch(html, /<button(?:(?!<\/button>).)*<button/s);
      });
    });
  }
});

suite('focus', () => {
  test('lights the whole line of a tactic and nothing beside it', () => {
    const html = page(brackenlow(), { focus: 'social/answer-on-x' });
    assert.deepEqual(lit(html), [
      'comms/confident-owners',
      'company/loyal-households',
      'company/net-sales',
      'company/returning-share',
      'company/win-the-second-order',
      'social/answer-on-x',
      'social/owners-teach-owners',
      'social/x-support',
    ]);
    assert.match(html, /class="source card[^"]* focus" data-key="social\/answer-on-x"[^>]* aria-current="true"/);
  });

  test('on what stands inside a card lights the line of that card', () => {
    assert.deepEqual(
      lit(page(brackenlow(), { focus: 'company/second-order' })),
      lit(page(brackenlow(), { focus: 'company/loyal-households' })),
    );
    assert.ok(lit(page(brackenlow(), { focus: 'social/first-reply' })).includes('social/answer-on-x'));
  });

  test('lights nothing where it is on nothing that is drawn', () => {
    assert.deepEqual(lit(page(brackenlow(), { focus: 'gone' })), []);
    assert.deepEqual(lit(page(brackenlow())), []);
  });

  test('ends in a loop of references', () => {
    assert.ok(lit(page(hostile(), { focus: 'draft/__proto__' })).length > 1);
  });

  function lit(html: string): readonly string[] {
    return [...html.matchAll(/class="source card[^"]* on-path[^"]*" data-key="([^"]+)"/g)]
      .map((it) => it[1] ?? '')
      .sort();
  }
});

suite('a state', () => {
  test('of the text is told: broken, stale, sound', () => {
    const plan = tutorial();
    const broken = (more: { kept?: true }): Plan => ({
      ...plan,
      documents: plan.documents.map((it) => (it.key === 'social' ? { ...it, broken: true, ...more } : it)),
      findings: [
        { key: 'social#no-quote', on: 'social', rule: 'schema/syntax', severity: 'error', message: 'A quote is open.' },
      ],
      places: { ...plan.places, 'social#no-quote': { ...placeOf(plan, 'social'), aside: true } },
    });
    assert.match(
      plainWords(page(broken({ kept: true }))),
      /^As of the last readable version\. “Twitter strategy 2026” cannot be read in full at the moment\. First to put right, in line 2: A quote is open\. The page follows/,
    );
    assert.match(plainWords(page(broken({}))), /^As far as it can be read\./);
    assert.match(page(plan, { stale: 'Line 3: a tab' }), /First to put right: Line 3: a tab\. The page follows/);
    assert.doesNotMatch(page(plan), /role="status"/);
  });

  test('of a card has its word, and its finding stands at the card', () => {
    const html = page(tutorial());
    assert.match(
      html,
      /class="source card tactic hole draft" data-key="social\/daily-posts" aria-label="Tactic: Post every day until we go viral\. hole, draft\. no KPI\. Tactic/,
    );
    for (const words of ['no goal', 'no strategy', 'no KPI', 'unknown “twiter”', 'no business metric'])
      assert.ok(html.includes(words), words);
  });

  test('is in the legend when it is drawn, and only then', () => {
    const legend = (plan: Plan): string => page(plan).split('id="part-legend"')[1] ?? '';
    assert.match(legend(brackenlow()), /justified/);
    assert.doesNotMatch(legend(brackenlow()), /hole<|unknown</);
    assert.match(legend(tutorial()), /hole<.*unknown<.*no data<.*draft<.*error</s);
    assert.equal(legend(empty()), '');
  });

  test('of a page with little in it names the keys that would fill it', () => {
    assert.match(
      page(empty()).replaceAll(/<[^>]+>/g, ''),
      /left out: intent, situation\.challenge, non_goals, goals, strategies, tactics\./,
    );
    assert.doesNotMatch(page(brackenlow()), /left out/);
  });
});

suite('a big map', () => {
  test('of 150 cards is drawn whole', () => {
    assert.equal(visible(viewOf(crowd(148), true)).hidden, 0);
  });

  test('of more is drawn with goals and strategies, and says how many are not drawn', () => {
    const { cards, hidden } = visible(viewOf(crowd(300), true));
    assert.deepEqual(
      cards.map((it) => it.key),
      ['draft/g', 'draft/s'],
    );
    assert.equal(hidden, 300);
    assert.match(page(crowd(300)), /300 other items are in the table below/);
  });

  test('shows the tactic in focus all the same', () => {
    const { cards } = visible(viewOf(crowd(300), true, 'draft/t-222'));
    assert.deepEqual(
      cards.map((it) => it.key),
      ['draft/g', 'draft/s', 'draft/t-222'],
    );
  });

  test('has a row of its table for each tactic', () => {
    assert.equal(page(crowd(300)).split('<th scope="row">').length - 1, 300);
  });
});

function placeOf({ places }: Plan, key: string): Place {
  const place = places[key];
  assert.ok(place, `${key} has no place`);
  return place;
}

function plainWords(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '');
}

function keysIn(html: string): readonly string[] {
  const plain = (text: string): string =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return [...html.matchAll(/data-key="([^"]*)"/g)].map((it) => plain(it[1] ?? ''));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
