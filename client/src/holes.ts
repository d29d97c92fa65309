/** The list of tactics that do not trace, and the way to each. */
import { l10n, ThemeIcon, Uri, window, workspace } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { Hole } from '../../server/src/protocol.ts';
import type { Server } from './connect.ts';
import { showPlace } from './documents.ts';

interface HoleItem extends QuickPickItem {
  readonly hole: Hole;
}

export async function showHoles(server: Server, uri: Uri | undefined): Promise<void> {
  const coverage = uri ? await server.coverage(uri) : null;
  if (coverage === null) {
    void window.showInformationMessage(l10n.t('Open a strategy document to see which of its tactics do not trace.'));
    return;
  }
  if (coverage.holes.length === 0) {
    void window.showInformationMessage(l10n.t('Every tactic traces to a goal and a KPI, or is justified.'));
    return;
  }
  const chosen = await window.showQuickPick(coverage.holes.map(itemOf), {
    title: l10n.t('Tactics that do not trace to a goal and a KPI'),
    placeHolder: l10n.t('Choose one to go there'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await goTo(chosen.hole);
}

function itemOf(hole: Hole): HoleItem {
  const place = `${workspace.asRelativePath(Uri.parse(hole.uri))}:${hole.line + 1}`;
  return { label: hole.title, description: place, detail: hole.message, iconPath: new ThemeIcon('circle-slash'), hole };
}

async function goTo({ uri, line, character }: Hole): Promise<void> {
  const start = { line, character };
  await showPlace(Uri.parse(uri), { start, end: start });
}
