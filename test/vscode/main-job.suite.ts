import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { findingsIn, pause, placeOf, putCaret, replace, ruleOf, rulesIn, sample, show, tidy, until } from './kit.ts';

const tutorial = sample('bad-twitter-strategy/social.strategy.yaml');
const cafe = sample('corner-cafe/corner-cafe.strategy.yaml');
const untraced = 'trace/tactic-without-goal';
const adrift = 'trace/tactic-without-strategy';
const goalOfTactic = '    goal: regulars\n    kpi: weekly-regulars\n';

suite('the main job', () => {
  teardown(tidy);

  test('documents that nobody has opened show what traces to nothing', async () => {
    await show(cafe);
    await until('findings in a closed file', () => rulesIn(tutorial).includes(adrift));
    assert.equal(
      vscode.workspace.textDocuments.some((it) => it.uri.path === tutorial.path),
      false,
    );
  });

  test('an opened document shows it at its place', async () => {
    const { document } = await show(tutorial);
    const found = await until('the finding', () => findingsIn(tutorial).find((it) => ruleOf(it) === adrift));
    assert.equal(document.getText(found.range), 'daily-posts');
    assert.match(found.message, /serves no strategy, goal or KPI/);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.source, 'strategy');
    assert.ok(
      typeof found.code === 'object' && found.code.target.path.endsWith(`${adrift}.md`),
      'it links to its page',
    );
  });

  test('a finding goes as soon as its cause is gone, and comes back with it', async () => {
    const editor = await show(cafe);
    await until('a clean beginning', () => !rulesIn(cafe).includes(untraced));
    await replace(editor, goalOfTactic, '    kpi: weekly-regulars\n');
    await until('the finding', () => rulesIn(cafe).includes(untraced));
    await replace(editor, '    kpi: weekly-regulars\n', goalOfTactic);
    await until('its end', () => !rulesIn(cafe).includes(untraced));
  });

  test('a quick fix puts a tactic without a goal right', async () => {
    const editor = await show(cafe);
    await replace(editor, goalOfTactic, '    kpi: weekly-regulars\n');
    const found = await until('the finding', () => findingsIn(cafe).find((it) => ruleOf(it) === untraced));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      cafe,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((it) => it.isPreferred);
    assert.ok(fix?.edit, 'a preferred fix with an edit is offered');
    assert.ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was made');
    await until('the end of the finding', () => !rulesIn(cafe).includes(untraced));
    assert.match(editor.document.getText(), /- id: stamp-card\n(?: {4}.*\n)* {4}goal: regulars\n/);
  });

  test('suggestions come up while typing, and one inserts the id of a goal', async () => {
    const editor = await show(cafe);
    await replace(editor, goalOfTactic, '    goal: \n    kpi: weekly-regulars\n');
    putCaret(editor, placeOf(editor.document, '    goal: \n    kpi').start.translate(0, '    goal: '.length));
    await vscode.commands.executeCommand('type', { text: 'r' });
    await until('the id', async () => {
      await pause(200);
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes(goalOfTactic);
    });
  });

  test('a rename changes all files that mention the id', async () => {
    const [comms, social, readings] = ['comms.strategy.yaml', 'social.strategy.yaml', '2026-q3.measures.yaml'].map(
      (it) => sample(`brackenlow/${it}`),
    );
    assert.ok(comms && social && readings);
    const { document } = await show(comms);
    const at = placeOf(document, 'id: care-confidence').end.translate(0, -1);
    const edit = await until('the edits', async () => {
      const answer = await vscode.commands
        .executeCommand<vscode.WorkspaceEdit | undefined>(
          'vscode.executeDocumentRenameProvider',
          comms,
          at,
          'care-trust',
        )
        .then(undefined, () => undefined);
      return answer && answer.size > 0 ? answer : undefined;
    });
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path)
        .sort(),
      [comms, social, readings].map((it) => it.path).sort(),
    );
    assert.ok(await vscode.workspace.applyEdit(edit), 'the edits were made');
    for (const uri of [comms, social, readings]) {
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      assert.match(text, /\bcare-trust\b/);
      assert.doesNotMatch(text, /^[^#\n]*\bcare-confidence\b/m, 'only a comment may still say the old id');
    }
  });

  test('an id that is unknown is no place for a rename', async () => {
    const { document } = await show(tutorial);
    const at = placeOf(document, 'twiter').start;
    await until('the server', () => rulesIn(tutorial).includes(adrift));
    await assert.rejects(
      async () => vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', tutorial, at, 'x'),
      /twiter/,
    );
  });

  test('the definition of a mention stands in another file', async () => {
    const social = sample('brackenlow/social.strategy.yaml');
    const { document } = await show(social);
    const at = placeOf(document, 'goal: comms/confident-owners').end.translate(0, -1);
    const places = await until('the definition', async () => {
      const all = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        social,
        at,
      );
      return all.length > 0 && all;
    });
    assert.deepEqual(
      places.map((it) => ('targetUri' in it ? it.targetUri : it.uri).path.split('/').at(-1)),
      ['comms.strategy.yaml'],
    );
  });
});
