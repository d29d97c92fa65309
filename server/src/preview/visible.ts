import type { Card, Edge, Gap } from '../plan/plan.ts';
import type { View } from './view.ts';
import { touches } from './path.ts';

/** More cards than this make a map that nobody reads; it is then drawn with goals and strategies alone. */
const mostCards = 150;

/** What of the map is drawn, and how much of it is not: nothing is left out without being counted. */
export interface Visible {
  readonly cards: readonly Card[];
  readonly gaps: readonly Gap[];
  readonly edges: readonly Edge[];
  readonly hidden: number;
  readonly dropped: number;
}

export function visible(view: View): Visible {
  const { map } = view.plan;
  const inUse = map.cards.filter((it) => !it.dropped || touches(view.path, it.key));
  const cards = inUse.length > mostCards ? inUse.filter((it) => isMain(it) || isLit(view, it)) : inUse;
  const keys = new Set(cards.map((it) => it.key));
  const edges = map.edges.filter(({ above, below }) => keys.has(above) && keys.has(below));
  return {
    cards,
    gaps: map.gaps.filter((it) => keys.has(it.of)),
    edges: edges.filter((it) => !implied(view, it, keys)),
    hidden: inUse.length - cards.length,
    dropped: map.cards.length - inUse.length,
  };
}

function isMain({ kind }: Card): boolean {
  return kind === 'goal' || kind === 'strategy';
}

/** In a collapsed map the item in focus appears with what it serves, but not with the hundreds that may serve it. */
function isLit({ path }: View, { key }: Card): boolean {
  return path.up.has(key);
}

/** A tactic's goal is already said by the line through its strategy, where that pursues the same goal. */
function implied({ edgesUp }: View, { above, below, relation, state }: Edge, keys: ReadonlySet<string>): boolean {
  if (relation !== 'goal' || state !== 'ok') return false;
  const strategies = (edgesUp.get(below) ?? []).filter((it) => it.relation === 'strategy' && keys.has(it.above));
  return strategies.some((it) => (edgesUp.get(it.above) ?? []).some((goal) => goal.above === above));
}
