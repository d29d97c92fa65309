import { isA, nameOf, type Item, type Value } from '../../model/item.ts';
import type { Activity, Objective, Tactic } from '../../model/language.ts';
import { intervalOf } from '../../model/periods.ts';
import type { Project } from '../../project/project.ts';
import type { Span } from '../../syntax/tree.ts';
import { capital, nounsOf } from '../kinds.ts';
import { asOf } from '../quantity.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';

export const dates: Rule = {
  id: 'plan/dates',
  finds: 'dates that contradict each other',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkPart: ({ items }, project) =>
    items.flatMap((item) => {
      const found = contradictionIn(item, project);
      return found && project.inUse(item) ? [found] : [];
    }),
};

function contradictionIn(item: Item, project: Project): Finding | undefined {
  if (isA('tactic', item)) return endsEarly(item, project);
  if (isA('activity', item)) return dueLate(item, project);
  if (isA('objective', item)) return objectiveEndsEarly(item, project) ?? pointOutside(item, project);
  const { period, collected } = item as { period?: Value<string | number>; collected?: Value<string | number> };
  return backwards(item, period ?? collected, project);
}

/** A day as it is written, with its place. */
interface Day {
  readonly value: string;
  readonly span: Span;
}

function dayOf(value: Value<string> | undefined): Day | undefined {
  return value?.value === undefined ? undefined : { value: value.value, span: value.span };
}

function endsEarly(tactic: Tactic, project: Project): Finding | undefined {
  const start = dayOf(tactic.start);
  const end = dayOf(tactic.end);
  if (!start || !end || end.value >= start.value) return undefined;
  return {
    at: end.span,
    about: [tactic],
    message: `${capital(nounsOf(project)('tactic'))} '${nameOf(tactic)}' ends on ${end.value}, before it starts on ${start.value}. Correct one of the dates.`,
    related: [{ at: start.span, message: 'The start' }],
    fixes: () => swap('Swap start and end', start, end),
  };
}

/** Nothing is said where the tactic's own dates are wrong. */
function dueLate(activity: Activity, project: Project): Finding | undefined {
  const due = dayOf(activity.due);
  const { inside } = activity;
  const tactic = isA('tactic', inside) ? inside : undefined;
  const end = dayOf(tactic?.end);
  if (!tactic || !due || !end || due.value <= end.value || endsEarly(tactic, project)) return undefined;
  return {
    at: due.span,
    about: [activity],
    message: `Activity '${nameOf(activity)}' is due on ${due.value}, after its ${nounsOf(project)('tactic')} '${nameOf(tactic)}' has ended on ${end.value}. Move one of the dates.`,
    related: [{ at: end.span, message: 'The end of the tactic' }],
    fixes: () => [
      ...write(`Let it be due on ${end.value}, when the tactic ends`, due, end.value),
      ...write(`Let the tactic end on ${due.value}`, end, due.value),
    ],
  };
}

function objectiveEndsEarly(objective: Objective, project: Project): Finding | undefined {
  const from = dayOf(asOf(objective));
  const by = dayOf(objective.by);
  if (!from || !by || by.value >= from.value) return undefined;
  return {
    at: by.span,
    about: [objective],
    message: `This ${nounsOf(project)('objective')} is to be reached by ${by.value}, before its baseline was taken on ${from.value}. Correct one of the dates.`,
    related: [{ at: from.span, message: 'The day of the baseline' }],
    fixes: () => swap('Swap the two dates', from, by),
  };
}

/** A point of the trajectory stands for the last day of its period. */
function pointOutside(objective: Objective, project: Project): Finding | undefined {
  const from = dayOf(asOf(objective));
  const by = dayOf(objective.by);
  for (const { key } of objective.trajectory) {
    const period = String(key.style === 'plain' ? key.source : key.value);
    const days = intervalOf(period, project.settings.fiscalYearStart);
    if (!days || days.last < days.first) continue;
    const limit = by && days.last > by.value ? by : from && days.last < from.value ? from : undefined;
    if (!limit) continue;
    const where =
      limit === by
        ? `after the date of the ${nounsOf(project)('objective')}, ${limit.value}`
        : `before its baseline was taken on ${limit.value}`;
    return {
      at: key.span,
      about: [objective],
      message: `The value expected for ${period} stands for ${days.last}, ${where}. Move it inside, or correct the date.`,
      related: [{ at: limit.span, message: limit === by ? 'The date to reach it' : 'The day of the baseline' }],
      fixes: () =>
        key.anchor ? [] : write(`Expect it on ${limit.value}`, { value: period, span: key.span }, limit.value),
    };
  }
  return undefined;
}

/** Two periods with a slash between them, the later one first. */
function backwards(item: Item, period: Value<string | number> | undefined, { settings }: Project): Finding | undefined {
  if (typeof period?.value !== 'string' || !period.value.includes('/')) return undefined;
  const days = intervalOf(period.value, settings.fiscalYearStart);
  if (!days || days.last >= days.first) return undefined;
  const written = period.value;
  const turned = written.split('/').toReversed().join('/');
  return {
    at: period.span,
    about: [item],
    message: `The period ${written} ends before it begins. Write the earlier day first.`,
    fixes: () => write(`Write ${turned}`, { value: written, span: period.span }, turned),
  };
}

function swap(title: string, a: Day, b: Day): readonly Fix[] {
  const [first] = write(title, a, b.value);
  const [second] = write(title, b, a.value);
  return first && second ? [{ title, edits: [...first.edits, ...second.edits] }] : [];
}

/** Another day in the same quotes; nothing where the day is not written there but seen through an alias. */
function write(title: string, { value, span }: Day, text: string): readonly Fix[] {
  const { section, start, end } = span;
  const source = section.text.slice(start, end);
  const at = source.indexOf(value);
  return at < 0 ? [] : fix(title, { at: { section, start: start + at, end: start + at + value.length }, text });
}
