/** Things kept by a key that they share, each once. */
import { isWorking, read, source, touch, type Source } from './track.ts';

export interface Groups<K, V extends object> {
  readonly add: (key: K, value: V) => void;
  readonly delete: (key: K, value: V) => void;
  /** Those that are there now, in the order of their coming. */
  readonly get: (key: K) => readonly V[];
  readonly keys: () => Iterable<K>;
  readonly isEmpty: () => boolean;
}

const nobody: readonly never[] = [];

export function createGroups<K, V extends object>(): Groups<K, V> {
  /** Most keys have one thing alone, which needs no set. */
  const groups = new Map<K, V | Set<V>>();
  return {
    add: (key, value) => {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, value);
      else if (group instanceof Set) group.add(value);
      else if (group !== value) groups.set(key, new Set([group, value]));
    },
    delete: (key, value) => {
      const group = groups.get(key);
      if (group === value || (group instanceof Set && group.delete(value) && group.size === 0)) groups.delete(key);
    },
    get: (key) => {
      const group = groups.get(key);
      if (group === undefined) return nobody;
      return group instanceof Set ? [...group] : [group];
    },
    keys: () => groups.keys(),
    isEmpty: () => groups.size === 0,
  };
}

/** Groups of which those who ask for one while they are being worked out are told when it changes. */
export function createWatchedGroups<K, V extends object>(): Groups<K, V> {
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
    add: (key, value) => {
      groups.add(key, value);
      tell(key);
    },
    delete: (key, value) => {
      groups.delete(key, value);
      tell(key);
    },
    get: (key) => {
      if (isWorking()) read(watched.get(key) ?? watch(key));
      return groups.get(key);
    },
    keys: groups.keys,
    isEmpty: groups.isEmpty,
  };
}
