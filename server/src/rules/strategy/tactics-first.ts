import { lacks } from '../../model/item.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Gathering } from '../../project/gather.ts';
import type { Project } from '../../project/project.ts';
import { keyText, type Entry } from '../../syntax/tree.ts';
import { moveBelow, insertAbove } from '../../syntax/move.ts';
import { keyPlace } from '../document.ts';
import { nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { freeId } from '../suggest.ts';

export const tacticsFirst: Rule = {
  id: 'strategy/tactics-first',
  finds: 'a plan that begins with its tactics',
  severity: { starter: 'warning', standard: 'warning', strict: 'warning' },
  check: {
    document(root, strategy, project) {
      if (!project.inUse(root)) return undefined;
      const below = purposesBelow(strategy);
      if (below.length > 0) return above(strategy, below, project);
      return withoutPurpose(strategy, project) ? alone(strategy, project) : undefined;
    },
  },
};

/** `goals` and `strategies`, where they stand below the tactics. */
function purposesBelow({ root }: Strategy): readonly Entry[] {
  const { entries } = root.node;
  const tactics = entries.findIndex((it) => keyText(it) === 'tactics');
  return tactics < 0 ? [] : entries.slice(tactics + 1).filter((it) => ['goals', 'strategies'].includes(keyText(it)));
}

function above(strategy: Strategy, below: readonly Entry[], project: Project): Finding {
  const many = pluralsOf(project);
  const names = [...new Set(below.map((it) => many(keyText(it))))];
  return {
    at: keyPlace(strategy, 'tactics') ?? strategy.root.node.span,
    about: [strategy.root],
    message: `The ${many('tactics')} stand above the ${names.join(' and ')}: the plan begins with what to do and asks later what for. Move them below.`,
    related: below.map((it) => ({ at: it.key.span, message: `The ${many(keyText(it))} stand here` })),
    fixes: () => {
      const last = below.at(-1);
      return last
        ? fix(
            `Move the ${many('tactics')} below the ${many(keyText(last))}`,
            ...moveBelow(strategy.document, 'tactics', keyText(last)),
          )
        : [];
    },
  };
}

/** A collection by the project's word for what is in it. */
function pluralsOf(project: Project): (collection: string) => string {
  const noun = nounsOf(project);
  const kinds: Readonly<Record<string, string>> = { goals: 'goal', strategies: 'strategy', tactics: 'tactic' };
  return (collection) => `${noun(kinds[collection] ?? collection)}s`.replace(/ys$/, 'ies');
}

/** Whether a tactic in use names something that it serves. */
const serving: Gathering<'tactic'> = {
  kind: 'tactic',
  of: (it, { inUse }) => (!inUse(it) ? [] : it.goal.length + it.strategy.length > 0 ? ['for something'] : ['alone']),
};

/** Tactics, and neither here nor above a goal or a strategy that they could serve; and none that names one. */
function withoutPurpose(strategy: Strategy, project: Project): boolean {
  const chain = project.chain(strategy);
  const known = chain.every(
    (it) => it.readable && it.root.parent.every((parent) => project.find(parent).state === 'found'),
  );
  if (!known || !chain.every(({ root }) => lacks(root, 'goals') && lacks(root, 'strategies'))) return false;
  const tactics = project.gathered(serving, strategy);
  return tactics.has('alone') && !tactics.has('for something');
}

function alone(strategy: Strategy, project: Project): Finding {
  const noun = nounsOf(project);
  return {
    at: keyPlace(strategy, 'tactics') ?? strategy.root.node.span,
    about: [strategy.root],
    message: `This plan has ${pluralsOf(project)('tactics')}, and no ${noun('goal')} or ${noun('strategy')} that they could serve. Write down first what should change, and how you will win it.`,
    fixes: () => insertPurpose(strategy),
  };
}

function insertPurpose(strategy: Strategy): readonly Fix[] {
  const goal = freeId('first-goal', strategy);
  const lines = [
    'goals:',
    `  - id: ${goal}`,
    '    title: What should change, for whom?',
    '',
    'strategies:',
    `  - id: ${freeId('first-strategy', strategy)}`,
    '    title: How will we win it?',
    `    goal: ${goal}`,
    '',
  ];
  const empty = strategy.root.node.entries.some((it) => ['goals', 'strategies'].includes(keyText(it)));
  return empty
    ? []
    : fix('Insert a goal and a strategy above the tactics', insertAbove(strategy.document, 'tactics', lines));
}
