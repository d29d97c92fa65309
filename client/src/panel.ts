/** The preview's host: mounts the page, follows the document in front, pulls its plan, ties clicks to the text. */
import { env, EventEmitter, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Event, ExtensionContext, LogOutputChannel, WebviewPanel } from 'vscode';
import type { PlanNews, PlanNewsAnswer } from '../../server/src/protocol.ts';
import { keyAtCaret, stays, visit } from './caret.ts';
import type { Visit } from './caret.ts';
import type { Server } from './connect.ts';
import { exists, holdsStrategy, isSame, movedWith, nameOf, strategyFiles, strategyInFront } from './documents.ts';
import { afterPause, oneAtATime } from './pace.ts';
import { pageHtml } from './page-html.ts';
import type { Drawn, FromPage, ToPage } from './panel/messages.ts';
import { broughtUpToDate, newsFor, type KeptPlan } from './panel/plan-news.ts';

export const previewType = 'strategy.preview';

export interface Preview {
  /** Shows the plan of a document, else of the one in front, in the panel that is there or in a new one. */
  open(uri: Uri | undefined, column: ViewColumn): void;
  /** Puts the plan into a panel that the editor has kept over a reload. */
  restore(panel: WebviewPanel, state: unknown): void;
  /** The document whose plan is shown. */
  following(): Uri | undefined;
  /** The page has been drawn anew. */
  readonly drawn: Event<Drawn>;
  /** Clicks a thing in the page, as a user would. */
  press(key: string): void;
  dispose(): void;
}

/** What is drawn: the last plan that could be had, and the document that it was asked for. */
interface Shown {
  readonly uri: Uri;
  readonly kept: KeptPlan;
  /** What has made it out of the plan before. */
  readonly news: PlanNews;
  /** Why that plan is not the present one, where it is not. */
  readonly stale: string | undefined;
}

export function preview(context: ExtensionContext, server: Server, log: LogOutputChannel): Preview {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const drawn = new EventEmitter<Drawn>();
  let panel: WebviewPanel | undefined;
  let following: Uri | undefined;
  let shown: Shown | undefined;
  /** The number of the plan that the page was sent last. */
  let sent: number | undefined;
  let hint = l10n.t('Reading the plan…');
  let visiting = false;
  let visited: Visit | undefined;
  let focus: string | undefined;

  const pull = oneAtATime(
    async () => {
      const uri = following;
      if (!uri || !panel?.visible) return;
      const news = await server.planNews(uri, shown?.kept.number);
      if (isSame(uri, following)) await take(uri, news);
    },
    (error) => log.warn('The plan could not be asked for.', String(error)),
  );

  const look = afterPause(50, () => {
    if (visiting) return;
    const key = focusNow();
    if (key === focus && !visited) return;
    focus = key;
    post({ kind: 'focus', key, answers: visited?.number });
  });

  const checkGone = afterPause(200, () => {
    const uri = following;
    if (!uri) return;
    void exists(uri).then((there) => {
      if (there) pull();
      else if (isSame(uri, following)) moveOn();
    });
  });

  /** Draws what the server has answered. A plan that cannot be had leaves the last one in sight. */
  async function take(uri: Uri, news: PlanNewsAnswer): Promise<void> {
    if (!news && !(await exists(uri))) {
      moveOn();
      return;
    }
    const before = shown;
    shown = news ? readable(uri, news) : staleOf(uri);
    // The plan that the news are about may have been let go meanwhile.
    if (news && !shown) pull();
    else if (isOther(before, shown)) draw();
    else look();
  }

  function readable(uri: Uri, news: PlanNews): Shown | undefined {
    const kept = broughtUpToDate(shown?.kept, news);
    return kept && { uri, kept, news, stale: undefined };
  }

  function staleOf(uri: Uri): Shown | undefined {
    return shown && isSame(shown.uri, uri) ? { ...shown, stale: l10n.t('the document cannot be read') } : undefined;
  }

  function follow(uri: Uri): void {
    if (!isSame(uri, following)) {
      following = uri;
      hint = l10n.t('Reading the plan…');
      if (panel) panel.title = titleOf(uri);
    }
    pull();
  }

  /** The document is no more: goes on to another one, else says so. */
  function moveOn(): void {
    const name = following ? nameOf(following) : '';
    following = undefined;
    shown = undefined;
    hint = l10n.t('“{0}” is gone. Open another strategy document to see its plan.', name);
    const next = strategyInFront();
    if (next) follow(next);
    else draw();
  }

  function draw(): void {
    focus = focusNow();
    if (shown) {
      const { uri, kept, stale } = shown;
      post({ kind: 'draw', uri: uri.toString(), news: newsFor(sent, kept, shown.news), stale, focus });
      sent = kept.number;
    } else post({ kind: 'nothing', hint });
  }

  function focusNow(): string | undefined {
    const editor = window.activeTextEditor;
    if (visited && !stays(visited)) visited = undefined;
    if (visited) return visited.key;
    return editor && shown ? keyAtCaret(shown.kept.plan, editor) : focus;
  }

  function post(message: ToPage): void {
    void panel?.webview.postMessage(message);
  }

  function hear(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        sent = undefined;
        draw();
        pull();
        break;
      case 'open':
        void go(message.key, message.number);
        break;
      case 'link':
        openLink(message.href);
        break;
      case 'drawn':
        drawn.fire(message);
        break;
    }
  }

  async function go(key: string, number: number): Promise<void> {
    if (!shown) return;
    const { plan } = shown.kept;
    visiting = true;
    try {
      visited = await visit(plan, key, number, panel?.viewColumn);
      if (visited && plan.documents.some((it) => it.key === key)) follow(visited.editor.document.uri);
    } catch (error) {
      log.warn(`The place of ${key} could not be shown.`, String(error));
      checkGone();
    } finally {
      visiting = false;
      look();
    }
  }

  function mount(mounted: WebviewPanel): void {
    panel = mounted;
    mounted.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    mounted.webview.onDidReceiveMessage(hear);
    mounted.onDidDispose(() => {
      if (panel !== mounted) return;
      panel = undefined;
      following = undefined;
      shown = undefined;
    });
    mounted.iconPath = icons(context);
    mounted.webview.html = pageHtml(mounted.webview, dist);
  }

  const listeners: { dispose(): void }[] = [
    drawn,
    server.changed(pull),
    window.onDidChangeActiveTextEditor((editor) => {
      // A click in the page may lead into another document. The reader keeps the page that was clicked.
      if (panel && editor && !visiting && holdsStrategy(editor.document)) follow(editor.document.uri);
      look();
    }),
    window.onDidChangeTextEditorSelection(look),
    workspace.onDidRenameFiles(({ files }) => {
      const moved = files.map((it) => movedWith(following, it)).find((it) => it !== undefined);
      if (!moved) return;
      if (shown && isSame(shown.uri, following)) shown = { ...shown, uri: moved };
      follow(moved);
    }),
    workspace.onDidDeleteFiles(checkGone),
    workspace.onDidCloseTextDocument(checkGone),
  ];
  const watcher = workspace.createFileSystemWatcher(strategyFiles, true, true, false);
  listeners.push(watcher, watcher.onDidDelete(checkGone));

  return {
    open(asked, column) {
      const uri = asked ?? strategyInFront();
      if (!uri) {
        void window.showInformationMessage(l10n.t('Open a strategy document first: a file named *.strategy.yaml.'));
        return;
      }
      const preserveFocus = column === ViewColumn.Beside;
      if (panel) panel.reveal(panel.viewColumn, preserveFocus);
      else {
        const where = { viewColumn: column, preserveFocus };
        mount(window.createWebviewPanel(previewType, titleOf(uri), where, { enableFindWidget: true }));
      }
      follow(uri);
    },
    restore(kept, state) {
      panel?.dispose();
      mount(kept);
      const uri = uriOf(state) ?? strategyInFront();
      if (uri) follow(uri);
      else moveOn();
    },
    following: () => following,
    drawn: drawn.event,
    press: (key) => post({ kind: 'press', key }),
    dispose() {
      panel?.dispose();
      for (const it of listeners) it.dispose();
    },
  };
}

/** Whether the page has to be drawn again for what is shown now. */
function isOther(before: Shown | undefined, now: Shown | undefined): boolean {
  if (!before || !now) return true;
  return !isSame(before.uri, now.uri) || before.stale !== now.stale || before.kept.number !== now.kept.number;
}

function titleOf(uri: Uri): string {
  return l10n.t('Plan of {0}', nameOf(uri));
}

function icons({ extensionUri }: ExtensionContext): { light: Uri; dark: Uri } {
  const media = Uri.joinPath(extensionUri, 'client', 'media');
  return { light: Uri.joinPath(media, 'strategy-light.svg'), dark: Uri.joinPath(media, 'strategy-dark.svg') };
}

/** What the page has kept over a reload may come from an older version, so nothing about it is certain. */
function uriOf(state: unknown): Uri | undefined {
  const uri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
  return typeof uri === 'string' && /^(?:file|untitled):/.test(uri) ? Uri.parse(uri) : undefined;
}

/** Links in a plan are the author's, so only those that lead to a page or a mail are followed. */
function openLink(href: string): void {
  if (/^(?:https?|mailto):/i.test(href)) void env.openExternal(Uri.parse(href));
}
