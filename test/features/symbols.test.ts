import assert from 'node:assert/strict';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol';
import { documentSymbols, workspaceSymbols } from '../../server/src/features/symbols.ts';
import { ask, offsetAt, open } from '../kit/ask.ts';

suite('symbols', () => {
  test('the outline is nested as the document is', () => {
    const marked = open(
      'title: Café\ngoals:\n  - id: loyal\n    title: They come back\n    objectives:\n      - { id: ninety, kpi: k }\ntactics: []\n',
    );
    const outline = ask<DocumentSymbol[]>(documentSymbols, marked);
    const names = (list: readonly DocumentSymbol[]): unknown[] =>
      list.map((it) => (it.children?.length ? [it.name, names(it.children)] : it.name));
    assert.deepEqual(names(outline), ['title', ['goals', [['They come back', ['ninety']]]], 'tactics']);
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      assert.ok(offsetAt(marked.text, range.start) <= offsetAt(marked.text, selectionRange.start));
      assert.ok(offsetAt(marked.text, selectionRange.end) <= offsetAt(marked.text, range.end));
      children.forEach(check);
    };
    outline.forEach(check);
  });
  test('of all files, by words of the title', () => {
    const { workspace } = open(
      'goals:\n  - { id: loyal, title: They come back }\n#- b.strategy.yaml\ngoals:\n  - { id: known, title: They know us }\n',
    );
    const found = workspaceSymbols.answer(workspace, { query: 'know they' } as never, {
      snippets: false,
    }) as SymbolInformation[];
    assert.deepEqual(
      found.map((it) => it.name),
      ['They know us'],
    );
  });
});
