/** Which texts are strategy documents, which one is in front, and how a place in one is shown. */
import { Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { TextDocument, TextEditor } from 'vscode';
import type { DocumentFilter } from 'vscode-languageclient/node';
import type { Range as PlainRange } from '../../server/src/plan/plan.ts';

export const language = 'strategy-yaml';
export const strategyFiles = '**/*.strategy.{yaml,yml}';

const serverNames = [
  ...['*.strategy.yaml', '*.strategy.yml', '*.measures.yaml', '*.measures.yml', '*.measures.csv'],
  ...['strategy.config.yaml', 'strategy.lock.yaml'],
];
/** Every file that the server reads. Braces inside braces are not understood by the editor. */
export const serverFiles = `**/{${serverNames.join(',')}}`;

/** Readings in CSV keep the language of the user's choice, so they are known by their name alone. */
export const selector: DocumentFilter[] = [
  { language, scheme: 'file' },
  { language, scheme: 'untitled' },
  { scheme: 'file', pattern: '**/*.measures.csv' },
];

/** Whether a file is one that the server reads, judged by its name. */
export function readByServer({ scheme, path }: Uri): boolean {
  return (
    scheme === 'file' &&
    /(?:\.(?:strategy|measures)\.ya?ml|\.measures\.csv|\/strategy\.(?:config|lock)\.yaml)$/.test(path)
  );
}

/** Readings, configuration and lock share the language of a strategy document and have no plan of their own. */
export function holdsStrategy({ languageId, uri }: TextDocument): boolean {
  return (
    languageId === language &&
    (uri.scheme === 'untitled' || (uri.scheme === 'file' && /\.strategy\.ya?ml$/i.test(uri.path)))
  );
}

export function activeStrategy(): Uri | undefined {
  const active = window.activeTextEditor;
  return active && holdsStrategy(active.document) ? active.document.uri : undefined;
}

/** The strategy document that the user looks at: the active one, else one in sight, else an open one. */
export function strategyInFront(): Uri | undefined {
  const inSight = window.visibleTextEditors.map((it) => it.document);
  const open = workspace.textDocuments.filter((it) => !it.isClosed);
  return activeStrategy() ?? [...inSight, ...open].find(holdsStrategy)?.uri;
}

export function isSame(uri: Uri, other: Uri | undefined): boolean {
  return uri.toString() === other?.toString();
}

/** Open in the editor, saved or not, or on disk. */
export async function exists(uri: Uri): Promise<boolean> {
  if (workspace.textDocuments.some((it) => isSame(it.uri, uri))) return true;
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Where a file stands after it, or a folder above it, was renamed; nothing where it was not touched. */
export function movedWith(uri: Uri | undefined, { oldUri, newUri }: { oldUri: Uri; newUri: Uri }): Uri | undefined {
  if (uri?.scheme !== oldUri.scheme) return undefined;
  if (uri.path === oldUri.path) return newUri;
  return uri.path.startsWith(`${oldUri.path}/`)
    ? newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) })
    : undefined;
}

export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Selects a place and brings it into sight, in the column where its document already stands, never in `not`. */
export async function showPlace(uri: Uri, { start, end }: PlainRange, not?: ViewColumn): Promise<TextEditor> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  return window.showTextDocument(uri, { selection, viewColumn: columnFor(uri, not), preview: false });
}

function columnFor(uri: Uri, not: ViewColumn | undefined): ViewColumn {
  const groups = window.tabGroups.all.filter((it) => it.viewColumn !== not);
  const holding = groups.find((it) => it.tabs.some(({ input }) => shows(input, uri)));
  const column = (holding ?? groups.find((it) => it.isActive) ?? groups[0])?.viewColumn;
  return column ?? ViewColumn.Beside;
}

function shows(input: unknown, uri: Uri): boolean {
  const shown = typeof input === 'object' && input !== null && 'uri' in input ? input.uri : undefined;
  return shown instanceof Uri && isSame(shown, uri);
}
