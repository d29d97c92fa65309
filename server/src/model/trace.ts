/**
 * The way from a tactic to its goal and KPI, in the terms of the language: what pursues, supports, drives what.
 * A closure ends where it meets an item for the second time, so a loop of links does no harm.
 */
import { isA, type Item, type Mention } from './item.ts';
import type { Goal, Kpi, Objective, StrategyItem, Tactic } from './language.ts';
import type { Links } from './link.ts';
import type { Strategy } from './strategy.ts';
import { memo } from './track.ts';

export interface Trace {
  /** The document and its ancestors through `parent`, nearest first. */
  readonly chain: (strategy: Strategy) => readonly Strategy[];
  readonly inUse: (item: Item) => boolean;
  /** The goals of a strategy and of every strategy that it is part of. */
  readonly pursues: (strategy: StrategyItem) => readonly Goal[];
  /** A goal and all that it supports. */
  readonly above: (goal: Goal) => readonly Goal[];
  /** A goal and all that support it. */
  readonly below: (goal: Goal) => readonly Goal[];
  /** A KPI and all that it drives. */
  readonly drives: (kpi: Kpi) => readonly Kpi[];
  readonly kpisOf: (tactic: Tactic) => readonly Kpi[];
  /** How a tactic names its KPIs: in its `kpi` and in its own objectives. */
  readonly kpiMentions: (tactic: Tactic) => readonly Mention[];
  /** The objectives, in goals and in tactics in use, that quantify a KPI. */
  readonly objectivesOf: (kpi: Kpi) => readonly Objective[];
  /** `draft`, `in-review`, `approved` or `retired`, its own or the document's. */
  readonly effectiveStatus: (strategy: StrategyItem) => string | undefined;
  readonly reachesOutcome: (kpi: Kpi) => boolean;
}

export function createTrace(links: Links): Trace {
  const { targets, strategyOf, naming } = links;

  const chain = memo((strategy: Strategy): readonly Strategy[] =>
    closure(strategy, (it) => targets('document', it.root.parent).flatMap((root) => strategyOf(root) ?? [])),
  );
  const effectiveStatus = (it: StrategyItem): string | undefined => {
    if (it.status?.value !== undefined) return it.status.value;
    return strategyOf(it)?.status;
  };
  const inUse = (item: Item): boolean => strategyOf(item)?.status !== 'retired' && isCurrent(item);
  const pursues = memo((it: StrategyItem) => {
    const strategies = closure(it, (each) => targets('strategy', each.part_of));
    return unique(strategies.flatMap((each) => targets('goal', each.goal)));
  });
  const above = memo((goal: Goal) => closure(goal, (it) => targets('goal', it.supports)));
  const below = memo((goal: Goal) =>
    closure(goal, (it) => [...naming(it, 'supports')].flatMap((from) => (isA('goal', from) ? [from] : []))),
  );
  const drives = memo((kpi: Kpi) => closure(kpi, (it) => targets('kpi', it.drives)));
  const kpiMentions = ({ kpi, objectives }: Tactic): readonly Mention[] => [
    ...kpi,
    ...objectives.flatMap((it) => it.kpi),
  ];
  const kpisOf = (tactic: Tactic): readonly Kpi[] => targets('kpi', kpiMentions(tactic));
  const objectivesOf = (kpi: Kpi): readonly Objective[] =>
    unique([...naming(kpi, 'kpi')].flatMap((it) => (isA('objective', it) ? [it] : []))).filter(
      ({ inside }) => inside?.of !== 'tactic' || inUse(inside),
    );
  return {
    chain,
    inUse,
    pursues,
    above,
    below,
    drives,
    kpisOf,
    kpiMentions,
    objectivesOf,
    effectiveStatus,
    reachesOutcome: (kpi) => drives(kpi).some(({ level }) => level?.value === 'outcome' || level?.value === 'impact'),
  };
}

/** Whether neither it nor what it is nested in was given up. */
function isCurrent(item: Item): boolean {
  if (item.superseded_by && item.superseded_by.length > 0) return false;
  const own = (item as { status?: { value?: unknown } }).status?.value;
  return own !== 'dropped' && own !== 'retired' && (!item.inside || isCurrent(item.inside));
}

/** `start` and all that `next` leads to, each once, in the order of the walk. */
export function closure<T>(start: T, next: (it: T) => Iterable<T>): readonly T[] {
  const first = [...next(start)];
  if (first.length === 0) return [start];
  const seen = new Set([start, ...first]);
  for (const it of seen) if (it !== start) for (const each of next(it)) seen.add(each);
  return [...seen];
}

/** The same one by one: whoever has seen enough stops. */
export function* walk<T>(start: T, next: (it: T) => Iterable<T>): Iterable<T> {
  const seen = new Set([start]);
  for (const it of seen) {
    yield it;
    for (const each of next(it)) seen.add(each);
  }
}

export function unique<T>(list: readonly T[]): readonly T[] {
  return list.length < 2 ? list : [...new Set(list)];
}
