/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Card, Layer } from '../plan/plan.ts';
import { capital, mentionWords, traceSigns } from './words.ts';
import { gapWords } from './map-text.ts';
import { lineThrough } from './path.ts';
import { Source } from './source.tsx';
import type { View } from './view.ts';

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
  const columns: readonly Layer[] = ['metric', 'goal', 'strategy', 'tactic'];
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
            {rows.map((it) => (
              <Row key={it.of.key} view={view} row={it} columns={columns} />
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

function Row({ view, row: { of, line }, columns }: { view: View; row: TraceRow; columns: readonly Layer[] }): VNode {
  const sign = of.state && traceSigns[of.state];
  return (
    <tr>
      <td>{view.documents.get(of.document)?.title ?? of.document}</td>
      {columns.map((layer) =>
        layer === of.kind ? (
          <th key={layer} scope="row">
            <Source view={view} at={of.key}>
              {of.title}
            </Source>
          </th>
        ) : (
          <td key={layer}>{cell(view, of, line, layer)}</td>
        ),
      )}
      <td>{kpisIn(view, of)}</td>
      {of.kind === 'channel' ? (
        <th scope="row">
          <Source view={view} at={of.key}>
            {of.title}
          </Source>
        </th>
      ) : (
        <td>{cell(view, of, line, 'channel')}</td>
      )}
      <td>
        {sign && `${sign.mark} ${sign.word}`}
        {of.reason !== undefined && `: “${of.reason}”`}
      </td>
    </tr>
  );
}

function cell({ gapsOf, plan }: View, of: Card, line: readonly Card[], layer: Layer): string {
  const gaps = (gapsOf.get(of.key) ?? []).filter((it) => it.kind === layer).map((it) => gapWords(it, plan.labels));
  const names = line.filter((it) => it.kind === layer).map((it) => it.title);
  return [...names, ...gaps].join('; ') || '–';
}

function kpisIn({ plan }: View, of: Card): string {
  if (of.kind === 'tactic') {
    return of.kpis.map(mentionWords).join('; ') || `no ${plan.labels.kpi.one}`;
  }
  if (of.kind !== 'goal') return '–';
  return (
    of.objectives.flatMap((it) => (it.kpi ? mentionWords(it.kpi) : [])).join('; ') || `no ${plan.labels.objective.one}`
  );
}

function rowsOf(cards: readonly Card[], view: View): readonly TraceRow[] {
  const served = new Set<string>();
  const tactics = cards.filter((it) => it.kind === 'tactic').map((it) => rowOf(it, view));
  for (const { line } of tactics) for (const it of line) served.add(it.key);
  const others = cards.filter((it) => it.kind !== 'tactic' && !served.has(it.key));
  return [...tactics, ...others.map((it) => rowOf(it, view))];
}

/** An item with everything up and down its line, the nearest first. */
function rowOf(of: Card, view: View): TraceRow {
  const { up, down } = lineThrough([of.key], view);
  const line = [...up, ...down].flatMap((it) => view.cards.get(it) ?? []);
  return { of, line: line.filter((it) => it.key !== of.key) };
}
