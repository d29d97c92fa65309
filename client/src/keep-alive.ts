/** What happens when the server's process ends by itself, or does not come up at all. */
import { commands, l10n, window } from 'vscode';
import { CloseAction, ErrorAction } from 'vscode-languageclient/node';
import type { ErrorHandler } from 'vscode-languageclient/node';

export interface KeepAlive {
  /** The client asks it what to do when the connection ends. */
  readonly handler: ErrorHandler;
  /** Says that the server does not run, with a way out; once, however often it is asked to. */
  readonly giveUp: () => void;
  /** Takes that word out of sight, as the server runs again. */
  readonly recovered: () => void;
}

const patience = { restarts: 4, minutes: 3 };

/**
 * Restarts a server that has ended. The client then opens all documents anew with their unsaved text, so nothing is
 * lost and nobody needs to be told. Only a server that keeps ending is left alone.
 */
export function keepAlive(): KeepAlive {
  let ends: readonly number[] = [];
  let told = false;

  const giveUp = (): void => {
    if (told) return;
    told = true;
    void offerRestart().finally(() => {
      told = false;
    });
  };

  // No single message can be taken back. Hidden ones stay under the bell, so nobody else's word is lost by this.
  const recovered = (): void => {
    if (told) void commands.executeCommand('notifications.hideToasts');
  };

  const closed = (): { action: CloseAction; handled: boolean } => {
    const now = Date.now();
    ends = [...ends.filter((it) => now - it < patience.minutes * 60_000), now];
    if (ends.length <= patience.restarts) return { action: CloseAction.Restart, handled: true };
    ends = [];
    giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  };

  const error: ErrorHandler['error'] = (_error, _message, count = 0) => {
    return { action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  };

  return { handler: { error, closed }, giveUp, recovered };
}

async function offerRestart(): Promise<void> {
  const restart = l10n.t('Restart');
  const showLog = l10n.t('Show Log');
  const message = l10n.t(
    'The strategy language server does not run, so there are no findings and no suggestions. Your files are safe.',
  );
  const choice = await window.showErrorMessage(message, restart, showLog);
  if (choice === restart) await commands.executeCommand('strategy.restartServer');
  if (choice === showLog) await commands.executeCommand('strategy.showLog');
}
