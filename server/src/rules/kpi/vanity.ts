import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Kpi } from '../../model/language.ts';
import type { Strategy } from '../../model/strategy.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, quoted, setValue } from '../../syntax/write.ts';
import { isSuccess, leadsKnown, objectivesWith, tacticsWith } from '../kpis.ts';
import { findPhrases, ownWordsOf } from '../phrases.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { link, nearby } from '../suggest.ts';
import { wordsFor, type VanityGroup, type WordLists } from '../words.ts';

export const vanity: Rule = {
  id: 'kpi/vanity',
  finds: 'a success KPI that can grow without any effect in the audience',
  severity: { starter: 'warning', standard: 'warning', strict: 'error' },
  check: {
    kpi(kpi, strategy, project) {
      const lists = isSuccess(kpi) ? wordsFor(strategy, project) : undefined;
      const groups = lists ? groupsOf(nameOf(kpi), lists) : [];
      const [group] = groups;
      if (!lists || !group || saysWhose(kpi, groups)) return undefined;
      if (!project.inUse(kpi) || !isSuccessOf(kpi, project)) return undefined;
      if (project.reachesOutcome(kpi) || !leadsKnown(kpi, project)) return undefined;
      return {
        at: kpi.title?.span ?? placeOf(kpi),
        about: [kpi],
        message: message(kpi, group),
        fixes: () => [
          ...asDiagnostic(kpi),
          ...towardsOutcome(kpi, strategy, project),
          ...replacements(kpi, group, lists),
        ],
      };
    },
  },
};

function groupsOf(name: string, { vanity: { names, groups, verbSigns } }: WordLists): readonly VanityGroup[] {
  const words = ownWordsOf(name);
  const found = findPhrases(words, names).filter(({ from }) => !verbSigns.known.has(words[from - 1]?.text ?? ''));
  return unique(found.flatMap(({ phrase }) => groups.get(phrase) ?? []));
}

/** A share of a named audience is no bare amount. */
function saysWhose(kpi: Kpi, groups: readonly VanityGroup[]): boolean {
  return (
    groups.every((it) => it.raw) && !lacks(kpi, 'audience') && ['percent', 'ratio'].includes(kpi.unit?.value ?? '')
  );
}

/** Whether success is judged by it: an objective counts it, or it is all that a tactic is measured by. */
function isSuccessOf(kpi: Kpi, project: Project): boolean {
  if (objectivesWith(kpi, project).length > 0) return true;
  return tacticsWith(kpi, project).some((it) => new Set(project.kpiMentions(it).map(({ name }) => name)).size === 1);
}

function message(kpi: Kpi, { sold }: VanityGroup): string {
  const better = kpi.direction?.value === 'decrease' ? 'improve' : 'grow';
  const bought = sold ? ', and can be bought' : '';
  return `'${nameOf(kpi)}' can ${better} without anyone coming closer to buying${bought}. Measure an effect in the target audience, or mark it as diagnostic.`;
}

function asDiagnostic(kpi: Kpi): readonly Fix[] {
  const entry = entryOf(kpi.node, 'role');
  const after = entryOf(kpi.node, 'level') ? 'level' : 'title';
  const edit = entry ? setValue(entry, 'diagnostic') : addEntry(kpi.node, ['role', 'diagnostic'], after);
  return fix(`Mark '${nameOf(kpi)}' as diagnostic`, edit);
}

/** First the outcomes by which the goals of its tactics are judged. */
function towardsOutcome(kpi: Kpi, strategy: Strategy, project: Project): readonly Fix[] {
  const goals = tacticsWith(kpi, project).flatMap((it) => project.targets('goal', it.goal));
  const judged = project.targets(
    'kpi',
    goals.flatMap((goal) => goal.objectives.flatMap((it) => it.kpi)),
  );
  const outcomes = unique([...judged, ...nearby('kpi', strategy, project)]).filter(
    (it) => project.inUse(it) && project.reachesOutcome(it),
  );
  return outcomes.slice(0, 3).flatMap((it) => link(`Say that it drives '${nameOf(it)}'`, kpi, 'drives', it, project));
}

/** What could be counted in its place; a name that is itself in the list would not do. */
function replacements(kpi: Kpi, { instead }: VanityGroup, lists: WordLists): readonly Fix[] {
  const title = entryOf(kpi.node, 'title');
  const names = instead.filter((it) => groupsOf(it, lists).length === 0);
  return title
    ? names.slice(0, 2).flatMap((it) => fix(`Count '${it}' in its place`, setValue(title, quoted(it, kpi.node))))
    : [];
}
