/** Periods as they are written, and the days that they mean: first and last, both included, as `2026-09-30`. */
import { dateExists, weeksIn } from '../schema/formats.ts';

export interface Interval {
  readonly first: string;
  readonly last: string;
}

/** Most readings and targets share their period with others. So many are kept. */
const known = new Map<string, Interval>();
const most = 1000;

/**
 * The days of a period (model.md: year, month, ISO 8601 week, quarter, half, fiscal year and its parts, day, or two with a slash).
 * A fiscal year is named after the calendar year in which it ends. `undefined`: no such period.
 */
export function intervalOf(period: string | number, fiscalYearStart = 1): Interval | undefined {
  const text = `${fiscalYearStart} ${period}`;
  const before = known.get(text);
  if (before) return before;
  if (known.size >= most) known.clear();
  const made = intervalIn(String(period), fiscalYearStart);
  if (made) known.set(text, made);
  return made;
}

function intervalIn(period: string, fiscalYearStart: number): Interval | undefined {
  const parts = period.split('/').map((it) => one(it, fiscalYearStart));
  const [from, to = from] = parts;
  return parts.length <= 2 && from && to ? { first: from.first, last: to.last } : undefined;
}

function one(text: string, fiscalYearStart: number): Interval | undefined {
  if (dateExists(text)) return { first: text, last: text };
  const [, fiscal, year, rest] = /^(FY)?(\d{4})(?:-([QHW]?\d+))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const start = fiscal ? fiscalYearStart : 1;
  const first = fiscal && start > 1 ? Number(year) - 1 : Number(year);
  const part = partOf(rest);
  if (part === 'week') return fiscal ? undefined : week(Number(year), Number(rest?.slice(1)));
  if (!part || (fiscal && part.plain)) return undefined;
  return { first: day(first, start - 1 + part.from, 1), last: day(first, start - 1 + part.from + part.length, 0) };
}

/** Which months of a year, from 0. */
function partOf(rest: string | undefined): 'week' | { from: number; length: number; plain?: true } | undefined {
  if (rest === undefined) return { from: 0, length: 12 };
  if (/^W\d\d$/.test(rest)) return 'week';
  if (/^Q[1-4]$/.test(rest)) return { from: (Number(rest[1]) - 1) * 3, length: 3 };
  if (/^H[12]$/.test(rest)) return { from: (Number(rest[1]) - 1) * 6, length: 6 };
  return /^(?:0[1-9]|1[0-2])$/.test(rest) ? { from: Number(rest) - 1, length: 1, plain: true } : undefined;
}

/** Monday to Sunday; week 1 holds 4 January. */
function week(year: number, number: number): Interval | undefined {
  if (number < 1 || number > weeksIn(year)) return undefined;
  const weekday = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7;
  const monday = 4 - weekday + (number - 1) * 7;
  return { first: day(year, 0, monday), last: day(year, 0, monday + 6) };
}

/** A day by year, month from 0 and day of the month; any of them may run over. */
function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
