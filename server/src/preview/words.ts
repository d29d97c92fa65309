/** The words, marks and number formats of the page: every state is told by a word and a mark before any colour. */
import type {
  Amount,
  Health,
  Labels,
  Mention,
  MoneyCoverage,
  ObjectiveLine,
  Severity,
  TraceCoverage,
  Word,
} from '../plan/plan.ts';

interface Sign {
  readonly word: string;
  readonly mark: string;
  /** What the legend says of it. */
  readonly means: string;
}

export const traceSigns = {
  ok: { word: 'traced', mark: '✓', means: 'its line to the business is closed' },
  hole: { word: 'hole', mark: '✗', means: 'something is missing or does not agree' },
  justified: { word: 'justified', mark: '(✓)', means: 'a hole that is meant, with the reason given' },
  unknown: { word: 'unknown', mark: '✗', means: 'an id in quotation marks that nobody has defined' },
} as const satisfies Record<string, Sign>;

export const healthSigns: Readonly<Record<Health, Sign>> = {
  'on-track': { word: 'on track', mark: '=', means: 'the last reading is on its way to the target' },
  'at-risk': { word: 'at risk', mark: '~', means: 'the last reading is somewhat behind' },
  'off-track': { word: 'off track', mark: '!', means: 'the last reading is far behind' },
  'no-data': { word: 'no data', mark: '–', means: 'nothing has been measured yet, or there is no path to judge it by' },
  stale: { word: 'stale', mark: '?', means: 'the last reading is older than it should be' },
};

export const severitySigns: Readonly<Record<Severity, Sign>> = {
  error: { word: 'error', mark: '■', means: 'breaks the line of reasoning' },
  warning: { word: 'warning', mark: '▲', means: 'weakens the plan' },
  info: { word: 'info', mark: '●', means: 'worth a look' },
};

export const draftSign: Sign = { word: 'draft', mark: '✎', means: 'not approved yet' };
export const droppedSign: Sign = { word: 'dropped', mark: '×', means: 'no longer in use' };

const unitWords: Readonly<Record<string, string>> = {
  percent: '%',
  percentage_point: 'percentage points',
  minute: 'minutes',
  hour: 'hours',
  day: 'days',
  week: 'weeks',
  count: '',
  ratio: '',
  score: 'points',
  text: '',
};

/** `12345.5` as `12,345.5`, the same on every machine. */
export function number(value: number): string {
  const [whole = '', ...rest] = String(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

export function amount({ value, unit }: Amount): string {
  return `${number(value)} ${unit}`.trimEnd();
}

/** The way of an objective: `18 → 24 %`, `from 18 %`, `at most 9 %`. Empty while no number is written. */
export function way({ from, to, unit = '' }: ObjectiveLine): string {
  const target = limits(to);
  const span = target === '' ? quantity(from, 'from ') : [quantity(from), target].filter(Boolean).join(' → ');
  const word = Object.hasOwn(unitWords, unit) ? unitWords[unit] : unit;
  return span === '' ? '' : `${span} ${word}`.trimEnd();
}

function limits(to: ObjectiveLine['to']): string {
  if (typeof to !== 'object') return quantity(to);
  const { min, max } = to;
  if (min !== undefined && max !== undefined) return `between ${number(min)} and ${number(max)}`;
  return quantity(min, 'at least ') || quantity(max, 'at most ');
}

function quantity(value: number | string | undefined, before = ''): string {
  if (value === undefined) return '';
  return before + (typeof value === 'number' ? number(value) : value);
}

/** An objective's health, with the reading that it was judged by. */
export function healthWords({ health, reading }: ObjectiveLine): string {
  const { word } = healthSigns[health];
  if (!reading) return word;
  const measured = `${quantity(reading.value)} in ${reading.period}`;
  if (health === 'stale') return `${word} since ${reading.period}`;
  return health === 'no-data' ? `${measured}, not judged` : `${word}: ${measured}`;
}

/** An objective in one line of text, for the map and for those who hear it. */
export function objectiveWords(line: ObjectiveLine, labels: Labels): string {
  const by = line.by === undefined ? '' : `by ${line.by}`;
  const numbers = [way(line), by].filter(Boolean).join(' ');
  return [kpiName(line, labels), numbers].filter(Boolean).join(': ');
}

export function kpiName({ kpi }: ObjectiveLine, labels: Labels): string {
  return kpi ? mentionWords(kpi) : `no ${labels.kpi.one}`;
}

/** A name, or the word that leads nowhere as it is written. */
export function mentionWords(mention: Mention): string {
  return isUnknown(mention) ? unknownWords(mention.name) : mention.name;
}

export function isUnknown({ key, unclear }: Mention): boolean {
  return key === undefined && !unclear;
}

/** How an id that nobody knows is quoted, wherever it stands. */
export function unknownWords(name: string): string {
  return `unknown “${name}”`;
}

/** A count with its base: `12 of 15 tactics traced, 1 justified`. */
export function tacticsWords({ tactics }: TraceCoverage, labels: Labels): string {
  const base = counted(tactics.traced + tactics.holes, labels.tactic);
  return [`${number(tactics.traced)} of ${base} traced`, said(tactics.justified, 'justified')]
    .filter(Boolean)
    .join(', ');
}

/** The same over money, with what is planned for nothing: `15,000 of 18,000 GBP traced, 3,000 not allocated`. */
export function moneyWords({ unit, traced, holes, justified, total, unallocated = 0 }: MoneyCoverage): string {
  const base = amount({ value: total ?? traced + holes, unit });
  const free = said(unallocated, unallocated < 0 ? 'over the budget' : 'not allocated');
  return [`${number(traced)} of ${base} traced`, said(justified, 'justified'), free].filter(Boolean).join(', ');
}

function said(value: number, word: string): string {
  return value === 0 ? '' : `${number(Math.abs(value))} ${word}`;
}

export function counted(value: number, { one, many }: Word): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `in-review` as `in review`: the words of the language without their hyphens. */
export function plain(word: string): string {
  return word.replaceAll('-', ' ');
}
