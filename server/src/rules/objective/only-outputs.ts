import { lacks, nameOf, placeOf, unusable } from '../../model/item.ts';
import type { Kpi } from '../../model/language.ts';
import { capital, listed, nounsOf } from '../kinds.ts';
import { leadsKnown } from '../kpis.ts';
import type { Rule } from '../rule.ts';
import { link, nearby, objectivesFor } from '../suggest.ts';

export const onlyOutputs: Rule = {
  id: 'objective/only-outputs',
  finds: 'a goal that is measured by work and attention alone, and by no effect',
  severity: { starter: 'off', standard: 'warning', strict: 'warning' },
  check: {
    goal(goal, strategy, project) {
      const mentions = goal.objectives.flatMap((it) => it.kpi);
      const kpis = project.targets('kpi', mentions);
      if (!project.inUse(goal) || kpis.length === 0 || mentions.some((it) => project.find(it).state !== 'found'))
        return undefined;
      if (!kpis.every((it) => hasLevel(it) && leadsKnown(it, project)) || kpis.some(project.reachesOutcome))
        return undefined;
      const outcomes = (): readonly Kpi[] =>
        nearby('kpi', strategy, project).filter(project.reachesOutcome).slice(0, 2);
      return {
        at: placeOf(goal),
        about: [goal],
        message: `${capital(nounsOf(project)('goal'))} '${nameOf(goal)}' is measured by ${named(kpis)} alone, which can be reached without any effect. Measure what people know, think or do afterwards.`,
        related: kpis.map((it) => ({
          at: it.level?.span ?? placeOf(it),
          message: `'${nameOf(it)}' is of level ${it.level?.value ?? ''}`,
        })),
        hiddenBy: () =>
          kpis.flatMap((it) => ['kpi/vanity', 'kpi/activity-count'].map((rule) => ({ rule, about: [it] }))),
        fixes: () => [
          ...objectivesFor(goal, outcomes(), project),
          ...kpis
            .slice(0, 2)
            .flatMap((kpi) =>
              outcomes().flatMap((it) =>
                link(`Say that '${nameOf(kpi)}' drives '${nameOf(it)}'`, kpi, 'drives', it, project),
              ),
            ),
        ],
      };
    },
  },
};

function hasLevel(kpi: Kpi): boolean {
  return !lacks(kpi, 'level') && !unusable(kpi, 'level');
}

function named(kpis: readonly Kpi[]): string {
  const names = kpis.slice(0, 3).map((it) => `'${nameOf(it)}'`);
  return listed(kpis.length > names.length ? [...names.slice(0, 2), `${kpis.length - 2} more`] : names);
}
