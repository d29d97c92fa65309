import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Api } from '../../client/src/extension.ts';
import type { Drawn } from '../../client/src/panel/messages.ts';
import { api, placeOf, putCaret, replace, rulesIn, sample, show, tidy, until } from './kit.ts';

const cafe = sample('corner-cafe/corner-cafe.strategy.yaml');
const comms = sample('brackenlow/comms.strategy.yaml');
const commsTitle = 'Brackenlow, communications plan 2026';

suite('the preview', () => {
  let extension: Api;
  let drawn: Drawn | undefined;
  let listener: vscode.Disposable;

  suiteSetup(async () => {
    extension = await api();
    listener = extension.preview.drawn((it) => {
      drawn = it;
    });
  });
  suiteTeardown(() => {
    listener.dispose();
  });
  setup(() => {
    drawn = undefined;
  });
  teardown(tidy);

  /** Opens a document with its preview beside it and waits for the page. */
  async function preview(uri: vscode.Uri, title: string): Promise<vscode.TextEditor> {
    const editor = await show(uri);
    await vscode.commands.executeCommand('strategy.openPreviewToSide');
    await until('the page', () => drawn?.title === title);
    return editor;
  }

  test('shows the plan beside the text', async () => {
    await preview(cafe, 'Corner Café 2026');
    assert.ok((drawn?.places ?? 0) > 5, 'things of the plan lead into the text');
    assert.equal(extension.preview.following()?.path, cafe.path);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  test('a click moves the caret to the thing in the text', async () => {
    const editor = await preview(cafe, 'Corner Café 2026');
    putCaret(editor, new vscode.Position(0, 0));
    extension.preview.press('corner-cafe/stamp-card');
    const line = placeOf(editor.document, '- id: stamp-card').start.line;
    await until('the caret', () => vscode.window.activeTextEditor?.selection.active.line === line);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, cafe.path);
    assert.equal(vscode.window.activeTextEditor.viewColumn, vscode.ViewColumn.One);
    await until('the mark in the page', () => drawn?.focus === 'corner-cafe/stamp-card');
  });

  test('a click on what another document says leads there, and leaves the page as it is', async () => {
    await preview(comms, commsTitle);
    extension.preview.press('company/loyal-households');
    await until('the other text', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/company.strategy.yaml'),
    );
    await until('the mark in the page', () => drawn?.focus === 'company/loyal-households');
    assert.equal(extension.preview.following()?.path, comms.path);
    assert.equal(drawn?.title, commsTitle);
    extension.preview.press('company');
    await until('the other plan', () => drawn?.title === 'Brackenlow Homeware, company plan 2026');
  });

  test('the caret marks its thing in the page', async () => {
    const editor = await preview(cafe, 'Corner Café 2026');
    for (const id of ['win-the-routine', 'regulars']) {
      putCaret(editor, placeOf(editor.document, `- id: ${id}`).end);
      await until(`the mark of ${id}`, () => drawn?.focus === `corner-cafe/${id}`);
    }
  });

  test('the caret in a KPI marks it where it is used', async () => {
    const editor = await preview(cafe, 'Corner Café 2026');
    putCaret(editor, placeOf(editor.document, 'id: weekly-regulars').end);
    await until('the mark', () => drawn?.focus === 'corner-cafe/weekly-regulars');
  });

  test('a text without a name has findings and a page', async () => {
    const content = 'title: Not saved yet\ntactics:\n  - { id: flyers, title: Flyers }\n';
    const { uri } = await vscode.workspace.openTextDocument({ language: 'strategy-yaml', content });
    await preview(uri, 'Not saved yet');
    assert.ok((drawn?.places ?? 0) > 1, 'the tactic leads into the text');
    await until('its findings', () => rulesIn(uri).includes('trace/tactic-without-strategy'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('follows each key, and stays up while the text is broken', async () => {
    const editor = await preview(cafe, 'Corner Café 2026');
    await replace(editor, 'Café 2026', 'Café 2027');
    await until('the new title', () => drawn?.title === 'Corner Café 2027');
    drawn = undefined;
    await replace(editor, 'title: Corner Café 2027', 'title: "Corner Café 2027');
    const { title, places } = await until('the page', () => drawn);
    assert.equal(title, 'Corner Café 2027');
    assert.ok(places > 5, 'the plan is still there');
  });

  test('follows the document in front', async () => {
    await preview(cafe, 'Corner Café 2026');
    await show(comms);
    await until('the other plan', () => drawn?.title === commsTitle);
    assert.equal(extension.preview.following()?.path, comms.path);
  });
});

suite('the status bar', () => {
  teardown(tidy);

  test('says how many tactics trace', async () => {
    const { statusBar } = await api();
    const editor = await show(cafe);
    await until('the share', () => statusBar.text() === '1 of 1 tactic traced');
    await replace(editor, '    goal: regulars\n    kpi: weekly-regulars\n', '');
    await until('the hole', () => statusBar.text() === '0 of 1 tactic traced, 1 hole');
  });
});
