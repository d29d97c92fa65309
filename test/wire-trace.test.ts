import assert from 'node:assert/strict';
import {
  CompletionRequest,
  DocumentDiagnosticRequest,
  LogTraceNotification,
  SetTraceNotification,
  type ClientCapabilities,
  type TraceValue,
} from 'vscode-languageserver-protocol/node';
import { startEditor, type Editor } from './kit/editor.ts';

const uri = 'file:///elsewhere/caf%C3%A9.strategy.yaml';
const text = 'title: Café\nintent: More guests\ntactics:\n  - { id: stamps, title: Stamp card }\n';
const time = String.raw`\d+\.\d ms`;
const end = { line: 1, character: 'intent: More guests'.length };

/** What the server tells of its work to those who ask: lines when it is on, and none when it is off. */
suite('the trace of a server', function () {
  this.timeout(20_000);
  let editor: Editor | undefined;
  let lines: string[] = [];

  async function start(capabilities: ClientCapabilities, trace?: TraceValue): Promise<Editor> {
    lines = [];
    editor = await startEditor(null, capabilities, trace);
    editor.connection.onNotification(LogTraceNotification.type, ({ message }) => {
      lines.push(message);
    });
    editor.open(uri, text);
    await answered();
    lines = [];
    return editor;
  }

  function type(version: number): void {
    editor?.change(uri, version, [{ range: { start: end, end }, text: 'x' }]);
  }

  /** When this has its answer, all that came before it has been told. */
  async function answered(): Promise<void> {
    await editor?.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: end });
  }

  async function told(pattern: RegExp): Promise<string> {
    for (const deadline = Date.now() + 8000; Date.now() < deadline;) {
      const line = lines.find((it) => pattern.test(it));
      if (line !== undefined) return line;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Not told: ${String(pattern)}\n${lines.join('\n')}`);
  }

  teardown(() => {
    editor?.process.kill();
    editor?.connection.dispose();
  });

  test('a change: what was read, judged and listed, and when that was sent', async () => {
    const { until } = await start({}, 'messages');
    await until(uri, (it) => it.length > 0);
    type(2);
    const line = await told(/^change .* v2:/);
    const parts = ['1 of \\d+ pieces? read in', '\\d+ parts? judged in', '\\d+ findings? listed in', 'sent after'];
    assert.match(line, new RegExp(`^change café.strategy.yaml v2: ${parts.map((it) => `${it} ${time}`).join(', ')}$`));
  });

  test('a change, where the client asks for findings: until all are known', async () => {
    const { connection } = await start({ textDocument: { diagnostic: {} } }, 'verbose');
    type(2);
    await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.match(await told(/^change .* v2:/), new RegExp(`judged in ${time}, all findings known after ${time}$`));
    assert.match(
      await told(/^diagnostic /),
      new RegExp(`^diagnostic café.strategy.yaml: waited ${time}, answered in ${time} \\(\\d+ items?\\)$`),
    );
  });

  test('a burst: each change has a line, whether its findings were sent or those of a later one', async () => {
    await start({}, 'messages');
    for (let version = 2; version < 12; version++) type(version);
    await told(/^change .* v11: .*sent after/);
    for (let version = 2; version < 12; version++) {
      const own = lines.filter((it) => it.includes(` v${version}:`));
      assert.equal(own.length, 1);
      assert.match(own[0] ?? '', new RegExp(`(?:sent|left to the next change) after ${time}$`));
    }
  });

  test('a question: how long it waited, and what it found', async () => {
    await start({}, 'messages');
    await answered();
    const pattern = `^completion café.strategy.yaml: waited ${time}, answered in ${time} \\(\\d+ items?\\)$`;
    assert.match(await told(/^completion /), new RegExp(pattern));
  });

  test('nothing while it is off, and lines again once it is switched on', async () => {
    const { connection, until } = await start({});
    type(2);
    await until(uri, (it) => it.length > 0);
    await answered();
    assert.deepEqual(lines, []);
    await connection.sendNotification(SetTraceNotification.type, { value: 'messages' });
    type(3);
    await told(/^change .* v3:/);
    await connection.sendNotification(SetTraceNotification.type, { value: 'off' });
    await answered();
    lines = [];
    type(4);
    await answered();
    assert.deepEqual(lines, []);
  });
});
