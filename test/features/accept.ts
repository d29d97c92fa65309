/** Accepts what completion offers and reads the result: what a person would complain about, in words. */
import type { CompletionItem, CompletionList, InsertReplaceEdit, Range } from 'vscode-languageserver-protocol';
import { completion } from '../../server/src/features/completion.ts';
import { readDocument } from '../../server/src/syntax/document.ts';
import { toData } from '../../server/src/syntax/tree.ts';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';
import { afterEdits, client, positionAt } from '../kit/ask.ts';

const nothing = createWorkspace('2026-11-21', ['file:///project']);

/** What must not come into a plan by accepting what was offered. */
const unwanted = [
  'schema/unknown-key',
  'schema/duplicate-key',
  'schema/value',
  'schema/syntax',
  'trace/unknown-reference',
  'trace/wrong-kind',
];

/** Longer texts are not asked for their findings, which would take too long. */
const longest = 4000;

export interface Spot {
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
}

export function offeredAt({ uri, text, offset }: Spot): CompletionItem[] {
  const params = { textDocument: { uri }, position: positionAt(text, offset) };
  return (completion.answer(nothing.with([[uri, text]]), params as never, client) as CompletionList).items;
}

/** The text after an item was accepted; the stops of a snippet are left out. */
export function afterAccepting(
  text: string,
  { textEdit }: CompletionItem,
  mode: 'insert' | 'replace' = 'replace',
): string {
  const { newText, ...ranges } = textEdit as InsertReplaceEdit;
  return afterEdits(text, [{ range: ranges[mode], newText: newText.replace(/\$\d/g, '') }]);
}

/**
 * What is wrong with some of the items offered at a place. A text that can be read without the half-typed word must be readable
 * with each item, differ from it in one value alone, and hold no fault that it did not hold.
 */
export function faultsAt(spot: Spot, pick: (item: CompletionItem, index: number) => boolean = () => true): string[] {
  const items = offeredAt(spot);
  const labels = items.map((it) => it.label);
  const twice = labels.filter((it, index) => labels.indexOf(it) !== index).map((it) => `${it} is offered twice`);
  return [
    ...twice,
    ...items
      .filter(pick)
      .flatMap((it) => [...rangeFaults(it, spot), ...faultsOf(it, spot, 'replace'), ...faultsOf(it, spot, 'insert')]),
  ];
}

/** Both ranges lie on the cursor's line and hold it; the one for inserting ends there. */
function rangeFaults({ label, textEdit }: CompletionItem, { text, offset }: Spot): string[] {
  const { insert, replace } = textEdit as InsertReplaceEdit;
  const { line, character } = positionAt(text, offset);
  const onLine = [insert.start, insert.end, replace.end].every((it) => it.line === line);
  const ordered =
    insert.start.character <= character && insert.end.character === character && replace.end.character >= character;
  return onLine && ordered && insert.start.character === replace.start.character
    ? []
    : [`${label} has the wrong ranges`];
}

function faultsOf(item: CompletionItem, { uri, text, offset }: Spot, mode: 'insert' | 'replace'): string[] {
  const range = (item.textEdit as InsertReplaceEdit)[mode];
  const without = readDocument(uri, afterEdits(text, [{ range, newText: '' }]));
  if (without.problems.length > 0) return [];
  const after = readDocument(uri, afterAccepting(text, item, mode));
  const say = (what: string): string[] => [`${item.label}, ${mode}d, ${what}`];
  if (after.problems.length > 0) return say('breaks the text');
  if (mode === 'insert' || isRenaming(text, offset, range)) return [];
  const changes = changesOf(toData(without.tree), toData(after.tree));
  if (changes.some((it) => it !== 'new') || changes.length > 1)
    return say(`changes more than one value: ${changes.join(', ')}`);
  if (text.length > longest) return [];
  const faults = added(findings(uri, without.text), findings(uri, after.text));
  return faults.length > 0 ? say(`brings in: ${faults.join(', ')}`) : [];
}

/** A key that has its colon, or something below it already, is given another name: what it holds goes with it. */
function isRenaming(text: string, offset: number, range: Range): boolean {
  const rest = text.slice(offset + (range.end.character - positionAt(text, offset).character));
  const next = /^[^\r\n]*(?:[\r\n]+[ \t]*(?:#[^\r\n]*)?(?=[\r\n]))*[\r\n]+([ ]*)/.exec(rest)?.[1]?.length ?? 0;
  return /^\s*:/.test(rest) || next > range.start.character;
}

/** Where two values differ: `new` where there was nothing before. */
function changesOf(before: unknown, after: unknown, path = ''): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === null || before === undefined || before === '') return ['new'];
  if (Array.isArray(before) && Array.isArray(after)) return changesOfList(before, after, path);
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((it) => changesOf(before[it], after[it], `${path}.${it}`));
  }
  return [path];
}

function changesOfList(before: readonly unknown[], after: readonly unknown[], path: string): string[] {
  if (before.length === after.length)
    return before.flatMap((it, index) => changesOf(it, after[index], `${path}[${index}]`));
  const grown = after.some((_, index) => JSON.stringify(after.toSpliced(index, 1)) === JSON.stringify(before));
  return [grown ? 'new' : path];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findings(uri: string, text: string): string[] {
  const workspace: Workspace = nothing.with([[uri, text]]);
  return workspace
    .findingsIn(uri)
    .filter((it) => unwanted.includes(it.rule.id))
    .map((it) => it.message);
}

function added(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.length > before.length ? after.filter((it) => !before.includes(it)) : [];
}
