import { nameOf } from '../../model/item.ts';
import type { Kpi, Objective } from '../../model/language.ts';
import { entryOf, type Span } from '../../syntax/tree.ts';
import { setValue } from '../../syntax/write.ts';
import { baselineOf, boundsOf, quantityOf, targetOf, withUnit, type Quantity } from '../quantity.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';

export const contradictsDirection: Rule = {
  id: 'objective/contradicts-direction',
  finds: 'a target on the wrong side of its baseline, or limits the wrong way round',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: {
    objective(objective, strategy, project) {
      const [kpi] = project.targets('kpi', objective.kpi);
      const direction = kpi?.direction?.value;
      if (!project.inUse(objective) || !kpi || direction === undefined) return undefined;
      // A target is one number or two limits.
      return (direction === 'maintain' ? undefined : against(objective, kpi, direction)) ?? limits(objective, kpi);
    },
  },
};

type Way = 'increase' | 'decrease';

function against(objective: Objective, kpi: Kpi, way: Way): Finding | undefined {
  const baseline = baselineOf(objective);
  const target = targetOf(objective);
  if (!baseline || !target) return undefined;
  const difference = target.value - baseline.value;
  if (way === 'increase' ? difference > 0 : difference < 0) return undefined;
  const side = difference === 0 ? 'is no other than' : difference > 0 ? 'is above' : 'is below';
  return {
    at: target.at,
    about: [objective, kpi],
    message: `'${nameOf(kpi)}' should ${way}, but the target (${withUnit(target.value, kpi)}) ${side} the baseline (${baseline.value}). ${next(difference)}`,
    related: [{ at: baseline.at, message: 'The baseline' }],
    fixes: () =>
      difference === 0
        ? []
        : [
            ...swap('Swap baseline and target', baseline, target),
            ...turn(kpi, way === 'increase' ? 'decrease' : 'increase'),
          ],
  };
}

function next(difference: number): string {
  return difference === 0 ? 'Say how far it should go.' : 'Correct one of the numbers, or the direction.';
}

function limits(objective: Objective, kpi: Kpi): Finding | undefined {
  const bounds = boundsOf(objective);
  const min = quantityOf(bounds?.min);
  const max = quantityOf(bounds?.max);
  if (!min || !max || min.value <= max.value) return undefined;
  return {
    at: min.at,
    about: [objective, kpi],
    message: `'${nameOf(kpi)}' cannot stay between ${min.value} and ${withUnit(max.value, kpi)}: the lower limit is above the upper one. Swap them.`,
    related: [{ at: max.at, message: 'The upper limit' }],
    fixes: () => swap('Swap min and max', min, max),
  };
}

/** Each number in the place of the other, as it is written. */
function swap(title: string, a: Quantity, b: Quantity): readonly Fix[] {
  const [first, second] = [textAt(a.at), textAt(b.at)];
  if (first === undefined || second === undefined) return [];
  return fix(title, { at: a.at, text: second }, { at: b.at, text: first });
}

/** What stands there, if it is a number and not an alias of one. */
function textAt({ section, start, end }: Span): string | undefined {
  const text = section.text.slice(start, end).trim();
  return /^[-+.\d]/.test(text) ? text : undefined;
}

function turn(kpi: Kpi, way: Way): readonly Fix[] {
  const entry = entryOf(kpi.node, 'direction');
  return entry ? fix(`Let '${nameOf(kpi)}' ${way}`, setValue(entry, way)) : [];
}
