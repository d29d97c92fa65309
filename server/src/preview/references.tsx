/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Card, Edge, Layer, TacticCard } from '../plan/plan.ts';
import { GapBox, UnknownMark } from './marks.tsx';
import { isUnknown, mentionWords } from './words.ts';
import { Source } from './source.tsx';
import type { View } from './view.ts';

/** A key that refers, and the layer whose gaps stand for what it should name. */
type Relation = readonly [relation: Edge['relation'], layer: Layer];

interface ReferencesProps {
  readonly view: View;
  readonly of: Card;
  readonly relations: readonly Relation[];
}

/** What an item names, and an empty box for what it should name; with a term before it where that helps to read. */
export function References({ view, of, relations, term }: ReferencesProps & { readonly term?: string }): VNode | null {
  const named = relations.flatMap(([relation]) => namedBy(view, of, relation));
  const layers = relations.map(([, layer]) => layer);
  const gaps = (view.gapsOf.get(of.key) ?? []).filter((it) => layers.includes(it.kind));
  if (named.length + gaps.length === 0) return null;
  return (
    <p class="references">
      {term !== undefined && <span class="term">{term}</span>}
      {named.map(({ key, title }) => (
        <Source key={key} view={view} at={key} class="reference">
          {title}
        </Source>
      ))}
      {gaps.map((it) => (
        <GapBox key={it.key} view={view} gap={it} />
      ))}
    </p>
  );
}

/** The KPIs of a tactic; without one the tactic cannot be told from luck, so the empty place is shown. */
export function Kpis({ view, of }: { view: View; of: TacticCard }): VNode {
  const { kpi } = view.plan.labels;
  if (of.kpis.length === 0) return <span class={`gap ${of.state ?? 'hole'}`}>no {kpi.one}</span>;
  return (
    <p class="references">
      {of.kpis.map((it) =>
        isUnknown(it) ? (
          <span key={`“${it.name}”`} class="gap unknown">
            <UnknownMark />
            {mentionWords(it)}
          </span>
        ) : (
          <Source key={it.key ?? it.name} view={view} at={it.key ?? ''} class="reference">
            {it.name}
          </Source>
        ),
      )}
    </p>
  );
}

function namedBy({ cards, edgesUp }: View, { key }: Card, relation: Edge['relation']): readonly Card[] {
  const edges = (edgesUp.get(key) ?? []).filter((it) => it.relation === relation);
  return edges.flatMap((it) => cards.get(it.above) ?? []);
}
