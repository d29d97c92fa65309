/** What happens when the server's process ends by itself. */
import { commands, l10n, window } from 'vscode';
import { CloseAction, ErrorAction } from 'vscode-languageclient/node';
import type { ErrorHandler } from 'vscode-languageclient/node';

const patience = { restarts: 4, minutes: 3 };

/**
 * Restarts a server that has ended. The client then opens all documents anew with their unsaved text, so nothing is
 * lost and nobody needs to be told. Only a server that keeps ending is left alone, with a word and a way out.
 */
export function keepAlive(): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed() {
      const now = Date.now();
      ends = [...ends.filter((it) => now - it < patience.minutes * 60_000), now];
      if (ends.length <= patience.restarts) return { action: CloseAction.Restart, handled: true };
      ends = [];
      void offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

export async function offerRestart(): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const message = l10n.t(
    'The strategy language server does not run, so there are no findings and no suggestions. Your files are safe.',
  );
  const choice = await window.showErrorMessage(message, restart, showLog);
  if (choice === restart) await commands.executeCommand('strategy.restartServer');
  if (choice === showLog) await commands.executeCommand('strategy.showLog');
}
