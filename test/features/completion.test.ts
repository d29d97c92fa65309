import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { completion } from '../../server/src/features/completion.ts';
import { ask, open } from '../kit/ask.ts';
import { runs } from '../kit/broken.ts';
import { afterAccepting, faultsAt, offeredAt, type Spot } from './accept.ts';

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
    test('opens the list below a collection', () => assert.equal(accepted('$0', 'goals').trimEnd(), 'goals:\n  -'));
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

  suite('what is accepted', () => {
    const goals = 'goals:\n  - { id: regulars, title: R }\n  - { id: famous, title: F }\n';
    for (const [name, block, label, after] of [
      ['behind a bare dash', 'goals:\n  -$0\n', 'id', 'goals:\n  - id: \n'],
      [
        'behind a dash with its keys deeper',
        'goals:\n  - $0\n      title: x\n',
        'id',
        'goals:\n  -   id: \n      title: x\n',
      ],
      ['between a key and its list', 'goals:\n    $0\n  - id: a\n', 'id', 'goals:\n  - id: \n  - id: a\n'],
      [
        'between the keys of an item, at the left edge',
        'goals:\n  - id: a\n$0\n    owner: x\n',
        'title',
        'goals:\n  - id: a\n    title: \n    owner: x\n',
      ],
      [
        'a word at the wrong column',
        'goals:\n  - id: a\n  ti$0\n    owner: x\n',
        'title',
        'goals:\n  - id: a\n    title: \n    owner: x\n',
      ],
      ['a key with its list below', 'title: x\ngo$0\n  - id: a\n', 'goals', 'title: x\ngoals:\n  - id: a\n'],
      [
        'a key with its map below',
        'title: x\nsi$0\n  challenge: y\n',
        'situation',
        'title: x\nsituation:\n  challenge: y\n',
      ],
      ['below a key with a comment', 'situation: # now\n  $0\n', 'challenge', 'situation: # now\n  challenge: \n'],
      ['below a key with an anchor', 'situation: &s\n  $0\n', 'challenge', 'situation: &s\n  challenge: \n'],
      ['before a comment', 'status: $0 # soon\n', 'draft', 'status: draft # soon\n'],
      ['behind a colon in braces', 'goals: [{ id: a, status:$0 }]\n', 'active', 'goals: [{ id: a, status: active }]\n'],
      [
        'half a value behind a colon in braces',
        'goals: [{ id: a, status:ac$0 }]\n',
        'active',
        'goals: [{ id: a, status: active }]\n',
      ],
      [
        'before a key in braces',
        'goals: [{ id: a, $0 title: x }]\n',
        'owner',
        'goals: [{ id: a, owner: , title: x }]\n',
      ],
      [
        'a word before a key in braces',
        'goals: [{ id: a, ow$0 title: x }]\n',
        'owner',
        'goals: [{ id: a, owner: , title: x }]\n',
      ],
      [
        'in braces, with more on the next line',
        'goals: [{\n  id: a,\n  ow$0\n  title: x }]\n',
        'owner',
        'goals: [{\n  id: a,\n  owner: ,\n  title: x }]\n',
      ],
      [
        'before a value in brackets',
        `${goals}tactics: [{ id: a, goal: [$0 regulars] }]\n`,
        'famous',
        `${goals}tactics: [{ id: a, goal: [famous, regulars] }]\n`,
      ],
      ['a severity', '#- strategy.config.yaml\nrules: { kpi/vanity: $0 }\n', 'off', 'rules: { kpi/vanity: off }\n'],
      [
        'with the line ends of the file',
        'title: x\r\nstatus: draft\r\n$0',
        'goals',
        'title: x\r\nstatus: draft\r\ngoals:\r\n  - ',
      ],
      ['behind a byte order mark', '\ufefftit$0', 'title', '\ufefftitle: '],
      [
        'an id that reads as something else',
        'goals:\n  - { id: "2026", title: x }\n  - id: a\n    supports: $0\n',
        '2026',
        'goals:\n  - { id: "2026", title: x }\n  - id: a\n    supports: "2026"\n',
      ],
    ] as const) {
      test(name, () => assert.equal(accepted(block, label), after));
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

  suite('wherever the cursor stands, what is offered fits, and the text can be read afterwards', function () {
    this.timeout(process.env['LONG'] ? 3_000_000 : 120_000);

    test('at every offset of every sample, with the rest of the line deleted', () => {
      const step = process.env['LONG'] ? 1 : 61;
      let asked = 0;
      for (const { uri, text: whole } of samples) {
        for (let offset = 0; offset <= whole.length; offset += step) {
          const end = /[\r\n]|$/.exec(whole.slice(offset))?.index ?? 0;
          const spot = { uri, text: whole.slice(0, offset) + whole.slice(offset + end), offset };
          asked += offeredAt(spot).length > 0 ? 1 : 0;
          assertFine(spot, offset % 13);
        }
      }
      assert.ok(asked > 100);
    });

    test('where a stretch of a sample is gone, or something is half typed', () =>
      fc.assert(
        fc.property(spots, fc.nat(6), (spot, nth) => {
          assertFine(spot, nth, 7);
        }),
        { numRuns: runs(0.15) },
      ));
  });
});

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((it) => it.endsWith('.yaml'))
  .map((it) => ({
    uri: `file:///project/${it.slice(it.lastIndexOf('/') + 1)}`,
    text: readFileSync(new URL(it, folder), 'utf8'),
  }));

/** Each nth of the items, beginning with one of them; all would take too long. */
function assertFine(spot: Spot, first: number, nth = 13): void {
  const faults = faultsAt(spot, (_, index) => index % nth === first);
  const { text, offset } = spot;
  assert.deepEqual(
    faults,
    [],
    `at $0 in:\n${text.slice(Math.max(0, offset - 200), offset)}$0${text.slice(offset, offset + 100)}`,
  );
}

/** Some lines of a sample, and in them one thing that people leave behind while they type; the cursor stands there. */
const spots: fc.Arbitrary<Spot> = fc
  .record({
    sample: fc.constantFrom(...samples),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.integer({ min: 3, max: 40 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    typed: fc.oneof(
      fc.record({ cut: fc.oneof(fc.constant(Infinity), fc.nat(80)) }),
      fc.record({
        indent: fc.nat(10),
        line: fc.constantFrom('', '- ', '-', 'go', 'titl', '- go', '{ ', '- { id: x, ', 'goal: ', 'goal:'),
      }),
    ),
    eol: fc.constantFrom('\n', '\n', '\n', '\r\n'),
  })
  .map(({ sample: { uri, text: whole }, from, count, at, typed, eol }) => {
    const all = whole.split('\n');
    const first = Math.floor(from * Math.max(0, all.length - 5));
    const lines = all.slice(first, first + count);
    if ('cut' in typed) {
      const text = lines.join(eol);
      const offset = Math.floor(at * text.length);
      return { uri, text: text.slice(0, offset) + text.slice(offset + typed.cut), offset };
    }
    const nth = Math.floor(at * lines.length);
    const head = [...lines.slice(0, nth), ' '.repeat(typed.indent) + typed.line].join(eol);
    return { uri, text: [head, ...lines.slice(nth)].join(eol), offset: head.length };
  });
