import assert from 'node:assert/strict';
import { afterAccepting, offeredAt } from './accept.ts';

/** The text after an item was accepted; `$0` is the cursor. */
function accepted(marked: string, label: string, name = 'plan.strategy.yaml'): string {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const items = offeredAt({ uri: `file:///project/${name}`, text, offset });
  const item = items.find((it) => it.label === label);
  assert.ok(item, `${label} must be offered among: ${items.map((it) => it.label).join(', ')}`);
  return afterAccepting(text, item);
}

suite('completion, accepted', () => {
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
    ['before a key in braces', 'goals: [{ id: a, $0 title: x }]\n', 'owner', 'goals: [{ id: a, owner: , title: x }]\n'],
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
    [
      'with the line ends of the file',
      'title: x\r\nstatus: draft\r\n$0',
      'goals',
      'title: x\r\nstatus: draft\r\ngoals:\r\n  - id: \r\n    title: ',
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
  test('a severity', () =>
    assert.equal(
      accepted('rules: { kpi/vanity: $0 }\n', 'off', 'strategy.config.yaml'),
      'rules: { kpi/vanity: off }\n',
    ));
});
