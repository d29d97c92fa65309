import { nameOf, placeOf } from '../../model/item.ts';
import type { StrategyItem } from '../../model/language.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Gathering } from '../../project/gather.ts';
import type { Project } from '../../project/project.ts';
import { quoted } from '../../syntax/write.ts';
import { familyOf, isNamedBy, known, wholesOf } from '../agreement.ts';
import { a, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, newItem, reference } from '../suggest.ts';

export const strategyWithoutTactic: Rule = {
  id: 'trace/strategy-without-tactic',
  finds: 'a strategy that nothing carries out',
  severity: { starter: 'off', standard: 'warning', strict: 'error' },
  absence: true,
  check: {
    strategy(item, strategy, project) {
      if (!isDue(item, project) || project.ask(isCarriedOut, item) || couldBeCarriedOut(strategy, project))
        return undefined;
      const noun = nounsOf(project);
      return {
        at: placeOf(item),
        about: [item],
        message: `Nobody carries out ${noun('strategy')} '${nameOf(item)}'. Add ${a(noun('tactic'))}, here or in a plan below.`,
        fixes: () => fixes(item, strategy, project),
      };
    },
  },
};

/** In use, and past the draft: before that, tactics may still be missing. */
function isDue(item: StrategyItem, { inUse, effectiveStatus }: Project): boolean {
  const status = effectiveStatus(item);
  return inUse(item) && status !== 'draft' && status !== 'in-review' && status !== 'retired';
}

/** Whether a tactic in use names the strategy or a part of it. */
function isCarriedOut(item: StrategyItem, project: Project): boolean {
  return isNamedBy(item, { kind: 'tactic', key: 'strategy', through: 'part_of' }, project);
}

/** Whether a tactic in use stands on a broken way. */
const uncertain: Gathering<'tactic'> = {
  kind: 'tactic',
  of: (tactic, project) => {
    const wholes = project.targets('strategy', tactic.strategy).flatMap((it) => wholesOf(it, project));
    const certain = known(tactic, ['strategy'], project) && wholes.every((it) => known(it, ['part_of'], project));
    return certain || !project.inUse(tactic) ? [] : ['yes'];
  },
};

/** A tactic of this document or of one below it stands on a broken way, which may be meant to lead to any strategy here. */
function couldBeCarriedOut(here: Strategy, project: Project): boolean {
  return familyOf(here, project).some((it) => project.gathered(uncertain, it).size > 0);
}

function fixes(item: StrategyItem, strategy: Strategy, project: Project): readonly Fix[] {
  const from = item.id?.value;
  if (from === undefined) return [];
  const id = freeId(`first-step-of-${from}`, strategy);
  const goals = project
    .pursues(item)
    .filter(project.inUse)
    .map((it) => reference(it, item, project));
  const [goal] = goals;
  const noun = nounsOf(project)('tactic');
  const fields = [
    ['id', id],
    ['title', quoted(`First step of “${nameOf(item)}”`)],
    ['strategy', from],
  ] as const;
  return fix(
    `Begin a new ${noun} for it`,
    newItem('tactic', goal === undefined ? fields : [...fields, ['goal', goal]], strategy),
  );
}
