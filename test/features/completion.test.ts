import assert from 'node:assert/strict';
import {
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
  type InsertReplaceEdit,
} from 'vscode-languageserver-protocol';
import { completion } from '../../server/src/features/completion.ts';
import { ask, open } from '../kit/ask.ts';
import { afterAccepting } from './accept.ts';

function itemsAt(block: string): CompletionItem[] {
  return ask<CompletionList>(completion, open(block)).items;
}

/** What is offered, in the order of the list. */
function labels(block: string): string[] {
  return itemsAt(block)
    .toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map((it) => it.label);
}

function check(block: string, { holds = [], lacks = [] }: { holds?: string[]; lacks?: string[] }): void {
  const offered = labels(block);
  for (const it of holds) assert.ok(offered.includes(it), `${it} must be offered among: ${offered.join(', ')}`);
  for (const it of lacks) assert.ok(!offered.includes(it), `${it} must not be offered`);
}

/** The text after the item was accepted. */
function accepted(block: string, label: string): string {
  const marked = open(block);
  const item = ask<CompletionList>(completion, marked).items.find((it) => it.label === label);
  assert.ok(item, `${label} must be offered`);
  return afterAccepting(marked.text, item);
}

const plan = `
  title: Corner Café
  goals:
    - { id: regulars, title: Neighbours make us their habit, objectives: [{ kpi: weekly-regulars, target: 90, by: 2026-12-31 }] }
    - { id: famous, title: People know us }
  kpis:
    - { id: weekly-regulars, title: Card holders who came three times }
    - { id: followers, title: Followers }
  strategies:
    - { id: win-the-routine, title: Win the routine, goal: regulars }
`;

suite('completion', () => {
  suite('of keys', () => {
    test('offers those of the document that are still missing', () =>
      check('title: x\n$0', { holds: ['goals', 'tactics', 'intent'], lacks: ['title'] }));
    test('needed keys come first', () =>
      assert.deepEqual(labels(`${plan}  tactics:\n    - $0`).slice(0, 4), ['id', 'title', 'goal', 'kpi']));
    test('offers no key that stands below the cursor', () =>
      check(`${plan}  tactics:\n    - id: a\n      $0\n      kpi: weekly-regulars\n`, {
        holds: ['goal'],
        lacks: ['kpi', 'id'],
      }));
    test('inside braces', () => check('tactics:\n  - { id: a, $0 }', { holds: ['title', 'goal'], lacks: ['id'] }));
    test('says what the key means', () => {
      const item = itemsAt('$0').find((it) => it.label === 'goals');
      assert.match((item?.documentation as { value: string }).value, /\w+/);
    });
    test('opens the list below a collection, with what an item needs', () =>
      assert.equal(accepted('$0', 'goals').trimEnd(), 'goals:\n  - id: \n    title:'));
    test('writes its own columns, to which an editor adds none', () => {
      const item = itemsAt('goals:\n  - id: a\n    $0').find((it) => it.label === 'objectives');
      assert.equal(item?.insertTextMode, InsertTextMode.asIs);
      assert.match((item.textEdit as InsertReplaceEdit).newText, /^objectives:\n {6}- /);
    });
    test('keeps the colon that is there', () => assert.equal(accepted('ti$0: x\n', 'title'), 'title: x\n'));
    test('at the column of the dashes begins a new item', () =>
      assert.equal(accepted('goals:\n  - id: a\n  $0\n', 'id'), 'goals:\n  - id: a\n  - id: \n'));
    test('in place of a tab', () =>
      assert.equal(accepted('goals:\n  - id: a\n\t\t$0\n', 'title'), 'goals:\n  - id: a\n    title: \n'));
    test('of the settings of a project', () =>
      check('#- strategy.config.yaml\npreset: strict\n$0\n', { holds: ['rules', 'roles'], lacks: ['preset'] }));
  });

  suite('of values', () => {
    test('of a fixed list', () => check('status: $0', { holds: ['draft', 'approved'], lacks: ['dropped'] }));
    test('inside quotes replaces what lies between them', () =>
      assert.equal(accepted('status: "dr$0"\n', 'draft'), 'status: "draft"\n'));
    test('after a colon without a space adds the space', () =>
      assert.equal(accepted('status:$0\n', 'draft'), 'status: draft\n'));
    test('dates and periods', () => check('period: $0', { holds: ['2026', '2026-Q4'] }));
    test('nothing in a comment, a long text or a quoted line', () => {
      for (const it of ['# go$0', 'title: x # st$0', 'intent: |\n  one\n  $0', 'intent: "one\n  t$0wo"'])
        assert.deepEqual(labels(it), [], it);
    });
  });

  suite('of references', () => {
    test('by id and by title', () => {
      const item = itemsAt(`${plan}  tactics:\n    - id: a\n      goal: $0`).find((it) => it.label === 'regulars');
      assert.equal(item?.labelDetails?.description, 'Neighbours make us their habit');
      assert.match(item.filterText ?? '', /regulars.*habit/);
    });
    test('of the kind that the key takes', () =>
      check(`${plan}  tactics:\n    - id: a\n      goal: $0`, {
        holds: ['regulars', 'famous'],
        lacks: ['followers', 'win-the-routine'],
      }));
    test('what agrees with the strategy comes first', () =>
      assert.deepEqual(labels(`${plan}  tactics:\n    - id: a\n      strategy: win-the-routine\n      goal: $0`), [
        'regulars',
        'famous',
      ]));
    test('the KPIs of the goal come first', () =>
      assert.deepEqual(labels(`${plan}  tactics:\n    - id: a\n      goal: regulars\n      kpi: $0`), [
        'weekly-regulars',
        'followers',
      ]));
    test('not what the list holds already', () => {
      check(`${plan}  tactics:\n    - id: a\n      goal: [regulars, $0`, { holds: ['famous'], lacks: ['regulars'] });
      check(`${plan}  tactics:\n    - id: a\n      goal:\n        - regulars\n        - $0`, {
        holds: ['famous'],
        lacks: ['regulars'],
      });
    });
    test('across files, with the document in front', () =>
      check(
        `title: Social\nparent: company\ngoals:\n  - id: a\n    supports: $0\n#- company.strategy.yaml\ngoals:\n  - { id: loyal, title: Loyal }\n`,
        {
          holds: ['company/loyal'],
        },
      ));
    test('roles of the project', () =>
      check('owner: $0\n#- strategy.config.yaml\nroles: { ana: Owner }\n', { holds: ['ana'] }));
    test('rules of a waiver', () => check('waivers:\n  - rule: $0', { holds: ['trace/tactic-without-goal'] }));
  });

  suite('in broken documents', () => {
    const tail = 'goals:\n  - { id: regulars, title: R }\ntactics:\n  - id: a\n';
    for (const [name, head] of [
      ['an unclosed quote above', 'title: "Corner\n'],
      ['an unclosed bracket above', 'non_goals: [a, b\n'],
      ['a conflict above', '<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n'],
      ['a half-typed key above', 'titl\n'],
      ['a key twice', 'title: a\ntitle: b\n'],
      ['a tab above', 'situation:\n\tchallenge: x\n'],
    ] as const) {
      test(name, () => {
        check(`${head}${tail}    $0\n    kpi: x\n`, { holds: ['goal', 'title'], lacks: ['kpi', 'id'] });
        check(`${head}${tail}    goal: $0\n`, { holds: ['regulars'] });
      });
    }
  });

  suite('nothing is offered', () => {
    for (const [name, block] of [
      ['where a text goes on', 'title: Corner\n  ca$0\n'],
      ['where a text goes on behind a dash', 'status: draft\n    - a$0\n'],
      ['behind a value in brackets, before the comma', 'goals: [{ id: a, supports: [b $0] }]\n'],
      ['in braces, before the comma', 'goals: [{ id: a $0 }]\n'],
      ['on the mark of a conflict', '<<<<<<< HE$0AD\ntitle: a\n=======\n>>>>>>> x\n'],
      ['before the hash sign of a comment', 'status: $0# soon\n'],
    ] as const) {
      test(name, () => assert.deepEqual(labels(block), []));
    }
  });

  suite('of references that lead nowhere', () => {
    const two = (key: string): string => `goals:\n  - id: a\n    ${key}: $0\n  - id: b\n`;
    test('never the item itself', () => {
      check(two('supports'), { holds: ['b'], lacks: ['a'] });
      check(two('superseded_by'), { holds: ['b'], lacks: ['a'] });
    });
    test('never in a circle', () => {
      check(
        'goals:\n  - id: a\n    supports: $0\n  - { id: b, supports: c }\n  - { id: c, supports: a }\n  - id: d\n',
        { holds: ['d'], lacks: ['a', 'b', 'c'] },
      );
      check('parent: $0\n#- company.strategy.yaml\ntitle: C\n#- below.strategy.yaml\nparent: plan\n', {
        holds: ['company'],
        lacks: ['plan', 'below'],
      });
    });
    test('not the half-typed role as a role', () =>
      check('owner: an$0\ngoals: [{ id: a, owner: bea }]\n', { holds: ['bea'], lacks: ['an'] }));
    test('not the keys on both sides of a conflict', () =>
      check('goals:\n  - id: a\n<<<<<<< HEAD\n    title: x\n=======\n    title: y\n>>>>>>> z\n    $0\n', {
        holds: ['owner'],
        lacks: ['id', 'title'],
      }));
    test('not an item of the list that stands above', () =>
      check('goals:\n  - { id: a }\n  - { id: b }\ntactics:\n  - goal:\n      - a\n      $0\n', {
        holds: ['b'],
        lacks: ['a'],
      }));
  });
});
