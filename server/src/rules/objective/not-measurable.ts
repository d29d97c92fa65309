import { isA, lacks, nameOf, placeOf, unusable, type Item } from '../../model/item.ts';
import type { Kpi, Objective } from '../../model/language.ts';
import { intervalOf } from '../../model/periods.ts';
import type { Strategy } from '../../model/strategy.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { entryOf, type Span } from '../../syntax/tree.ts';
import { addEntry, setValue, type Edit } from '../../syntax/write.ts';
import { listed, nounsOf } from '../kinds.ts';
import { boundsOf, targetOf, wordingOf } from '../quantity.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { most, nearby, reference } from '../suggest.ts';

export const notMeasurable: Rule = {
  id: 'objective/not-measurable',
  finds: 'an objective without a KPI, a date or a target that can be compared with a reading',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    objective(objective, strategy, project) {
      if (!project.inUse(objective)) return undefined;
      const [kpi] = project.targets('kpi', objective.kpi);
      const target = faultOfTarget(objective, kpi);
      const missing = faultsOf(objective, target);
      if (missing.length === 0) return undefined;
      return {
        at: placeOfFault(objective, missing),
        about: [objective, ...(kpi ? [kpi] : [])],
        message: message(missing, kpi, nounsOf(project)('objective')),
        fixes: () => (missing.some(isTarget) ? [] : complete(objective, missing, strategy, project)),
      };
    },
  },
};

type Fault = 'kpi' | 'by' | 'target' | 'number' | 'bounds';

function faultsOf(objective: Objective, target: Fault | undefined): readonly Fault[] {
  const absent = (['kpi', 'by'] as const).filter((it) => lacks(objective, it));
  return [...absent, ...(target ? [target] : [])];
}

function isTarget(fault: Fault): boolean {
  return fault !== 'kpi' && fault !== 'by';
}

/** What is wrong with the target. What it must look like is known only with the KPI's direction. */
function faultOfTarget(objective: Objective, kpi: Kpi | undefined): Fault | undefined {
  const absent = lacks(objective, 'target');
  if (absent && lacks(objective, 'kpi')) return 'target';
  const direction = kpi?.direction?.value;
  if (!kpi || direction === undefined || kpi.unit?.value === 'text' || unusable(kpi, 'unit')) return undefined;
  if (absent) return 'target';
  const bounds = boundsOf(objective);
  if (direction !== 'maintain') return bounds || wordingOf(objective) ? 'number' : undefined;
  return keepsNothing(objective) ? 'bounds' : undefined;
}

/** Whether the target has no limit at all; a value that cannot be read may be one. */
function keepsNothing(objective: Objective): boolean {
  const bounds = boundsOf(objective);
  if (bounds) return lacks(bounds, 'min') && lacks(bounds, 'max');
  return targetOf(objective) !== undefined || wordingOf(objective);
}

/** A target of the wrong form is the fault itself; what is missing is told at the objective. */
function placeOfFault(objective: Objective, [first, second]: readonly Fault[]): Span {
  const target = entryOf(objective.node, 'target')?.value?.span;
  return (
    (second === undefined && (first === 'number' || first === 'bounds') ? target : undefined) ?? placeOf(objective)
  );
}

const words: Readonly<Record<Fault, string>> = {
  kpi: 'no KPI',
  by: 'no date',
  target: 'no target',
  number: 'no number as its target',
  bounds: 'no limits as its target',
};
const keys: Readonly<Record<Fault, string>> = {
  kpi: '`kpi`',
  by: '`by`',
  target: '`target`',
  number: 'one number as `target`',
  bounds: 'a `target` with min, max or both',
};
const reasons: Readonly<Record<Fault, string>> = {
  kpi: 'so nobody knows what to count',
  by: 'so it can never be missed',
  target: 'so nobody can say whether it was met',
  number: 'so nobody can say whether it was met',
  bounds: 'so nobody can say whether it was kept',
};

function message(missing: readonly Fault[], kpi: Kpi | undefined, noun: string): string {
  const reason = missing.length > 1 ? 'so it can never be missed' : reasons[missing[0] ?? 'by'];
  const form = missing.includes('bounds') && kpi ? `; '${nameOf(kpi)}' is to be kept steady` : '';
  return `This ${noun} has ${listed(missing.map((it) => words[it]))}, ${reason}${form}. Add ${listed(missing.map((it) => keys[it]))}.`;
}

/** A date and a KPI can be taken from the plan; a target only its authors know. */
function complete(
  objective: Objective,
  missing: readonly Fault[],
  strategy: Strategy,
  project: Project,
): readonly Fix[] {
  const date = lastDay(objective, strategy, project);
  if (missing.includes('by') && date === undefined) return [];
  const by = missing.includes('by') ? [insert(objective, 'by', date ?? '')] : [];
  const until = by.length > 0 ? `end on ${date ?? ''}` : '';
  if (!missing.includes('kpi')) return fix(`Let it ${until}`, ...by);
  return kpisFor(objective, strategy, project).flatMap((kpi) => {
    const title = `Count '${nameOf(kpi)}'${until ? `, and let it ${until}` : ''}`;
    return fix(title, insert(objective, 'kpi', reference(kpi, objective, project)), ...by);
  });
}

function insert({ node }: Objective, key: string, text: string): Edit | undefined {
  const entry = entryOf(node, key);
  return entry ? setValue(entry, text) : addEntry(node, [key, text]);
}

/** The end of the tactic, else that of the plan or of a plan above it. */
function lastDay({ inside }: Objective, strategy: Strategy, { chain, settings }: Project): string | undefined {
  const end = isA('tactic', inside) ? inside.end?.value : undefined;
  const period = chain(strategy).find(({ root }) => root.period?.value !== undefined)?.root.period?.value;
  return end ?? (period === undefined ? undefined : intervalOf(period, settings.fiscalYearStart)?.last);
}

/** First the KPIs of the tactic that holds the objective, then those of the plan that no other objective of the goal counts. */
function kpisFor({ inside }: Objective, strategy: Strategy, project: Project): readonly Kpi[] {
  const own = isA('tactic', inside) ? project.targets('kpi', inside.kpi) : [];
  const counted = project.targets(
    'kpi',
    siblings(inside).flatMap((it) => it.kpi),
  );
  return unique([...own, ...nearby('kpi', strategy, project).filter((it) => !counted.includes(it))]).slice(0, most);
}

function siblings(inside: Item | undefined): readonly Objective[] {
  return isA('goal', inside) || isA('tactic', inside) ? inside.objectives : [];
}
