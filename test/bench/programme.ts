/** A programme: one goal, how it is to be reached, how that is measured, and what is done for it. */
import type { Random } from './random.ts';
import { capital, effects, groups, helps, people, places, refusals, remarks, slug, sources } from './words.ts';

/** Items by the list in which they stand; each item is its lines, without the dash and the indentation. */
export interface Lists {
  readonly items: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly add: (key: string, ...items: readonly (readonly string[])[]) => void;
  /** The lines of all items. */
  readonly length: () => number;
}

/** What the tactics of a programme refer to. */
export interface Programme {
  readonly number: number;
  readonly theme: string;
  readonly group: string;
  readonly goal: string;
  readonly strategy: string;
  readonly effect: string;
  readonly signs: readonly string[];
  readonly channel: string;
  readonly audience: string;
  readonly message: string;
  readonly evidence: string;
}

/** The items of another document under which a document hangs, as `document/id`. */
export interface Parent {
  readonly goal: string;
  readonly strategy: string;
}

export function createLists(keys: readonly string[]): Lists {
  const items = new Map(keys.map((key): [string, (readonly string[])[]] => [key, []]));
  let length = 0;
  return {
    items,
    add: (key, ...more) => {
      items.get(key)?.push(...more);
      for (const it of more) length += it.length;
    },
    length: () => length,
  };
}

export function startProgramme(lists: Lists, number: number, parent: Parent | undefined, random: Random): Programme {
  const help = random.pick(helps);
  const place = random.pick(places);
  const theme = slug(help, place, number);
  const made: Programme = {
    number,
    theme: `${help} in the ${place}`,
    group: random.pick(groups),
    goal: `${theme}-goal`,
    strategy: `${theme}-way`,
    effect: `${theme}-effect`,
    signs: ['learn', 'try', 'ask'].map((it) => `${theme}-${it}`),
    channel: `${theme}-channel`,
    audience: `${theme}-people`,
    message: `${theme}-message`,
    evidence: `${theme}-trial`,
  };
  lists.add('goals', goal(made, parent, random));
  lists.add('strategies', strategy(made, parent, random));
  lists.add('audiences', audience(made, random));
  lists.add('messages', message(made));
  lists.add('evidence', evidence(made, random));
  lists.add('channels', channel(made, random));
  lists.add('kpis', effect(made, random), ...made.signs.map((it) => sign(made, it, random)));
  return made;
}

function goal(
  { goal: id, theme, group, effect: kpi }: Programme,
  parent: Parent | undefined,
  random: Random,
): string[] {
  const start = 10 + random.below(40);
  return [
    `id: ${id}`,
    `title: More ${group} ${random.pick(effects)} (${theme})`,
    `owner: ${random.pick(people)}`,
    parent ? `supports: ${parent.goal}` : 'metric: [net-sales, returning-share]',
    ...(random.chance(0.4) ? [`priority: ${random.pick(['high', 'medium'])}   # ${random.pick(remarks)}`] : []),
    ...(random.chance(0.3)
      ? [
          'description: >-',
          `  What we know of ${group} says that most of them give up`,
          '  in the first weeks, when nobody is there to ask.',
        ]
      : []),
    'objectives:',
    `  - id: ${id}-number`,
    `    kpi: ${kpi}`,
    `    baseline: { value: ${start}, as_of: 2026-03-31 }`,
    `    target: ${start + 5 + random.below(20)}`,
    '    by: 2026-12-31',
    ...(random.chance(0.5) ? [`    trajectory: { 2026-06: ${start + 1}, 2026-09: ${start + 3} }`] : []),
  ];
}

function strategy(programme: Programme, parent: Parent | undefined, random: Random): string[] {
  return [
    `id: ${programme.strategy}`,
    `title: Stand beside ${programme.group} with ${programme.theme}`,
    'approach: >-',
    `  Give ${programme.group} an answer in the hour in which they need it,`,
    `  in place of one more offer that they did not ask for.`,
    `goal: ${programme.goal}`,
    ...(parent ? [`part_of: ${parent.strategy}`] : []),
    'addresses: give-up-early',
    'trade_offs:',
    `  - ${random.pick(refusals)}`,
    `  - Slower growth in the ${random.pick(places)}`,
  ];
}

function audience({ audience: id, group, theme }: Programme, random: Random): string[] {
  return [
    `id: ${id}`,
    `title: ${capital(group)}, ${theme}`,
    `size: ${1000 + random.below(90) * 100}`,
    `lifecycle: ${random.pick(['new', 'existing', 'lapsed'])}`,
    `priority: ${random.pick(['primary', 'secondary'])}`,
    `needs: [reassurance, ${random.pick(['a plan', 'know-how', 'company', 'time'])}]`,
    `source: ${random.pick(sources)}`,
  ];
}

function message({ message: id, audience: to, evidence: proof, theme }: Programme): string[] {
  return [`id: ${id}`, `text: Ten minutes a week are enough for ${theme}.`, `audience: ${to}`, `proof: ${proof}`];
}

function evidence({ evidence: id, theme, group }: Programme, random: Random): string[] {
  const [own, others] = [20 + random.below(30), 5 + random.below(12)];
  return [
    `id: ${id}`,
    `title: 'Trial: ${theme}'`,
    'type: own-experiment',
    'collected: 2026-02',
    `sample: ${300 + random.below(2000)}`,
    `finding: ${own} percent of ${group} who had help went on, ${others} percent of the others.`,
  ];
}

function channel({ channel: id, audience: to, theme }: Programme, random: Random): string[] {
  return [
    `id: ${id}`,
    `title: Help with ${theme}`,
    'type: packaging',
    `media: ${random.pick(['owned', 'shared'])}`,
    `role: ${random.pick(['how-to', 'information', 'community'])}`,
    `stages: [${random.pick(['onboarding', 'retention'])}]`,
    `audience: ${to}`,
    `owner: ${random.pick(people)}`,
  ];
}

function effect({ effect: id, group, theme, audience: whose }: Programme, random: Random): string[] {
  return [
    `id: ${id}`,
    `title: ${capital(group)} who know how to go on with ${theme}`,
    `question: Do ${group} trust themselves?`,
    'level: outcome',
    'timing: lagging',
    'unit: percent',
    'direction: increase',
    `audience: ${whose}`,
    'formula: answers 4 or 5 / all answers',
    `source: ${random.pick(sources)}`,
    'cadence: monthly',
    `owner: ${random.pick(people)}`,
  ];
}

function sign({ effect: drives, group, theme, audience: whose }: Programme, id: string, random: Random): string[] {
  const does = id.slice(id.lastIndexOf('-') + 1);
  return [
    `id: ${id}`,
    `title: ${capital(group)} who ${does} something about ${theme}`,
    'level: out-take',
    'timing: leading',
    'unit: percent',
    'direction: increase',
    `audience: ${whose}`,
    `formula: ${group} who ${does} / all ${group}`,
    `source: ${random.pick(sources)}`,
    `cadence: ${random.pick(['weekly', 'monthly'])}`,
    `owner: ${random.pick(people)}`,
    `drives: ${drives}`,
  ];
}
