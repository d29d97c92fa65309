/** Findings for a client that asks for them, file by file and for the whole workspace, and is told to ask again. */
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnosticsOf, fingerprint, reportOf } from '../features/diagnostics.ts';
import { atEase, pause } from './at-ease.ts';
import type { Teller } from './diagnose.ts';
import { stopIfCancelled, type Shell } from './shell.ts';
import { canonical } from './uris.ts';

/** The author has paused for so long (ms). */
const settle = 120;

export function createPull(shell: Shell): Teller {
  const { connection, state, judge, guard } = shell;
  /** What the client was last told of files that it asked about. */
  const told = new Map<string, string>();
  /** Files about which not all could be said yet. */
  const early = new Set<string>();
  const waiting = new Set<() => void>();

  connection.languages.diagnostics.on((params, token) =>
    shell.answer('textDocument/diagnostic', params, token, (it) => ofFile(it as DocumentDiagnosticParams, token)),
  );
  const ofFile = async (
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    await judge.soon(uri);
    stopIfCancelled(token);
    const workspace = state.workspace();
    const project = workspace.projectOf(uri);
    if (project && !workspace.judged(project)) early.add(uri);
    const report = reportOf(diagnosticsOf(workspace.findingsNow(uri), workspace, state.client), previousResultId);
    if (report.resultId !== undefined) told.set(uri, report.resultId);
    return report;
  };

  connection.languages.diagnostics.onWorkspace((params, token, _, partial) =>
    shell.answer('workspace/diagnostic', params, token, () =>
      ofAll(params, token, partial && ((items) => partial.report({ items }))),
    ),
  );
  /** Held until there is something to tell; document by document where the client can take it so. */
  const ofAll = async (
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial?: Report,
  ): Promise<WorkspaceDiagnosticReport> => {
    const goOn = (): boolean => !token.isCancellationRequested;
    for (;;) {
      if (await judge.all(goOn)) {
        const seen = state.workspace();
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        let count = 0;
        const report = partial ?? ((more: WorkspaceDocumentDiagnosticReport[]) => items.push(...more));
        const steps = reportsOf(params, shell, (it) => {
          count++;
          report([state.spellings.outwards(it)]);
        });
        await atEase(steps, goOn);
        if (count > 0 && goOn()) return { items };
        if (state.workspace() !== seen) continue;
      }
      stopIfCancelled(token);
      await nextChange(waiting, token);
      stopIfCancelled(token);
    }
  };

  /** Whether a file that the client asked about has other findings now, and not by an edit of its own, after which it asks anyway. */
  const othersChanged = (edited: ReadonlySet<string>): boolean => {
    const workspace = state.workspace();
    const changed = [...told].filter(([uri, before]) => {
      const mark = fingerprint(diagnosticsOf(workspace.findingsIn(uri), workspace, state.client));
      told.set(uri, mark);
      return mark !== before && (!edited.has(uri) || early.has(uri));
    });
    early.clear();
    return changed.length > 0;
  };

  /** Asking again costs the client more than us, so it is let to finish its word first. */
  const tellOthers = async (edited: ReadonlySet<string>, wanted: () => boolean): Promise<void> => {
    await pause(settle);
    if (!wanted()) return;
    for (const it of [...waiting]) it();
    if (othersChanged(edited) && state.refresh) await connection.languages.diagnostics.refresh();
  };

  return {
    edited: () => undefined,
    settled: (edited, wanted) => {
      const files = new Set(edited);
      guard(tellOthers(files, wanted));
      return Promise.resolve();
    },
  };
}

type Report = (items: WorkspaceDocumentDiagnosticReport[]) => unknown;

/** Files whose findings are others than those that the client has, and those that are gone. */
function* reportsOf(
  { previousResultIds }: WorkspaceDiagnosticParams,
  { state }: Shell,
  report: (it: WorkspaceDocumentDiagnosticReport) => void,
): Generator<undefined, void, undefined> {
  const workspace = state.workspace();
  const before = new Map(previousResultIds.map((it) => [canonical(it.uri), it.value]));
  const none = fingerprint([]);
  for (const [uri, value] of before) {
    if (workspace.files.has(uri) || value === none) continue;
    report({ kind: DocumentDiagnosticReportKind.Full, resultId: none, uri, version: null, items: [] });
  }
  for (const uri of workspace.files.keys()) {
    const it = reportOf(diagnosticsOf(workspace.findingsIn(uri), workspace, state.client), before.get(uri));
    if (it.kind === DocumentDiagnosticReportKind.Full) report({ ...it, uri, version: state.versions.get(uri) ?? null });
    yield;
  }
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
