/** Which items and mentions there are, by the names they bear: kept part by part, and watched name by name. */
import { entryOf } from '../syntax/tree.ts';
import { createWatchedGroups, type Groups } from './groups.ts';
import type { Item, Mention } from './item.ts';
import type { Part } from './part.ts';
import { apart } from './track.ts';

export interface Facts {
  readonly add: (part: Part) => void;
  readonly remove: (part: Part) => void;
  /** The names in one file. */
  readonly of: (uri: string) => Names;
  /** The items of all documents that bear this id, in no order. */
  readonly anywhere: (id: string) => readonly Item[];
  /** Mentions of a document by its name alone. */
  readonly mentionsOfDocument: (name: string) => readonly Mention[];
  /** Mentions in documents written as `document/id`. */
  readonly mentionsOf: (document: string, id: string) => readonly Mention[];
  /** The same in readings. */
  readonly readingsOf: (document: string, id: string) => readonly Mention[];
  /** Mentions in readings of an id without a document. */
  readonly looseMentions: (id: string) => readonly Mention[];
}

export interface Names {
  /** The items that bear this id, in no order. */
  readonly items: (id: string) => readonly Item[];
  /** Mentions of an id of the same document, or of a word that may name a document. */
  readonly mentions: (id: string) => readonly Mention[];
  /** Whether this is written as an id, and is none. */
  readonly isMiswritten: (text: string) => boolean;
}

/** Things by the name that they bear; whoever asks for a name is told when it comes to mean something else. */
type Register<T extends object> = Groups<string, T>;

export function createFacts(): Facts {
  const files = new Map<string, FileFacts>();
  const fileOf = (uri: string): FileFacts => {
    const known = files.get(uri);
    if (known) return known;
    const made = createFileFacts();
    files.set(uri, made);
    return made;
  };
  /** Readings alone ask for it, and not those that name the document. */
  let everywhere: Register<Item> | undefined;
  const gather = (): Register<Item> => {
    const all = createWatchedGroups<string, Item>();
    // Whoever asks for one id is not to be told of all others.
    apart(() => {
      for (const { ids } of files.values()) for (const id of ids.keys()) for (const it of ids.get(id)) all.add(id, it);
    });
    return all;
  };
  const documents = createWatchedGroups<string, Mention>();
  const qualified = createWatchedGroups<string, Mention>();
  const readings = createWatchedGroups<string, Mention>();
  const loose = createWatchedGroups<string, Mention>();

  const change = (part: Part, step: 'add' | 'delete'): void => {
    const own = fileOf(part.uri);
    const measured = part.language === 'measures';
    for (const it of measured ? [] : part.items) {
      if (it.of === 'document') continue;
      const id = it.id?.value;
      if (id === undefined) own.miswritten[step](writtenId(it), it);
      else {
        own.ids[step](id, it);
        everywhere?.[step](id, it);
      }
    }
    for (const it of part.mentions) {
      const { document, id, kinds } = it;
      if (kinds.includes('role')) continue;
      if (document !== undefined) (measured ? readings : qualified)[step](`${document}/${id}`, it);
      else {
        if (kinds.includes('document') || kinds.includes('any')) documents[step](id, it);
        if (!kinds.includes('document')) (measured ? loose : own.mentions)[step](id, it);
      }
    }
  };
  return {
    add: (part) => {
      change(part, 'add');
    },
    remove: (part) => {
      change(part, 'delete');
    },
    of: (uri) => fileOf(uri).names,
    anywhere: (id) => (everywhere ??= gather()).get(id),
    mentionsOfDocument: documents.get,
    mentionsOf: (document, id) => qualified.get(`${document}/${id}`),
    readingsOf: (document, id) => readings.get(`${document}/${id}`),
    looseMentions: loose.get,
  };
}

interface FileFacts {
  readonly ids: Register<Item>;
  readonly miswritten: Register<Item>;
  readonly mentions: Register<Mention>;
  readonly names: Names;
}

function createFileFacts(): FileFacts {
  const ids = createWatchedGroups<string, Item>();
  const miswritten = createWatchedGroups<string, Item>();
  const mentions = createWatchedGroups<string, Mention>();
  const names: Names = {
    items: ids.get,
    mentions: mentions.get,
    isMiswritten: (text) => miswritten.get(text).length > 0,
  };
  return { ids, miswritten, mentions, names };
}

/** An id that is none as it is written; empty where there is none. */
function writtenId({ node }: Item): string {
  const id = entryOf(node, 'id')?.value;
  return id?.is === 'scalar' ? String(id.value) : '';
}
