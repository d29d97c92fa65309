import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { api, tidy, until } from './kit.ts';

/** Far above what it takes, since machines that run tests are slow and busy: this is about slips, not about speed (ms). */
const most = 400;

suite('activation', () => {
  teardown(tidy);

  test('takes no longer than nobody notices, by the editor’s own account', async () => {
    await api();
    await vscode.commands.executeCommand('perfview.show');
    const [load, call, finish] = await until('the editor’s account of the activation', account);
    assert.ok(load + call + finish < most, `${load} ms to load, ${call} to activate, ${finish} to finish`);
  });
});

/** The milliseconds that stand in the row of our extension: to load its code, to call it, to wait for its end. */
function account(): readonly [number, number, number] | undefined {
  const page = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
  const row = /^\| strategy-as-code\.strategy-as-code +\| \w+ +\| (\d+) +\| (\d+) +\| (\d+) +\|/m.exec(page);
  return row ? [Number(row[1]), Number(row[2]), Number(row[3])] : undefined;
}
