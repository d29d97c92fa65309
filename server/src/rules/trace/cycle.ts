import { nameOf, placeOf, type Item, type Mention } from '../../model/item.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { locate } from '../../syntax/document.ts';
import { removeName } from '../../syntax/write.ts';
import { nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { most, written } from '../suggest.ts';

/** The links that give a reason or an order, so that none may lead back; and how each is said. */
const ways: Readonly<Record<string, string>> = {
  parent: 'sits under',
  supports: 'supports',
  part_of: 'is part of',
  drives: 'drives',
  depends_on: 'depends on',
  superseded_by: 'is superseded by',
};

/** So many steps of a long loop are spelt out. */
const spelt = 4;

export const cycle: Rule = {
  id: 'trace/cycle',
  finds: 'links that lead back to where they began',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  *check(strategy, project) {
    for (const loop of loopsFrom(strategy, project)) {
      const [first] = loop;
      if (!first || project.strategyOf(first.item) !== strategy) continue;
      yield {
        at: first.mention.span,
        about: loop.map((it) => it.item),
        message: `${spell(loop)}. What leads back to itself explains nothing: remove one of these links.`,
        related: loop
          .slice(1)
          .map(({ item, mention }) => ({ at: mention.span, message: `'${nameOf(item)}' is the next.` })),
        fixes: () => loop.slice(0, most).flatMap((it) => removal(it, project)),
      };
    }
  },
};

/** An item of a loop, with the link that leads to the next. */
interface Step {
  readonly item: Item;
  readonly mention: Mention;
  readonly next: Item;
}

/** The loops that are met on the ways from the items of a document, each from the item that comes first in the project. */
function* loopsFrom(strategy: Strategy, project: Project): Iterable<readonly Step[]> {
  for (const key of Object.keys(ways)) {
    const done = new Set<Item>();
    for (const { from, key: own } of strategy.mentions) {
      if (own === key && !done.has(from)) yield* walk(from, key, done, project);
    }
  }
}

/** Follows all links of one key from an item, depth first, and yields a loop for each link that leads back onto the path. */
function* walk(start: Item, key: string, done: Set<Item>, project: Project): Iterable<readonly Step[]> {
  const path: Step[] = [];
  const onPath = new Map<Item, number>([[start, 0]]);
  const open = [stepsOf(start, key, project)];
  while (open.length > 0) {
    const step = open.at(-1)?.pop();
    if (!step) {
      open.pop();
      const left = path.pop()?.next ?? start;
      onPath.delete(left);
      done.add(left);
      continue;
    }
    const at = onPath.get(step.next);
    if (at !== undefined) yield fromFirst([...path.slice(at), step], project);
    else if (!done.has(step.next)) {
      path.push(step);
      onPath.set(step.next, path.length);
      open.push(stepsOf(step.next, key, project));
    }
  }
}

/** The links of an item, the last one first. */
function stepsOf(item: Item, key: string, { find }: Project): Step[] {
  const mentions = (item as unknown as Record<string, readonly Mention[] | undefined>)[key] ?? [];
  return mentions
    .flatMap((mention) => {
      const link = find(mention);
      return link.state === 'found' && link.target.of === item.of ? [{ item, mention, next: link.target }] : [];
    })
    .reverse();
}

function fromFirst(loop: readonly Step[], project: Project): readonly Step[] {
  const [first] = loop
    .map((it, index) => ({ index, ...placed(it.item, project) }))
    .toSorted((a, b) => a.file - b.file || a.start - b.start);
  return [...loop.slice(first?.index ?? 0), ...loop.slice(0, first?.index ?? 0)];
}

function placed(item: Item, { strategies, strategyOf }: Project): { file: number; start: number } {
  const strategy = strategyOf(item);
  return strategy
    ? { file: strategies.indexOf(strategy), start: locate(strategy.document, placeOf(item)).start }
    : { file: -1, start: 0 };
}

/** `'A' supports 'B', which supports 'A'`. */
function spell(loop: readonly Step[]): string {
  const [first, ...rest] = loop;
  if (!first) return '';
  const way = ways[first.mention.key] ?? first.mention.key;
  const name = (item: Item): string => `'${nameOf(item)}'`;
  if (rest.length === 0) return `${name(first.item)} ${way} itself`;
  const steps = rest.slice(0, spelt).map((it) => `, which ${way} ${name(it.next)}`);
  const left = rest.length - steps.length;
  const end = left > 0 ? `, and so on over ${left} more back to ${name(first.item)}` : '';
  return `${name(first.item)} ${way} ${name(first.next)}${steps.join('')}${end}`;
}

function removal({ item, mention, next }: Step, project: Project): readonly Fix[] {
  const place = written(mention);
  const title = `Remove the link from ${nounsOf(project)(item.of)} '${nameOf(item)}' to '${nameOf(next)}'`;
  return place ? fix(title, removeName(place.map, place.entry, place.node)) : [];
}
