import { isA, lacks, nameOf, placeOf, unusable } from '../../model/item.ts';
import type { Kpi, Objective, Reading } from '../../model/language.ts';
import { intervalOf, type Interval } from '../../model/periods.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, setValue } from '../../syntax/write.ts';
import { targetOf, withUnit } from '../quantity.ts';
import { fix, type Fix, type Rule } from '../rule.ts';

export const noBaseline: Rule = {
  id: 'objective/no-baseline',
  finds: 'an objective that does not say where its number stood at the start',
  severity: { starter: 'off', standard: 'warning', strict: 'warning' },
  check: {
    objective(objective, strategy, project) {
      if (!lacks(objective, 'baseline') || !project.inUse(objective) || !needsBaseline(objective, project))
        return undefined;
      const [kpi] = project.targets('kpi', objective.kpi);
      const readings = kpi ? readingsOf(kpi, project) : [];
      return {
        at: placeOf(objective),
        about: [objective, ...(kpi ? [kpi] : [])],
        message: message(objective, kpi, readings.at(-1)),
        fixes: () => takeReading(objective, readings, strategy, project),
      };
    },
  },
};

/** What is kept steady or judged in words starts nowhere; of an unknown KPI nothing is known. */
function needsBaseline(objective: Objective, { find, targets }: Project): boolean {
  if (unusable(objective, 'kpi') || objective.kpi.some((it) => find(it).state !== 'found')) return false;
  const [kpi] = targets('kpi', objective.kpi);
  if (!kpi) return true;
  return (
    !unusable(kpi, 'unit') &&
    !unusable(kpi, 'direction') &&
    kpi.direction?.value !== 'maintain' &&
    kpi.unit?.value !== 'text'
  );
}

interface Dated {
  readonly value: number;
  readonly period: string;
  readonly days: Interval;
}

/** The readings that are about the KPI's own audience, the earliest first. */
function readingsOf(kpi: Kpi, project: Project): readonly Dated[] {
  const { settings } = project;
  const readings = project.readingsOf(kpi).filter((it) => isAbout(it, kpi, project));
  const dated = readings.flatMap(({ period, value }): Dated[] => {
    const days = period?.value === undefined ? undefined : intervalOf(period.value, settings.fiscalYearStart);
    return days && typeof value?.value === 'number'
      ? [{ value: value.value, period: String(period?.value), days }]
      : [];
  });
  return dated.toSorted((a, b) => (a.days.last < b.days.last ? -1 : a.days.last > b.days.last ? 1 : 0));
}

function isAbout(reading: Reading, kpi: Kpi, { targets }: Project): boolean {
  if (lacks(reading, 'audience') || kpi.audience.length === 0) return true;
  const own = targets('audience', kpi.audience);
  return targets('audience', reading.audience).some((it) => own.includes(it));
}

function message(objective: Objective, kpi: Kpi | undefined, latest: Dated | undefined): string {
  const target = targetOf(objective)?.value;
  const start = target ? `From ${target}, or from ${nextTo(target, kpi)}? ` : '';
  const whose = kpi ? ` of '${nameOf(kpi)}'` : '';
  const end =
    kpi && latest
      ? `The latest reading is ${withUnit(latest.value, kpi)} (${monthOf(latest.period)}).`
      : 'Say where it stands now.';
  return `${start}Without a baseline the target${whose} says nothing. ${end}`;
}

/** A start so near to the target that the way would be no effort. */
function nextTo(target: number, kpi: Kpi | undefined): number {
  const step = Math.abs(target) * 0.02;
  const near = kpi?.direction?.value === 'decrease' ? 1 : -1;
  return Number.isInteger(target)
    ? target + near * Math.max(1, Math.round(step))
    : Number((target + near * step).toPrecision(3));
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A month in words; any other period as it is written. */
function monthOf(period: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(period) ?? [];
  return year === undefined ? period : `${months[Number(month) - 1] ?? ''} ${year}`;
}

/** The latest reading before the start, else the first one. */
function takeReading(
  objective: Objective,
  readings: readonly Dated[],
  strategy: Strategy,
  project: Project,
): readonly Fix[] {
  const start = startOf(objective, strategy, project);
  const by = objective.by?.value;
  const early = readings.filter(({ days }) => by === undefined || days.last < by);
  const chosen = early.findLast(({ days }) => start === undefined || days.last <= start) ?? early[0];
  if (!chosen) return [];
  const text = `{ value: ${chosen.value}, as_of: ${chosen.days.last} }`;
  const entry = entryOf(objective.node, 'baseline');
  const edit = entry ? setValue(entry, text) : addEntry(objective.node, ['baseline', text], 'kpi');
  return fix(`Take the reading of ${chosen.period}, ${chosen.value}, as the baseline`, edit);
}

function startOf({ inside }: Objective, { root }: Strategy, { settings }: Project): string | undefined {
  const own = isA('tactic', inside) ? inside.start?.value : undefined;
  const period = root.period?.value;
  return own ?? (period === undefined ? undefined : intervalOf(period, settings.fiscalYearStart)?.first);
}
