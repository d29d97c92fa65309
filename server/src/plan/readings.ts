/** Which readings of a KPI count, and what was said about them since. */
import type { Item, Mention } from '../model/item.ts';
import type { CheckIn, Kpi, Reading } from '../model/language.ts';
import { intervalOf } from '../model/periods.ts';
import { itemsOf } from '../model/strategy.ts';
import { closure } from '../model/trace.ts';
import type { Project } from '../project/project.ts';
import { textOf } from './statements.ts';

/** A reading that counts, with the last day of its period. */
export interface Measured {
  readonly value: number | string;
  readonly period: string;
  readonly last: string;
}

export interface Readings {
  /** The latest of a KPI; of several for one period the last as written. */
  readonly latest: (kpi: Kpi) => Measured | undefined;
  /** The latest word on an item's health. */
  readonly judged: (item: Item) => Judgement | undefined;
}

interface Judgement {
  readonly date: string;
  readonly health: 'on-track' | 'at-risk' | 'off-track';
  /** A note says why. */
  readonly explained: boolean;
}

export function readingsOf(project: Project): Readings {
  const latest = latestOf(project);
  const judged = judgedIn(project);
  return { latest: (kpi) => latest.get(kpi), judged: (item) => judged.get(item) };
}

function latestOf(project: Project): ReadonlyMap<Kpi, Measured> {
  const latest = new Map<Kpi, Measured>();
  for (const reading of project.readings) {
    const measured = measuredOf(reading, project);
    if (!measured) continue;
    for (const kpi of project.targets('kpi', reading.kpi)) {
      if (counts(reading, kpi, project) && measured.last >= (latest.get(kpi)?.last ?? '')) latest.set(kpi, measured);
    }
  }
  return latest;
}

function judgedIn(project: Project): ReadonlyMap<Item, Judgement> {
  const judged = new Map<Item, Judgement>();
  for (const checkIn of project.measures.flatMap((it) => itemsOf(it, 'check-in'))) {
    const judgement = judgementOf(checkIn);
    if (!judgement || judgement.date > project.today) continue;
    for (const item of found(checkIn.target, project)) {
      if (judgement.date >= (judged.get(item)?.date ?? '')) judged.set(item, judgement);
    }
  }
  return judged;
}

function judgementOf({ date, health, note }: CheckIn): Judgement | undefined {
  if (date?.value === undefined || health?.value === undefined) return undefined;
  return { date: date.value, health: health.value, explained: textOf(note) !== undefined };
}

function measuredOf({ period, value }: Reading, { settings }: Project): Measured | undefined {
  if (period?.value === undefined || value?.value === undefined) return undefined;
  const interval = intervalOf(period.value, settings.fiscalYearStart);
  return interval && { value: value.value, period: String(period.value), last: interval.last };
}

/** A reading of other people than the KPI is about counts only with a note that explains it. */
function counts({ audience, note }: Reading, kpi: Kpi, { targets }: Project): boolean {
  const meant = targets('audience', kpi.audience);
  const measured = targets('audience', audience);
  if (meant.length === 0 || measured.length === 0 || note?.value !== undefined) return true;
  return measured.some((it) =>
    closure(it, (each) => targets('audience', each.part_of)).some((each) => meant.includes(each)),
  );
}

function found(mentions: readonly Mention[], { find }: Project): readonly Item[] {
  return mentions.map(find).flatMap((it) => (it.state === 'found' ? [it.target] : []));
}
