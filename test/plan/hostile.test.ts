import assert from 'node:assert/strict';
import { makePlan } from '../../server/src/plan/make-plan.ts';
import { planOf, projectOf } from '../preview/samples.ts';
import { assertSound, folder, workspace } from './kit.ts';

suite('hostile texts', () => {
  const many = (count: number): string =>
    `title: Big\ntactics:\n${Array.from({ length: count }, (_, index) => `  - { id: t-${index}, title: T ${index}, goal: g }\n`).join('')}`;
  const projects: Record<string, Record<string, string>> = {
    'an empty file': { 'a.strategy.yaml': '' },
    'a list, a word, a byte order mark': {
      'a.strategy.yaml': '- a\n',
      'b.strategy.yaml': 'word',
      'c.strategy.yaml': '\ufefftitle: C\r\nintent: "x"\r',
    },
    'no title, empty titles': {
      'a.strategy.yaml': 'goals:\n  - id: g\n  - { title: "" }\n  - {}\n  -\ntactics: [{ id: t, title: " " }]\n',
    },
    'names of the language': {
      '__proto__.strategy.yaml':
        'title: __proto__\ngoals: [{ id: constructor, title: C }, { id: __proto__, title: P }]\n',
      'constructor.strategy.yaml':
        'id: __proto__\nparent: __proto__\ngoals: [{ id: to-string, supports: __proto__/constructor }]\n',
    },
    'numeric ids': {
      '2026.strategy.yaml':
        'title: 2026\nid: 7\ngoals: [{ id: 1, title: 2 }]\nstrategies: [{ id: s, title: S, goal: 1 }]\n',
    },
    'one id, many holders': {
      'a.strategy.yaml': 'id: x\ntitle: A\ngoals: [{ id: g }, { id: g }]\nchannels: [{ id: g }]\n',
      'b.strategy.yaml': 'id: x\ntitle: B\ngoals: [{ id: g }, { id: g, objectives: [{ id: g }, {}] }]\n',
    },
    loops: {
      'a.strategy.yaml': 'parent: b\ngoals: [{ id: g, supports: h }, { id: h, supports: g }, { id: i, supports: i }]\n',
      'b.strategy.yaml': 'parent: a\nstrategies: [{ id: s, part_of: t }, { id: t, part_of: s }]\n',
      'c.strategy.yaml': 'parent: c\n',
    },
    'references that lead nowhere': {
      'a.strategy.yaml':
        'parent: gone\ngoals: [{ id: g, metric: [a, gone/b, "", g], supports: "</b>" }]\ntactics: [{ id: t, strategy: "a/b/c", goal: [x, x], kpi: [x, x, g], channel: g, objectives: [{ kpi: y }] }]\n',
    },
    'values that do not fit': {
      'a.strategy.yaml':
        'title: [a]\nkind: 7\nperiod: {}\nnon_goals: [1, { a: b }, ""]\nbudget: { total: lots }\ntactics: [{ id: t, budget: { planned: many }, objectives: 5, start: never }, 5, [a]]\ngoals: 3\n',
    },
    'aliases and merge keys': {
      'a.strategy.yaml':
        'title: A\ngoals:\n  - &g { id: g, title: G }\n  - *g\n  - { <<: *g, id: h }\ntactics:\n  - { id: t, title: T, goal: &name g }\n  - { id: u, title: U, goal: *name }\n',
    },
    'text that was never readable': {
      'a.strategy.yaml': 'title: "A\ngoals: [\n  - x',
      'b.strategy.yaml': '<<<<<<< a\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n',
    },
    'three hundred tactics': { 'a.strategy.yaml': many(300) },
    'a broken configuration': { 'strategy.config.yaml': 'roles: [', 'a.strategy.yaml': 'title: A\nowner: x\n' },
  };

  for (const [name, texts] of Object.entries(projects)) {
    test(name, () => {
      const made = workspace(texts);
      for (const front of projectOf(made).strategies) {
        const plan = makePlan(made, projectOf(made), front);
        assertSound(made, plan);
        assert.deepEqual(makePlan(made, projectOf(made), front), plan);
        assert.equal(plan.documents.length, projectOf(made).strategies.length);
      }
    });
  }

  test('cut off or broken at any place keep a plan that points into the text', function () {
    this.timeout(20_000);
    const uri = `${folder}/a.strategy.yaml`;
    const text =
      'title: A\nintent: Why\ngoals:\n  - id: g\n    title: "G"\n    objectives: [{ kpi: k }]\ntactics:\n  - { id: t, goal: g }\nkpis:\n  - id: k\n';
    const start = workspace({ 'a.strategy.yaml': text });
    for (let at = 0; at <= text.length; at++) {
      for (const piece of [
        text.slice(0, at),
        text.slice(at),
        `${text.slice(0, at)}"${text.slice(at)}`,
        `${text.slice(0, at)}{\n${text.slice(at)}`,
      ]) {
        const made = start.with([[uri, piece]]);
        assertSound(made, planOf(made));
      }
    }
  });

  test('of many tactics cost in proportion to their number', function () {
    this.timeout(20_000);
    const time = (count: number): number => {
      const made = workspace({ 'a.strategy.yaml': many(count) });
      planOf(made);
      const runs = Array.from({ length: 5 }, () => {
        const start = performance.now();
        planOf(made);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    time(200);
    const [small, large] = [time(200), time(1600)];
    assert.ok(large < Math.max(small * 24, 60), `${small.toFixed(1)} ms for 200, ${large.toFixed(1)} ms for 1600`);
  });
});
