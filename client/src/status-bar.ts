/** How many tactics trace, said in the status bar. */
import { l10n, MarkdownString, StatusBarAlignment, ThemeColor, window, workspace } from 'vscode';
import type { LogOutputChannel, StatusBarItem, Uri } from 'vscode';
import type { Coverage, CoverageAnswer } from '../../server/src/protocol.ts';
import type { Server } from './connect.ts';
import { activeStrategy, strategyFiles, strategyInFront } from './documents.ts';
import { oneAtATime } from './pace.ts';

export interface StatusBar {
  /** What the item says now, or nothing while it is hidden. */
  readonly text: () => string | undefined;
  /** The document whose project is spoken of. */
  readonly uri: () => Uri | undefined;
  dispose(): void;
}

export function statusBar(server: Server, log: LogOutputChannel): StatusBar {
  const item = window.createStatusBarItem('strategy.coverage', StatusBarAlignment.Left, 10);
  item.name = l10n.t('Strategy: Traced Tactics');
  item.command = 'strategy.showHoles';
  let spokenOf: Uri | undefined;
  let shown: string | undefined;

  const refresh = oneAtATime(
    async () => {
      const last = spokenOf;
      spokenOf =
        activeStrategy() ?? last ?? strategyInFront() ?? (await workspace.findFiles(strategyFiles, undefined, 1))[0];
      const coverage = spokenOf ? await server.coverage(spokenOf) : null;
      shown = say(item, coverage);
      if (coverage) return;
      // The document is no more, so another one may speak for the workspace.
      spokenOf = undefined;
      if (last) refresh();
    },
    (error) => {
      // What it said last may no longer be so.
      shown = undefined;
      item.hide();
      log.warn('The coverage could not be asked for.', String(error));
    },
  );

  const listeners = [server.changed(refresh), window.onDidChangeActiveTextEditor(refresh)];
  return {
    text: () => shown,
    uri: () => spokenOf,
    dispose() {
      for (const it of [item, ...listeners]) it.dispose();
    },
  };
}

/** Puts the coverage on the item. Sign and words say what the colour says too. */
function say(item: StatusBarItem, coverage: CoverageAnswer): string | undefined {
  if (coverage === null) {
    item.hide();
    return undefined;
  }
  const words = inWords(coverage);
  const holes = coverage.holes.length;
  item.text = `${holes > 0 ? '$(warning)' : '$(check)'} ${words}`;
  item.tooltip = explanation(coverage);
  item.accessibilityInformation = { label: l10n.t('Strategy: {0}', words), role: 'button' };
  item.backgroundColor = holes > 0 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
  return words;
}

/** Justified tactics stand beside the share and are not in it, as in the preview. */
function inWords({ traced, justified, holes }: Coverage): string {
  const judged = traced + holes.length;
  if (judged + justified === 0) return l10n.t('no tactics yet');
  const share =
    judged === 1 ? l10n.t('{0} of 1 tactic traced', traced) : l10n.t('{0} of {1} tactics traced', traced, judged);
  const rest = [
    ...(justified > 0 ? [l10n.t('{0} justified', justified)] : []),
    ...(holes.length === 1 ? [l10n.t('1 hole')] : []),
    ...(holes.length > 1 ? [l10n.t('{0} holes', holes.length)] : []),
  ];
  return [share, ...rest].join(', ');
}

function explanation({ holes }: Coverage): MarkdownString {
  const meaning = l10n.t('A tactic is traced when it names a goal that it serves and a KPI that it moves.');
  return new MarkdownString(holes.length > 0 ? `${meaning} ${l10n.t('Click for those that are not.')}` : meaning);
}
