/** Which items and mentions there are, by the names they bear: kept part by part, and watched name by name. */
import { entryOf } from '../syntax/tree.ts';
import type { Item, Mention } from './item.ts';
import type { Part } from './part.ts';
import { read, source, touch, type Source } from './track.ts';

export interface Facts {
  readonly add: (part: Part) => void;
  readonly remove: (part: Part) => void;
  /** The names in one file. */
  readonly of: (uri: string) => Names;
  /** Mentions of a document by its name alone. */
  readonly mentionsOfDocument: (name: string) => Iterable<Mention>;
  /** Mentions in documents written as `document/id`. */
  readonly mentionsOf: (document: string, id: string) => Iterable<Mention>;
  /** The same in readings. */
  readonly readingsOf: (document: string, id: string) => Iterable<Mention>;
  /** Mentions in readings of an id without a document. */
  readonly looseMentions: (id: string) => Iterable<Mention>;
}

export interface Names {
  /** The items that bear this id, in no order. */
  readonly items: (id: string) => ReadonlySet<Item>;
  /** Mentions of an id of the same document, or of a word that may name a document. */
  readonly mentions: (id: string) => Iterable<Mention>;
  /** Whether this is written as an id, and is none. */
  readonly isMiswritten: (text: string) => boolean;
}

/** Things by the name that they bear; whoever asks for a name is told when it comes to mean something else. */
interface Register<T> {
  readonly put: (name: string, it: T) => void;
  readonly take: (name: string, it: T) => void;
  readonly look: (name: string) => ReadonlySet<T>;
}

export function createFacts(): Facts {
  const files = new Map<string, FileFacts>();
  const fileOf = (uri: string): FileFacts => {
    const known = files.get(uri);
    if (known) return known;
    const made = createFileFacts();
    files.set(uri, made);
    return made;
  };
  const documents = createRegister<Mention>();
  const qualified = createRegister<Mention>();
  const readings = createRegister<Mention>();
  const loose = createRegister<Mention>();

  const change = (part: Part, step: 'put' | 'take'): void => {
    const own = fileOf(part.uri);
    for (const it of part.items) {
      if (it.of === 'document') continue;
      const id = it.id?.value;
      if (id !== undefined) own.ids[step](id, it);
      else own.miswritten[step](writtenId(it), it);
    }
    const measured = part.language === 'measures';
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
      change(part, 'put');
    },
    remove: (part) => {
      change(part, 'take');
    },
    of: (uri) => fileOf(uri).names,
    mentionsOfDocument: documents.look,
    mentionsOf: (document, id) => qualified.look(`${document}/${id}`),
    readingsOf: (document, id) => readings.look(`${document}/${id}`),
    looseMentions: loose.look,
  };
}

interface FileFacts {
  readonly ids: Register<Item>;
  readonly miswritten: Register<Item>;
  readonly mentions: Register<Mention>;
  readonly names: Names;
}

function createFileFacts(): FileFacts {
  const ids = createRegister<Item>();
  const miswritten = createRegister<Item>();
  const mentions = createRegister<Mention>();
  const names: Names = {
    items: ids.look,
    mentions: mentions.look,
    isMiswritten: (text) => miswritten.look(text).size > 0,
  };
  return { ids, miswritten, mentions, names };
}

function createRegister<T>(): Register<T> {
  const sets = new Map<string, Source<Set<T>>>();
  const at = (name: string): Source<Set<T>> => {
    const known = sets.get(name);
    if (known) return known;
    const made = source(new Set<T>(), () => {
      if (made.value.size === 0) sets.delete(name);
    });
    sets.set(name, made);
    return made;
  };
  return {
    put: (name, it) => {
      const to = at(name);
      to.value.add(it);
      touch(to);
    },
    take: (name, it) => {
      const from = sets.get(name);
      if (!from?.value.delete(it)) return;
      touch(from);
      if (from.value.size === 0 && !from.users) sets.delete(name);
    },
    look: (name) => read(at(name)),
  };
}

/** An id that is none as it is written; empty where there is none. */
function writtenId({ node }: Item): string {
  const id = entryOf(node, 'id')?.value;
  return id?.is === 'scalar' ? String(id.value) : '';
}
