/** The page of a rule, which comes with the extension and so needs no network. */
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Diagnostic, ExtensionContext } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient/node';
import { exists } from './documents.ts';

type Middleware = NonNullable<LanguageClientOptions['middleware']>;

export const openRulePageCommand = 'strategy.openRulePage';

/** Shows the page of the rule that is asked for, else of the one that the user picks. */
export async function openRulePage({ extensionUri }: ExtensionContext, asked: unknown): Promise<void> {
  const folder = Uri.joinPath(extensionUri, 'dist', 'rules');
  const rule = typeof asked === 'string' ? asked : await pickRule(folder);
  if (rule === undefined) return;
  const page = Uri.joinPath(folder, `${rule}.md`);
  if (/^[a-z-]+\/[a-z-]+$/.test(rule) && (await exists(page))) {
    await commands.executeCommand('markdown.showPreview', page);
  } else {
    void window.showInformationMessage(l10n.t('There is no page about “{0}”.', rule));
  }
}

async function pickRule(folder: Uri): Promise<string | undefined> {
  return window.showQuickPick(rulesIn(folder), { placeHolder: l10n.t('Which rule?') });
}

async function rulesIn(folder: Uri): Promise<string[]> {
  const rules: string[] = [];
  for (const [group] of await entries(folder)) {
    for (const [name] of await entries(Uri.joinPath(folder, group))) {
      if (name.endsWith('.md')) rules.push(`${group}/${name.slice(0, -'.md'.length)}`);
    }
  }
  return rules.sort();
}

async function entries(folder: Uri): Promise<readonly [string, unknown][]> {
  return workspace.fs.readDirectory(folder).then(
    (it) => it,
    () => [],
  );
}

/** Leads the link of each finding to the page that comes with the extension, instead of to an address elsewhere. */
export function linkRulePages(): Middleware {
  return {
    handleDiagnostics: (uri, found, next) => next(uri, found.map(linked)),
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      if (report && 'items' in report) report.items = report.items.map(linked);
      return report;
    },
    provideWorkspaceDiagnostics: (previous, token, report, next) =>
      next(previous, token, (chunk) => {
        for (const it of chunk?.items ?? []) {
          if ('items' in it) it.items = it.items.map(linked);
        }
        report(chunk);
      }),
  };
}

function linked(found: Diagnostic): Diagnostic {
  if (typeof found.code === 'object') {
    const query = encodeURIComponent(JSON.stringify([found.code.value]));
    found.code = { value: found.code.value, target: Uri.parse(`command:${openRulePageCommand}?${query}`) };
  }
  return found;
}
