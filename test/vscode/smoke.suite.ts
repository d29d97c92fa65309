import assert from 'node:assert/strict';

import * as vscode from 'vscode';

suite('the extension in VS Code', () => {
  test('is activated by a strategy document, which has its language', async () => {
    const [uri] = await vscode.workspace.findFiles('**/*.strategy.yaml', undefined, 1);
    assert.ok(uri, 'the workspace holds a strategy document');
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'strategy-yaml');
    assert.equal(editor.document.isDirty, false);
    assert.equal(await active(), true);
  });

  test('has its commands', async () => {
    const extension = found();
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});

function found(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('strategy-as-code.strategy-as-code');
  assert.ok(extension, 'the extension is there');
  return extension;
}

/** Opening a document sets the activation off, and does not wait for it. */
async function active(): Promise<boolean> {
  const extension = found();
  for (let waited = 0; waited < 10_000 && !extension.isActive; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return extension.isActive;
}
