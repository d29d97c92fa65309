import assert from 'node:assert/strict';
import { coverage as coverageFeature, plan as planFeature, planNews } from '../server/src/features/plan.ts';
import { changed } from '../server/src/plan/difference.ts';
import { keyAt } from '../server/src/plan/key-at.ts';
import type { GoalCard } from '../server/src/plan/plan.ts';
import type { CoverageAnswer, PlanAnswer, PlanNewsAnswer } from '../server/src/protocol.ts';
import { nounsOf } from '../server/src/rules/kinds.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { assertSound, card, folder, money, states, tactics, workspace } from './plan/kit.ts';
import { edited, openSample, planOf, projectOf, uriIn } from './preview/samples.ts';

suite('the plan of', () => {
  suite('brackenlow', () => {
    const made = openSample('brackenlow');
    const plan = planOf(made, 'social');

    test('counts its tactics and its money', () => {
      assert.equal(tactics(plan), '3 of 3 tactics traced');
      assert.deepEqual(money(plan), ['27,000 of 33,000 GBP traced, 6,000 not allocated']);
    });

    test('traces but for what is justified, with the reason', () => {
      const { state, reason } = card(plan, 'company/cost-per-contact', 'metric');
      assert.equal(state, 'justified');
      assert.equal(reason, 'Carried by the operations plan, which is not in this project.');
      assert.deepEqual(
        plan.map.gaps.map((it) => [it.key, it.state]),
        [['company/cost-per-contact#no-goal', 'justified']],
      );
      assert.ok(!Object.values(states(plan)).includes('hole'));
    });

    test('puts parents before children, and one document in front', () => {
      assert.deepEqual(
        plan.documents.map((it) => [it.key, it.parent]),
        [
          ['company', undefined],
          ['comms', 'company'],
          ['social', 'comms'],
        ],
      );
      assert.deepEqual(planOf(made, 'company').map.lanes, plan.map.lanes);
      assert.equal(plan.documents[2]?.organization, 'Brackenlow Homeware');
      assert.equal(plan.documents[2].owner, 'Social media lead');
    });

    test('says on one page what the document says, and the vision of the top', () => {
      const { vision, intent, nonGoals, goals, strategies, tactics: first, moreTactics } = plan.page;
      assert.equal(vision?.from, 'company');
      assert.equal(intent?.key, 'social#intent');
      assert.deepEqual(
        nonGoals.map((it) => it.text),
        ['Growing follower counts', 'Selling to people who came with a complaint'],
      );
      assert.deepEqual([goals, strategies], [['comms/confident-owners'], ['social/owners-teach-owners']]);
      assert.deepEqual([first, moreTactics], [['social/owner-clips', 'social/answer-on-x'], 0]);
      assert.equal(planOf(made, 'comms').page.challenge?.from, 'company');
    });

    test('judges each objective by its last reading', () => {
      const health = plan.map.cards
        .flatMap((it) => ('objectives' in it ? it.objectives : []))
        .map((it) => [it.key, it.health, it.reading?.value]);
      assert.deepEqual(health, [
        ['company/second-order', 'on-track', 19.8],
        ['comms/care-know-how', 'at-risk', 47],
        ['comms/care-card#objective-1', 'on-track', 16.5],
        ['social/visits-from-clips', 'on-track', 8.9],
        ['social/reply-in-two-hours', 'at-risk', 160],
      ]);
    });

    test('leads from a caret to the thing around it', () => {
      const uri = uriIn('brackenlow', 'social.strategy.yaml');
      const text = made.files.get(uri)?.document.text.split('\n') ?? [];
      const at = (words: string): string | undefined => {
        const line = text.findIndex((it) => it.includes(words));
        return keyAt(plan, uri, { line, character: (text[line] ?? '').indexOf(words) + 1 });
      };
      assert.equal(at('intent: Use'), 'social#intent');
      assert.equal(at('id: visits-from-clips'), 'social/visits-from-clips');
      assert.equal(at('Recruit 20 owners'), 'social/owner-clips');
      assert.equal(at('id: first-reply'), 'social/first-reply');
      assert.equal(at('spec: strategy'), 'social');
    });
  });

  suite('the tutorial', () => {
    const made = openSample('bad-twitter-strategy');
    const plan = planOf(made, 'social');

    test('shows where the line is broken', () => {
      assert.equal(tactics(plan), '1 of 2 tactics traced');
      assert.deepEqual(money(plan), ['0 of 2,400 GBP traced']);
      const { state, kpis, findings } = card(plan, 'social/daily-posts', 'tactic');
      assert.deepEqual([state, kpis], ['hole', []]);
      const rules = plan.findings.filter((it) => findings.includes(it.key)).map((it) => it.rule);
      assert.ok(rules.includes('trace/tactic-without-strategy'));
    });

    test('keeps strategy and channel of one id apart', () => {
      assert.equal(card(plan, 'social/twitter', 'strategy').title, 'Our Twitter strategy');
      assert.equal(card(plan, 'social/twitter#2', 'channel').title, 'X (Twitter)');
      assert.ok(
        plan.map.edges.some((it) => it.above === 'social/complaint-replies' && it.below === 'social/twitter#2'),
      );
    });

    test('has an empty place for each thing that is missing or unknown', () => {
      const gaps = plan.map.gaps.map((it) => [it.of, it.kind, it.state, it.name]);
      for (const gap of [
        ['social/be-popular', 'metric', 'hole', undefined],
        ['social/twitter', 'goal', 'hole', undefined],
        ['social/daily-posts', 'strategy', 'hole', undefined],
        ['social/daily-posts', 'goal', 'hole', undefined],
        ['social/daily-posts', 'channel', 'unknown', 'twiter'],
      ])
        assert.ok(
          gaps.some((it) => JSON.stringify(it) === JSON.stringify(gap)),
          JSON.stringify(gap),
        );
      assert.ok(plan.map.gaps.every((it) => plan.places[it.key]?.aside));
    });

    test('is sound in the end', () => {
      const solved = planOf(openSample('bad-twitter-strategy/solution'), 'social');
      assert.equal(tactics(solved), '2 of 2 tactics traced');
      assert.deepEqual(solved.map.gaps, []);
    });
  });

  test('the café judges its readings from a table', () => {
    const [goal] = planOf(openSample('corner-cafe')).map.cards.filter((it): it is GoalCard => it.kind === 'goal');
    assert.deepEqual(
      goal?.objectives.map((it) => [it.health, it.reading]),
      [['on-track', { value: 58, period: '2026-W17' }]],
    );
  });

  for (const sample of [
    'brackenlow',
    'bad-twitter-strategy',
    'bad-twitter-strategy/solution',
    'corner-cafe',
  ] as const) {
    test(`${sample} is sound, whichever document is in front, and the same each time`, () => {
      const made = openSample(sample);
      for (const { name } of projectOf(made).strategies) {
        assertSound(made, planOf(made, name));
        assert.deepEqual(planOf(made, name), planOf(openSample(sample), name));
      }
    });
  }
});

suite('the words of a vocabulary', () => {
  for (const vocabulary of ['bmm', 'ogsm', 'okr', 'bsc', 'oasis']) {
    test(`${vocabulary}: cards say what messages say`, () => {
      const made = workspace({
        'strategy.config.yaml': `vocabulary: ${vocabulary}\n`,
        'a.strategy.yaml': 'title: A\n',
      });
      const { labels } = planOf(made);
      const noun = nounsOf(projectOf(made));
      for (const kind of ['goal', 'objective', 'strategy', 'tactic', 'kpi', 'channel'] as const)
        assert.equal(labels[kind].one, noun(kind));
    });
  }
});

suite('the editor’s questions', () => {
  const client = { snippets: false };
  const ask = <T>(feature: typeof planFeature, made: Workspace, uri: string): T =>
    feature.answer(made, { uri } as never, client) as T;

  test('plan: of the document, of the topmost for readings and configuration, and none', () => {
    const made = openSample('brackenlow');
    const at = (file: string): string | undefined =>
      ask<PlanAnswer>(planFeature, made, uriIn('brackenlow', file))?.document;
    assert.equal(at('social.strategy.yaml'), 'social');
    assert.equal(at('2026-q3.measures.yaml'), 'company');
    assert.equal(at('strategy.config.yaml'), 'company');
    assert.equal(ask<PlanAnswer>(planFeature, made, 'file:///elsewhere.strategy.yaml'), null);
    const bare = workspace({ 'strategy.config.yaml': 'preset: strict\n' });
    assert.equal(ask<PlanAnswer>(planFeature, bare, `${folder}/strategy.config.yaml`), null);
    assert.equal(ask<CoverageAnswer>(coverageFeature, bare, `${folder}/strategy.config.yaml`), null);
  });

  test('plan news: what differs from the plan that the client has, and the whole where that is not known', () => {
    const uri = uriIn('brackenlow', 'social.strategy.yaml');
    const news = (made: Workspace, of: string, since?: number): NonNullable<PlanNewsAnswer> => {
      const answer = planNews.answer(made, { uri: of, ...(since !== undefined && { since }) } as never, client);
      assert.ok(answer);
      return answer as NonNullable<PlanNewsAnswer>;
    };
    const made = openSample('brackenlow');
    const first = news(made, uri);
    assert.ok('plan' in first);
    assert.deepEqual(first.plan, planOf(made, 'social'));
    assert.deepEqual(news(made, uri, first.number), { number: first.number, since: first.number, difference: null });
    const next = edited(made, uri, 'title: ', 'title: New ');
    const second = news(next, uri, first.number);
    assert.ok('since' in second && second.difference && second.number !== first.number);
    assert.deepEqual(changed(first.plan, second.difference), planOf(next, 'social'));
    const other = news(next, uriIn('brackenlow', 'comms.strategy.yaml'), second.number);
    assert.ok('since' in other && other.difference);
    assert.deepEqual(changed(planOf(next, 'social'), other.difference), planOf(next, 'comms'));
    assert.ok('plan' in news(next, uri, first.number - 1));
    assert.equal(planNews.answer(made, { uri: 'file:///elsewhere.strategy.yaml' } as never, client), null);
  });

  test('coverage: counts as the plan does, and names each hole at its place', () => {
    const made = openSample('bad-twitter-strategy');
    const uri = uriIn('bad-twitter-strategy', 'social.strategy.yaml');
    const answer = ask<CoverageAnswer>(coverageFeature, made, uri);
    assert.deepEqual([answer?.traced, answer?.justified, answer?.holes.length], [1, 0, 1]);
    const [hole] = answer?.holes ?? [];
    assert.equal(hole?.title, 'Post every day until we go viral');
    assert.match(hole.message, /strategy/);
    assert.deepEqual([hole.uri, hole.line, hole.character], [uri, 9, 8]);
  });
});
