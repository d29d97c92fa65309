/**
 * Whether the strategy, the goal and the KPI of a tactic agree, so far as it is known.
 * Where a link on the way is broken, or stands in text that cannot be read, there is no answer: `undefined`.
 */
import { broken, lacks, unusable, type Item, type Mention } from '../model/item.ts';
import type { Goal, Kpi, StrategyItem, Tactic } from '../model/language.ts';
import type { Strategy } from '../model/strategy.ts';
import { closure, walk } from '../model/trace.ts';
import type { Project } from '../project/project.ts';

export type Answer = boolean | undefined;

/** Whether all that an item says at some keys can be read, fits, and leads somewhere. */
export function known(item: Item, keys: readonly string[], { find }: Project): boolean {
  if (broken(item)) return false;
  return keys.every((key) => {
    const field = (item as unknown as Record<string, unknown>)[key];
    const inside: readonly unknown[] = Array.isArray(field) ? field : [];
    return !unusable(item, key) && inside.every((it) => !isMention(it) || find(it).state === 'found');
  });
}

function isMention(it: unknown): it is Mention {
  return (it as Partial<Mention>).kinds !== undefined;
}

/** The strategy and those that it is part of. */
export function wholesOf(strategy: StrategyItem, { targets }: Project): readonly StrategyItem[] {
  return closure(strategy, (it) => targets('strategy', it.part_of));
}

/** Whether the strategy pursues the goal, or one that the goal supports. A strategy that pursues nothing gives no answer. */
export function agree(strategy: StrategyItem, goal: Goal, project: Project): Answer {
  const pursued = project.pursues(strategy);
  const above = project.above(goal);
  if (above.some((it) => pursued.includes(it))) return true;
  const certain =
    wholesOf(strategy, project).every((it) => known(it, ['goal', 'part_of'], project)) &&
    above.every((it) => known(it, ['supports'], project));
  return pursued.length === 0 || !certain ? undefined : false;
}

/** Whether the KPI measures one of the goals or drives a KPI that does. Goals without objectives give no answer. */
export function leadsTo(kpi: Kpi, goals: readonly Goal[], project: Project): Answer {
  const driven = project.drives(kpi);
  const objectives = goals.flatMap((it) => it.objectives);
  if (
    project
      .targets(
        'kpi',
        objectives.flatMap((it) => it.kpi),
      )
      .some((it) => driven.includes(it))
  )
    return true;
  const certain =
    goals.every((it) => known(it, ['objectives'], project)) &&
    objectives.every((it) => !lacks(it, 'kpi') && known(it, ['kpi'], project)) &&
    driven.every((it) => known(it, ['drives'], project));
  return objectives.length === 0 || !certain ? undefined : false;
}

/** Whether a KPI of a tactic leads to one of the tactic's goals. */
export function leadsToItsGoals(kpi: Kpi, tactic: Tactic, project: Project): Answer {
  const answer = leadsTo(kpi, project.targets('goal', tactic.goal), project);
  return answer === false && !known(tactic, ['goal'], project) ? undefined : answer;
}

/** Whether success can be told by the KPI: it has no other role. */
export function tellsSuccess(kpi: Kpi): Answer {
  if (unusable(kpi, 'role')) return undefined;
  return (kpi.role?.value ?? 'success') === 'success';
}

/** The items that name one of these under a key, directly. */
export function naming(item: Item, key: string, project: Project): readonly Item[] {
  return [...new Set(project.naming(item, key))];
}

/** An item and all that come to it under a key: what supports it, what is part of it, what drives it. One by one. */
export function* comingTo(item: Item, key: string, project: Project): Iterable<Item> {
  yield* walk(item, function* (it) {
    for (const each of project.naming(it, key)) if (each.of === item.of) yield each;
  });
}

/** Whether one in use of this kind names the item, or one that comes to it, under a key. No more is looked at than it takes. */
export function isNamedBy(item: Item, by: By, project: Project): boolean {
  for (const it of comingTo(item, by.through, project)) {
    for (const each of project.naming(it, by.key)) {
      const holder = each.of === 'objective' && by.kind === 'tactic' ? each.inside : each;
      if (holder?.of === by.kind && (by.holds?.(holder) ?? project.inUse(holder))) return true;
    }
  }
  return false;
}

/** A way to an item: what names it, under which key; and the key of the links between it and its like. */
interface By {
  readonly kind: Item['of'];
  readonly key: string;
  readonly through: string;
  /** In place of being in use. */
  readonly holds?: (item: Item) => boolean;
}

/** A document and those below it. */
export function familyOf(strategy: Strategy, project: Project): readonly Strategy[] {
  const roots = [...comingTo(strategy.root, 'parent', project)];
  return roots.flatMap((it) => project.strategyOf(it) ?? []);
}
