/** The one place where offsets become positions, and spans become places in files. */
import type {
  Location,
  Position,
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Change, Document } from '../syntax/document.ts';
import { indexOf, placeIn } from '../syntax/layout.ts';
import type { Span } from '../syntax/tree.ts';
import type { Edit } from '../syntax/write.ts';
import type { Lines } from '../text/lines.ts';
import type { Stretch } from '../text/span.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A character beyond the end of its line means that end, and a line beyond the last the end of the text. */
export function toOffset({ lines }: Pick<Document, 'lines'>, { line, character }: Position): number {
  const start = lines.startOf(line);
  return line < 0 ? 0 : Math.max(start, Math.min(start + character, lines.endOf(line)));
}

/** A change as an editor tells of it. Its positions are those of the text that the changes before it have left. */
export function toChange(change: TextDocumentContentChangeEvent): Change {
  const { text } = change;
  if (!('range' in change)) return (lines) => ({ start: 0, end: lines.length, text });
  const { start, end } = change.range;
  return (lines) => {
    const [one, other] = [toOffset({ lines }, start), toOffset({ lines }, end)];
    return { start: Math.min(one, other), end: Math.max(one, other), text };
  };
}

export function toPosition(lines: Lines, offset: number): Position {
  const line = lines.lineAt(offset);
  return { line, character: offset - lines.startOf(line) };
}

export function toRange({ lines }: Document, { start, end }: Stretch): Range {
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** The range of a span in its document as it is now. A span of a section that is gone is empty, at the start. */
export function rangeOf({ layout }: Document, { section, start, end }: Span): Range {
  const index = indexOf(layout, section);
  if (index < 0) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return { start: placeIn(layout, index, start), end: placeIn(layout, index, end) };
}

/** The line in which a section begins; -1 where it is gone. */
export function lineOf({ layout }: Document, section: Span['section']): number {
  const index = indexOf(layout, section);
  return index < 0 ? -1 : (layout.breaks[index] ?? 0);
}

export function locationOf({ files }: Workspace, span: Span): Location | undefined {
  const document = files.get(span.section.uri)?.document;
  return document && { uri: document.uri, range: rangeOf(document, span) };
}

/** Edits by file, in LSP's words. */
export function toWorkspaceEdit(workspace: Workspace, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { at, text } of edits) {
    const document = workspace.files.get(at.section.uri)?.document;
    if (!document) continue;
    (changes[document.uri] ??= []).push({ range: rangeOf(document, at), newText: withLineEnds(text, document) });
  }
  return { changes };
}

/** A new text with the line ends of the file that it comes into, which its own section may not show. */
export function withLineEnds(text: string, { sections }: Document): string {
  if (!text.includes('\n')) return text;
  for (const it of sections) {
    const [end] = /\r\n|\r|\n/.exec(it.text) ?? [];
    if (end !== undefined) return text.replace(/(?<!\r)\n/g, end);
  }
  return text;
}
