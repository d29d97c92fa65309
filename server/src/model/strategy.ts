/** One document as it is at the moment: its items by id, and its mentions of others. */
import type { Document } from '../syntax/document.ts';
import type { MapNode, Section, Span } from '../syntax/tree.ts';
import { idPattern } from '../schema/formats.ts';
import { shapes } from '../schema/shape.ts';
import type { PlanFile } from './file.ts';
import type { Item, Mention } from './item.ts';
import type { DocumentItem, Kind, Kinds } from './language.ts';

/**
 * A document of a project. It is the same object over all edits of its file, and says what holds at the moment;
 * what is asked of it while something is judged is remembered, but for `document` and `file`, which serve to make edits.
 */
export interface Strategy {
  readonly uri: string;
  readonly language: 'strategy';
  readonly file: PlanFile;
  readonly document: Document;
  /** Its `id`, else the file's name. */
  readonly name: string;
  /** The keys of the document itself: title, parent … The collections are among the `items`. */
  readonly root: DocumentItem;
  /** Its own; `retired` takes all that is in it out of use. */
  readonly status: string | undefined;
  readonly byId: {
    /** In reading order. */
    readonly get: (id: string) => readonly Item[] | undefined;
    /** The same one by one. */
    readonly all: (id: string) => Iterable<Item>;
    readonly has: (id: string) => boolean;
  };
  readonly items: readonly Item[];
  readonly mentions: readonly Mention[];
  /** Whether all of its text could be read; while not, nothing is concluded from what is absent. */
  readonly readable: boolean;
  /** The pieces of its text that cannot be read. */
  readonly unread: readonly Section[];
}

/** The items of one kind, in reading order. */
export function itemsOf<K extends Kind>({ items }: Pick<PlanFile, 'items'>, kind: K): readonly Kinds[K][] {
  return items.filter((it): it is Kinds[K] & Item => it.of === kind);
}

/** Where a finding about a whole document stands: its title, else its first key. */
export function titlePlace({ root, document }: Strategy): Span {
  return root.title?.span ?? root.node.entries[0]?.key.span ?? startOf(document);
}

/** The very beginning of a document. */
export function startOf({ sections }: Document): Span {
  const [section] = sections;
  if (!section) throw new Error('A document has at least one section.');
  return { section, start: 0, end: 0 };
}

/** The document's own item; an empty one where its text holds no map. */
export function rootOf({ root, document }: PlanFile): DocumentItem {
  return (root ?? emptyRoot(document)) as DocumentItem;
}

const lists = Object.fromEntries(
  [...(shapes.strategy.map?.keys.values() ?? [])].flatMap(({ name, shape }) =>
    shape.list || shape.refs ? [[name, []]] : [],
  ),
);

function emptyRoot(document: Document): Item {
  const node: MapNode = { is: 'map', entries: [], flow: false, span: startOf(document) };
  return { ...lists, is: 'item', of: 'document', node };
}

/** The name by which a document is referred to. */
export function nameOfDocument({ id }: DocumentItem, uri: string): string {
  return id?.value ?? nameFromUri(uri);
}

/** The file's name without its ending, in lower case with hyphens for what an id cannot hold. */
export function nameFromUri(uri: string): string {
  const file = decode(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.(?:strategy|measures)\.(?:ya?ml|csv)$/i, '');
  if (idPattern.test(file)) return file;
  return (
    file
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'plan'
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
