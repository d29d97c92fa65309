import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Kpi } from '../../model/language.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, setValue, type Edit } from '../../syntax/write.ts';
import { listed } from '../kinds.ts';
import { isNamed } from '../kpis.ts';
import { findPhrases, wordsOf } from '../phrases.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { wordsFor } from '../words.ts';

export const kpiUndefined: Rule = {
  id: 'kpi/undefined',
  finds: 'a KPI in use that does not say its unit, its direction or its level',
  severity: { starter: 'warning', standard: 'error', strict: 'error' },
  check: {
    kpi(kpi, strategy, project) {
      const missing = missingIn(kpi);
      if (missing.length === 0 || !project.inUse(kpi) || !project.ask(isNamed, kpi)) return undefined;
      const names = listed(missing, 'or');
      return {
        at: placeOf(kpi),
        about: [kpi],
        message: `KPI '${nameOf(kpi)}' has no ${names}, so ${consequence(missing)}. Add ${listed(missing.map((it) => `\`${it}\``))}.`,
        fixes: () => proposals(kpi, missing, strategy, project),
      };
    },
  },
};

const keys = ['unit', 'direction', 'level'] as const;
type Key = (typeof keys)[number];

/** A reading in words goes neither up nor down. */
function missingIn(kpi: Kpi): readonly Key[] {
  return keys.filter((it) => lacks(kpi, it) && !(it === 'direction' && kpi.unit?.value === 'text'));
}

function consequence([first, second]: readonly Key[]): string {
  if (second !== undefined) return 'its readings cannot be judged';
  if (first === 'unit') return 'its numbers can be read in several ways';
  return first === 'direction' ? 'nobody knows which way is better' : 'nobody can tell work done from an effect';
}

/** What fits the name best comes first; the last missing key is offered in several ways. */
function proposals(kpi: Kpi, missing: readonly Key[], strategy: Strategy, project: Project): readonly Fix[] {
  const likely = { unit: unitsFor(kpi), direction: directionsFor(kpi), level: levelsFor(kpi, strategy, project) };
  const varied = missing.at(-1);
  return (varied ? likely[varied] : []).slice(0, 6).flatMap((last) => {
    const chosen = missing.map((it) => [it, it === varied ? last : (likely[it][0] ?? '')] as const);
    return fix(`Set ${listed(chosen.map(([key, value]) => `${key} to '${value}'`))}`, ...insertAll(kpi, chosen));
  });
}

/** Absent keys are added behind the title, in the order of `chosen`. */
function insertAll({ node }: Kpi, chosen: readonly (readonly [Key, string])[]): readonly (Edit | undefined)[] {
  const after = entryOf(node, 'title') ? 'title' : 'id';
  return chosen.map(([key, value]) => {
    const entry = entryOf(node, key);
    return entry ? setValue(entry, value) : addEntry(node, [key, value], after);
  });
}

function unitsFor(kpi: Kpi): readonly string[] {
  const name = nameOf(kpi);
  const durations: [RegExp, string][] = [
    [/\btime\b|\bminutes?\b/i, 'minute'],
    [/\bhours?\b/i, 'hour'],
    [/\bdays?\b.*\b(?:to|until)\b/i, 'day'],
  ];
  const duration = durations.find(([it]) => it.test(name))?.[1];
  const share = /\b(?:share|rate|percent(?:age)?|proportion)\b|%|\bwho\b/i.test(name);
  const money = /\b(?:cost|sales|revenue|spend|value|price|income)\b/i.test(name);
  const usual = ['count', 'percent', 'score', 'minute', 'ratio'];
  const first = duration ?? (share ? 'percent' : money ? 'EUR' : 'count');
  return [first, ...usual.filter((it) => it !== first)];
}

function directionsFor(kpi: Kpi): readonly string[] {
  const less =
    /\b(?:time|cost|costs|complaints?|returns?|returned|churn|errors?|hides?|unsubscribes?|waiting|absences?)\b/i.test(
      nameOf(kpi),
    );
  return less ? ['decrease', 'increase', 'maintain'] : ['increase', 'decrease', 'maintain'];
}

function levelsFor(kpi: Kpi, strategy: Strategy, project: Project): readonly string[] {
  const lists = wordsFor(strategy, project);
  const [found] = lists ? findPhrases(wordsOf(nameOf(kpi)), lists.vanity.names) : [];
  const usual = lists?.vanity.groups.get(found?.phrase ?? '')?.level;
  const rest = ['outcome', 'out-take', 'output', 'impact', 'activity', 'input'];
  return usual === undefined ? rest : [usual, ...rest.filter((it) => it !== usual)];
}
