/** Asks a feature about a marked text: `$0` is the cursor, `$0…$0` a selection. */
import assert from 'node:assert/strict';
import type { Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Client, Feature } from '../../server/src/features/feature.ts';
import { applyChanges } from '../../server/src/text/edit.ts';
import { readLines } from '../../server/src/text/lines.ts';
import type { Workspace } from '../../server/src/workspace/workspace.ts';
import { folder, splitFiles, workspaceOf } from './marked.ts';

export const client: Client = { snippets: true };

export interface Marked {
  readonly workspace: Workspace;
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
  readonly position: Position;
}

/** The project of a block; the cursor stands in the file that holds `$0`. */
export function open(block: string): Marked {
  const split = splitFiles(dedent(block));
  const files = [...split.files];
  const [name, withCursor] = files.find(([, text]) => text.includes('$0')) ?? files[0] ?? ['plan.strategy.yaml', ''];
  const text = withCursor.replaceAll('$0', '');
  const offset = Math.max(0, withCursor.indexOf('$0'));
  const workspace = workspaceOf({
    ...split,
    files: new Map([...split.files].map(([key, it]) => [key, it.replaceAll('$0', '')])),
  });
  return { workspace, uri: `${folder}/${name}`, text, offset, position: positionAt(text, offset) };
}

export function ask<Answer>(feature: Feature, { workspace, uri, position }: Marked, more: object = {}): Answer {
  const params = { textDocument: { uri }, position, ...more };
  return feature.answer(workspace, params as never, client) as Answer;
}

/** Takes the common indentation and the first line break off, so that tests can be indented. */
export function dedent(block: string): string {
  const lines = block
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .split('\n');
  const indents = lines.filter((it) => it.trim() !== '').map((it) => /^ */.exec(it)?.[0].length ?? 0);
  const least = Math.min(...indents, 99);
  return lines.map((it) => it.slice(Math.min(least, it.length))).join('\n');
}

export function positionAt(text: string, offset: number): Position {
  const lines = readLines(text);
  const line = lines.lineAt(offset);
  return { line, character: offset - lines.startOf(line) };
}

export function offsetAt(text: string, { line, character }: Position): number {
  return readLines(text).startOf(line) + character;
}

export function afterEdits(text: string, edits: readonly TextEdit[]): string {
  const changes = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    text: newText,
  }));
  return applyChanges(text, changes);
}

/** The texts of all files after an edit. */
export function afterEdit(workspace: Workspace, { changes = {} }: WorkspaceEdit): Map<string, string> {
  const texts = new Map([...workspace.files.values()].map((it) => [it.uri, it.document.text]));
  for (const [uri, edits] of Object.entries(changes)) {
    const before = texts.get(uri);
    assert.ok(before !== undefined);
    texts.set(uri, afterEdits(before, edits));
  }
  return texts;
}
