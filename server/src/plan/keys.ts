/** A key for everything that a plan shows. */
import type { Item } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';

export interface Keys {
  readonly of: (item: Item) => string;
  readonly document: (strategy: Strategy) => string;
}

/**
 * `document`, `document/id`; a later holder of a name that is taken has `#2` behind it, and so on.
 * What has no id is counted within what holds it, so that its key outlives edits elsewhere: `document/id#objective-1`.
 */
export function makeKeys(documents: readonly Strategy[]): Keys {
  const counts = new Map<string, number>();
  const next = (what: string): number => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return count;
  };
  const free = (wish: string): string => {
    const count = next(wish);
    return count === 1 ? wish : `${wish}#${count}`;
  };
  const byDocument = new Map(documents.map((it) => [it, free(it.name)]));
  const byItem = new Map<Item, string>();
  for (const [{ root, items }, key] of byDocument) {
    byItem.set(root, key);
    for (const item of items) {
      const holder = (item.inside && byItem.get(item.inside)) ?? key;
      const id = item.id?.value;
      const count = next(`${holder}#${item.of}-`);
      byItem.set(item, id === undefined ? `${holder}#${item.of}-${count}` : free(`${key}/${id}`));
    }
  }
  return { of: (item) => byItem.get(item) ?? '', document: (strategy) => byDocument.get(strategy) ?? '' };
}
