import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import type {
  CodeAction,
  CompletionList,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { afterEdits } from './kit/ask.ts';
import { wiredFolder } from './kit/wire.ts';

const broken = `title: Café
goals:
  - { id: regulars, title: They come back, supports: company/loyal, objectives: [{ kpi: company/visits, target: 3, by: 2026-12-31 }] }
strategies:
  - { id: routine, title: Win the routine, goal: regulars }
tactics:
  - id: stamps
    title: Stamp card
    strategy: routine
    kpi: company/visits
`;

/** The protocol, end to end over stdio: only what cannot be seen from inside. */
suite('wire', function () {
  this.timeout(20_000);
  const { path, uri, put, start, startApart } = wiredFolder('strategy-wire-', {
    'company.strategy.yaml':
      'title: Company\ngoals:\n  - { id: loyal, title: Loyal }\nkpis:\n  - { id: visits, title: Visits }\n',
  });

  test('open, finding, fix, clean, shutdown', async () => {
    const { open, until, change, connection, close, published } = await start();
    const plan = uri('plan.strategy.yaml');
    open(plan, broken);
    const found = await until(plan, (it) => it.some((each) => each.code === 'trace/tactic-without-goal'));
    const [finding] = found.filter((it) => it.code === 'trace/tactic-without-goal');
    assert.ok(finding);
    assert.match(finding.codeDescription?.href ?? '', /rules\/trace\/tactic-without-goal\.md$/);
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: plan },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const fix = actions.find((it) => it.title === "Serve goal 'They come back'");
    assert.ok(fix?.edit?.changes?.[plan]);
    const after = afterEdits(broken, fix.edit.changes[plan]);
    change(plan, 2, [{ text: after }]);
    await until(plan, (it) => !it.some((each) => each.code === 'trace/tactic-without-goal'));
    assert.ok(published.has(plan));
    assert.equal(await close(), 0);
  });

  test('edits of ranges, with completion right behind them', async () => {
    const { open, change, connection } = await start();
    const plan = uri('plan.strategy.yaml');
    open(plan, broken);
    const end = broken.split('\n').length - 1;
    change(plan, 2, [
      { range: { start: { line: end, character: 0 }, end: { line: end, character: 0 } }, text: '    goal: ' },
    ]);
    const { items } = await connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: plan },
      position: { line: end, character: 10 },
    });
    assert.deepEqual(items.map((it) => it.label).sort(), ['company/loyal', 'regulars']);
  });

  test('a client that pulls gets the whole workspace, and then only what changed', async () => {
    const pulls = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
    const { open, change, connection, result, published } = await start(pulls);
    assert.deepEqual(result.capabilities.diagnosticProvider, {
      identifier: 'strategy',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    const plan = uri('plan.strategy.yaml');
    open(plan, broken);
    const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: plan },
    });
    assert.ok(report.kind === 'full' && report.resultId !== undefined && report.items.length > 0);
    const same = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: plan },
      previousResultId: report.resultId,
    });
    assert.equal(same.kind, 'unchanged');
    const all = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(all.items.map((it) => it.uri).sort(), [uri('company.strategy.yaml'), plan].sort());

    const known = all.items.map((it) => ({ uri: it.uri, value: it.resultId ?? '' }));
    const held = connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: known,
    });
    const early = await Promise.race([
      held.then(() => 'answered'),
      new Promise((resolve) => setTimeout(resolve, 400, 'held')),
    ]);
    assert.equal(early, 'held');
    change(plan, 2, [{ text: broken.replace('title: Stamp card\n', 'title: Loyalty card\n') }]);
    assert.deepEqual(
      (await held).items.map((it) => it.uri),
      [plan],
    );
    assert.equal(published.size, 0);
  });

  test('files that appear, change and go on disk are followed', async () => {
    put('plan.strategy.yaml', broken);
    const { until, connection } = await start();
    const plan = uri('plan.strategy.yaml');
    await until(plan, (it) => it.some((each) => each.code === 'trace/tactic-without-goal'));
    rmSync(path('company.strategy.yaml'));
    const gone = { uri: uri('company.strategy.yaml'), type: 3 };
    void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [gone] });
    await until(plan, (it) => it.some((each) => each.code === 'trace/unknown-reference'));
    put('plan.strategy.yaml', 'title: Empty\n');
    void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: plan, type: 2 }] });
    await until(plan, (it) => it.every((each) => !String(each.code).startsWith('trace/')));
  });

  test('a file that is opened without its folder sees the files beside it', async () => {
    const editor = await startApart();
    const plan = uri('plan.strategy.yaml');
    editor.open(plan, broken);
    await editor.until(plan, (it) => it.length > 0 && !it.some((each) => each.code === 'trace/unknown-reference'));
  });

  test('what cannot be read is left out, and the rest works', async () => {
    mkdirSync(path('x.strategy.yaml'));
    put('latin.strategy.yaml', Buffer.from([0x74, 0x3a, 0x20, 0xe9, 0xff]));
    symlinkSync(path(), path('loop'));
    symlinkSync(path('self.strategy.yaml'), path('self.strategy.yaml'));
    put('secret.strategy.yaml', 'title: x\n');
    chmodSync(path('secret.strategy.yaml'), 0);
    put('plan.strategy.yaml', broken);
    const { until } = await start();
    await until(uri('plan.strategy.yaml'), (it) => it.some((each) => each.code === 'trace/tactic-without-goal'));
  });

  test('a question about a file that is not there, or one that fails, is answered with nothing', async () => {
    const { connection } = await start();
    const nowhere = { textDocument: { uri: 'file:///nowhere.strategy.yaml' }, position: { line: 900, character: 900 } };
    assert.equal(await connection.sendRequest('textDocument/hover', nowhere), null);
    const { items } = await connection.sendRequest<CompletionList>('textDocument/completion', nowhere);
    assert.deepEqual(items, []);
    assert.equal(
      await connection.sendRequest('textDocument/hover', { textDocument: { uri: 5 }, position: null }),
      null,
    );
  });
});
