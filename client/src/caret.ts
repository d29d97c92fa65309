/** The caret in the text and the thing in the plan that it stands in: each leads to the other. */
import { Uri, window } from 'vscode';
import type { TextEditor, ViewColumn } from 'vscode';
import { keyAt } from '../../server/src/plan/key-at.ts';
import type { Plan } from '../../server/src/plan/plan.ts';
import { showPlace } from './documents.ts';

/** A thing that was clicked in the page, until the caret leaves it. */
export interface Visit {
  readonly key: string;
  readonly number: number;
  readonly editor: TextEditor;
  readonly line: number;
  readonly character: number;
}

export function keyAtCaret(plan: Plan, { document, selection }: TextEditor): string | undefined {
  const uri = spelling(plan, document.uri);
  return uri === undefined ? undefined : keyAt(plan, uri, selection.active);
}

/** Shows where a thing stands in the text. Nothing happens where the plan has meanwhile lost it. */
export async function visit(plan: Plan, key: string, number: number, not?: ViewColumn): Promise<Visit | undefined> {
  const place = plan.places[key];
  if (!place) return undefined;
  const editor = await showPlace(Uri.parse(place.uri), place.range, not);
  const { line, character } = editor.selection.active;
  return { key, number, editor, line, character };
}

/** Whether the caret still stands where the visit has put it. */
export function stays({ editor, line, character }: Visit): boolean {
  const { active } = editor.selection;
  return editor === window.activeTextEditor && active.line === line && active.character === character;
}

/** The server may write an address otherwise than the editor does, with `%3A` for a colon and the like. */
function spelling({ places }: Plan, uri: Uri): string | undefined {
  const ours = uri.toString();
  const theirs = new Set(Object.values(places).map((it) => it.uri));
  return theirs.has(ours) ? ours : [...theirs].find((it) => Uri.parse(it).toString() === ours);
}
