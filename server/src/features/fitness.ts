/** How well an item fits where a name is wanted: 0 agrees with what the item says already, 9 hardly. */
import { isA, type Item, type Mention } from '../model/item.ts';
import { closure } from '../model/trace.ts';
import type { Tactic } from '../model/language.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import { extentOf } from '../syntax/document.ts';
import { touches } from '../text/span.ts';

/** The innermost item whose text holds the offset, as it was last readable. */
export function itemAround({ document, items }: Strategy, offset: number): Item | undefined {
  return items.findLast((it) => touches(extentOf(document, it.node), offset));
}

/** A tactic's three links must agree: what the two that stand already lead to comes first. */
export function fitness(item: Item, around: Item | undefined, key: string, project: Project): number {
  if (!project.inUse(item)) return 9;
  if (around && isA('tactic', around)) return fitsTactic(item, around, project) ? 1 : 4;
  if (around && key === 'kpi' && isA('kpi', item) && around.of === 'objective')
    return item.role?.value === 'guardrail' ? 5 : 2;
  return 4;
}

/** Whether an item is the one that would name it, or leads to that by the same key: such a link explains nothing. */
export function leadsBack(item: Item, around: Item, key: string, project: Project): boolean {
  if (item.of !== around.of) return false;
  const next = (it: Item): Item[] => {
    const mentions = (it as unknown as Readonly<Record<string, readonly Mention[] | undefined>>)[key];
    return Array.isArray(mentions) ? mentions.flatMap((each: Mention) => found(project.find(each))) : [];
  };
  return closure(item, next).includes(around);
}

function found(link: ReturnType<Project['find']>): Item[] {
  return link.state === 'found' ? [link.target] : [];
}

function fitsTactic(item: Item, tactic: Tactic, project: Project): boolean {
  const strategies = project.targets('strategy', tactic.strategy);
  const goals = project.targets('goal', tactic.goal);
  if (isA('strategy', item))
    return goals.some((goal) => project.above(goal).some((it) => project.pursues(item).includes(it)));
  if (isA('goal', item))
    return strategies.some((it) => project.pursues(it).some((goal) => project.above(item).includes(goal)));
  if (isA('kpi', item)) {
    const quantified = goals.flatMap((it) => it.objectives).flatMap((it) => project.targets('kpi', it.kpi));
    return project.drives(item).some((it) => quantified.includes(it));
  }
  return isA('audience', item) ? item.priority?.value !== 'secondary' : false;
}
