import { lacks, nameOf, unusable, type Mention } from '../../model/item.ts';
import { itemsOf, titlePlace, type Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, setValue } from '../../syntax/write.ts';
import { leftOut, planName, titleOf } from '../document.ts';
import { a, nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { link, most } from '../suggest.ts';

export const silo: Rule = {
  id: 'compose/silo',
  finds: 'a plan that sits under no other, or that nothing connects with the one above',
  severity: { starter: 'warning', standard: 'warning', strict: 'error' },
  *check(strategy, project) {
    const { root } = strategy;
    if (!project.inUse(root) || root.kind?.value === undefined) return;
    if (leftOut(strategy, 'parent')) {
      if (root.kind.value !== 'company') yield alone(strategy, project);
    } else if (standsApart(strategy, project)) yield apart(strategy, project);
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

function putUnder({ root: { node } }: Strategy, parent: Strategy): readonly Fix[] {
  const entry = entryOf(node, 'parent');
  const edit = entry ? setValue(entry, parent.name) : addEntry(node, ['parent', parent.name], 'kind');
  return fix(`Put it under '${titleOf(parent)}'`, edit);
}

const upward = new Set(['supports', 'goal', 'strategy', 'part_of', 'drives']);

/** Whether no link of the plan leads to a plan above it. A broken link may be meant to, so nothing is said then. */
function standsApart(strategy: Strategy, project: Project): boolean {
  const { root } = strategy;
  const ancestors = project.chain(strategy).filter((it) => it !== strategy);
  const begun = (['goal', 'strategy', 'tactic'] as const).some((kind) => itemsOf(strategy, kind).some(project.inUse));
  const known =
    strategy.readable &&
    !unusable(root, 'parent') &&
    ancestors.every((it) => parentKnown(it, project)) &&
    parentKnown(strategy, project);
  if (!begun || !known || ancestors.length === 0) return false;
  const links = strategy.mentions.filter((it) => upward.has(it.key) && project.inUse(it.from)).map(project.find);
  if (links.some((it) => it.state !== 'found')) return false;
  const files = new Set(ancestors.map((it) => it.uri));
  return links.every((it) => it.state !== 'found' || !files.has(it.target.node.span.section.uri));
}

function parentKnown({ root }: Strategy, { find }: Project): boolean {
  return root.parent.every((it: Mention) => find(it).state === 'found');
}

function apart(strategy: Strategy, project: Project): Finding {
  const { root } = strategy;
  const [, parent] = project.chain(strategy);
  const goals = itemsOf(strategy, 'goal').filter(project.inUse);
  const strategies = itemsOf(strategy, 'strategy').filter(project.inUse);
  const noun = nounsOf(project)('goal');
  const name = parent ? `'${titleOf(parent)}'` : 'the plan above';
  return {
    at: titlePlace(strategy),
    about: [root],
    message: `Nothing in this ${planName(strategy)} leads up to ${name}, so the plan above does not need it. Let ${a(noun)} support one of its ${noun}s.`,
    related: root.parent.map((it) => ({ at: it.span, message: 'The plan above' })),
    hiddenBy: [
      ...goals.map((it) => ({ rule: 'trace/goal-without-metric', about: [it] })),
      ...strategies.map((it) => ({ rule: 'trace/strategy-without-goal', about: [it] })),
    ],
    fixes: () => {
      const offered = project
        .chain(strategy)
        .filter((it) => it !== strategy)
        .flatMap((it) => itemsOf(it, 'goal'))
        .filter(project.inUse);
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
