/** Things kept by a key that they share. */
import { read, source, touch, working, type Source } from '../model/track.ts';

export interface Groups<K, V> {
  readonly size: number;
  readonly add: (key: K, value: V) => void;
  readonly delete: (key: K, value: V) => void;
  readonly get: (key: K) => Iterable<V>;
  readonly keys: () => Iterable<K>;
}

const nobody: readonly never[] = [];

export function createGroups<K, V>(): Groups<K, V> {
  const groups = new Map<K, Set<V>>();
  return {
    get size() {
      return groups.size;
    },
    add: (key, value) => {
      const group = groups.get(key);
      if (group) group.add(value);
      else groups.set(key, new Set([value]));
    },
    delete: (key, value) => {
      const group = groups.get(key);
      if (group?.delete(value) && group.size === 0) groups.delete(key);
    },
    get: (key) => groups.get(key) ?? nobody,
    keys: () => groups.keys(),
  };
}

/** Groups of which those who ask for one while they are being worked out are told when it changes. */
export function createWatchedGroups<K, V>(): Groups<K, V> {
  const groups = createGroups<K, V>();
  const watched = new Map<K, Source<undefined>>();
  const watch = (key: K): Source<undefined> => {
    const made = source(undefined, () => {
      watched.delete(key);
    });
    watched.set(key, made);
    return made;
  };
  const tell = (key: K): void => {
    const it = watched.get(key);
    if (it) touch(it);
  };
  return {
    get size() {
      return groups.size;
    },
    add: (key, value) => {
      groups.add(key, value);
      tell(key);
    },
    delete: (key, value) => {
      groups.delete(key, value);
      tell(key);
    },
    get: (key) => {
      if (working() > 0) read(watched.get(key) ?? watch(key));
      return groups.get(key);
    },
    keys: groups.keys,
  };
}
