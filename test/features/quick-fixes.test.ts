import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { quickFixes } from '../../server/src/features/quick-fixes.ts';
import { commentsOf } from '../../server/src/syntax/document.ts';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';
import { afterEdit, client, positionAt } from '../kit/ask.ts';

/** What is offered for a whole file. */
function actionsIn(workspace: Workspace, uri: string, context: object = {}): CodeAction[] {
  const text = workspace.files.get(uri)?.document.text ?? '';
  const range = { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
  return quickFixes.answer(workspace, params as never, client) as CodeAction[];
}

const uri = 'file:///project/plan.strategy.yaml';

function workspaceWith(text: string): Workspace {
  return createWorkspace('2026-11-21', ['file:///project']).with([[uri, text]]);
}

/** The text after the fix. */
function fixed(text: string, title: string): string {
  const workspace = workspaceWith(text);
  const actions = actionsIn(workspace, uri);
  const action = actions.find((it) => it.title === title);
  assert.ok(action?.edit, `${title} must be offered among: ${actions.map((it) => it.title).join(', ')}`);
  return afterEdit(workspace, action.edit).get(uri) ?? '';
}

suite('quick fixes', () => {
  const idle = 'title: x\r\nintent: y\r\nmetrics:\r\n  - { id: sales, title: Sales }';

  test('come in the line ends of the file, also behind a last line without one', () => {
    const after = fixed(idle, 'Begin a new goal for it');
    assert.match(after, /Sales \}\r\n\r\ngoals:\r\n {2}- id: /);
    assert.doesNotMatch(after, /[^\r]\n/);
  });
  test('accepting a finding is a comment above its line, with a place for the reason', () =>
    assert.equal(
      fixed(idle, 'Ignore trace/metric-without-goal here, with a reason'),
      idle.replace('  - {', '  # strategy-ignore trace/metric-without-goal: say why\r\n  - {'),
    ));
  test('a byte order mark stays in front', () =>
    assert.match(
      fixed('\ufefftitle: x\n', 'Ignore strategy/no-intent here, with a reason'),
      /^\ufeff# strategy-ignore/,
    ));
  test('only what is asked for', () => {
    const workspace = workspaceWith(idle);
    assert.deepEqual(actionsIn(workspace, uri, { only: ['refactor'] }), []);
    assert.notDeepEqual(actionsIn(workspace, uri, { only: ['quickfix'] }), []);
  });
  test('each names the finding that it cures', () => {
    const workspace = workspaceWith(idle);
    for (const it of actionsIn(workspace, uri)) assert.equal(it.diagnostics?.length, 1);
  });

  suite('on the samples leave a text that can be read, with its comments and line ends', function () {
    this.timeout(60_000);
    for (const [name, variant] of [
      ['as they are', (text: string) => text],
      ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
      ['with CRLF, and none at the end', (text: string) => text.replaceAll('\n', '\r\n').trimEnd()],
    ] as const) {
      test(name, () => {
        const workspaces = folders.map((it) => workspaceOf(it, variant));
        const all = workspaces.flatMap((it) => [...it.files.keys()].map((uri) => checkAll(it, uri)));
        assert.ok(all.reduce((sum, it) => sum + it, 0) > 50);
      });
    }
  });
});

const samples = new URL('../../samples/', import.meta.url);
const folders = ['brackenlow', 'bad-twitter-strategy', 'bad-twitter-strategy/solution', 'corner-cafe'];

function workspaceOf(folder: string, variant: (text: string) => string): Workspace {
  const names = readdirSync(new URL(folder, samples)).filter((it) => /\.(?:yaml|csv)$/.test(it));
  const texts = names.map(
    (it) => [`file:///project/${it}`, variant(readFileSync(new URL(`${folder}/${it}`, samples), 'utf8'))] as const,
  );
  return createWorkspace('2026-11-21', ['file:///project']).with(texts);
}

/** Applies every fix that a file is offered, each to the text as it is; answers how many there are. */
function checkAll(workspace: Workspace, uri: string): number {
  const actions = actionsIn(workspace, uri);
  for (const { title, edit } of actions) {
    assert.ok(edit);
    const after = workspace.with(afterEdit(workspace, edit));
    for (const it of workspace.files.values()) checkFile(it.uri, workspace, after, title);
  }
  return actions.length;
}

function checkFile(uri: string, before: Workspace, after: Workspace, title: string): void {
  const old = before.files.get(uri)?.document;
  const made = after.files.get(uri)?.document;
  assert.ok(old && made);
  if (old.text === made.text) return;
  assert.ok(made.problems.length <= old.problems.length, `${title} breaks ${uri}`);
  if (old.text.includes('\r\n')) assert.doesNotMatch(made.text, /[^\r]\n/, `${title} mixes line ends`);
  else assert.doesNotMatch(made.text, /\r/, `${title} mixes line ends`);
  const comments = commentsOf(made).map((it) => it.text);
  for (const { text } of commentsOf(old)) assert.ok(comments.includes(text), `${title} loses ${text}`);
}
