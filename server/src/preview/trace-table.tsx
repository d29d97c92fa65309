/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Card, Gap, Labels, Layer } from '../plan/plan.ts';
import { capital, mentionWords, traceSigns } from './words.ts';
import { gapWords } from './map-text.ts';
import { Leading, standing, type Standing } from './source.tsx';
import { keepDrawn } from './keep-drawn.ts';
import type { View } from './view.ts';

const columns: readonly Layer[] = ['metric', 'goal', 'strategy', 'tactic'];

/**
 * The map in rows, for those who hear it or want to count: one row for each tactic with all that it serves,
 * then one for each item that no tactic serves.
 */
export function TraceTable({ view }: { view: View }): VNode {
  const { labels, map } = view.plan;
  const rows = rowsOf(
    map.cards.filter((it) => !it.dropped),
    view,
  );
  return (
    <details class="trace-table">
      <summary>The map as a table</summary>
      <div class="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">Document</th>
              {columns.map((it) => (
                <th key={it} scope="col">
                  {capital(labels[it].one)}
                </th>
              ))}
              <th scope="col">{labels.kpi.one}</th>
              <th scope="col">{capital(labels.channel.one)}</th>
              <th scope="col">Trace</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ of, line }) => (
              <Row
                key={of.key}
                of={of}
                line={line}
                gaps={view.gapsOf.get(of.key) ?? []}
                document={view.documents.get(of.document)?.title ?? of.document}
                labels={labels}
                {...standing(view, of.key)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface TraceRow {
  readonly of: Card;
  readonly line: readonly Card[];
}

interface RowProps extends TraceRow, Standing {
  readonly gaps: readonly Gap[];
  /** The title of its document. */
  readonly document: string;
  readonly labels: Labels;
}

const Row = keepDrawn((row: RowProps): VNode => {
  const { of, document, labels } = row;
  const sign = of.state && traceSigns[of.state];
  return (
    <tr>
      <td>{document}</td>
      {columns.map((layer) => (
        <Cell key={layer} row={row} layer={layer} />
      ))}
      <td>{kpisIn(of, labels)}</td>
      <Cell row={row} layer="channel" />
      <td>
        {sign && `${sign.mark} ${sign.word}`}
        {of.reason !== undefined && `: “${of.reason}”`}
      </td>
    </tr>
  );
});

function Cell({ row, layer }: { row: RowProps; layer: Layer }): VNode {
  const { of, line, gaps, labels, leads, focused } = row;
  if (layer === of.kind) {
    return (
      <th scope="row">
        <Leading at={of.key} leads={leads} focused={focused}>
          {of.title}
        </Leading>
      </th>
    );
  }
  const missing = gaps.filter((it) => it.kind === layer).map((it) => gapWords(it, labels));
  const names = line.filter((it) => it.kind === layer).map((it) => it.title);
  return <td>{[...names, ...missing].join('; ') || '–'}</td>;
}

function kpisIn(of: Card, labels: Labels): string {
  if (of.kind === 'tactic') {
    return of.kpis.map(mentionWords).join('; ') || `no ${labels.kpi.one}`;
  }
  if (of.kind !== 'goal') return '–';
  return of.objectives.flatMap((it) => (it.kpi ? mentionWords(it.kpi) : [])).join('; ') || `no ${labels.objective.one}`;
}

function rowsOf(cards: readonly Card[], view: View): readonly TraceRow[] {
  const served = new Set<string>();
  const tactics = cards.filter((it) => it.kind === 'tactic').map((it) => rowOf(it, view));
  for (const { line } of tactics) for (const it of line) served.add(it.key);
  const others = cards.filter((it) => it.kind !== 'tactic' && !served.has(it.key));
  return [...tactics, ...others.map((it) => rowOf(it, view))];
}

function rowOf(of: Card, { lineOf, cards }: View): TraceRow {
  return { of, line: lineOf(of.key).flatMap((it) => cards.get(it) ?? []) };
}
