import type { PlanFile } from '../../model/file.ts';
import type { Shape } from '../../schema/shape.ts';
import type { Document } from '../../syntax/document.ts';
import { keyText, type Entry, type MapNode } from '../../syntax/tree.ts';
import { fixesIn, holderOf, isTable, lookThrough } from '../form.ts';
import { cutOut, mergeLists } from '../move.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  id: 'schema/duplicate-key',
  finds: 'a key that stands twice in one place',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkPart: (part, project) => {
    const findings: Finding[] = [];
    if (isTable(part)) return findings;
    lookThrough(part, (node, shape) => {
      if (node.is !== 'map' || !mayRepeat(node)) return;
      for (const [first, second] of twice(node)) {
        const key = keyText(second);
        const list = first.value?.is === 'list' && second.value?.is === 'list';
        findings.push({
          at: second.key.span,
          about: holderOf(part, second.key.span),
          message: `\`${key}\` stands here for the second time, and only one of the two can count. ${list ? 'Make one list of both.' : 'Remove one.'}`,
          related: [{ at: first.key.span, message: `Here \`${key}\` stands for the first time.` }],
          fixes: () => fixesIn(part, project, (file) => fixesFor([node, first, second], shape, file)),
        });
      }
    });
    return findings;
  },
};

/** Whether it is worth to look closer: nearly all maps are small, and have no key twice. */
function mayRepeat({ entries }: MapNode): boolean {
  if (entries.length > 20) return true;
  for (let one = 1; one < entries.length; one++)
    for (let other = 0; other < one; other++)
      if (String(entries[one]?.key.value) === String(entries[other]?.key.value)) return true;
  return false;
}

function* twice({ entries }: MapNode): Iterable<readonly [Entry, Entry]> {
  const firsts = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.merged) continue;
    const first = firsts.get(keyText(entry));
    if (first) yield [first, entry];
    else firsts.set(keyText(entry), entry);
  }
}

type Twins = readonly [map: MapNode, first: Entry, second: Entry];

function fixesFor(twins: Twins, shape: Shape | undefined, { document }: PlanFile): readonly Fix[] {
  const [map, first, second] = inWhole(twins, document);
  const key = keyText(second);
  const severalFit = shape?.map?.keys.get(key)?.shape.list !== undefined;
  return [
    ...(severalFit ? fix(`Make one list of both \`${key}\``, ...mergeLists(map, first, second, document)) : []),
    ...fix(`Remove this \`${key}\``, ...cutOut(map, second, document)),
    ...fix(`Remove the first \`${key}\``, ...cutOut(map, first, document)),
  ];
}

/** The same in the tree of the whole document, where the collections have their members. */
function inWhole([map, first, second]: Twins, { tree }: Document): Twins {
  const same = ({ key }: Entry): Entry | undefined =>
    tree?.is === 'map' ? tree.entries.find((it) => it.key === key) : undefined;
  const [one, other] = [same(first), same(second)];
  return tree?.is === 'map' && one && other ? [tree, one, other] : [map, first, second];
}
