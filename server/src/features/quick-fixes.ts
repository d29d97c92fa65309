import { CodeActionKind, CodeActionRequest, type CodeAction } from 'vscode-languageserver-protocol';
import type { Rated } from '../workspace/findings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { feature } from './feature.ts';
import { toDiagnostic } from './diagnostics.ts';
import { toOffset, toWorkspaceEdit, withLineEnds } from './place.ts';

/** What the findings at a place offer, and for each the way to accept it with a reason. */
export const quickFixes = feature(
  CodeActionRequest.type,
  { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  (workspace, { textDocument, range, context }, client): CodeAction[] => {
    const file = workspace.files.get(textDocument.uri);
    const wanted = context.only?.some((it) => CodeActionKind.QuickFix.startsWith(it) || it === '') ?? true;
    if (!file || !wanted) return [];
    const start = toOffset(file.document, range.start);
    const end = toOffset(file.document, range.end);
    const all = workspace.findingsNow(textDocument.uri).filter((it) => it.justified === undefined);
    return all.flatMap((found) => {
      if (found.stretch.start > end || found.stretch.end < start) return [];
      const diagnostics = [toDiagnostic(found, workspace, client)];
      const fixes = (found.fixes?.() ?? []).map(({ title, edits }, nth): CodeAction => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: toWorkspaceEdit(workspace, edits),
        ...(nth === 0 && { isPreferred: true }),
      }));
      return [...fixes, ...ignore(found, workspace).map((it) => ({ ...it, diagnostics }))];
    });
  },
);

/** A comment above the line, with a place for the reason. Rows of a table take no comments. */
function ignore({ rule, file, stretch }: Rated, { files }: Workspace): CodeAction[] {
  const { document } = file;
  if (/^(?:schema\/syntax$|ignore\/)/.test(rule.id) || /\.csv$/i.test(file.uri) || !files.has(file.uri)) return [];
  const line = document.lines.lineAt(stretch.start);
  const text = document.lines.textOf(line);
  const indent = /^\ufeff?([ \t]*)/.exec(text)?.[1] ?? '';
  const position = { line, character: line === 0 && text.startsWith('\ufeff') ? 1 : 0 };
  const newText = withLineEnds(`${indent}# strategy-ignore ${rule.id}: say why\n`, document);
  const edit = { changes: { [file.uri]: [{ range: { start: position, end: position }, newText }] } };
  return [{ title: `Ignore ${rule.id} here, with a reason`, kind: CodeActionKind.QuickFix, edit }];
}
