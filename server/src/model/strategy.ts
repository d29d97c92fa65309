/** What one document says: its items by id, and its mentions of others. */
import type { Document } from '../syntax/document.ts';
import type { MapNode, Span } from '../syntax/tree.ts';
import { idPattern } from '../schema/formats.ts';
import type { Validator } from '../schema/validate.ts';
import { readFile, type PlanFile } from './file.ts';
import type { Item } from './item.ts';
import type { DocumentItem, Kind, Kinds } from './language.ts';
import type { Reader } from './read.ts';

export interface Strategy extends PlanFile {
  readonly language: 'strategy';
  /** Its `id`, else the file's name. */
  readonly name: string;
  /** The keys of the document itself: title, parent, the collections … */
  readonly root: DocumentItem;
  readonly byId: ReadonlyMap<string, readonly Item[]>;
  /** Whether all of its text could be read; while not, nothing is concluded from what is absent. */
  readonly readable: boolean;
}

export function readStrategy(document: Document, read: Reader, validate: Validator): Strategy {
  const file = readFile(document, 'strategy', read, validate);
  const root = (file.root ?? read(emptyMap(document), 'strategy').record) as DocumentItem;
  const byId = new Map<string, Item[]>();
  for (const it of file.items) {
    const id = it.id?.value;
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), it]);
  }
  const name = root.id?.value ?? nameFromUri(document.uri);
  return { ...file, language: 'strategy', name, root, byId, readable: document.problems.length === 0 };
}

/** The items of one kind, in reading order. */
export function itemsOf<K extends Kind>({ items }: PlanFile, kind: K): readonly Kinds[K][] {
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

function emptyMap(document: Document): MapNode {
  return { is: 'map', entries: [], flow: false, span: startOf(document) };
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
