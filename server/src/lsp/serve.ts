/** The server between the wire and the rooms: keeps the workspace current, asks features, breathes, reports failures. */
import {
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { Refusal, type Client, type Feature, type Steps } from '../features/feature.ts';
import { features } from '../features/index.ts';
import { startDiagnostics } from './diagnose.ts';
import type { Disk } from './disk.ts';
import { startFiles } from './files.ts';
import { createState, type State } from './state.ts';

/** What the entry knows of the machine: the clock, the disk, where the rules' pages lie. */
export interface Machine {
  readonly today: () => string;
  readonly disk: Disk;
  readonly rulePages?: string;
}

/** Serves one client until the connection ends. */
export function serve(connection: Connection, machine: Machine): void {
  const state = createState(machine.today());
  connection.onInitialize((params) => {
    state.client = clientOf(params, machine);
    state.folders = foldersOf(params);
    state.pull = params.capabilities.textDocument?.diagnostic !== undefined;
    state.refresh = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    state.watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return answerTo(state);
  });
  for (const it of features) {
    connection.onRequest(it.method, (params: unknown, token: CancellationToken) => guarded(connection, it, () => ask(state, it, params, token)));
  }
  startFiles(connection, state, machine);
  startDiagnostics(connection, state);
  connection.listen();
}

function clientOf({ initializationOptions, capabilities }: InitializeParams, { rulePages }: Machine): Client {
  const options = (initializationOptions ?? {}) as { suggestCommand?: unknown; rulePages?: unknown };
  const pages = typeof options.rulePages === 'string' ? options.rulePages : rulePages;
  return {
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    ...(typeof options.suggestCommand === 'string' && { suggestCommand: options.suggestCommand }),
    ...(pages !== undefined && { rulePages: pages }),
  };
}

function foldersOf(params: InitializeParams): string[] {
  const { workspaceFolders } = params;
  const root = (params as { rootUri?: string | null }).rootUri;
  const uris = workspaceFolders?.map((it) => it.uri) ?? (root ? [root] : []);
  return uris.map((it) => it.replace(/\/$/, ''));
}

function answerTo({ pull }: State): InitializeResult {
  const all = features.filter((it) => pull || it.method !== 'textDocument/diagnostic').map((it) => it.capabilities);
  return {
    serverInfo: { name: 'strategy-language-server' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(Object.assign({}, ...all) as object),
    },
  };
}

/** The workspace is read as it is when the question is asked; a long answer pauses so that a cancellation can arrive. */
async function ask(state: State, { answer }: Feature, params: unknown, token: CancellationToken): Promise<unknown> {
  await state.ready;
  const result = answer(state.workspace(), params as never, state.client);
  return isSteps(result) ? walk(result, token) : result;
}

function isSteps(answer: unknown): answer is Steps<unknown> {
  return typeof answer === 'object' && answer !== null && 'next' in answer && Symbol.iterator in answer;
}

async function walk(steps: Steps<unknown>, token: CancellationToken): Promise<unknown> {
  let step = steps.next();
  while (!step.done) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    step = steps.next();
  }
  return step.value;
}

/** A refusal is told to the author; a fault of ours is logged, and the editor gets an empty answer. */
async function guarded(connection: Connection, { method }: Feature, run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    if (error instanceof ResponseError) return error;
    connection.console.error(`${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return null;
  }
}
