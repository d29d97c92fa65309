import assert from 'node:assert/strict';
import type { Plan } from '../../server/src/plan/plan.ts';
import { planOf } from '../preview/samples.ts';
import { card, money, tactics, workspace } from './kit.ts';

suite('a trace state', () => {
  const base = `title: P
kind: company
metrics: [{ id: m, title: M }]
goals:
  - { id: g, title: G, metric: m, objectives: [{ kpi: k, baseline: 1, target: 9, by: 2026-12-31 }] }
kpis: [{ id: k, title: K, unit: count, direction: increase }]
strategies: [{ id: s, title: Ask before telling, goal: g }]
`;
  const tactic = (more: string, after = ''): Plan =>
    planOf(workspace({ 'p.strategy.yaml': `${base}tactics:\n  - { id: t, title: T${more} }\n${after}` }));

  test('is ok where strategy, goal and KPI are named', () => {
    assert.equal(card(tactic(', strategy: s, goal: g, kpi: k'), 'p/t', 'tactic').state, 'ok');
  });

  test('is a hole where the goal is unknown, of another kind, or no name at all', () => {
    for (const goal of ['nowhere', 's', '{ a: b }']) {
      const plan = tactic(`, strategy: s, goal: ${goal}, kpi: k`);
      assert.equal(plan.findings.length > 0 && card(plan, 'p/t', 'tactic').state, 'hole', goal);
    }
    const [gap] = tactic(', strategy: s, goal: s, kpi: k').map.gaps;
    assert.deepEqual([gap?.state, gap?.name, gap?.is], ['unknown', 's', 'strategy']);
  });

  test('does not mind a broken reference that carries no trace', () => {
    assert.equal(card(tactic(', strategy: s, goal: g, kpi: k, evidence: nowhere'), 'p/t', 'tactic').state, 'ok');
  });

  test('is justified by a waiver with its reason, and a hole again when that has expired', () => {
    const waiver = (until: string): string =>
      `waivers: [{ rule: trace/tactic-without-strategy, target: t, reason: Enabling work., approved_by: ceo, until: ${until} }]\n`;
    const { state, reason } = card(tactic(', goal: g, kpi: k', waiver('2026-12-31')), 'p/t', 'tactic');
    assert.deepEqual([state, reason], ['justified', 'Enabling work.']);
    assert.equal(card(tactic(', goal: g, kpi: k', waiver('2026-01-31')), 'p/t', 'tactic').state, 'hole');
    assert.equal(tactics(tactic(', goal: g, kpi: k', waiver('2026-12-31'))), '0 of 0 tactics traced, 1 justified');
  });

  test('is a hole for a tactic whose KPI has no target, and the card says why', () => {
    const plan = planOf(
      workspace({
        'p.strategy.yaml': `${base.replace('kpis: [', 'kpis: [{ id: l, title: L, drives: k }, ')}tactics:\n  - { id: t, title: T, strategy: s, goal: g, kpi: l }\n`,
      }),
    );
    const { state, findings } = card(plan, 'p/t', 'tactic');
    assert.equal(state, 'hole');
    const [why] = plan.findings.filter((it) => it.rule === 'trace/kpi-without-target');
    assert.ok(why?.on === 'p/l' && findings.includes(why.key));
  });

  test('marks the reference that does not agree', () => {
    const other = base.replace(
      'goals:\n',
      'goals:\n  - { id: h, title: H, metric: m, objectives: [{ kpi: k, target: 2, by: 2026-12-31 }] }\n',
    );
    const plan = planOf(
      workspace({ 'p.strategy.yaml': `${other}tactics:\n  - { id: t, title: T, strategy: s, goal: h, kpi: k }\n` }),
    );
    const edge = plan.map.edges.find((it) => it.above === 'p/h' && it.below === 'p/t');
    assert.equal(edge?.state, 'hole');
  });

  test('is not given to what is dropped, and that counts nowhere', () => {
    const plan = tactic(', strategy: s, goal: g, kpi: k, status: dropped, budget: { planned: 5, unit: EUR }');
    const { state, dropped } = card(plan, 'p/t', 'tactic');
    assert.deepEqual([state, dropped], [undefined, true]);
    assert.deepEqual(plan.coverage, { tactics: { traced: 0, holes: 0, justified: 0 }, money: [] });
    assert.deepEqual(plan.page.tactics, []);
  });

  test('of a retired plan is none, and whoever opens it still sees what was in it', () => {
    const made = workspace({ 'p.strategy.yaml': `status: retired\n${base}`, 'q.strategy.yaml': 'title: Q\n' });
    assert.deepEqual(planOf(made, 'p').page.goals, ['p/g']);
    assert.ok(planOf(made, 'q').map.cards.every((it) => it.dropped));
  });
});

suite('money', () => {
  const text = (budget: string, ...tactics: readonly string[]): string =>
    `title: A\n${budget}tactics:\n${tactics.map((it, index) => `  - { id: t-${index}, title: T, budget: ${it} }\n`).join('')}`;

  test('is told by unit, and in the document’s unit where a tactic says none', () => {
    const plan = planOf(
      workspace({
        'a.strategy.yaml': text('budget: { total: 10, unit: EUR }\n', '{ planned: 4 }', '{ planned: 3, unit: GBP }'),
      }),
    );
    assert.deepEqual(money(plan), ['0 of 10 EUR traced, 6 not allocated', '0 of 3 GBP traced']);
  });

  test('beyond a budget is told, and a plan without a budget takes nothing from the others', () => {
    const made = workspace({
      'a.strategy.yaml': text('budget: { total: 10, unit: EUR }\n', '{ planned: 12.1 }'),
      'b.strategy.yaml': text('', '{ planned: 5.2, unit: EUR }'),
    });
    assert.deepEqual(money(planOf(made, 'a')), ['0 of 15.2 EUR traced, 2.1 over the budget']);
  });
});
