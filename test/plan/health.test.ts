import assert from 'node:assert/strict';
import { planOf } from '../preview/samples.ts';
import { card, workspace } from './kit.ts';

suite('health', () => {
  const health = (
    objective: string,
    csv: string,
    today = '2026-06-30',
    kpi = 'unit: count, cadence: monthly',
  ): unknown => {
    const made = workspace(
      {
        'p.strategy.yaml': `title: P\nperiod: 2026\ngoals:\n  - { id: g, title: G, objectives: [{ id: o, kpi: k, ${objective} }] }\nkpis: [{ id: k, title: K, ${kpi} }]\n`,
        'r.measures.csv': `kpi,period,value\n${csv}`,
      },
      today,
    );
    return card(planOf(made), 'p/g', 'goal').objectives.map((it) => it.health)[0];
  };
  const path = 'baseline: 0, target: 120, by: 2026-12-31';

  test('compares progress with the path', () => {
    assert.equal(health(path, 'k,2026-05,49'), 'on-track');
    assert.equal(health(path, 'k,2026-05,40'), 'at-risk');
    assert.equal(health(path, 'k,2026-05,30'), 'off-track');
    assert.equal(health(`${path}, trajectory: { 2026-05: 20 }`, 'k,2026-05,20'), 'on-track');
    assert.equal(health('baseline: 120, target: 0, by: 2026-12-31', 'k,2026-05,70'), 'on-track');
  });

  test('knows limits', () => {
    assert.equal(health('target: { min: 3, max: 9 }, by: 2026-12-31', 'k,2026-05,9'), 'on-track');
    assert.equal(health('target: { min: 3, max: 9 }, by: 2026-12-31', 'k,2026-05,10'), 'off-track');
  });

  test('is no data without a reading, and without a path', () => {
    assert.equal(health(path, ''), 'no-data');
    assert.equal(health('target: 120, by: 2026-12-31', 'k,2026-05,99'), 'no-data');
    assert.equal(health('baseline: 5, target: 5, by: 2026-12-31', 'k,2026-05,99'), 'no-data');
    assert.equal(health(path, 'k,2026-13,99'), 'no-data');
  });

  test('is stale when a newer reading should be there, but not for what has no rhythm', () => {
    assert.equal(health(path, 'k,2026-03,30', '2026-05-16'), 'stale');
    assert.equal(health(path, 'k,2026-03,30', '2026-05-15'), 'on-track');
    assert.equal(health(path, 'k,2026-01,10', '2026-12-01', 'cadence: irregular'), 'on-track');
  });

  test('takes what somebody said since, with a note, before what the numbers say', () => {
    const said = (date: string, note: string): unknown => {
      const made = workspace({
        'p.strategy.yaml': `title: P\nperiod: 2026\ngoals:\n  - { id: g, title: G, objectives: [{ id: o, kpi: k, ${path} }] }\nkpis: [{ id: k, title: K }]\n`,
        'r.measures.yaml': `measurements: [{ kpi: k, period: 2026-05, value: 49 }]\ncheck_ins: [{ date: ${date}, target: p/o, health: off-track${note} }]\n`,
      });
      return card(planOf(made), 'p/g', 'goal').objectives[0]?.health;
    };
    assert.equal(said('2026-06-02', ', note: The supplier has left.'), 'off-track');
    assert.equal(said('2026-06-02', ''), 'on-track');
    assert.equal(said('2026-05-02', ', note: Before.'), 'on-track');
    assert.equal(said('2026-08-02', ', note: Not yet said.'), 'on-track');
  });
});
