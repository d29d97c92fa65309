import {
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionList,
  type InsertReplaceEdit,
} from 'vscode-languageserver-protocol';
import type { PlanFile } from '../model/file.ts';
import { nameOf, uriOf, type Item } from '../model/item.ts';
import { once } from '../model/track.ts';
import type { Project } from '../project/project.ts';
import type { Key, Shape } from '../schema/shape.ts';
import { shapeAt } from '../schema/walk.ts';
import { cursorIn } from '../syntax/cursor-excerpt.ts';
import type { Cursor, Word } from '../syntax/cursor.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { describeItem, describeKey } from './describe.ts';
import { feature, type Client } from './feature.ts';
import { toOffset, toRange, withLineEnds } from './place.ts';
import { valuesFor, type Candidate } from './values.ts';

const capabilities = {
  completionProvider: { triggerCharacters: [' ', ':', '-', '/', '[', ',', '"', "'"], resolveProvider: true },
};

/** Everything that may stand at the cursor and does not yet; told from the raw text, so it works in a broken document. */
export const completion = feature(
  CompletionRequest.type,
  capabilities,
  (workspace, { textDocument, position }, client): CompletionList => {
    const file = workspace.files.get(textDocument.uri);
    const project = workspace.projectOf(textDocument.uri);
    if (!file || !project || /\.csv$/i.test(file.uri)) return { isIncomplete: false, items: [] };
    const offset = toOffset(file.document, position);
    const cursor = cursorIn(file.document, offset);
    return { isIncomplete: false, items: once(() => itemsFor({ file, project, offset, client }, cursor)) };
  },
);

/** What an item of a plan is, told of the one that an author looks at: in a large project thousands are offered. */
export const completionCard = feature(
  CompletionResolveRequest.type,
  capabilities,
  (workspace, item): CompletionItem => {
    const named = itemAt(item, workspace);
    return named ? { ...item, documentation: { kind: 'markdown', value: once(() => describeItem(...named)) } } : item;
  },
);

/** An item as a client can hand it back: no field of it may be a mere URI, which a client may spell in another way. */
type ItemName = readonly [kind: string, place: string];

function nameOfItem(item: Item): ItemName {
  return [item.of, `${uriOf(item)}#${item.of === 'document' ? '' : (item.id?.value ?? '')}`];
}

function itemAt({ data, labelDetails }: CompletionItem, workspace: Workspace): [Item, Project] | undefined {
  const [kind, place] = Array.isArray(data) ? data.map(String) : [];
  if (kind === undefined || place === undefined) return undefined;
  const at = place.lastIndexOf('#');
  const project = workspace.projectOf(place.slice(0, at));
  const strategy = project?.strategies.find((it) => it.uri === place.slice(0, at));
  if (!project || !strategy) return undefined;
  if (kind === 'document') return [strategy.root, project];
  const bearers = strategy.byId.get(place.slice(at + 1))?.filter((it) => it.of === kind) ?? [];
  // Where an id is given twice, the one that was offered has the name that was.
  const item = bearers.find((it) => nameOf(it) === labelDetails?.description) ?? bearers[0];
  return item && [item, project];
}

export interface Ask {
  readonly file: PlanFile;
  readonly project: Project;
  readonly offset: number;
  readonly client: Client;
}

function itemsFor(ask: Ask, cursor: Cursor): CompletionItem[] {
  if (cursor.is === 'nowhere') return [];
  const shape = shapeAt(ask.file.language, cursor.path);
  if (!shape) return [];
  if (cursor.is === 'key') return ofMap(ask, cursor, shape);
  if (cursor.is === 'value')
    return cursor.path.at(-1) === '-' ? ofList(ask, cursor, shape) : ofValue(ask, cursor, shape);
  return ofItem(ask, cursor, shape);
}

type At<K extends Cursor['is']> = Extract<Cursor, { readonly is: K }>;

/** Below a key: the keys of its map; where a list or a value stands, that. */
function ofMap(ask: Ask, cursor: At<'key'>, shape: Shape): CompletionItem[] {
  const { below, word, colon } = cursor;
  if (word.quote && !colon) return [];
  if (below) {
    const fitting = keyItems(ask, shape, cursor, ':', '', (it) => takes(it.shape, below));
    return fitting.length > 0 ? fitting : itemsFor(ask, below.otherwise);
  }
  if (shape.map) return keyItems(ask, shape, cursor, cursor.colon ? '' : undefined, '');
  if (cursor.column === undefined || cursor.colon || cursor.present.length > 0) return [];
  if (shape.list?.map) return keyItems(ask, shape.list, { ...cursor, column: cursor.column + 2 }, undefined, '- ');
  const values = valuesFor(shape, ask, cursor.path);
  return valueItems(ask, values, cursor.word, shape.list && !shape.scalars.length ? '- ' : '');
}

/** Whether what stands below can hang on a key of this shape. */
function takes(shape: Shape, { item, key }: NonNullable<At<'key'>['below']>): boolean {
  const inner = item ? shape.list : shape;
  if (!inner || (!item && shape.list && !shape.map)) return false;
  if (key === undefined) return inner.scalars.length > 0;
  return inner.map !== undefined && (inner.map.keys.has(key) || inner.map.rest !== undefined);
}

function ofValue(ask: Ask, { path, word, space }: At<'value'>, shape: Shape): CompletionItem[] {
  return valueItems(ask, valuesFor(shape, ask, path), word, space ? ' ' : '');
}

/** In brackets: what the list does not hold yet. */
function ofList(ask: Ask, { path, word, present, parted }: At<'value'>, shape: Shape): CompletionItem[] {
  const list = shapeAt(ask.file.language, path.slice(0, -1)) ?? shape;
  const refs = list.refs ?? shape.refs;
  const values = valuesFor({ ...list, ...(refs && { refs }) }, ask, path.slice(0, -1));
  return valueItems(ask, values.filter(isNew(present)), word, '', parted ? ',' : '');
}

function isNew(present: readonly string[]): (value: Candidate) => boolean {
  return ({ label, text }) => !present.includes(label ?? text);
}

/** A new item of a block list: its first key, or its text. */
function ofItem(ask: Ask, cursor: At<'item'>, shape: Shape): CompletionItem[] {
  const { path, word, present, keys, column, lead, colon } = cursor;
  if (shape.list?.map) return keyItems(ask, shape.list, { word, present: keys, column }, colon ? '' : undefined, lead);
  if (colon || keys.length > 0) return [];
  return valueItems(ask, valuesFor(shape, ask, path).filter(isNew(present)), word, lead);
}

interface KeyPlace {
  readonly word: Word;
  readonly present: readonly string[];
  readonly column?: number;
  readonly parted?: true;
}

/** The keys that are still missing, in the order of thinking, required ones first. */
function keyItems(
  ask: Ask,
  shape: Shape,
  { word, present, column, parted }: KeyPlace,
  tail: string | undefined,
  lead: string,
  fits: (key: Key) => boolean = () => true,
): CompletionItem[] {
  const free = [...(shape.map?.keys.values() ?? [])].filter((it) => !present.includes(it.name) && fits(it));
  const keys = free.toSorted((a, b) => Number(b.required) - Number(a.required));
  const edit = editsOf(ask, word);
  return keys.map((key, index): CompletionItem => {
    const begun = tail ?? beginningOf(key, column, ask.client.snippets);
    const rest = parted ? `: ${ask.client.snippets ? '$0' : ''},` : begun;
    const leads = /(?:: |- |\n +|\$0,?|\{ \$0 \}\]?)$/.test(rest);
    return {
      label: key.name,
      kind: CompletionItemKind.Property,
      ...(key.shape.title !== undefined && { detail: key.required ? `${key.shape.title} (needed)` : key.shape.title }),
      documentation: { kind: 'markdown', value: describeKey(key) },
      sortText: String(index).padStart(3, '0'),
      filterText: filterFor(word, key.name),
      textEdit: edit(`${lead}${key.name}${rest}`),
      insertTextFormat: /\$\d/.test(rest) ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // The columns are right already: an editor must not add those of the line.
      insertTextMode: InsertTextMode.asIs,
      ...(leads && ask.client.suggestCommand !== undefined && suggest(ask.client.suggestCommand)),
    };
  });
}

/** What follows a key: the value on its line, or the place where its map or list begins, with what an item needs. */
function beginningOf({ shape }: Key, column: number | undefined, snippets: boolean): string {
  const { list, map, scalars, refs } = shape;
  const onlyMap = map !== undefined && scalars.length === 0 && !refs;
  if (column === undefined) return snippets ? (list?.map ? ': [{ $0 }]' : onlyMap ? ': { $0 }' : ': ') : ': ';
  const inner = `\n${' '.repeat(column + 2)}`;
  if (!list?.map) return onlyMap ? `:${inner}` : ': ';
  const needed = [...list.map.keys.values()].filter((it) => it.required).map((it, nth) => `${it.name}: $${nth + 1}`);
  return `:${inner}- ${snippets ? needed.join(`${inner}  `) : ''}`;
}

function suggest(command: string): Pick<CompletionItem, 'command'> {
  return { command: { title: 'Suggest', command } };
}

function valueItems(ask: Ask, values: readonly Candidate[], word: Word, lead: string, tail = ''): CompletionItem[] {
  const edit = editsOf(ask, word);
  return values.map(({ text, label, detail, documentation, item, sort, kind, words }) => ({
    label: label ?? text,
    kind,
    ...(detail !== undefined && { labelDetails: { description: detail } }),
    ...(documentation !== undefined && { documentation: { kind: 'markdown', value: documentation } }),
    ...(item && { data: nameOfItem(item) }),
    sortText: sort,
    filterText: filterFor(word, words ?? text),
    textEdit: edit(`${lead}${word.quote ? inQuotes(text, word.quote) : text}${tail}`),
    insertTextFormat: InsertTextFormat.PlainText,
  }));
}

function inQuotes(text: string, quote: string): string {
  const bare = /^"(.*)"$/.exec(text)?.[1] ?? text;
  return quote === "'" ? bare.replaceAll("'", "''") : bare;
}

/** What was typed is compared with this; the spaces that the edit replaces are part of it. */
function filterFor({ pad }: Word, text: string): string {
  return pad === undefined ? text : `${' '.repeat(pad)}${text}`;
}

/** Inserting keeps what stands behind the cursor; replacing takes the whole word. */
function editsOf({ file: { document }, offset }: Ask, { start, end, pad }: Word): (text: string) => InsertReplaceEdit {
  const lead = ' '.repeat(pad ?? 0);
  const insert = toRange(document, { start, end: Math.max(start, offset) });
  const replace = toRange(document, { start, end: Math.max(end, offset) });
  return (text) => ({ newText: withLineEnds(`${lead}${text}`, document), insert, replace });
}
