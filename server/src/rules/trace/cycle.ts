import { nameOf, placeOf, uriOf, type Item, type Mention } from '../../model/item.ts';
import type { Project } from '../../project/project.ts';
import { locate } from '../../syntax/document.ts';
import { removeName } from '../../syntax/write.ts';
import { nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
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

/** The way back is given up for lost when it was not found among so many items: all of them are asked again when one changes. */
const mostAsked = 100;

export const cycle: Rule = {
  id: 'trace/cycle',
  finds: 'links that lead back to where they began',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkEach(item, _, project) {
    const found: Finding[] = [];
    for (const key of keys) {
      if (linksAt(item, key).length === 0) continue;
      for (const step of stepsOf(item, key, project)) {
        const loop = loopOver(step, key, project);
        if (loop && isFirst(item, loop, project)) found.push(finding(loop, project));
      }
    }
    return found.length > 0 ? found : undefined;
  },
};

const keys = Object.keys(ways);

function finding(loop: Loop, project: Project): Finding {
  const [{ mention }, ...rest] = loop;
  return {
    at: mention.span,
    about: loop.map((it) => it.item),
    message: `${spell(loop)}. What leads back to itself explains nothing: remove one of these links.`,
    related: rest.map((it) => ({ at: it.mention.span, message: `'${nameOf(it.item)}' is the next.` })),
    fixes: () => loop.slice(0, most).flatMap((it) => removal(it, project)),
  };
}

/** An item of a loop, with the link that leads to the next. */
interface Step {
  readonly item: Item;
  readonly mention: Mention;
  readonly next: Item;
}

type Loop = readonly [Step, ...Step[]];

const none: readonly Mention[] = [];

function linksAt(item: Item, key: string): readonly Mention[] {
  return (item as unknown as Record<string, readonly Mention[] | undefined>)[key] ?? none;
}

/** The links of an item under a key. */
function stepsOf(item: Item, key: string, { find }: Project): readonly Step[] {
  return linksAt(item, key).flatMap((mention) => {
    const link = find(mention);
    return link.state === 'found' && link.target.of === item.of ? [{ item, mention, next: link.target }] : [];
  });
}

/** The shortest way that begins with this step and leads back to where it began. */
function loopOver(first: Step, key: string, project: Project): Loop | undefined {
  const start = first.item;
  const cameBy = new Map<Item, Step>([[first.next, first]]);
  if (cameBy.has(start)) return [first];
  for (const it of cameBy.keys()) {
    if (cameBy.size > mostAsked) return undefined;
    for (const step of stepsOf(it, key, project)) {
      if (!cameBy.has(step.next)) cameBy.set(step.next, step);
      if (step.next === start) return wayTo(start, first, cameBy);
    }
  }
  return undefined;
}

/** The steps that led to an item, from the first on. */
function wayTo(item: Item, first: Step, cameBy: ReadonlyMap<Item, Step>): Loop {
  const way: Step[] = [];
  for (let step = cameBy.get(item); step && step !== first; step = cameBy.get(step.item)) way.unshift(step);
  return [first, ...way];
}

/** Whether an item comes before all others of a loop, so that the loop is told of once. */
function isFirst(item: Item, loop: Loop, project: Project): boolean {
  return loop.every((it) => it.item === item || isBefore(item, it.item, project));
}

/** In the order of files and lines. Of two items that stay what they are, the order in a file stays too. */
function isBefore(a: Item, b: Item, { strategyOf }: Project): boolean {
  if (uriOf(a) !== uriOf(b)) return uriOf(a) < uriOf(b);
  const document = strategyOf(a)?.document;
  return document !== undefined && locate(document, placeOf(a)).start < locate(document, placeOf(b)).start;
}

/** `'A' supports 'B', which supports 'A'`. */
function spell([first, ...rest]: Loop): string {
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
