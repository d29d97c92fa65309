import { lacks, nameOf, placeOf, type Item } from '../../model/item.ts';
import type { Goal, Tactic } from '../../model/language.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { capital, nounsOf } from '../kinds.ts';
import type { Rule } from '../rule.ts';
import { link, most, nearby } from '../suggest.ts';

export const tacticWithoutGoal: Rule = {
  id: 'trace/tactic-without-goal',
  finds: 'a tactic that names no goal',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    tactic(tactic, strategy, project) {
      if (!lacks(tactic, 'goal') || !project.inUse(tactic)) return undefined;
      const noun = nounsOf(project)('goal');
      return {
        at: placeOf(tactic),
        about: [tactic],
        message: message(tactic, project),
        hiddenBy: () => [{ rule: 'trace/tactic-without-strategy', about: [tactic] }],
        fixes: () =>
          candidates(tactic, project).flatMap((it) =>
            link(`Serve ${noun} '${nameOf(it)}'`, tactic, 'goal', it, project),
          ),
      };
    },
  },
};

function message(tactic: Tactic, project: Project): string {
  const noun = nounsOf(project);
  const [strategy] = project.targets('strategy', tactic.strategy);
  const [goal] = strategy ? project.pursues(strategy) : [];
  const missing = lacks(tactic, 'kpi') ? `${noun('goal')} and no ${noun('kpi')}` : noun('goal');
  const start = `${capital(noun('tactic'))} '${nameOf(tactic)}' names no ${missing}.`;
  if (!strategy || !goal) return `${start} Say which ${noun('goal')} it brings closer.`;
  return `${start} Its ${noun('strategy')} '${nameOf(strategy)}' pursues '${nameOf(goal)}': is that the one?`;
}

/** First the goals that its strategies pursue, then those whose objectives use its KPIs. */
function candidates(tactic: Tactic, project: Project): readonly Goal[] {
  const pursued = project.targets('strategy', tactic.strategy).flatMap(project.pursues);
  const measured = project
    .kpisOf(tactic)
    .flatMap(project.drives)
    .flatMap(project.objectivesOf)
    .flatMap(({ inside }): Item[] => (inside ? [inside] : []))
    .filter((it): it is Goal => it.of === 'goal');
  const chosen = unique([...pursued, ...measured]).filter(project.inUse);
  const here = project.strategyOf(tactic);
  return (chosen.length > 0 || !here ? chosen : nearby('goal', here, project)).slice(0, most);
}
