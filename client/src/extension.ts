/** The extension on and off. What each part does stands in its own file. */
import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { connect } from './connect.ts';
import type { Server } from './connect.ts';
import { holdsStrategy } from './documents.ts';
import { showHoles } from './holes.ts';
import { preview, previewType } from './panel.ts';
import type { Preview } from './panel.ts';
import { openRulePage, rulePages } from './rule-page.ts';
import { statusBar } from './status-bar.ts';
import type { StatusBar } from './status-bar.ts';

/** What other extensions, and the suites that run in an editor, can ask. */
export interface Api {
  readonly preview: Pick<Preview, 'following' | 'drawn' | 'press'>;
  readonly statusBar: Pick<StatusBar, 'text'>;
  readonly serverProcess: () => number | undefined;
}

let running: Server | undefined;

export function activate(context: ExtensionContext): Api {
  const log = window.createOutputChannel('Strategy', { log: true });
  const server = connect(context, log);
  const panel = preview(context, server, log);
  const status = statusBar(server, log);
  running = server;

  const open = (column: ViewColumn) => (asked: unknown) => panel.open(asked instanceof Uri ? asked : undefined, column);
  context.subscriptions.push(
    log,
    rulePages(context),
    panel,
    status,
    window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel(kept, state: unknown) {
        panel.restore(kept, state);
        return Promise.resolve();
      },
    }),
    commands.registerCommand('strategy.openPreview', open(ViewColumn.Active)),
    commands.registerCommand('strategy.openPreviewToSide', open(ViewColumn.Beside)),
    commands.registerCommand('strategy.showHoles', () => showHoles(server, status.uri())),
    commands.registerCommand('strategy.restartServer', () => server.restart()),
    commands.registerCommand('strategy.showLog', () => log.show()),
    commands.registerCommand('strategy.openRulePage', (rule: unknown) => openRulePage(context, rule)),
  );
  openOnStart(context, panel);
  void server.start();

  return {
    preview: panel,
    statusBar: status,
    serverProcess: () => server.client.serverProcess?.pid,
  };
}

/** Opens the preview beside the first strategy document of the session, for those who have asked for it. */
function openOnStart({ subscriptions }: ExtensionContext, panel: Preview): void {
  if (!workspace.getConfiguration('strategy').get<boolean>('preview.openOnStart')) return;
  const open = (): boolean => {
    const editor = window.visibleTextEditors.find((it) => holdsStrategy(it.document));
    if (editor) panel.open(editor.document.uri, ViewColumn.Beside);
    return editor !== undefined;
  };
  if (open()) return;
  const waiting = window.onDidChangeVisibleTextEditors(() => {
    if (open()) waiting.dispose();
  });
  subscriptions.push(waiting);
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
