import { lacks, nameOf, unusable, uriOf, type Item, type Mention } from '../../model/item.ts';
import type { Kind, Kinds } from '../../model/language.ts';
import { itemsOf, titlePlace, type Strategy } from '../../model/strategy.ts';
import type { Gathering } from '../../project/gather.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, setValue } from '../../syntax/write.ts';
import { leftOut, planName, titleOf, wholeOf } from '../document.ts';
import { a, nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { link, most } from '../suggest.ts';

export const silo: Rule = {
  id: 'compose/silo',
  finds: 'a plan that sits under no other, or that nothing connects with the one above',
  severity: { starter: 'warning', standard: 'warning', strict: 'error' },
  check: {
    document(root, strategy, project) {
      if (!project.inUse(root) || root.kind?.value === undefined) return undefined;
      if (leftOut(strategy, 'parent')) return root.kind.value === 'company' ? undefined : alone(strategy, project);
      return standsApart(strategy, project) ? apart(strategy, project) : undefined;
    },
  },
};

/** Which kinds of plan a plan usually sits under, the nearest first. */
const above: Readonly<Record<string, readonly string[]>> = {
  'business-unit': ['company'],
  marketing: ['business-unit', 'company'],
  communications: ['marketing', 'business-unit', 'company'],
  social: ['communications', 'marketing', 'company'],
  content: ['communications', 'marketing', 'company'],
  service: ['business-unit', 'company'],
  campaign: ['programme', 'communications', 'marketing', 'company'],
  programme: ['communications', 'marketing', 'company'],
};

function usualParents({ root }: Strategy): readonly string[] {
  return above[root.kind?.value ?? ''] ?? ['company'];
}

function alone(strategy: Strategy, project: Project): Finding {
  const usual = usualParents(strategy);
  const kinds = [...new Set([usual[0] ?? 'company', 'company'])].map((it) => it.replace('-', ' ')).join(' or ');
  return {
    at: titlePlace(strategy),
    about: [strategy.root],
    message: `This ${planName(strategy)} sits under no other plan. Name the ${kinds} plan that it serves.`,
    fixes: () => parentsFor(strategy, project).flatMap((it) => putUnder(strategy, it)),
  };
}

/** The plans that could be the parent: the usual kinds first, and none that sits below this one. */
function parentsFor(strategy: Strategy, { strategies, chain, inUse }: Project): readonly Strategy[] {
  const usual = usualParents(strategy);
  const rank = ({ root }: Strategy): number => {
    const at = usual.indexOf(root.kind?.value ?? '');
    return at < 0 ? usual.length : at;
  };
  return strategies
    .filter((it) => inUse(it.root) && !chain(it).includes(strategy))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
}

function putUnder(strategy: Strategy, parent: Strategy): readonly Fix[] {
  const node = wholeOf(strategy);
  const entry = entryOf(node, 'parent');
  const edit = entry ? setValue(entry, parent.name) : addEntry(node, ['parent', parent.name], 'kind');
  return fix(`Put it under '${titleOf(parent)}'`, edit);
}

const upward = ['supports', 'goal', 'strategy', 'part_of', 'drives'] as const;

/** Where the links of an item in use lead that could lead to a plan above: the files, and `broken`. */
function linksUp(item: Item, { inUse, find }: Project): readonly string[] {
  if (!inUse(item)) return [];
  const links = item as Partial<Record<(typeof upward)[number], readonly Mention[]>>;
  const files: string[] = [];
  for (const key of upward) {
    for (const it of links[key] ?? []) {
      const link = find(it);
      const file = link.state === 'found' ? uriOf(link.target) : 'broken';
      if (!files.includes(file)) files.push(file);
    }
  }
  return files;
}

/** Those that usually lead up come first: one that does is enough. */
const leading: readonly Gathering[] = (['goal', 'strategy', 'kpi', 'audience', 'tactic'] as const).map((kind) => ({
  kind,
  of: linksUp,
}));

/** Whether there is something in use that could lead up. */
const begun: readonly Gathering[] = (['goal', 'strategy', 'tactic'] as const).map((kind) => ({
  kind,
  of: (item, { inUse }) => (inUse(item) ? ['yes'] : []),
}));

/** Whether no link of the plan leads to a plan above it. A broken link may be meant to, so nothing is said then. */
function standsApart(strategy: Strategy, project: Project): boolean {
  const { root } = strategy;
  const ancestors = project.chain(strategy).filter((it) => it !== strategy);
  const known =
    strategy.readable &&
    !unusable(root, 'parent') &&
    ancestors.every((it) => parentKnown(it, project)) &&
    parentKnown(strategy, project);
  if (!known || ancestors.length === 0) return false;
  const leadUp = leading.some((question) => {
    const files = project.gathered(question, strategy);
    return files.has('broken') || ancestors.some(({ uri }) => files.has(uri));
  });
  return !leadUp && begun.some((it) => project.gathered(it, strategy).size > 0);
}

function parentKnown({ root }: Strategy, { find }: Project): boolean {
  return root.parent.every((it: Mention) => find(it).state === 'found');
}

function apart(strategy: Strategy, project: Project): Finding {
  const { root } = strategy;
  const [, parent] = project.chain(strategy);
  const noun = nounsOf(project)('goal');
  const name = parent ? `'${titleOf(parent)}'` : 'the plan above';
  const inUse = <K extends Kind>(kind: K, from: Strategy): readonly Kinds[K][] =>
    itemsOf(from, kind).filter(project.inUse);
  return {
    at: titlePlace(strategy),
    about: [root],
    message: `Nothing in this ${planName(strategy)} leads up to ${name}, so the plan above does not need it. Let ${a(noun)} support one of its ${noun}s.`,
    related: root.parent.map((it) => ({ at: it.span, message: 'The plan above' })),
    hiddenBy: () => [
      ...inUse('goal', strategy).map((it) => ({ rule: 'trace/goal-without-metric', about: [it] })),
      ...inUse('strategy', strategy).map((it) => ({ rule: 'trace/strategy-without-goal', about: [it] })),
    ],
    fixes: () => {
      const above = project.chain(strategy).filter((it) => it !== strategy);
      const offered = above.flatMap((it) => inUse('goal', it));
      const goals = inUse('goal', strategy);
      const free = goals.filter((it) => lacks(it, 'supports'));
      return [...free, ...goals]
        .slice(0, 2)
        .flatMap((goal) =>
          offered
            .slice(0, 3)
            .flatMap((it) => link(`Let goal '${nameOf(goal)}' support '${nameOf(it)}'`, goal, 'supports', it, project)),
        );
    },
  };
}
