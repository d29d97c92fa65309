/** How an objective stands: its last reading against the path from baseline to target. */
import type { Kpi, Objective } from '../model/language.ts';
import { intervalOf } from '../model/periods.ts';
import type { Project } from '../project/project.ts';
import type { Health } from './plan.ts';
import type { Measured, Readings } from './readings.ts';

/** A day, counted, and the value that is expected on it. */
type Point = readonly [day: number, value: number];

/** What somebody has said since the last reading, with a note, counts before what the numbers say. */
export function healthOf(objective: Objective, kpi: Kpi | undefined, readings: Readings, project: Project): Health {
  const reading = kpi && readings.latest(kpi);
  const said = readings.judged(objective);
  if (said && said.date >= (reading?.last ?? '') && (said.explained || !reading)) return said.health;
  if (!reading) return 'no-data';
  return overdue(reading, objective, kpi, project) ? 'stale' : judge(reading, objective, kpi, project);
}

function judge(reading: Measured, objective: Objective, kpi: Kpi, project: Project): Health {
  const { target } = objective;
  const actual = reading.value;
  if (typeof actual !== 'number' || !target) return 'no-data';
  if (target.is === 'record') {
    const inside = actual >= (target.min?.value ?? -Infinity) && actual <= (target.max?.value ?? Infinity);
    return inside ? 'on-track' : 'off-track';
  }
  const path = pathOf(objective, project);
  const [first] = path;
  const last = path.at(-1);
  if (!first || !last || first[1] === last[1] || first[0] > last[0]) return 'no-data';
  const way = last[1] - first[1];
  const progress = (actual - first[1]) / way;
  const expected = (valueOn(dayOf(reading.last), path) - first[1]) / way;
  return rate(progress, expected, kpi, project);
}

function rate(progress: number, expected: number, { thresholds }: Kpi, { settings }: Project): Health {
  if (expected <= 0) return progress >= expected ? 'on-track' : 'at-risk';
  const ratio = progress / expected;
  if (ratio >= (thresholds?.on_track?.value ?? settings.thresholds.onTrack)) return 'on-track';
  return ratio >= (thresholds?.at_risk?.value ?? settings.thresholds.atRisk) ? 'at-risk' : 'off-track';
}

/** From the baseline over the points of the trajectory to the target; empty where an end is not written. */
function pathOf(objective: Objective, project: Project): readonly Point[] {
  const { baseline, target, by, trajectory } = objective;
  const from = baseline?.is === 'record' ? baseline.value?.value : baseline?.value;
  const to = target?.is === 'value' ? target.value : undefined;
  const start = startOf(objective, project);
  if (typeof from !== 'number' || typeof to !== 'number' || start === undefined || by?.value === undefined) return [];
  const between = trajectory.flatMap(({ key, value }): Point[] => {
    const interval = intervalOf(String(key.value), project.settings.fiscalYearStart);
    return interval && typeof value.value === 'number' ? [[dayOf(interval.last), value.value]] : [];
  });
  const ends: readonly [Point, Point] = [
    [dayOf(start), from],
    [dayOf(by.value), to],
  ];
  const inside = between
    .filter(([day]) => day > ends[0][0] && day < ends[1][0])
    .toSorted((one, other) => one[0] - other[0]);
  return [ends[0], ...inside, ends[1]];
}

/** The day of the baseline, else the first day of the document's period. */
function startOf(objective: Objective, project: Project): string | undefined {
  const { baseline } = objective;
  const asOf = baseline?.is === 'record' ? baseline.as_of?.value : undefined;
  const period = project.strategyOf(objective)?.root.period?.value;
  return asOf ?? (period === undefined ? undefined : intervalOf(period, project.settings.fiscalYearStart)?.first);
}

/** On the straight line between the two points around a day; before the first and after the last it stays there. */
function valueOn(day: number, path: readonly Point[]): number {
  const next = path.findIndex(([each]) => each >= day);
  const after = path[next] ?? path.at(-1);
  const before = path[next - 1];
  if (!after) return 0;
  if (!before || next < 0) return after[1];
  return before[1] + ((after[1] - before[1]) * (day - before[0])) / (after[0] - before[0]);
}

/** The longest that a cadence can last (days). */
const cadences: Readonly<Record<string, number>> = {
  daily: 1,
  weekly: 7,
  biweekly: 14,
  monthly: 31,
  bimonthly: 62,
  quarterly: 92,
  semiannual: 184,
  annual: 366,
};

/** Whether a newer reading should be there by now: one cadence and some grace have passed. After its date an objective rests. */
function overdue({ last }: Measured, { by }: Objective, { cadence }: Kpi, { today }: Project): boolean {
  const length = cadences[cadence?.value ?? ''];
  if (length === undefined || (by?.value !== undefined && by.value < today)) return false;
  const grace = Math.min(14, Math.max(3, length / 2));
  return dayOf(today) > dayOf(last) + length + grace;
}

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}
