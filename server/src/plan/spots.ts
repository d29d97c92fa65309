/** Where the things of the plan stand in the texts that are shown. */
import type { PlanFile } from '../model/file.ts';
import { placeOf, type Item } from '../model/item.ts';
import { titlePlace, type Strategy } from '../model/strategy.ts';
import { extentOf, locate } from '../syntax/document.ts';
import type { Stretch } from '../text/span.ts';
import type { Keys } from './keys.ts';
import { sayingsOf } from './statements.ts';

export interface Spot {
  readonly key: string;
  readonly file: PlanFile;
  /** Its name or id, and all of its text; offsets in the file as it is shown. */
  readonly range: Stretch;
  readonly extent: Stretch;
  readonly item?: Item;
  /** Key of the card in which it is a line. */
  readonly inside?: string;
  readonly aside?: true;
}

/** A document, what it says of itself, and its items. */
export function spotsOf(strategy: Strategy, keys: Keys): readonly Spot[] {
  const { file, document, root, items } = strategy;
  const key = keys.document(strategy);
  const { vision, intent, challenge, nonGoals } = sayingsOf(strategy, key);
  const said = [vision, intent, challenge, ...nonGoals].filter((it) => it !== undefined);
  return [
    {
      key,
      file,
      item: root,
      range: locate(document, titlePlace(strategy)),
      extent: { start: 0, end: document.length },
    },
    ...said.map((it): Spot => {
      const range = locate(document, it.at);
      const { start } = locate(document, it.from);
      return { key: it.key, file, range, extent: { start: Math.min(start, range.start), end: range.end } };
    }),
    ...items.flatMap((it) => itemSpot(it, file, keys)),
  ];
}

/** Of what is nested in an item, objectives are drawn as lines of their own; all else belongs to the item. */
function itemSpot(item: Item, file: PlanFile, keys: Keys): readonly Spot[] {
  const { document } = file;
  const { inside, of, node } = item;
  if (inside && of !== 'objective') return [];
  const spot = {
    key: keys.of(item),
    file,
    item,
    range: locate(document, placeOf(item)),
    extent: extentOf(document, node),
  };
  return [inside ? { ...spot, inside: keys.of(inside) } : spot];
}

/**
 * For each stretch the innermost spot that holds its beginning. Both lists stand in one file and are sorted by their start;
 * of two spots that begin together the larger comes first.
 */
export function holdersOf(spots: readonly Spot[], stretches: readonly Stretch[]): readonly (Spot | undefined)[] {
  const open: Spot[] = [];
  let next = 0;
  return stretches.map(({ start }) => {
    for (let spot = spots[next]; spot && spot.extent.start <= start; spot = spots[++next]) {
      close(open, spot.extent.start);
      open.push(spot);
    }
    close(open, start);
    return open.at(-1);
  });
}

/** A spot still holds what begins just where it ends, such as a value that is missing there. */
function close(open: Spot[], offset: number): void {
  while (open.length > 0 && (open.at(-1)?.extent.end ?? 0) < offset) open.pop();
}

export function byStart(one: Spot, other: Spot): number {
  return one.extent.start - other.extent.start || other.extent.end - one.extent.end;
}
