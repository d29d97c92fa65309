/** Findings for a client that does not ask for them: each list is sent when it is another than the client has. */
import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf } from '../features/diagnostics.ts';
import type { Rated } from '../workspace/findings.ts';
import { atEase } from './at-ease.ts';
import type { Teller } from './diagnose.ts';
import type { Shell } from './shell.ts';
import { counted } from './trace.ts';

/** What the client has of a file. */
interface Sent {
  readonly findings: readonly Rated[];
  readonly diagnostics: readonly Diagnostic[];
}

export function createPush({ connection, state, judge, guard, trace }: Shell): Teller {
  /** By the client's own name for the file. */
  const sent = new Map<string, Sent>();

  const publish = (uri: string, diagnostics: Diagnostic[]): void => {
    const version = state.versions.get(uri);
    guard(
      connection.sendDiagnostics(
        state.spellings.outwards({ uri, diagnostics, ...(version !== undefined && { version }) }),
      ),
    );
  };
  const send = (uri: string, always: boolean): void => {
    const workspace = state.workspace();
    const findings = workspace.findingsNow(uri);
    const name = state.spellings.outwards(uri);
    const before = sent.get(name);
    if (!always && (before ? areSame(before.findings, findings) : findings.length === 0)) return;
    const diagnostics = diagnosticsOf(findings, workspace, state.client);
    sent.set(name, { findings, diagnostics });
    trace.following(uri)?.note(`${counted(diagnostics.length, 'finding')} listed in`);
    if (always || !before || JSON.stringify(before.diagnostics) !== JSON.stringify(diagnostics))
      publish(uri, diagnostics);
    trace.following(uri)?.end('sent after');
  };

  /** A file that is gone, or goes by another name now, is sent an empty list. */
  const clear = (files: ReadonlyMap<string, unknown>): void => {
    for (const [name, { findings }] of sent) {
      const uri = state.spellings.inwards({ uri: name }) as { uri: string };
      if (files.has(uri.uri) && state.spellings.outwards(uri.uri) === name) continue;
      sent.delete(name);
      if (findings.length > 0) guard(connection.sendDiagnostics({ uri: name, diagnostics: [] }));
    }
  };

  function* all(): Generator<undefined, void, undefined> {
    const { files } = state.workspace();
    clear(files);
    for (const uri of files.keys()) {
      send(uri, false);
      yield;
    }
  }

  return {
    edited: (uri) => {
      if (!state.workspace().files.has(uri)) return;
      const line = trace.following(uri);
      const parts = judge.parts();
      line?.pause();
      judge.now(uri);
      line?.note(`${counted(judge.parts() - parts, 'part')} judged in`);
      send(uri, true);
    },
    settled: async (_, wanted) => {
      await atEase(all(), wanted);
    },
  };
}

/** Whether two lists say the same at the same places. Places elsewhere may have moved, so what has some is never the same. */
function areSame(before: readonly Rated[], now: readonly Rated[]): boolean {
  if (before === now) return true;
  if (before.length !== now.length) return false;
  return before.every((it, index) => {
    const other = now[index];
    return (
      other?.origin === it.origin &&
      other.file === it.file &&
      other.severity === it.severity &&
      other.justified === it.justified &&
      other.message === it.message &&
      !it.related?.length
    );
  });
}
