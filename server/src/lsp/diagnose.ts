/**
 * Findings on their way to the editor. A client that pulls is answered, and told to pull again when something else changed;
 * to any other they are sent, the file just edited first.
 */
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf, fingerprint, reportOf } from '../features/diagnostics.ts';
import { planChanged } from '../protocol.ts';
import type { State } from './state.ts';

/** Others than the edited file settle so long after the last key (ms). */
const settle = 120;

export function startDiagnostics(connection: Connection, state: State): void {
  const waiting = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const sent = new Map<string, string>();

  state.onChange(() => {
    if (!state.pull) push();
    clearTimeout(timer);
    timer = setTimeout(settled, settle);
  });

  const settled = (): void => {
    for (const it of [...waiting]) it();
    if (state.pull && state.refresh && othersChanged()) void connection.languages.diagnostics.refresh();
    void connection.sendNotification(planChanged);
  };

  /** Whether the findings of any file differ from those at the last refresh. */
  const othersChanged = (): boolean => {
    const now = marks();
    const changed = now.size !== sent.size || [...now].some(([uri, mark]) => sent.get(uri) !== mark);
    sent.clear();
    for (const [uri, mark] of now) sent.set(uri, mark);
    return changed;
  };
  const marks = (): Map<string, string> => {
    const workspace = state.workspace();
    return new Map([...workspace.files.keys()].map((uri) => [uri, fingerprint(diagnosticsOf(workspace, uri, state.client))]));
  };

  /** Sends what changed; a file that is gone is sent an empty list. */
  const push = (): void => {
    const workspace = state.workspace();
    for (const uri of [...sent.keys()]) {
      if (workspace.files.has(uri)) continue;
      sent.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const uri of workspace.files.keys()) {
      const diagnostics = diagnosticsOf(workspace, uri, state.client);
      const mark = fingerprint(diagnostics);
      if (sent.get(uri) === mark) continue;
      sent.set(uri, mark);
      void connection.sendDiagnostics({ uri, diagnostics });
    }
  };

  connection.languages.diagnostics.onWorkspace(async (params, token): Promise<WorkspaceDiagnosticReport> => {
    await state.ready;
    for (;;) {
      const items = changedSince(state, params);
      if (items.length > 0 || token.isCancellationRequested) return { items };
      await nextChange(waiting, token);
    }
  });
}

/** Files whose findings are others than those that the client has, and those that are gone. */
function changedSince(state: State, { previousResultIds }: WorkspaceDiagnosticParams): WorkspaceDocumentDiagnosticReport[] {
  const workspace = state.workspace();
  const before = new Map(previousResultIds.map((it) => [it.uri, it.value]));
  const gone = [...before].filter(([uri, value]) => !workspace.files.has(uri) && value !== fingerprint([]));
  const empty = gone.map(([uri]): WorkspaceDocumentDiagnosticReport => {
    return { kind: DocumentDiagnosticReportKind.Full, resultId: fingerprint([]), uri, version: null, items: [] };
  });
  const reports = [...workspace.files.keys()].flatMap((uri): WorkspaceDocumentDiagnosticReport[] => {
    const report = reportOf(workspace, uri, state.client, before.get(uri));
    if (report.kind === DocumentDiagnosticReportKind.Unchanged) return [];
    return [{ kind: report.kind, items: report.items, ...(report.resultId !== undefined && { resultId: report.resultId }), uri, version: null }];
  });
  return [...empty, ...reports];
}

/** Resolves at the next settled change, or when the client loses interest. */
function nextChange(waiting: Set<() => void>, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      waiting.delete(done);
      cancelled.dispose();
      resolve();
    };
    const cancelled = token.onCancellationRequested(done);
    waiting.add(done);
  });
}
