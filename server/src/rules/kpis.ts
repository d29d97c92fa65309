/** How the rest of a plan uses a KPI. */
import { broken, isA, lacks, unusable } from '../model/item.ts';
import type { Kpi, Objective, Tactic } from '../model/language.ts';
import type { Project } from '../project/project.ts';

/** The objectives in use that count it. */
export function objectivesWith(kpi: Kpi, { objectivesOf, inUse }: Project): readonly Objective[] {
  return objectivesOf(kpi).filter(inUse);
}

/** The tactics in use that name it, in their `kpi` or in an objective of their own. */
export function tacticsWith(kpi: Kpi, { naming, inUse }: Project): readonly Tactic[] {
  const holders = [...naming(kpi, 'kpi')].map((it) => (it.of === 'objective' ? it.inside : it));
  return [...new Set(holders)].filter((it): it is Tactic => isA('tactic', it) && inUse(it));
}

/** Whether an objective or a tactic in use names it. */
export function isNamed(kpi: Kpi, project: Project): boolean {
  for (const it of project.naming(kpi, 'kpi')) {
    const holder = it.of === 'objective' && it.inside?.of === 'tactic' ? it.inside : it;
    if ((holder.of === 'tactic' || holder.of === 'objective') && project.inUse(holder)) return true;
  }
  return false;
}

/** A KPI by which success is judged; a role that cannot be read is none of these. */
export function isSuccess(kpi: Kpi): boolean {
  return lacks(kpi, 'role') || kpi.role?.value === 'success';
}

/** Whether it is known where a KPI leads: no link on the way is broken, and no level unreadable. */
export function leadsKnown(kpi: Kpi, { drives, find }: Project): boolean {
  return drives(kpi).every(
    (it) =>
      !broken(it) &&
      !unusable(it, 'level') &&
      !unusable(it, 'drives') &&
      it.drives.every((link) => find(link).state === 'found'),
  );
}
