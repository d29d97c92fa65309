import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  WorkspaceDiagnosticRequest,
  type DocumentDiagnosticReport,
  type Location,
  type SymbolInformation,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import type { Editor } from './kit/editor.ts';
import { wiredFolder } from './kit/wire.ts';

const company = 'title: Company\nkind: company\ngoals:\n  - { id: loyal, title: Loyal }\n';
const social =
  'title: Social\nkind: social\nparent: company\ngoals:\n  - { id: known, title: Known, supports: company/loyal }\n';
const pulls = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

/** What the server knows of the editor and the disk, and whom it tells of what. */
suite('wire, following', function () {
  this.timeout(20_000);
  const { path, uri, start } = wiredFolder('strategy käse ', {
    'company.strategy.yaml': company,
    'sub/social.strategy.yaml': social,
  });
  const named = async ({ connection }: Editor, query: string): Promise<string[]> => {
    const found = await connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
    return found.map((it) => it.location.uri);
  };
  const tell = ({ connection }: Editor, ...changes: readonly [name: string, type: number][]): void =>
    void connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([name, type]) => ({ uri: uri(name), type })),
    });

  test('a file that is open under another spelling is the same file', async () => {
    const server = await start();
    const odd = `file://localhost${path('company.strategy.yaml')}`;
    server.open(odd, company.replace('title: Loyal', 'title: Faithful'));
    assert.deepEqual(await named(server, 'faithful'), [odd]);
    assert.deepEqual(await named(server, 'loyal loyal goal'), [odd]);
    const places = await server.connection.sendRequest<Location[]>('textDocument/references', {
      textDocument: { uri: odd },
      position: { line: 3, character: 12 },
      context: { includeDeclaration: true },
    });
    assert.deepEqual(places.map((it) => it.uri).sort(), [odd, uri('sub/social.strategy.yaml')].sort());
    await server.until(odd, (it) => it.length > 0);
    void server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: odd } });
    await server.until(odd, (it) => it.some((each) => JSON.stringify(each.message).includes('Loyal')));
    assert.deepEqual(await named(server, 'faithful'), []);
  });

  test('a folder that is renamed takes its files along', async () => {
    const server = await start();
    assert.deepEqual(await named(server, 'known'), [uri('sub/social.strategy.yaml')]);
    renameSync(path('sub'), path('other'));
    tell(server, ['sub', 3], ['other', 1]);
    assert.deepEqual(await named(server, 'known'), [uri('other/social.strategy.yaml')]);
  });

  test('folders of the workspace come and go, also where the client did not announce that', async () => {
    const server = await start();
    const more = mkdtempSync(join(tmpdir(), 'strategy-more-'));
    writeFileSync(join(more, 'x.strategy.yaml'), 'title: X\ngoals: [{ id: further, title: Further }]\n');
    const change = async (added: string[], removed: string[]): Promise<void> => {
      const list = (uris: string[]): object[] => uris.map((it) => ({ uri: it, name: 'x' }));
      await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: list(added), removed: list(removed) },
      });
    };
    const there = pathToFileURL(more).href;
    await change([there], [`${uri()}/`]);
    assert.deepEqual(await named(server, 'known'), []);
    assert.equal((await named(server, 'further')).length, 1);
    rmSync(more, { recursive: true });
  });

  test('findings bear the version of the text that they are about', async () => {
    const { open, change, until, published } = await start();
    const plan = uri('sub/social.strategy.yaml');
    open(plan, social);
    change(plan, 7, [{ text: social.replace('company/loyal', 'company/nobody') }]);
    await until(plan, (it) => it.some((each) => each.code === 'trace/unknown-reference'));
    assert.equal(published.get(plan)?.version, 7);
  });

  test('a client that pulls is told to pull again only when an edit changes other files', async () => {
    const { open, change, connection, heard } = await start(pulls);
    const [plan, parent] = [uri('sub/social.strategy.yaml'), uri('company.strategy.yaml')];
    const pull = (of: string): Promise<DocumentDiagnosticReport> =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: of } });
    const settled = async (): Promise<number> => {
      const before = heard.filter((it) => it === 'strategy/planChanged').length;
      for (let turn = 0; turn < 100; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (heard.filter((it) => it === 'strategy/planChanged').length > before) break;
      }
      // To be asked again costs a client more than the page, so that comes a little later.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return heard.filter((it) => it === 'workspace/diagnostic/refresh').length;
    };
    open(plan, social);
    open(parent, company);
    await pull(plan);
    await pull(parent);
    const before = await settled();
    change(plan, 2, [{ text: `${social}nope: 1\n` }]);
    assert.equal(await settled(), before);
    await pull(plan);
    change(parent, 2, [{ text: company.replace('id: loyal', 'id: faithful') }]);
    assert.equal(await settled(), before + 1);
    const report = await pull(plan);
    assert.ok(report.kind === 'full' && report.items.some((it) => it.code === 'trace/unknown-reference'));
  });

  test('the whole workspace document by document, where the client takes it so', async () => {
    const { connection } = await start(pulls);
    const partial: WorkspaceDiagnosticReport[] = [];
    connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'some', (it) => {
      partial.push(it);
    });
    const report = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'some',
    });
    assert.deepEqual(report.items, []);
    assert.deepEqual(
      partial.map((it) => it.items.length),
      [1, 1],
    );
  });

  test('a server that is killed leaves nothing behind: the next one has the unsaved text', async () => {
    const first = await start();
    first.open(uri('company.strategy.yaml'), company);
    const ended = new Promise((resolve) => first.process.once('exit', resolve));
    first.process.kill('SIGKILL');
    await ended;
    first.connection.dispose();
    const second = await start();
    second.open(uri('company.strategy.yaml'), company.replace('id: loyal', 'id: unsaved'));
    await second.until(uri('sub/social.strategy.yaml'), (it) =>
      it.some((each) => each.code === 'trace/unknown-reference'),
    );
  });

  test('the server ends when its client goes away', async () => {
    const { open, process: server } = await start();
    open(uri('company.strategy.yaml'), company);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.stdout?.destroy();
    server.stdin?.end();
    await ended;
  });

  test('nonsense is answered, and the server goes on', async () => {
    const server = await start();
    const { connection } = server;
    for (const [method, params] of [
      ['textDocument/diagnostic', {}],
      ['textDocument/codeAction', { textDocument: { uri: uri('company.strategy.yaml') }, range: null }],
      ['textDocument/completion', { textDocument: { uri: 'file:///%zz' }, position: { line: -1, character: 'x' } }],
      ['workspace/symbol', {}],
    ] as const) {
      await connection.sendRequest(method, params).catch(() => undefined);
    }
    for (const [method, params] of [
      ['textDocument/didOpen', {}],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///%zz.strategy.yaml', type: 1 }] }],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file://server/share', type: 1 }] }],
      ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'nowhere' }], removed: [] } }],
    ] as const) {
      await connection.sendNotification(method, params);
    }
    assert.equal((await named(server, 'known')).length, 1);
  });
});
