/** An editor in memory that speaks to a real server process over stdio. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import {
  createProtocolConnection,
  ExitNotification,
  InitializedNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TraceValue,
} from 'vscode-languageserver-protocol/node';
import { readyJudge } from '../../client/run/judge.mjs';
import { planChanged } from '../../server/src/protocol.ts';

export interface Editor {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly result: InitializeResult;
  /** What the server has published last, by file. */
  readonly published: ReadonlyMap<string, PublishDiagnosticsParams>;
  /** Methods by which the server asked for something, or said that plans changed, in order. */
  readonly heard: readonly string[];
  readonly open: (uri: string, text: string, languageId?: string) => void;
  /** Replaces the whole text, or one range. */
  readonly change: (uri: string, version: number, changes: readonly object[]) => void;
  /** Waits until what was published for a file is as wanted. */
  readonly until: (
    uri: string,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly close: () => Promise<number | null>;
}

let bundled: Promise<string> | undefined;

/** The server as it is shipped, bundled once for all tests of a run. */
async function bundle(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'strategy-server-')), 'server.cjs');
  const entry = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    logLevel: 'error',
    plugins: [readyJudge(esbuild)],
  });
  return outfile;
}

export async function startEditor(
  folder: string | null,
  capabilities: ClientCapabilities = {},
  trace: TraceValue = 'off',
): Promise<Editor> {
  const server = spawn(process.execPath, [await (bundled ??= bundle()), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published = new Map<string, PublishDiagnosticsParams>();
  const heard: string[] = [];
  const listeners = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params);
    for (const it of [...listeners]) it();
  });
  for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh']) {
    connection.onRequest(method, () => {
      heard.push(method);
      return null;
    });
  }
  connection.onNotification(planChanged, () => {
    heard.push(planChanged);
  });
  connection.listen();
  const result = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    trace,
    workspaceFolders: folder === null ? null : [{ uri: folder, name: 'project' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const until: Editor['until'] = (uri, wanted) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const diagnostics = published.get(uri)?.diagnostics;
        if (!diagnostics || !wanted(diagnostics)) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve(diagnostics);
      };
      const timer = setTimeout(() => {
        listeners.delete(look);
        reject(new Error(`Not as wanted: ${JSON.stringify(published.get(uri)?.diagnostics, null, 1)}`));
      }, 8000);
      listeners.add(look);
      look();
    });
  return {
    connection,
    process: server,
    result,
    published,
    heard,
    open: (uri, text, languageId = 'strategy-yaml') =>
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, contentChanges) =>
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    until,
    close: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
      await connection.sendNotification(ExitNotification.type);
      return ended;
    },
  };
}
