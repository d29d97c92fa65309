/** How well an item fits where a name is wanted, and which items cannot stand there at all. */
import { isA, type Item } from '../model/item.ts';
import type { Tactic } from '../model/language.ts';
import { closure } from '../model/trace.ts';
import type { Project } from '../project/project.ts';

/** 0 agrees with what the item says already, 9 hardly. */
export type Fitness = (item: Item) => number;

/** A tactic's three links must agree: what the two that stand already lead to comes first. */
export function fitnessFor(around: Item | undefined, key: string, project: Project): Fitness {
  const fits = isA('tactic', around) ? fitsTactic(around, project) : undefined;
  const measures = key === 'kpi' && around?.of === 'objective';
  return (item) => {
    if (!project.inUse(item)) return 9;
    if (fits) return fits(item) ? 1 : 4;
    if (measures && isA('kpi', item)) return item.role?.value === 'guardrail' ? 5 : 2;
    return 4;
  };
}

/** The item that would name another, and all that lead to it by the same key: a link to one of them explains nothing. */
export function leadingBack(around: Item, key: string, project: Project): ReadonlySet<Item> {
  return new Set(closure(around, (it) => project.naming(it, key)).filter((it) => it.of === around.of));
}

function fitsTactic(tactic: Tactic, project: Project): (item: Item) => boolean {
  const strategies = project.targets('strategy', tactic.strategy);
  const goals = project.targets('goal', tactic.goal);
  const above = new Set(goals.flatMap((it) => project.above(it)));
  const pursued = new Set(strategies.flatMap((it) => project.pursues(it)));
  const quantified = new Set(goals.flatMap((it) => it.objectives).flatMap((it) => project.targets('kpi', it.kpi)));
  return (item) => {
    if (isA('strategy', item)) return above.size > 0 && project.pursues(item).some((it) => above.has(it));
    if (isA('goal', item)) return pursued.size > 0 && project.above(item).some((it) => pursued.has(it));
    if (isA('kpi', item)) return quantified.size > 0 && project.drives(item).some((it) => quantified.has(it));
    return isA('audience', item) && item.priority?.value !== 'secondary';
  };
}
