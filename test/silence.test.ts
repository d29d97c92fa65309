import assert from 'node:assert/strict';
import { announced } from '../server/src/rules/announced.ts';
import { rules } from '../server/src/rules/index.ts';
import { folder, splitFiles, workspaceOf } from './kit/marked.ts';

suite('silencing', () => {
  test('a rule that is announced is not written yet', () => {
    const written = new Set<string>(rules.map(({ id }) => id));
    assert.deepEqual(
      announced.filter((it) => written.has(it)),
      [],
    );
    assert.deepEqual([...announced].sort(), announced);
  });

  test('a comment silences its own line, or the next that says something, and nothing else', () => {
    const plan = (first: string, second: string): string => `
      title: Corner Café 2026
      ${first}
      ownr: ana ${second}
      perod: 2026`;
    const fine = '# strategy-ignore schema/unknown-key: kept for the printer';
    assert.deepEqual(shown(plan('', '')), ['schema/unknown-key 4', 'schema/unknown-key 5']);
    assert.deepEqual(shown(plan('', fine)), ['schema/unknown-key 5']);
    assert.deepEqual(shown(plan(fine, '')), ['schema/unknown-key 5']);
    assert.deepEqual(shown(plan(`${fine}\n      # another comment\n\n`, '')), ['schema/unknown-key 8']);
  });

  test('a comment names several rules', () => {
    const text = `
      title: Corner Café 2026 # strategy-ignore schema/unknown-key, schema/value: they stand in the next line
      # strategy-ignore schema/unknown-key, schema/value : both are fine
      x: { ownr: ana }
      # strategy-ignore schema/unknown-key,schema/value: both are fine
      status: foo`;
    assert.deepEqual(
      shown(text).filter((it) => it.startsWith('schema')),
      [],
    );
  });

  test('no comment silences what cannot be read', () => {
    const text = `
      # strategy-ignore schema/syntax: we know
      title: "Corner Café 2026`;
    assert.deepEqual(shown(text), ['schema/syntax 3']);
  });

  test('what looks like such a comment in a text is none', () => {
    const text = `
      title: Corner Café 2026
      description: |
        # strategy-ignore schema/unknown-key: part of the text
      ownr: ana`;
    assert.deepEqual(shown(text), ['schema/unknown-key 5']);
  });

  test('a comment whose finding hides behind another is in use', () => {
    const text = `
      title: Corner Café 2026
      tactics:
        # strategy-ignore trace/tactic-without-kpi: it comes with the goal
        - { id: stamp-card, title: Stamp card }`;
    assert.deepEqual(
      shown(text).filter((it) => it.startsWith('ignore')),
      [],
    );
  });

  test('a waiver covers an item, what is nested in it, and the whole document where it names nothing', () => {
    const plan = (target: string): string => `
      title: Corner Café, the company
      kind: company
      owner: ana
      goals:
        - { id: regulars, title: Neighbours make us their weekday habit, metric: sales }
        - { id: students, title: Students stay through the afternoon, metric: sales }
      metrics: [{ id: sales, title: Sales }]
      waivers: [{ rule: trace/goal-without-objective, ${target} reason: It follows, approved_by: ana }]`;
    const found = (target: string): string[] => shown(plan(target)).filter((it) => it.includes('objective'));
    assert.deepEqual(found(''), []);
    assert.deepEqual(found('target: regulars,'), ['trace/goal-without-objective 7']);
    assert.deepEqual(found('target: [regulars, students],'), []);
    assert.deepEqual(found('target: plan,'), []);
    assert.deepEqual(found('target: nobody,'), ['trace/goal-without-objective 6', 'trace/goal-without-objective 7']);
  });

  test('a finding after the end of its waiver says how long it was accepted', () => {
    const text = `
      title: Corner Café, the company
      kind: company
      metrics: [{ id: sales, title: Sales }]
      goals: [{ id: regulars, title: Neighbours make us their weekday habit, metric: sales }]
      waivers: [{ rule: trace/goal-without-objective, reason: It follows, approved_by: ana, until: 2026-01-31 }]`;
    assert.deepEqual(
      shown(text).filter((it) => /objective|waiver/.test(it)),
      ['trace/goal-without-objective 5', 'waiver/expired 6'],
    );
    const [found] = findings(text).filter(({ rule }) => rule.id === 'trace/goal-without-objective');
    assert.match(found?.message ?? '', /It was accepted until 2026-01-31\.$/);
  });

  test('a rule that is off in the configuration is silent, and so is what silences it', () => {
    const text = `
      title: Corner Café 2026
      ownr: ana # strategy-ignore schema/unknown-key: kept
#- strategy.config.yaml
rules: { schema/unknown-key: off }
`;
    assert.deepEqual(shown(text), []);
    const some = text.replace(
      'rules: { schema/unknown-key: off }',
      'files: [{ match: "*.strategy.yaml", off: [schema/*] }]',
    );
    assert.deepEqual(shown(some), []);
  });

  for (const match of ['""', '"["', '"!("', '"{a,"', '"**/***"', '"\\\\"', `"${'*'.repeat(200)}"`]) {
    test(`the pattern ${match.slice(0, 12)} of the configuration does no harm`, () => {
      assert.ok(
        Array.isArray(shown(`title: x\n#- strategy.config.yaml\nfiles: [{ match: ${match}, off: [schema/*] }]\n`)),
      );
    });
  }
});

function findings(block: string) {
  const { files, today } = splitFiles(block.replace(/^\n/, '\n'));
  const workspace = workspaceOf({ files, today });
  return [...files.keys()].flatMap((name) => workspace.findingsIn(`${folder}/${name}`));
}

/** The rule and the line of what is shown about the form and the rules that are named here. */
function shown(block: string): string[] {
  return findings(block)
    .filter(
      ({ justified, rule }) =>
        justified === undefined && /^(?:schema|ignore|waiver)\/|goal-without-objective/.test(rule.id),
    )
    .map(({ rule, stretch, file }) => `${rule.id} ${file.document.text.slice(0, stretch.start).split('\n').length}`);
}
