import type { PlanFile } from '../../model/file.ts';
import type { Shape } from '../../schema/shape.ts';
import { keyText, type Entry, type MapNode } from '../../syntax/tree.ts';
import { isTable, itemFinder, partsOf } from '../form.ts';
import { cutOut, mergeLists } from '../move.ts';
import { fix, type Fix, type Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  id: 'schema/duplicate-key',
  finds: 'a key that stands twice in one place',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  *checkFile(file) {
    if (isTable(file)) return;
    const itemAt = itemFinder(file);
    for (const { node, shape } of partsOf(file)) {
      if (node.is !== 'map') continue;
      for (const [first, second] of twice(node)) {
        const item = itemAt(second.key.span);
        const key = keyText(second);
        const list = first.value?.is === 'list' && second.value?.is === 'list';
        yield {
          at: second.key.span,
          about: item ? [item] : [],
          message: `\`${key}\` stands here for the second time, and only one of the two can count. ${list ? 'Make one list of both.' : 'Remove one.'}`,
          related: [{ at: first.key.span, message: `Here \`${key}\` stands for the first time.` }],
          fixes: () => fixesFor(node, first, second, shape, file),
        };
      }
    }
  },
};

function* twice({ entries }: MapNode): Iterable<readonly [Entry, Entry]> {
  const firsts = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.merged) continue;
    const first = firsts.get(keyText(entry));
    if (first) yield [first, entry];
    else firsts.set(keyText(entry), entry);
  }
}

function fixesFor(
  map: MapNode,
  first: Entry,
  second: Entry,
  shape: Shape | undefined,
  { document }: PlanFile,
): readonly Fix[] {
  const key = keyText(second);
  const severalFit = shape?.map?.keys.get(key)?.shape.list !== undefined;
  return [
    ...(severalFit ? fix(`Make one list of both \`${key}\``, ...mergeLists(map, first, second, document)) : []),
    ...fix(`Remove this \`${key}\``, ...cutOut(map, second, document)),
    ...fix(`Remove the first \`${key}\``, ...cutOut(map, first, document)),
  ];
}
