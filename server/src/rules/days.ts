/** Days and periods that are not written as the language writes them, or that no calendar has. */
import { dateExists, fits, weeksIn } from '../schema/formats.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Why a day of the right form does not exist; `undefined`: it is of another form. */
export function whyNoDay(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const name = months[month - 1];
  if (name === undefined)
    return `There is no month ${month} in '${text}'. A day is written as year, month and day: 2026-12-31.`;
  return `There is no ${text}: ${capitalised(name)} ${year} has ${lastDay(year, month)} days.`;
}

/** The same for a period. */
export function whyNoPeriod(text: string): string | undefined {
  for (const part of text.split('/')) {
    const reason = fits('period', part) ? undefined : (whyNoWeek(part) ?? whyNoMonth(part) ?? whyNoDay(part));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function whyNoWeek(text: string): string | undefined {
  const [, year] = /^(\d{4})-W\d\d$/.exec(text) ?? [];
  return year === undefined ? undefined : `There is no ${text}: ${year} has ${weeksIn(Number(year))} weeks.`;
}

function whyNoMonth(text: string): string | undefined {
  return /^\d{4}-\d\d$/.test(text) ? `There is no ${text}: a year has 12 months.` : undefined;
}

/** Days that were probably meant: the last of a month that is shorter, the end of a period, or the same day in our order. */
export function betterDays(text: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text)?.map(Number) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) {
    if (month >= 1 && month <= 12) return [iso(year, month, Math.min(Math.max(day, 1), lastDay(year, month)))];
    return month <= 31 && day >= 1 && day <= 12 ? real([iso(year, day, month)]) : [];
  }
  return real([...endOf(text), ...otherOrders(text)]);
}

/** Periods that were probably meant. */
export function betterPeriods(text: string): readonly string[] {
  const half = text.split('/');
  if (half.length === 2) {
    const [start, end] = half.map((it) => (fits('period', it) ? it : betterPeriods(it)[0]));
    return start !== undefined && end !== undefined ? [`${start}/${end}`] : [];
  }
  const plain = text.trim().toUpperCase().replace(/\s+/g, ' ');
  const [, year, week] = /^(\d{4})[- ]?(?:W|CW|KW)[- ]?(\d\d?)$/.exec(plain) ?? [];
  if (year !== undefined && week !== undefined) {
    const last = Math.min(Math.max(Number(week), 1), weeksIn(Number(year)));
    return [`${year}-W${two(last)}`];
  }
  const found = [
    plain.replace(/^(FY)?[- ]?(\d{4})[-/ ]?([QH][1-4])$/, '$1$2-$3'),
    plain.replace(/^([QH][1-4])[-/ ]?(FY)?[- ]?(\d{4})$/, '$2$3-$1'),
    plain.replace(/^FY[- ](\d{4})$/, 'FY$1'),
    plain.replace(/^(\d{4})[-/. ](\d)$/, '$1-0$2').replace(/^(\d{4})[/. ](\d\d)$/, '$1-$2'),
    plain.replace(/^(\d\d?)[/. ](\d{4})$/, (_, month: string, of: string) => `${of}-${two(Number(month))}`),
    ...monthAndYear(text),
  ];
  const [, of, month] = /^(\d{4})-(\d\d)$/.exec(plain) ?? [];
  if (of !== undefined && Number(month) > 12) found.push(`${of}-12`);
  return [...new Set([...found.filter((it) => fits('period', it)), ...betterDays(text)])].slice(0, 3);
}

/** The last day of a year, half, quarter or month where one day is asked for. */
function endOf(text: string): readonly string[] {
  const [, year, half, part, month] = /^(\d{4})(?:-(?:([QH])([1-4])|(\d\d)))?$/.exec(text) ?? [];
  if (year === undefined) return [];
  const last = half === 'Q' ? Number(part) * 3 : half === 'H' ? Number(part) * 6 : Number(month ?? 12);
  return last >= 1 && last <= 12 ? [iso(Number(year), last, lastDay(Number(year), last))] : [];
}

/** `2026/9/30`, `30.9.2026`, `9/30/2026`, `30 September 2026`: where day and month could be either, both. */
function otherOrders(text: string): readonly string[] {
  const [, year, mid, end] = /^(\d{4})[/.](\d\d?)[/.](\d\d?)$/.exec(text)?.map(Number) ?? [];
  if (year !== undefined && mid !== undefined && end !== undefined) return [iso(year, mid, end)];
  const [, a, sign, b, of] = /^(\d\d?)([./-])(\d\d?)\2(\d{4})$/.exec(text) ?? [];
  if (a === undefined) return inWords(text);
  const both = [iso(Number(of), Number(b), Number(a)), iso(Number(of), Number(a), Number(b))];
  return sign === '.' ? both.slice(0, 1) : both;
}

function inWords(text: string): readonly string[] {
  const [, before, month = '', behind, year] =
    /^(?:(\d\d?)\.?\s+)?([A-Za-z]+)\.?(?:\s+(\d\d?),?)?\s+(\d{4})$/.exec(text) ?? [];
  const number = monthNumber(month);
  if (number === undefined) return [];
  const day = before ?? behind ?? lastDay(Number(year), number);
  return [iso(Number(year), number, Number(day))];
}

function monthAndYear(text: string): readonly string[] {
  const [, month = '', year] = /^([A-Za-z]+)\.?\s+(\d{4})$/.exec(text.trim()) ?? [];
  const number = monthNumber(month);
  return number === undefined || year === undefined ? [] : [`${year}-${two(number)}`];
}

function monthNumber(word: string): number | undefined {
  const found = word.length >= 3 ? months.findIndex((it) => it.startsWith(word.toLowerCase())) : -1;
  return found < 0 ? undefined : found + 1;
}

function real(days: readonly string[]): readonly string[] {
  return [...new Set(days)].filter(dateExists);
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
