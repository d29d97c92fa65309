import type { PlanFile } from '../../model/file.ts';
import type { Shape } from '../../schema/shape.ts';
import type { Document } from '../../syntax/document.ts';
import { keyText, type Entry, type MapNode, type Node } from '../../syntax/tree.ts';
import { fixesIn, holderOf, isTable, lookThrough } from '../form.ts';
import { cutOut, mergeLists } from '../move.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  id: 'schema/duplicate-key',
  finds: 'a key that stands twice in one place',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkForm: (part, project) => {
    if (isTable(part)) return undefined;
    const findings: Finding[] = [];
    const look = (node: Node, shape: Shape | undefined): void => {
      if (node.is !== 'map' || !repeats(node)) return;
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
    };
    lookThrough(part, look, noValue);
    return findings.length > 0 ? findings : undefined;
  },
};

function noValue(): boolean {
  return false;
}

/** Whether a key stands twice. */
function repeats({ entries }: MapNode): boolean {
  let marks = 0;
  return entries.some((entry, index) => {
    const text = keyText(entry);
    const mark = 1 << markOf(text);
    const seen = (marks & mark) !== 0 && entries.findIndex((it) => keyText(it) === text) < index;
    marks |= mark;
    return seen;
  });
}

/** The same for the same text, and mostly another for another. */
function markOf(text: string): number {
  return text.length + text.charCodeAt(0) + 4 * text.charCodeAt(text.length - 1);
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
