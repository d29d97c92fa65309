import assert from 'node:assert/strict';
import { dedent } from './kit/ask.ts';
import { folder, splitFiles, workspaceOf } from './kit/marked.ts';

/** What is found in all files of a block, in reading order, in the preset `starter`. */
function found(block: string): string[] {
  const split = splitFiles(`${dedent(block)}#- strategy.config.yaml\npreset: starter\n`);
  const workspace = workspaceOf(split);
  return [...split.files.keys()].flatMap((name) => workspace.findingsIn(`${folder}/${name}`)).map((it) => it.rule.id);
}

const plan = `
  title: Corner Café 2026
  intent: Fill the quiet weekday mornings with neighbours who come back.
  metrics: [{ id: sales, title: Weekday sales }]
  goals:
    - { id: regulars, title: Neighbours come back, metric: sales, objectives: [{ kpi: visits, baseline: 40, target: 90, by: 2026-12-31 }] }
  kpis:
    - { id: visits, title: Card holders who came three times, level: outcome, unit: count, direction: increase }
  strategies:
    - { id: routine, title: Win the routine, approach: Make every weekday easier than elsewhere., goal: regulars }
  tactics:
    - id: stamps
      title: Stamp card
      strategy: routine
      goal: regulars
      kpi: visits
      owner: ana
`;

/** The sound plan with one piece of text replaced. */
function but(text: string, piece: string): string[] {
  assert.ok(plan.includes(text));
  return found(plan.replace(text, piece));
}

suite('one root cause, one finding', () => {
  test('a sound plan has none', () => assert.deepEqual(found(plan), []));
  test('a misspelt key is not missing as well', () => {
    assert.deepEqual(but('    goal: regulars\n      kpi', '    gaol: regulars\n      kpi'), ['schema/unknown-key']);
    assert.deepEqual(but('    kpi: visits\n', '    kpis: visits\n'), ['schema/unknown-key']);
    assert.deepEqual(but('intent:', 'intnt:'), ['schema/unknown-key']);
    assert.deepEqual(but('objectives:', 'objectvies:'), ['schema/unknown-key']);
  });
  test('an unknown name counts as written', () => {
    assert.deepEqual(but('    goal: regulars\n      kpi', '    goal: regular\n      kpi'), ['trace/unknown-reference']);
    assert.deepEqual(but('kpi: visits, baseline', 'kpi: visit, baseline'), ['trace/unknown-reference']);
    assert.deepEqual(but('strategy: routine', 'strategy: company/routine'), ['trace/unknown-reference']);
  });
  test('a value that does not fit is not missing as well', () => {
    assert.deepEqual(but('target: 90', 'target: many'), ['objective/not-measurable']);
    assert.deepEqual(but('unit: count', 'unit: pieces'), ['schema/value']);
    assert.deepEqual(but('by: 2026-12-31', 'by: 2026-02-30'), ['schema/value']);
  });
  test('text that cannot be read hides what it might say', () => {
    assert.deepEqual(but('title: Stamp card', 'title: "Stamp card'), ['schema/syntax']);
    assert.deepEqual(but('title: Win the routine', 'title: "Win the routine'), ['schema/syntax']);
    assert.deepEqual(but('    goal: regulars\n      kpi', '    goal\n      kpi'), ['schema/syntax']);
  });
  test('a tactic that serves nothing is said to once', () =>
    assert.deepEqual(but('      strategy: routine\n      goal: regulars\n      kpi: visits\n', ''), [
      'trace/tactic-without-strategy',
    ]));
  test('what is hidden appears when its cause is silenced', () => {
    const bare = plan.replace('      strategy: routine\n      goal: regulars\n      kpi: visits\n', '');
    const silenced = bare.replace(
      '    - id: stamps',
      '    # strategy-ignore trace/tactic-without-strategy: agreed\n    - id: stamps',
    );
    assert.deepEqual(found(silenced), ['trace/tactic-without-goal', 'trace/tactic-without-strategy']);
  });
});
