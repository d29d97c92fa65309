/** The references between cards, and the empty places where one is missing or leads nowhere. */
import type { PlanFile } from '../model/file.ts';
import { lacks, placeOf, type Mention as Reference } from '../model/item.ts';
import { locate } from '../syntax/document.ts';
import type { Span } from '../syntax/tree.ts';
import { isLayerItem, type LayerItem } from './cards.ts';
import type { Edge, Gap, Layer, Relation } from './plan.ts';
import type { Scene } from './scene.ts';
import type { Spot } from './spots.ts';
import { silo, type Mark } from './states.ts';

interface Way {
  readonly relation: Relation;
  /** The layer of what is named. */
  readonly layer: Layer;
  /** What is named stands further from the business than what names it. */
  readonly down?: true;
}

/** The keys of each layer that draw a line in the map. */
const ways: Readonly<Record<Layer, readonly Way[]>> = {
  metric: [],
  goal: [
    { relation: 'metric', layer: 'metric' },
    { relation: 'supports', layer: 'goal' },
  ],
  strategy: [
    { relation: 'goal', layer: 'goal' },
    { relation: 'part_of', layer: 'strategy' },
  ],
  tactic: [
    { relation: 'strategy', layer: 'strategy' },
    { relation: 'goal', layer: 'goal' },
    { relation: 'channel', layer: 'channel', down: true },
  ],
  channel: [],
};

/** What each layer must have beside it, the rule that says so, and one that says it together with something else. */
const needs: Readonly<Record<Layer, readonly (readonly [kind: Layer, rule: string, root?: string])[]>> = {
  metric: [['goal', 'trace/metric-without-goal']],
  goal: [
    ['metric', 'trace/goal-without-metric', silo],
    ['strategy', 'trace/goal-without-strategy'],
  ],
  strategy: [
    ['goal', 'trace/strategy-without-goal'],
    ['tactic', 'trace/strategy-without-tactic'],
  ],
  tactic: [
    ['strategy', 'trace/tactic-without-strategy'],
    ['goal', 'trace/tactic-without-goal', 'trace/tactic-without-strategy'],
  ],
  channel: [],
};

export interface Lines {
  readonly edges: readonly Edge[];
  readonly gaps: readonly Gap[];
  /** Where the gaps stand in the text. */
  readonly spots: readonly Spot[];
}

export function linesOf(items: readonly LayerItem[], scene: Scene): Lines {
  const edges = new Map<string, Edge>();
  const gaps: Gap[] = [];
  const spots: Spot[] = [];
  const lack = (item: LayerItem, gap: Gap, at: Span): void => {
    const file = scene.project.strategyOf(item)?.file;
    if (!file) return;
    gaps.push(gap);
    spots.push(spotAt(gap.key, file, at));
  };
  for (const item of items) {
    const key = scene.keys.of(item);
    for (const [kind, mark] of missing(item, scene)) {
      lack(
        item,
        { key: `${key}#no-${kind}`, of: key, kind, state: mark.state === 'justified' ? 'justified' : 'hole' },
        placeOf(item),
      );
    }
    let lost = 0;
    for (const [way, reference] of referencesOf(item)) {
      const drawn = follow(item, way, reference, scene);
      if (!drawn) continue;
      if ('edge' in drawn) edges.set(`${drawn.edge.above} ${drawn.edge.below} ${way.relation}`, drawn.edge);
      else
        lack(
          item,
          { key: `${key}#unknown-${++lost}`, of: key, kind: way.layer, state: 'unknown', ...drawn },
          reference.span,
        );
    }
  }
  return { edges: [...edges.values()], gaps, spots };
}

function spotAt(key: string, file: PlanFile, at: Span): Spot {
  const range = locate(file.document, at);
  return { key, file, range, extent: range, aside: true };
}

/** One root cause is told once, with all that it leaves empty; each empty place is drawn all the same. */
function missing(item: LayerItem, { marks }: Scene): readonly (readonly [Layer, Mark])[] {
  return needs[item.of].flatMap(([kind, rule, root]) => {
    const mark = marks.by(item, rule) ?? (root !== undefined && lacks(item, kind) ? marks.by(item, root) : undefined);
    return mark ? [[kind, mark] as const] : [];
  });
}

function referencesOf(item: LayerItem): readonly (readonly [Way, Reference])[] {
  const fields = item as unknown as Readonly<Record<string, readonly Reference[] | undefined>>;
  return ways[item.of].flatMap((way) => (fields[way.relation] ?? []).map((it) => [way, it] as const));
}

type Drawn = { readonly edge: Edge } | Pick<Gap, 'name' | 'is'> | undefined;

/** Where a reference leads to: a card, or nowhere. Nothing is drawn of one whose target may stand in unreadable text. */
function follow(
  item: LayerItem,
  { relation, down }: Way,
  reference: Reference,
  { project, keys, marks }: Scene,
): Drawn {
  const link = project.find(reference);
  if (link.state === 'unclear') return undefined;
  if (link.state === 'unknown') return { name: reference.name };
  if (link.state === 'wrong-kind' || !isLayerItem(link.target)) return { name: reference.name, is: link.target.of };
  const own = keys.of(item);
  const named = keys.of(link.target);
  if (own === named) return undefined;
  const { state } = marks.at(reference.span);
  return { edge: down ? { above: own, below: named, relation, state } : { above: named, below: own, relation, state } };
}
