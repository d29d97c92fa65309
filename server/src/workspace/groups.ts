/** Things kept by a key that they share. */
export interface Groups<K, V> {
  readonly size: number;
  readonly add: (key: K, value: V) => void;
  readonly delete: (key: K, value: V) => void;
  readonly get: (key: K) => Iterable<V>;
  readonly keys: () => Iterable<K>;
}

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
    get: (key) => groups.get(key) ?? [],
    keys: () => groups.keys(),
  };
}
