import type { Card, Edge } from '../plan/plan.ts';
import { keepMade } from './keep-made.ts';

/** The line through one item: what it serves and what serves it, itself in both. */
export interface Path {
  readonly up: ReadonlySet<string>;
  readonly down: ReadonlySet<string>;
}

/** The references of a plan by their lower and by their upper end. */
export interface Steps {
  readonly edgesUp: ReadonlyMap<string, readonly Edge[]>;
  readonly edgesDown: ReadonlyMap<string, readonly Edge[]>;
}

export const stepsOf = keepMade((edges: readonly Edge[]): Steps & Lines => {
  const steps = { edgesUp: grouped(edges, (it) => it.below), edgesDown: grouped(edges, (it) => it.above) };
  const lines = new Map<string, readonly string[]>();
  const lineOf = (key: string): readonly string[] => {
    const { up, down } = lineThrough([key], steps);
    return [...up, ...down].filter((it) => it !== key);
  };
  return {
    ...steps,
    lineOf: (key) => {
      const line = lines.get(key) ?? lineOf(key);
      lines.set(key, line);
      return line;
    },
  };
});

export interface Lines {
  /** Everything up and down the line of one item, the nearest first, without itself. */
  readonly lineOf: (key: string) => readonly string[];
}

/**
 * The line through the thing in focus, from the edges alone.
 * What is nested in a card or named by it, an objective or a KPI, has the lines of those cards.
 */
export function pathOf(cards: readonly Card[], steps: Steps, focus: string | undefined): Path {
  if (focus === undefined) return lineThrough([], steps);
  const starts = cards.filter((it) => it.key === focus || inside(it).includes(focus));
  return lineThrough(
    starts.map((it) => it.key),
    steps,
  );
}

function lineThrough(keys: readonly string[], { edgesUp, edgesDown }: Steps): Path {
  return {
    up: reached(keys, (key) => edgesUp.get(key)?.map((it) => it.above)),
    down: reached(keys, (key) => edgesDown.get(key)?.map((it) => it.below)),
  };
}

export function touches({ up, down }: Path, key: string): boolean {
  return up.has(key) || down.has(key);
}

/** An edge lies on the line when both ends do, on the same side of the focus. */
export function runs(
  { up, down }: Path,
  { above, below }: { readonly above: string; readonly below: string },
): boolean {
  return (up.has(above) && up.has(below)) || (down.has(above) && down.has(below));
}

function inside(card: Card): readonly (string | undefined)[] {
  switch (card.kind) {
    case 'goal':
      return card.objectives.flatMap((it) => [it.key, it.kpi?.key]);
    case 'tactic':
      return [...card.objectives.map((it) => it.key), ...card.kpis.map((it) => it.key)];
    default:
      return [];
  }
}

/** Everything that can be reached from the starts; loops end by themselves. */
function reached(starts: readonly string[], next: (key: string) => readonly string[] | undefined): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const key of seen) for (const it of next(key) ?? []) seen.add(it);
  return seen;
}

export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
