/** The pages of the rules, which come with the extension and so need no network. */
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Disposable, ExtensionContext } from 'vscode';
import { exists } from './documents.ts';

/** Addresses of this scheme are shown as rendered Markdown, which the manifest asks for. */
const scheme = 'strategy-rule';

/** Where the link of a finding leads: to the page that comes with the extension. */
export const rulePagesRoot = `${scheme}:/`;

/** Makes the pages known to the editor as documents that can be read and not changed. */
export function rulePages({ extensionUri }: ExtensionContext): Disposable {
  const folder = folderOf(extensionUri);
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, path)));
    },
  });
}

/** Shows the page of the rule that is asked for, else of the one that the user picks. */
export async function openRulePage({ extensionUri }: ExtensionContext, asked: unknown): Promise<void> {
  const folder = folderOf(extensionUri);
  const rule = typeof asked === 'string' ? asked : await pickRule(folder);
  if (rule === undefined) return;
  if (/^[a-z-]+\/[a-z-]+$/.test(rule) && (await exists(Uri.joinPath(folder, `${rule}.md`)))) {
    await commands.executeCommand('markdown.showPreview', pageOf(rule));
  } else {
    void window.showInformationMessage(l10n.t('There is no page about “{0}”.', rule));
  }
}

function folderOf(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'rules');
}

function pageOf(rule: string): Uri {
  return Uri.from({ scheme, path: `/${rule}.md` });
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
