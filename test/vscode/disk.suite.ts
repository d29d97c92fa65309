import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import * as vscode from 'vscode';

import { api, pause, placeOf, replace, rulesIn, sample, show, tidy, until } from './kit.ts';

const untraced = 'trace/tactic-without-goal';
const traced = `title: Made
goals:
  - { id: g, title: G }
kpis:
  - { id: k, title: K }
strategies:
  - { id: s, title: S, goal: g }
tactics:
  - { id: t, title: T, strategy: s, goal: g, kpi: k }
`;
const hole = traced.replace('goal: g, kpi', 'kpi');

suite('what changes on disk', () => {
  const folder = sample('made-by-the-suite');
  const file = vscode.Uri.joinPath(folder, 'made.strategy.yaml');

  setup(async () => {
    await api();
    await mkdir(folder.fsPath, { recursive: true });
  });
  teardown(async () => {
    await tidy();
    await rm(folder.fsPath, { recursive: true, force: true });
  });

  test('is followed when a file comes, changes and goes', async () => {
    await writeFile(file.fsPath, hole);
    await until('the finding of the new file', () => rulesIn(file).includes(untraced));
    await writeFile(file.fsPath, traced);
    await until('its end', () => !rulesIn(file).includes(untraced));
    await writeFile(file.fsPath, hole);
    await until('its return', () => rulesIn(file).includes(untraced));
    await rm(file.fsPath);
    await until('its end with the file', () => rulesIn(file).length === 0);
  });

  test('is followed when a file gets another name', async () => {
    const renamed = vscode.Uri.joinPath(folder, 'renamed.strategy.yaml');
    await writeFile(file.fsPath, hole);
    await until('the finding', () => rulesIn(file).includes(untraced));
    await rename(file.fsPath, renamed.fsPath);
    await until('the finding in the new file', () => rulesIn(renamed).includes(untraced));
    await until('its end in the old one', () => rulesIn(file).length === 0);
  });

  test('is followed when a folder goes', async () => {
    const inner = vscode.Uri.joinPath(folder, 'deep/er/made.strategy.yaml');
    await mkdir(dirname(inner.fsPath), { recursive: true });
    await writeFile(inner.fsPath, hole);
    await until('the finding', () => rulesIn(inner).includes(untraced));
    await rm(vscode.Uri.joinPath(folder, 'deep').fsPath, { recursive: true });
    await until('its end with the folder', () => rulesIn(inner).length === 0);
  });

  test('is followed when a folder comes as a whole', async () => {
    const outside = await mkdtemp(`${folder.fsPath}-`);
    try {
      await mkdir(join(outside, 'deep'));
      await writeFile(join(outside, 'deep', 'made.strategy.yaml'), hole);
      await rename(outside, join(folder.fsPath, 'whole'));
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
    const inner = vscode.Uri.joinPath(folder, 'whole/deep/made.strategy.yaml');
    await until('the finding', () => rulesIn(inner).includes(untraced));
  });

  test('moves the preview on when its document goes', async () => {
    const { preview } = await api();
    await writeFile(file.fsPath, traced);
    await show(file);
    await vscode.commands.executeCommand('strategy.openPreviewToSide');
    await until('the preview', () => preview.following()?.path === file.path);
    const moved = vscode.Uri.joinPath(folder, 'moved.strategy.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file, moved);
    assert.ok(await vscode.workspace.applyEdit(edit), 'the file was renamed');
    await until('the preview of the new name', () => preview.following()?.path === moved.path);
    const end = new vscode.WorkspaceEdit();
    end.deleteFile(moved);
    assert.ok(await vscode.workspace.applyEdit(end), 'the file was deleted');
    await until('the end of the preview', () => preview.following()?.path !== moved.path);
  });
});

suite('a server that ends', () => {
  teardown(tidy);

  test('is started anew, and nothing is lost', async () => {
    const cafe = sample('corner-cafe/corner-cafe.strategy.yaml');
    const { serverProcess, statusBar } = await api();
    const editor = await show(cafe);
    await until('the share', () => statusBar.text() === '1 of 1 tactic traced');
    await replace(editor, '    goal: regulars\n    kpi', '    kpi');
    await until('the finding', () => rulesIn(cafe).includes(untraced));

    const before = serverProcess();
    assert.ok(before, 'the server runs');
    process.kill(before, 'SIGKILL');
    await until('another server', () => {
      const now = serverProcess();
      return now !== undefined && now !== before;
    });

    assert.ok(editor.document.isDirty, 'what was typed is still there, unsaved');
    await until('the finding in the unsaved text', () => rulesIn(cafe).includes(untraced));
    const at = placeOf(editor.document, '    kpi: weekly-regulars').start;
    await editor.edit((edit) => edit.insert(at, '    goal: regulars\n'));
    await until('its end', () => !rulesIn(cafe).includes(untraced));
    await pause(300);
    assert.equal(statusBar.text(), '1 of 1 tactic traced');
  });
});
