/** The numbers of objectives and KPIs, as rules compare them and messages say them. */
import type { Rec, Value } from '../model/item.ts';
import type { Baseline, Kpi, Objective, Target } from '../model/language.ts';

/** A number with its place. */
export interface Quantity {
  readonly value: number;
  readonly at: Value['span'];
}

export function quantityOf(value: Value | undefined): Quantity | undefined {
  return typeof value?.value === 'number' ? { value: value.value, at: value.span } : undefined;
}

export function baselineOf({ baseline }: Objective): Quantity | undefined {
  return quantityOf(isRecord<Baseline>(baseline) ? baseline.value : baseline);
}

/** The target, where it is one number. */
export function targetOf({ target }: Objective): Quantity | undefined {
  return quantityOf(isRecord<Target>(target) ? undefined : target);
}

/** Whether words stand in place of a number. */
export function wordingOf({ target }: Objective): boolean {
  return !isRecord<Target>(target) && typeof target?.value === 'string';
}

/** The bounds of a target to be kept. */
export function boundsOf({ target }: Objective): Target | undefined {
  return isRecord<Target>(target) ? target : undefined;
}

/** The day for which the baseline holds. */
export function asOf({ baseline }: Objective): Value<string> | undefined {
  return isRecord<Baseline>(baseline) ? baseline.as_of : undefined;
}

function isRecord<R extends Rec>(value: R | Value | undefined): value is R {
  return value?.is === 'record';
}

const plural: Readonly<Record<string, string>> = {
  percent: ' percent',
  percentage_point: ' percentage points',
  minute: ' minutes',
  hour: ' hours',
  day: ' days',
  week: ' weeks',
};

/** A number with its unit, in words. */
export function withUnit(value: number, { unit }: Pick<Kpi, 'unit'>): string {
  const name = unit?.value;
  if (name === undefined || !/^[A-Z]{3}$/.test(name)) return `${value}${plural[name ?? ''] ?? ''}`;
  return `${value} ${name}`;
}
