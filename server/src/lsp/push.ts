/** Findings for a client that does not ask for them: each list is sent when it is another than the client has. */
import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsNow, diagnosticsOf, fingerprint } from '../features/diagnostics.ts';
import { atEase } from './at-ease.ts';
import type { Teller } from './diagnose.ts';
import type { Shell } from './shell.ts';

export function createPush({ connection, state, judge, guard }: Shell): Teller {
  /** What the client has, by its own name for the file. */
  const sent = new Map<string, string>();

  const send = (uri: string, diagnostics: Diagnostic[]): void => {
    const mark = fingerprint(diagnostics);
    const name = state.spellings.outwards(uri);
    if (sent.get(name) === mark) return;
    sent.set(name, mark);
    const version = state.versions.get(uri);
    guard(
      connection.sendDiagnostics(
        state.spellings.outwards({ uri, diagnostics, ...(version !== undefined && { version }) }),
      ),
    );
  };

  /** A file that is gone, or goes by another name now, is sent an empty list. */
  const clear = (files: Iterable<string>): void => {
    const names = new Set([...files].map((it) => state.spellings.outwards(it)));
    for (const uri of [...sent.keys()].filter((it) => !names.has(it))) {
      sent.delete(uri);
      guard(connection.sendDiagnostics({ uri, diagnostics: [] }));
    }
  };

  function* all(): Generator<undefined, void, undefined> {
    const workspace = state.workspace();
    clear(workspace.files.keys());
    for (const uri of workspace.files.keys()) {
      send(uri, diagnosticsOf(workspace, uri, state.client));
      yield;
    }
  }

  return {
    edited: async (uri, wanted) => {
      await judge.soon(uri);
      const workspace = state.workspace();
      if (wanted() && workspace.files.has(uri)) send(uri, diagnosticsNow(workspace, uri, state.client));
    },
    settled: async (_, wanted) => {
      await atEase(all(), wanted);
    },
  };
}
