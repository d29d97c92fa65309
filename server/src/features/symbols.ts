import {
  DocumentSymbolRequest,
  SymbolKind,
  WorkspaceSymbolRequest,
  type DocumentSymbol,
  type Range,
  type SymbolInformation,
} from 'vscode-languageserver-protocol';
import { nameOf, placeOf, type Item } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';
import { extentOf, locate, startOfSection, type Document } from '../syntax/document.ts';
import { keyText } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { feature } from './feature.ts';
import { locationOf, toRange } from './place.ts';

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
    const inside = byHolder(items);
    const roots = (inside.get(undefined) ?? []).map((item) => ({ item, at: locate(document, item.node.span).start }));
    return file.document.tree.entries.map((entry) => {
      const extent = entry.value && extentOf(document, entry.value);
      const own = extent ? roots.filter(({ at }) => extent.start <= at && at < extent.end) : [];
      const value = entry.value?.is === 'scalar' ? String(entry.value.value) : '';
      const key = locate(document, entry.key.span);
      return {
        name: keyText(entry) || '(empty)',
        detail: value.slice(0, 80),
        kind: own.length > 0 ? SymbolKind.Namespace : SymbolKind.Property,
        range: toRange(document, { start: key.start, end: Math.max(key.start, extent?.end ?? key.end) }),
        selectionRange: toRange(document, key),
        children: own.map(({ item }) => symbolNow(item, inside, document)),
      };
    });
  },
);

/** Items by the one that they are nested in. */
function byHolder(items: readonly Item[]): Nested {
  const groups = new Map<Item | undefined, Item[]>();
  for (const it of items) {
    const group = groups.get(it.inside);
    if (group) group.push(it);
    else groups.set(it.inside, [it]);
  }
  return groups;
}

/** By items; their lines count from the start of the section, so that what only moved is not looked at again. */
const known = new WeakMap<Item, DocumentSymbol>();

function symbolNow(item: Item, nested: Nested, document: Document): DocumentSymbol {
  const start = document.lines.lineAt(startOfSection(document, item.node.span.section) ?? 0);
  const symbol = known.get(item) ?? moved(symbolOf(item, nested, document), -start);
  known.set(item, symbol);
  return moved(symbol, start);
}

function moved(symbol: DocumentSymbol, by: number): DocumentSymbol {
  const { range, selectionRange, children = [] } = symbol;
  return {
    ...symbol,
    range: movedRange(range, by),
    selectionRange: movedRange(selectionRange, by),
    children: children.map((it) => moved(it, by)),
  };
}

function movedRange({ start, end }: Range, by: number): Range {
  return { start: { ...start, line: start.line + by }, end: { ...end, line: end.line + by } };
}

type Nested = ReadonlyMap<Item | undefined, readonly Item[]>;

function symbolOf(item: Item, nested: Nested, document: Document): DocumentSymbol {
  const extent = extentOf(document, item.node);
  const selection = locate(document, placeOf(item));
  const inside = extent.start <= selection.start && selection.end <= extent.end;
  return {
    name: nameOf(item) || '(empty)',
    detail: item.id?.value ?? '',
    kind: icons[item.of] ?? SymbolKind.Object,
    range: toRange(document, extent),
    selectionRange: toRange(document, inside ? selection : extent),
    children: (nested.get(item) ?? []).map((it) => symbolOf(it, nested, document)),
  };
}

/** So many symbols are told at once; an author who looks for one types more of its name. */
const most = 500;

/** Items of all projects by id or by words of their name. */
export const workspaceSymbols = feature(
  WorkspaceSymbolRequest.type,
  { workspaceSymbolProvider: true },
  (workspace, { query }): SymbolInformation[] => {
    const words = query
      .toLowerCase()
      .split(/\s+/)
      .filter((it) => it !== '');
    const found: SymbolInformation[] = [];
    for (const { strategy, item } of itemsIn(workspace)) {
      const text = textOf(item);
      if (!words.every((it) => text.includes(it))) continue;
      const location = locationOf(workspace, placeOf(item));
      const containerName = strategy.root.title?.value ?? strategy.name;
      const kind = icons[item.of] ?? SymbolKind.Object;
      if (location) found.push({ name: nameOf(item), kind, containerName, location });
      if (found.length === most) break;
    }
    return found;
  },
);

/** Everything with an id or a title; the documents themselves are none. */
function* itemsIn({ projects }: Workspace): Iterable<{ readonly strategy: Strategy; readonly item: Item }> {
  for (const { strategies } of projects.values())
    for (const strategy of strategies)
      for (const { items } of strategy.file.parts)
        for (const item of items)
          if (item.of !== 'document' && (item.id?.value || item.title)) yield { strategy, item };
}

/** What the words of a query are looked for in. */
function textOf(item: Item): string {
  return `${nameOf(item)} ${item.id?.value ?? ''} ${item.of}`.toLowerCase();
}
