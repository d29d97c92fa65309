import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Goal, Kpi, Objective, Tactic } from '../../model/language.ts';
import { unique } from '../../model/trace.ts';
import type { Gathering } from '../../project/gather.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../schema/nearest.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, setValue } from '../../syntax/write.ts';
import { leadsToItsGoals, tellsSuccess } from '../agreement.ts';
import { listed, nounsOf } from '../kinds.ts';
import { fix, type Fix, type RootCause, type Rule } from '../rule.ts';
import { newObjective, reference } from '../suggest.ts';

export const kpiWithoutTarget: Rule = {
  id: 'trace/kpi-without-target',
  finds: 'a KPI by which a tactic should succeed, and for which there is no target',
  severity: { starter: 'warning', standard: 'warning', strict: 'error' },
  absence: true,
  check: {
    kpi(kpi, _, project) {
      if (tellsSuccess(kpi) !== true || !project.inUse(kpi) || project.ask(hasTarget, kpi)) return undefined;
      const tactics = tacticsOf(kpi, project);
      if (tactics.length === 0 || someUnread(project) || mayBeMeant(kpi, project)) return undefined;
      return {
        at: placeOf(kpi),
        about: [kpi, ...tactics],
        message: message(kpi, tactics, project),
        related: tactics.map((it) => ({
          at: placeOf(it),
          message: `This ${nounsOf(project)('tactic')} is measured by it.`,
        })),
        hiddenBy: () => hiddenBy(kpi, tactics, project),
        fixes: () => fixes(kpi, tactics, project),
      };
    },
  },
};

function hasTarget(kpi: Kpi, { objectivesOf }: Project): boolean {
  return objectivesOf(kpi).length > 0;
}

/** The tactics in use that name the KPI, also in objectives that do not count as such yet. */
function tacticsOf(kpi: Kpi, { mentionsOf, inUse, kpiMentions }: Project): readonly Tactic[] {
  const items = mentionsOf(kpi).flatMap((mention) => {
    const holder = mention.from.of === 'objective' ? mention.from.inside : mention.from;
    return holder?.of === 'tactic' && kpiMentions(holder as Tactic).includes(mention) ? [holder as Tactic] : [];
  });
  return unique(items).filter(inUse);
}

function unreadIn(it: Goal | Tactic): readonly string[] {
  return !lacks(it, 'objectives') && it.objectives.length === 0 ? ['yes'] : [];
}

const unreadInGoals: Gathering<'goal'> = { kind: 'goal', of: unreadIn };
const unreadInTactics: Gathering<'tactic'> = { kind: 'tactic', of: unreadIn };

/** Objectives that stand where they cannot be read: under a misspelt key, or in another form than a list. */
function someUnread({ gathered }: Project): boolean {
  return gathered(unreadInGoals).size > 0 || gathered(unreadInTactics).size > 0;
}

/** Names in objectives that lead nowhere. */
const lostNames: Gathering<'objective'> = {
  kind: 'objective',
  of: ({ kpi }, { find }) => kpi.filter((it) => find(it).state !== 'found').map((it) => it.id),
};

/** Whether an objective names something that is nearly called so, and that is nowhere. */
function mayBeMeant({ id }: Kpi, { gathered }: Project): boolean {
  return nearest(id?.value ?? '', gathered(lostNames)).length > 0;
}

function message(kpi: Kpi, tactics: readonly Tactic[], project: Project): string {
  const noun = nounsOf(project);
  const names = listed(tactics.slice(0, 2).map((it) => `'${nameOf(it)}'`));
  const report = `${noun('tactic')}${tactics.length > 1 ? 's' : ''} ${names} can report it, but not succeed at it`;
  return `'${nameOf(kpi)}' has no target: ${report}. Add an ${noun('objective')} with target and date.`;
}

/** A KPI that leads nowhere wants no target; and an objective that names no KPI yet may be the one for this. */
function hiddenBy(kpi: Kpi, tactics: readonly Tactic[], project: Project): readonly RootCause[] {
  const strange = tactics.every((it) => leadsToItsGoals(kpi, it, project) === false);
  const holders: readonly (Tactic | Goal)[] = [
    ...tactics,
    ...tactics.flatMap((it) => project.targets('goal', it.goal)),
  ];
  const open: readonly Objective[] = unique(holders.flatMap((it) => it.objectives)).filter((it) => lacks(it, 'kpi'));
  return [
    ...(strange ? [{ rule: 'trace/path-mismatch', about: tactics }] : []),
    ...open.map((it) => ({ rule: 'objective/not-measurable', about: [it] })),
  ];
}

function fixes(kpi: Kpi, tactics: readonly Tactic[], project: Project): readonly Fix[] {
  const noun = nounsOf(project);
  const goals = unique(tactics.flatMap((it) => project.targets('goal', it.goal))).filter(project.inUse);
  const add = (item: Tactic | Goal): readonly Fix[] =>
    fix(
      `Add an ${noun('objective')} to ${noun(item.of)} '${nameOf(item)}'`,
      newObjective(item, reference(kpi, item, project)),
    );
  return [...tactics.slice(0, 2).flatMap(add), ...goals.slice(0, 2).flatMap(add), ...diagnostic(kpi)];
}

function diagnostic(kpi: Kpi): readonly Fix[] {
  const entry = entryOf(kpi.node, 'role');
  const edit = entry ? setValue(entry, 'diagnostic') : addEntry(kpi.node, ['role', 'diagnostic'], 'level');
  return fix(`Mark '${nameOf(kpi)}' as diagnostic`, edit);
}
