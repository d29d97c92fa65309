import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-protocol';
import { hover } from '../../server/src/features/hover.ts';
import { ask, open } from '../kit/ask.ts';

suite('hover', () => {
  function words(block: string): string {
    const answer = ask<Hover | null>(hover, open(block));
    return answer ? (answer.contents as { value: string }).value : '';
  }
  test('on a mention tells what it means and where it is used', () =>
    assert.match(
      words('goals:\n  - { id: loyal, title: They come back }\ntactics:\n  - { id: a, goal: loy$0al }\n'),
      /\*\*Goal\*\* They come back[^]*Used by 1 tactic/,
    ));
  test('on a key what it is, with an example', () => assert.match(words('goa$0ls:\n  - id: a\n'), /Goals[^]*example/i));
  test('on a fixed word its meaning first', () => assert.match(words('status: dra$0ft\n'), /^\*\*draft\*\*: /));
  test('on the id of the document', () =>
    assert.match(words('id: he$0re\ntitle: The plan\n'), /^\*\*Plan\*\* The plan/));
  test('on a rule what it finds', () =>
    assert.match(words('waivers:\n  - { rule: trace/tactic-w$0ithout-goal }\n'), /Finds a tactic that names no goal/));
  test('writes the author’s text as it is', () =>
    assert.match(
      words('goals:\n  - { id: loyal, title: "<b>*x*</b>" }\ntactics:\n  - { id: a, goal: loy$0al }\n'),
      /\\<b\\>\\\*x\\\*/,
    ));
  test('is silent elsewhere', () => assert.equal(words('title: so$0me\n'), ''));
});
