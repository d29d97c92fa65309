/** The server between the wire and the rooms: keeps the workspace current, asks features, breathes, reports failures. */
import {
  CodeActionRequest,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { diagnostics } from '../features/diagnostics.ts';
import type { Client, Feature, Steps } from '../features/feature.ts';
import { features } from '../features/index.ts';
import { coverageRequest, planNewsRequest, planRequest } from '../protocol.ts';
import { atEase } from './at-ease.ts';
import { startDiagnostics } from './diagnose.ts';
import type { Disk } from './disk.ts';
import { startFiles } from './files.ts';
import { createShell, stopIfCancelled, type Shell } from './shell.ts';
import { createState, type State } from './state.ts';
import { canonicalFolder, fileOf } from './uris.ts';

/** What the entry knows of the machine: the clock, the disk, where the rules' pages lie. */
export interface Machine {
  readonly today: () => string;
  readonly disk: Disk;
  readonly rulePages?: string;
}

/** These tell of all findings, or count them. */
const needFindings = new Set([planRequest, planNewsRequest, coverageRequest]);

/** Serves one client until the connection ends. */
export function serve(connection: Connection, machine: Machine): void {
  const state = createState(machine.today);
  const shell = createShell(connection, state);
  connection.onInitialize((params) => {
    shell.trace.setTo(params.trace);
    state.client = clientOf(params, machine);
    state.folders = foldersOf(params);
    state.pull = params.capabilities.textDocument?.diagnostic !== undefined;
    state.refresh = params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    state.watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return answerTo(state);
  });
  for (const it of features) {
    if (it === diagnostics) continue;
    connection.onRequest(it.method, (params: unknown, token: CancellationToken) =>
      shell.answer(it.method, params, token, (asked) => ask(shell, it, asked, token)),
    );
  }
  startFiles(shell, machine);
  startDiagnostics(shell);
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
  return uris.filter((it) => typeof it === 'string').map(canonicalFolder);
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

/** The workspace is read as it is when the question is answered; a long answer pauses so that a cancellation can arrive. */
async function ask(
  { state, judge }: Shell,
  { method, answer }: Feature,
  params: unknown,
  token: CancellationToken,
): Promise<unknown> {
  const goOn = (): boolean => !token.isCancellationRequested;
  const uri = fileOf(params) ?? '';
  if (needFindings.has(method)) await judge.projectOf(uri, goOn);
  if (method === CodeActionRequest.method) await judge.soon(uri);
  stopIfCancelled(token);
  const result = answer(state.workspace(), params as never, state.client);
  if (!isSteps(result)) return result;
  const done = await atEase(result, goOn);
  stopIfCancelled(token);
  return done;
}

function isSteps(answer: unknown): answer is Steps<unknown> {
  return typeof answer === 'object' && answer !== null && 'next' in answer && Symbol.iterator in answer;
}
