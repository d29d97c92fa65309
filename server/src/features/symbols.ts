import {
  DocumentSymbolRequest,
  SymbolKind,
  WorkspaceSymbolRequest,
  type DocumentSymbol,
} from 'vscode-languageserver-protocol';
import { nameOf, placeOf, type Item } from '../model/item.ts';
import { extentOf, locate, type Document } from '../syntax/document.ts';
import { keyText, type Entry } from '../syntax/tree.ts';
import { feature } from './feature.ts';
import { locationOf, rangeOf, toRange } from './place.ts';

/** A symbol's icon says the kind of item: ends point outwards, work is done, media are tools. */
const icons: Readonly<Partial<Record<Item['of'], SymbolKind>>> = {
  metric: SymbolKind.Number,
  goal: SymbolKind.Event,
  objective: SymbolKind.Constant,
  kpi: SymbolKind.Variable,
  strategy: SymbolKind.Interface,
  tactic: SymbolKind.Method,
  activity: SymbolKind.Field,
  channel: SymbolKind.Module,
  audience: SymbolKind.Class,
  message: SymbolKind.String,
  guideline: SymbolKind.File,
  process: SymbolKind.Function,
  evidence: SymbolKind.Key,
};

/** The outline: keys of the document, and under each collection its items, nested as they are. */
export const documentSymbols = feature(
  DocumentSymbolRequest.type,
  { documentSymbolProvider: true },
  (workspace, { textDocument }): DocumentSymbol[] => {
    const file = workspace.files.get(textDocument.uri);
    if (!file || file.document.tree?.is !== 'map') return [];
    const { document, items } = file;
    const byNode = new Map(items.map((it) => [it.node, it]));
    const roots = items.filter((it) => !it.inside);
    return file.document.tree.entries.map((entry) => {
      const own = roots.filter((it) => holds(document, entry, it));
      const children = own.map((it) => symbolOf(it, items, document));
      const range = entryRange(document, entry);
      const name = keyText(entry) || '(empty)';
      const value = entry.value?.is === 'scalar' ? String(entry.value.value) : '';
      const kind = byNode.size > 0 && children.length > 0 ? SymbolKind.Namespace : SymbolKind.Property;
      return {
        name,
        detail: value.slice(0, 80),
        kind,
        range,
        selectionRange: rangeOf(document, entry.key.span),
        children,
      };
    });
  },
);

function entryRange(document: Document, entry: Entry): DocumentSymbol['range'] {
  const { start } = locate(document, entry.key.span);
  const end = entry.value ? extentOf(document, entry.value).end : locate(document, entry.key.span).end;
  return toRange(document, { start, end: Math.max(start, end) });
}

function holds(document: Document, entry: Entry, item: Item): boolean {
  if (!entry.value) return false;
  const { start, end } = extentOf(document, entry.value);
  const place = locate(document, item.node.span).start;
  return start <= place && place < end;
}

function symbolOf(item: Item, items: readonly Item[], document: Document): DocumentSymbol {
  const extent = extentOf(document, item.node);
  const selection = locate(document, placeOf(item));
  const inside = extent.start <= selection.start && selection.end <= extent.end;
  return {
    name: nameOf(item) || '(empty)',
    detail: item.id?.value ?? '',
    kind: icons[item.of] ?? SymbolKind.Object,
    range: toRange(document, extent),
    selectionRange: toRange(document, inside ? selection : extent),
    children: items.filter((it) => it.inside === item).map((it) => symbolOf(it, items, document)),
  };
}

/** Items of all projects by id or by words of their name. */
export const workspaceSymbols = feature(
  WorkspaceSymbolRequest.type,
  { workspaceSymbolProvider: true },
  (workspace, { query }) => {
    const words = query
      .toLowerCase()
      .split(/\s+/)
      .filter((it) => it !== '');
    const found = [...workspace.projects.values()].flatMap((project) =>
      project.strategies.flatMap((strategy) =>
        strategy.items.flatMap((item) => {
          const id = item.id?.value ?? '';
          const text = `${nameOf(item)} ${id} ${item.of}`.toLowerCase();
          if ((id === '' && !item.title) || !words.every((it) => text.includes(it))) return [];
          const location = locationOf(workspace, placeOf(item));
          const containerName = strategy.root.title?.value ?? strategy.name;
          return location
            ? [{ name: nameOf(item), kind: icons[item.of] ?? SymbolKind.Object, containerName, location }]
            : [];
        }),
      ),
    );
    return found.slice(0, 500);
  },
);
