/** The written forms of the language that a pattern alone cannot tell: dates and periods that exist, ids, references. */

/** Lower-case words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text, or for periods also a whole number, has the form. An unknown form accepts everything. */
export function fits(format: string, value: string | number): boolean {
  const text = String(value);
  switch (format) {
    case 'date':
      return dateExists(text);
    case 'period':
      return periodExists(text);
    case 'id':
      return idPattern.test(text);
    case 'reference':
      return idPattern.test(text) || isQualified(text);
    default:
      return true;
  }
}

/** `document/id`. */
function isQualified(text: string): boolean {
  const slash = text.indexOf('/');
  return slash > 0 && idPattern.test(text.slice(0, slash)) && idPattern.test(text.slice(slash + 1));
}

/** A day of the Gregorian calendar, written `2026-09-30`. */
export function dateExists(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function periodExists(text: string): boolean {
  if (!text.includes('/')) return onePeriodExists(text);
  const parts = text.split('/');
  return parts.length <= 2 && parts.every(onePeriodExists);
}

function onePeriodExists(text: string): boolean {
  if (/^\d{4}$/.test(text) || /^(?:FY)?\d{4}(?:-Q[1-4]|-H[12])?$/.test(text)) return true;
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return true;
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year !== undefined && week !== undefined) return week >= 1 && week <= weeksIn(year);
  return dateExists(text);
}

/** 53 where the year begins on a Thursday, or on a Wednesday and is a leap year (ISO 8601). */
export function weeksIn(year: number): number {
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  return first === 4 || (first === 3 && isLeap(year)) ? 53 : 52;
}
