/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Card, Edge, Layer, TacticCard } from '../plan/plan.ts';
import { GapBox, UnknownMark } from './marks.tsx';
import { unknownWords } from './map-text.ts';
import { Source } from './source.tsx';
import type { View } from './view.ts';

interface ReferencesProps {
  readonly view: View;
  readonly of: Card;
  readonly relation: Edge['relation'];
  /** The layer whose gaps stand for a reference that is missing or unknown. */
  readonly layer: Layer;
}

/** What an item names in one of its keys, and an empty box for what it should name. */
export function References({ view, of, relation, layer }: ReferencesProps): VNode | null {
  const edges = (relation === 'channel' ? view.edgesDown : view.edgesUp).get(of.key) ?? [];
  const named = edges.filter((it) => it.relation === relation).flatMap((it) => namedBy(view, it, of.key));
  const gaps = (view.gapsOf.get(of.key) ?? []).filter((it) => it.kind === layer);
  if (named.length + gaps.length === 0) return null;
  return (
    <>
      {named.map(({ key, title }) => (
        <Source key={key} view={view} at={key} class="reference">
          {title}
        </Source>
      ))}
      {gaps.map((it) => (
        <GapBox key={it.key} view={view} gap={it} />
      ))}
    </>
  );
}

/** The KPIs of a tactic; without one the tactic cannot be told from luck, so the empty place is shown. */
export function Kpis({ view, of }: { view: View; of: TacticCard }): VNode {
  const { kpi } = view.plan.labels;
  if (of.kpis.length === 0) return <span class={`gap ${of.state ?? 'hole'}`}>no {kpi.one}</span>;
  return (
    <>
      {of.kpis.map(({ key, name }) =>
        key === undefined ? (
          <span key={`“${name}”`} class="gap unknown">
            <UnknownMark />
            {unknownWords(name)}
          </span>
        ) : (
          <Source key={key} view={view} at={key} class="reference">
            {name}
          </Source>
        ),
      )}
    </>
  );
}

function namedBy({ cards }: View, { above, below }: Edge, of: string): readonly Card[] {
  const card = cards.get(above === of ? below : above);
  return card ? [card] : [];
}
