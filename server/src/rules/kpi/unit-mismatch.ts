import { nameOf, placeOf, type Item } from '../../model/item.ts';
import type { Kpi, Objective, Reading } from '../../model/language.ts';
import type { Project } from '../../project/project.ts';
import { entryOf, type Span } from '../../syntax/tree.ts';
import { setValue } from '../../syntax/write.ts';
import { baselineOf, boundsOf, quantityOf, targetOf, type Quantity } from '../quantity.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';

export const unitMismatch: Rule = {
  id: 'kpi/unit-mismatch',
  finds: 'numbers of one KPI that cannot all be in its unit',
  severity: { starter: 'warning', standard: 'warning', strict: 'error' },
  check: {
    kpi(kpi, strategy, project) {
      const unit = kpi.unit?.value;
      if (!project.inUse(kpi) || unit === undefined || unit === 'text') return undefined;
      return (project.ask(hasBadNumber, kpi) ? badNumber(kpi, unit, project) : undefined) ?? badName(kpi, unit);
    },
  },
};

/** Numbers change often, and are seldom bad. */
function hasBadNumber(kpi: Kpi, project: Project): boolean {
  const unit = kpi.unit?.value;
  return unit !== undefined && badNumber(kpi, unit, project) !== undefined;
}

/** A number of a KPI, and what it is called in a message. */
interface Named extends Quantity {
  readonly name: string;
}

/** All that is said about a KPI in numbers, in the order of files and lines. Zero says nothing about a unit. */
function numbersOf(kpi: Kpi, project: Project): readonly Named[] {
  const numbers: Named[] = [];
  for (const holder of new Set([...project.naming(kpi, 'kpi'), ...project.readingsOf(kpi)])) {
    if (!project.inUse(holder)) continue;
    const own = numbersIn(holder, kpi, project).filter((it) => it.value !== 0);
    numbers.push(...own.sort((a, b) => a.at.start - b.at.start));
  }
  return numbers.sort((a, b) => byFile(a.at.section.uri, b.at.section.uri));
}

function byFile(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function numbersIn(item: Item, kpi: Kpi, project: Project): readonly Named[] {
  if (item.of === 'objective') return inObjective(item as Objective);
  if (item.of === 'reading') return named('Reading', quantityOf((item as Reading).value));
  if (item.of !== 'kpi') return [];
  const guards = (item as Kpi).guardrails.filter((it) => project.targets('kpi', it.kpi).includes(kpi));
  return guards.flatMap(({ min, max }) => [...named('Limit', quantityOf(min)), ...named('Limit', quantityOf(max))]);
}

function inObjective(objective: Objective): readonly Named[] {
  const bounds = boundsOf(objective);
  return [
    ...named('Baseline', baselineOf(objective)),
    ...named('Target', targetOf(objective)),
    ...named('Target', quantityOf(bounds?.min)),
    ...named('Target', quantityOf(bounds?.max)),
    ...objective.trajectory.flatMap((it) => named('Expected value', quantityOf(it.value))),
  ];
}

function named(name: string, quantity: Quantity | undefined): readonly Named[] {
  return quantity ? [{ ...quantity, name }] : [];
}

const counted = new Set(['count', 'minute', 'hour', 'day', 'week']);

function badNumber(kpi: Kpi, unit: string, project: Project): Finding | undefined {
  const numbers = numbersOf(kpi, project);
  if (unit === 'percent') return beyond(kpi, numbers) ?? farApart(kpi, unit, numbers) ?? allFractions(kpi, numbers);
  if (unit === 'ratio') return farApart(kpi, unit, numbers);
  return counted.has(unit) ? negative(kpi, unit, numbers) : undefined;
}

function beyond(kpi: Kpi, numbers: readonly Named[]): Finding | undefined {
  const far = numbers.find((it) => Math.abs(it.value) > 1000);
  if (!far) return undefined;
  const message = `${far.name} ${far.value} of '${nameOf(kpi)}' is hardly a percentage. Write 24 for 24 percent, or choose another unit.`;
  return finding(kpi, far.at, message, () => otherUnit(kpi, 'count'));
}

/** Some written as fractions, some as percentages. */
function farApart(kpi: Kpi, unit: 'percent' | 'ratio', numbers: readonly Named[]): Finding | undefined {
  const highest = numbers.reduce((most, it) => Math.max(most, it.value), -Infinity);
  const small = numbers.find((it) => isFraction(it) && highest >= 50 * it.value);
  const large = small && numbers.find((it) => it.value >= 50 * small.value);
  if (!small || !large) return undefined;
  const [first, second] = numbers.indexOf(small) < numbers.indexOf(large) ? [small, large] : [large, small];
  const both = `${first.name} ${first.value} and ${lowerFirst(second.name)} ${second.value} cannot both be ${unit === 'percent' ? 'percent' : 'ratios'}.`;
  if (unit === 'ratio') {
    const odd = numbers.filter((it) => it.value >= 50 * small.value);
    const message = `${both} Write ${scaled(large.value, 0.01)}, not ${large.value}.`;
    return finding(kpi, large.at, message, () => rescaled(odd, 0.01, 'Divide'), small);
  }
  const message = `${both} Write ${scaled(small.value, 100)}, not ${small.value}.`;
  return finding(kpi, small.at, message, () => rescaled(numbers.filter(isFraction), 100, 'Multiply'), large);
}

function allFractions(kpi: Kpi, numbers: readonly Named[]): Finding | undefined {
  const [first, second] = numbers;
  if (!first || !second || !numbers.every(isFraction)) return undefined;
  const message = `All numbers of '${nameOf(kpi)}' lie between 0 and 1, but its unit is percent. Write ${scaled(first.value, 100)} for ${first.value}, or choose the unit ratio.`;
  return finding(kpi, first.at, message, () => [...rescaled(numbers, 100, 'Multiply'), ...otherUnit(kpi, 'ratio')]);
}

function negative(kpi: Kpi, unit: string, numbers: readonly Named[]): Finding | undefined {
  const below = numbers.find((it) => it.value < 0);
  if (!below) return undefined;
  const what = unit === 'count' ? 'a count' : `a number of ${unit}s`;
  const message = `${below.name} ${below.value} of '${nameOf(kpi)}' is less than nothing, and ${what} cannot be. Correct the number, or choose another unit.`;
  return finding(kpi, below.at, message, () => otherUnit(kpi, 'score'));
}

/** A name that says another unit than the KPI does. */
function badName(kpi: Kpi, unit: string): Finding | undefined {
  const name = nameOf(kpi);
  const said = saidIn(name, unit);
  const unitPlace = entryOf(kpi.node, 'unit')?.value?.span;
  if (said === undefined || !unitPlace) return undefined;
  const message = `'${name}' speaks of ${said.replace('_point', ' points')}, but its unit is ${unit}. Make the two agree.`;
  return finding(kpi, unitPlace, message, () => otherUnit(kpi, said));
}

function saidIn(name: string, unit: string): 'percentage_point' | 'percent' | undefined {
  if (unit === 'percent' && /\bpercentage[\s-]points?\b/i.test(name)) return 'percentage_point';
  return unit === 'count' && /%|\bper ?cent\b/i.test(name) ? 'percent' : undefined;
}

function finding(kpi: Kpi, at: Span, message: string, fixes: () => readonly Fix[], other?: Named): Finding {
  const unit = entryOf(kpi.node, 'unit')?.value?.span ?? placeOf(kpi);
  const related = [
    ...(other ? [{ at: other.at, message: other.name }] : []),
    ...(unit === at ? [] : [{ at: unit, message: 'The unit' }]),
  ];
  return { at, about: [kpi], message, related, fixes };
}

function isFraction({ value }: Quantity): boolean {
  return value > 0 && value < 1;
}

/** The product without the noise of binary fractions. */
function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(12));
}

/** All these numbers, in whatever file they stand. */
function rescaled(numbers: readonly Quantity[], factor: 100 | 0.01, verb: string): readonly Fix[] {
  const plain = numbers.every(({ at }) => /^"?[-+]?[\d.]+"?$/.test(at.section.text.slice(at.start, at.end).trim()));
  const edits = numbers.map(({ at, value }) => ({ at, text: String(scaled(value, factor)) }));
  const files = new Set(numbers.map(({ at }) => at.section.uri)).size;
  const where = files > 1 ? ` in ${files} files` : '';
  return plain
    ? fix(`${verb} ${numbers.length === 1 ? 'the number' : `the ${numbers.length} numbers`} by 100${where}`, ...edits)
    : [];
}

function otherUnit(kpi: Kpi, unit: string): readonly Fix[] {
  const entry = entryOf(kpi.node, 'unit');
  return entry ? fix(`Set the unit to '${unit}'`, setValue(entry, unit)) : [];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
