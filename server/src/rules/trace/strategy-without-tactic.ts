import { nameOf, placeOf } from '../../model/item.ts';
import type { StrategyItem, Tactic } from '../../model/language.ts';
import { itemsOf, type Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { quoted } from '../../syntax/write.ts';
import { known, wholesOf } from '../agreement.ts';
import { a, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { freeId, newItem, reference } from '../suggest.ts';

export const strategyWithoutTactic: Rule = {
  id: 'trace/strategy-without-tactic',
  finds: 'a strategy that nothing carries out',
  severity: { starter: 'off', standard: 'warning', strict: 'error' },
  absence: true,
  *check(strategy, project) {
    const wanted = itemsOf(strategy, 'strategy').filter((it) => isDue(it, project));
    if (wanted.length === 0) return;
    const tactics = project.all('tactic').filter(project.inUse);
    if (tactics.some((it) => couldCarryOut(it, strategy, project))) return;
    const named = project.targets('strategy', tactics.flatMap((it) => it.strategy));
    const carried = new Set(named.flatMap((it) => wholesOf(it, project)));
    const noun = nounsOf(project);
    for (const item of wanted.filter((it) => !carried.has(it))) {
      yield {
        at: placeOf(item),
        about: [item],
        message: `Nobody carries out ${noun('strategy')} '${nameOf(item)}'. Add ${a(noun('tactic'))}, here or in a plan below.`,
        fixes: () => fixes(item, strategy, project),
      };
    }
  },
};

/** In use, and past the draft: before that, tactics may still be missing. */
function isDue(item: StrategyItem, { inUse, effectiveStatus }: Project): boolean {
  const status = effectiveStatus(item);
  return inUse(item) && status !== 'draft' && status !== 'in-review' && status !== 'retired';
}

/** A tactic of this document or of one below it, on a way that is broken: it may be meant for any strategy here. */
function couldCarryOut(tactic: Tactic, here: Strategy, project: Project): boolean {
  const wholes = project.targets('strategy', tactic.strategy).flatMap((it) => wholesOf(it, project));
  const whole = known(tactic, ['strategy'], project) && wholes.every((it) => known(it, ['part_of'], project));
  const home = whole ? undefined : project.strategyOf(tactic);
  return home ? project.chain(home).includes(here) : false;
}

function fixes(item: StrategyItem, strategy: Strategy, project: Project): readonly Fix[] {
  const from = item.id?.value;
  if (from === undefined) return [];
  const id = freeId(`first-step-of-${from}`, strategy);
  const goals = project.pursues(item).filter(project.inUse).map((it) => reference(it, item, project));
  const [goal] = goals;
  const noun = nounsOf(project)('tactic');
  const fields = [['id', id], ['title', quoted(`First step of “${nameOf(item)}”`)], ['strategy', from]] as const;
  return fix(`Begin a new ${noun} for it`, newItem('tactic', goal === undefined ? fields : [...fields, ['goal', goal]], strategy));
}
