import { lacks, unusable } from '../../model/item.ts';
import { titlePlace, type Strategy } from '../../model/strategy.ts';
import type { Gathering } from '../../project/gather.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, setValue } from '../../syntax/write.ts';
import { mayHold, titleOf, wholeOf } from '../document.ts';
import { fix, type Fix, type Rule } from '../rule.ts';

export const noChallenge: Rule = {
  id: 'strategy/no-challenge',
  finds: 'a plan with strategies and no challenge that they should overcome',
  severity: { starter: 'off', standard: 'warning', strict: 'warning' },
  check: {
    document(root, strategy, project) {
      if (!project.inUse(root) || project.chain(strategy).some(hasChallenge) || !isKnown(strategy, project))
        return undefined;
      if (project.gathered(inUse, strategy).size === 0) return undefined;
      return {
        at: titlePlace(strategy),
        about: [root],
        message: `'${titleOf(strategy)}' answers a question that nobody asked: it has strategies and names no challenge. Say in a sentence what stands in the way.`,
        fixes: () => ask(strategy),
      };
    },
  },
};

/** Whether there is a strategy in use. */
const inUse: Gathering<'strategy'> = {
  kind: 'strategy',
  of: (item, project) => (project.inUse(item) ? ['yes'] : []),
};

/** Whether all plans above are there and can be read. */
function isKnown(strategy: Strategy, { chain, find }: Project): boolean {
  return chain(strategy).every(
    ({ root }) => !unusable(root, 'parent') && root.parent.every((it) => find(it).state === 'found'),
  );
}

/** A challenge, or something in its place that cannot be read. */
function hasChallenge(strategy: Strategy): boolean {
  const { root } = strategy;
  const { situation } = root;
  if (mayHold(strategy, 'situation') || unusable(root, 'situation')) return true;
  return situation !== undefined && !lacks(situation, 'challenge');
}

const question = 'What stands in the way?';

function ask(strategy: Strategy): readonly Fix[] {
  const { root } = strategy;
  const whole = wholeOf(strategy);
  const entry = entryOf(root.node, 'situation');
  const inner = root.situation?.node;
  const title = `Add a challenge that asks '${question}'`;
  if (inner) {
    const challenge = entryOf(inner, 'challenge');
    return fix(title, challenge ? setValue(challenge, question) : addEntry(inner, ['challenge', question]));
  }
  if (entry) return fix(title, setValue(entry, `{ challenge: ${question} }`));
  const above = ['non_goals', 'intent', 'next_review', 'period', 'status', 'owner', 'parent', 'kind', 'title'];
  return fix(
    title,
    addEntry(
      whole,
      ['situation', whole.flow ? `{ challenge: ${question} }` : [`challenge: ${question}`]],
      above.find((it) => entryOf(root.node, it)?.value),
    ),
  );
}
