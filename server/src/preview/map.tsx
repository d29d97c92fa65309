/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Card, Gap, Labels, Layer } from '../plan/plan.ts';
import { type Box, layoutOf, type Layout, type Link, type Node, sizes } from './layout.ts';
import { gapWords, heightOf, type Line, linesOf } from './map-text.ts';
import { capital, counted, number } from './words.ts';
import { runs, touches } from './path.ts';
import { Leading, Source, standing, type Standing } from './source.tsx';
import { UnknownMark } from './marks.tsx';
import { TraceTable } from './trace-table.tsx';
import { keepDrawn } from './keep-drawn.ts';
import { type Visible, visible } from './visible.ts';
import type { View } from './view.ts';

const layers: readonly Layer[] = ['metric', 'goal', 'strategy', 'tactic', 'channel'];
const gapHeight = 28;

/** The line from the business to the media, drawn; the same as a table behind it. */
export function TraceMap({ view }: { view: View }): VNode | null {
  if (view.plan.map.cards.length === 0) return null;
  const shown = visible(view);
  return (
    <section class="part map" aria-labelledby="part-map">
      <h2 id="part-map">Trace map</h2>
      <Omitted view={view} shown={shown} />
      <Drawing view={view} shown={shown} />
      <TraceTable view={view} />
    </section>
  );
}

function Omitted({ view, shown }: { view: View; shown: Visible }): VNode | null {
  const { goal, strategy } = view.plan.labels;
  const words = [
    shown.hidden > 0 &&
      `A big plan: ${goal.many} and ${strategy.many} are drawn, ${number(shown.hidden)} other items are in the table below.`,
    shown.dropped > 0 &&
      `${counted(shown.dropped, { one: 'item that is', many: 'items that are' })} no longer in use ${shown.dropped === 1 ? 'is' : 'are'} not drawn.`,
  ].filter(Boolean);
  return words.length === 0 ? null : <p class="note">{words.join(' ')}</p>;
}

interface MapLink extends Link {
  readonly tone: string;
  readonly lit: boolean;
}

function Drawing({ view, shown }: { view: View; shown: Visible }): VNode {
  const texts = new Map(shown.cards.map((it) => [it.key, linesOf(view, it)]));
  const layout = layoutOf(view.plan.map.lanes, nodesOf(view, shown, texts), linksOf(view, shown));
  const { width, height, lines } = layout;
  return (
    <div class="map-box" role="group" aria-label="Trace map" tabIndex={view.live ? 0 : undefined}>
      <svg class="map-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <Ground view={view} layout={layout} />
        <g class="edges" aria-hidden="true">
          {[...lines]
            .sort((one, other) => Number(one.link.lit) - Number(other.link.lit))
            .map(({ link, d }) => (
              <path
                key={`${link.above} ${link.below}`}
                class={`edge ${link.tone}${link.lit ? ' on-path' : ''}`}
                d={d}
              />
            ))}
        </g>
        {shown.cards.map((it) => {
          const box = layout.boxes.get(it.key);
          return (
            box && (
              <MapCard
                key={it.key}
                card={it}
                lines={texts.get(it.key) ?? []}
                labels={view.plan.labels}
                onPath={touches(view.path, it.key)}
                {...box}
                {...standing(view, it.key)}
              />
            )
          );
        })}
        {shown.gaps.map((it) => (
          <MapGap key={it.key} view={view} gap={it} box={layout.boxes.get(it.key)} />
        ))}
      </svg>
    </div>
  );
}

function nodesOf(view: View, { cards, gaps }: Visible, texts: ReadonlyMap<string, readonly Line[]>): readonly Node[] {
  return [
    ...cards.map(({ key, kind, document }) => {
      return { key, lane: document, column: layers.indexOf(kind), height: heightOf(texts.get(key) ?? []) };
    }),
    ...gaps.map(({ key, kind, of }) => {
      return { key, lane: view.cards.get(of)?.document ?? '', column: layers.indexOf(kind), height: gapHeight };
    }),
  ];
}

function linksOf({ path, cards }: View, shown: Visible): readonly MapLink[] {
  return [
    ...shown.edges.map((it) => ({ above: it.above, below: it.below, tone: it.state, lit: runs(path, it) })),
    ...shown.gaps.map(({ key, kind, of, state }) => {
      const right = layers.indexOf(kind) > layers.indexOf(cards.get(of)?.kind ?? 'channel');
      return { above: right ? of : key, below: right ? key : of, tone: state, lit: touches(path, of) };
    }),
  ];
}

/** Names of columns and lanes. */
function Ground({ view, layout }: { view: View; layout: Layout<MapLink> }): VNode {
  const { labels } = view.plan;
  return (
    <>
      {[...layout.columns].map(([column, x]) => {
        const layer = layers[column];
        return (
          layer && (
            <text key={layer} class="layer" x={x} y={sizes.head - 12}>
              {capital(labels[layer].many)}
            </text>
          )
        );
      })}
      {layout.lanes.map(({ key, y, height }) => (
        <g key={key} class={key === view.front.key ? 'lane front' : 'lane'}>
          <rect x="0.5" y={y + 0.5} width={layout.width - 1} height={height - 1} rx="6" />
          <text x={sizes.margin} y={y + 17}>
            {view.documents.get(key)?.title ?? key}
          </text>
        </g>
      ))}
    </>
  );
}

interface MapCardProps extends Box, Standing {
  readonly card: Card;
  readonly lines: readonly Line[];
  readonly labels: Labels;
  readonly onPath: boolean;
}

const MapCard = keepDrawn(({ card, lines, labels, onPath, leads, focused, ...box }: MapCardProps): VNode => {
  const { kind, state, draft, dropped, key } = card;
  const names = ['card', kind, state, draft && 'draft', dropped && 'dropped', onPath && 'on-path'];
  const heard = lines.filter((it) => it.kind !== 'title').map((it) => sentence(it.said ?? it.text));
  const label = [`${capital(labels[kind].one)}: ${sentence(card.title)}`, ...heard].join(' ');
  return (
    <foreignObject {...box}>
      <Leading at={key} leads={leads} focused={focused} class={names.filter(Boolean).join(' ')} label={label}>
        {lines.map((it, index) => (
          <span key={index} class={`line ${it.kind}`}>
            {it.mark !== undefined && (
              <span class={`mark ${it.tone ?? ''}`} aria-hidden="true">
                {it.mark}{' '}
              </span>
            )}
            {it.text}
          </span>
        ))}
      </Leading>
    </foreignObject>
  );
});

function sentence(words: string): string {
  return /[.?!…]$/.test(words) ? words : `${words}.`;
}

function MapGap({ view, gap, box }: { view: View; gap: Gap; box: Box | undefined }): VNode | null {
  const of = view.cards.get(gap.of);
  if (!box || !of) return null;
  const words = gapWords(gap, view.plan.labels);
  const names = `gap in-map ${gap.state}${touches(view.path, gap.of) ? ' on-path' : ''}`;
  return (
    <foreignObject {...box}>
      <Source view={view} at={gap.key} class={names} label={`${of.title}: ${words}`}>
        {gap.state === 'unknown' && <UnknownMark />}
        {words}
      </Source>
    </foreignObject>
  );
}
