/** The one place where offsets become positions, and spans become places in files. */
import type { Location, Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { PlanFile } from '../model/file.ts';
import type { Item, Mention } from '../model/item.ts';
import { locate, sectionAt, type Document } from '../syntax/document.ts';
import type { Node, Span } from '../syntax/tree.ts';
import type { Edit } from '../syntax/write.ts';
import { lineAt, type Lines } from '../text/lines.ts';
import { touches, type Stretch } from '../text/span.ts';
import type { Workspace } from '../workspace/workspace.ts';

export function toOffset({ text, lines }: Document, { line, character }: Position): number {
  const start = lines.starts[line];
  if (start === undefined) return text.length;
  const end = lines.starts[line + 1] ?? text.length + 1;
  return Math.min(start + character, Math.max(start, end - 1), text.length);
}

export function toPosition(lines: Lines, offset: number): Position {
  const line = lineAt(lines, offset);
  return { line, character: offset - (lines.starts[line] ?? 0) };
}

export function toRange({ lines }: Document, { start, end }: Stretch): Range {
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** The range of a span in its document as it is now. */
export function rangeOf(document: Document, span: Span): Range {
  return toRange(document, locate(document, span));
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
export function withLineEnds(text: string, document: Document): string {
  const end = /\r\n|\r|\n/.exec(document.text)?.[0] ?? '\n';
  return text.replace(/(?<!\r)\n/g, end);
}

/** A test of spans: whether one touches the offset. Sections end with a line break, so no other section's span does. */
function touching(document: Document, offset: number): (span: Span) => boolean {
  const here = sectionAt(document, offset);
  return (span) => span.section === here?.section && touches(span, here.offset);
}

/** Whether a span of this document touches the offset. */
export function at(document: Document, span: Span, offset: number): boolean {
  return touching(document, offset)(span);
}

/** The mention at an offset. */
export function mentionAt({ document, mentions }: PlanFile, offset: number): Mention | undefined {
  const here = touching(document, offset);
  return mentions.find((it) => here(it.span));
}

/** The item whose id is written at an offset. */
export function definedAt({ document, items }: PlanFile, offset: number): Item | undefined {
  const here = touching(document, offset);
  return items.find((it) => it.id && here(it.id.span));
}

/** The way of keys and nodes from the document down to an offset. */
export interface Step {
  readonly key: string;
  readonly onKey: boolean;
  readonly node: Node | undefined;
  readonly span: Span;
}

export function stepsTo(document: Document, offset: number): Step[] {
  const steps: Step[] = [];
  let node: Node | undefined = document.tree;
  while (node) {
    if (node.is === 'scalar') break;
    if (node.is === 'list') {
      const item: Node | undefined = node.items.find((it) => holds(document, it, offset));
      if (item) steps.push({ key: '-', onKey: false, node: item, span: item.span });
      node = item;
      continue;
    }
    const entry = node.entries.find(
      (it) => at(document, it.key.span, offset) || (it.value && holds(document, it.value, offset)),
    );
    if (!entry) break;
    const onKey = at(document, entry.key.span, offset);
    steps.push({ key: String(entry.key.value), onKey, node: entry.value, span: entry.key.span });
    node = onKey ? undefined : entry.value;
  }
  return steps;
}

function holds(document: Document, node: Node, offset: number): boolean {
  const inner = node.is === 'map' ? node.entries.map((it) => it.value ?? it.key) : node.is === 'list' ? node.items : [];
  if (at(document, node.span, offset)) return node.is !== 'list' || inner.length > 0;
  return inner.some((it) => holds(document, it, offset));
}
