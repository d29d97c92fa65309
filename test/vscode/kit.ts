/** The few moves that the suites make in an editor, and how they wait for what follows. */
import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Api } from '../../client/src/extension.ts';

const patience = 15_000;

/** Waits until something is so and gives it; what it waits for in vain is told in words. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('strategy-as-code.strategy-as-code');
  assert.ok(extension, 'the extension is there');
  return extension.activate();
}

/** A file of the samples, by its path in them. */
export function sample(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: false });
}

/** Takes back what was typed and not saved in the files of the folder, and closes all. The editor's own settings are its own affair. */
export async function tidy(): Promise<void> {
  const ours = vscode.workspace.textDocuments.filter(({ uri }) => vscode.workspace.getWorkspaceFolder(uri));
  for (const document of ours.filter((it) => it.isDirty)) {
    await show(document.uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The rules of the findings that the editor shows for a file. */
export function rulesIn(uri: vscode.Uri): string[] {
  return findingsIn(uri).map(ruleOf);
}

export function findingsIn(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Where a text stands for the first time, in a document that must hold it. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `‘${text}’ stands in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const place = placeOf(editor.document, text);
  assert.ok(await editor.edit((edit) => edit.replace(place, by)), 'the edit was made');
}

export function putCaret(editor: vscode.TextEditor, at: vscode.Position): void {
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection);
}
