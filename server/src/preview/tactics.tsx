/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { TacticCard } from '../plan/plan.ts';
import { Findings, Reason } from './marks.tsx';
import { ItemHead, itemClass, Standing } from './courses.tsx';
import { Kpis, References } from './references.tsx';
import { amount, capital, counted, objectiveWords, way } from './words.ts';
import { Source } from './source.tsx';
import type { View } from './view.ts';

/** What is done first, each with its line to the business. */
export function Tactics({ view }: { view: View }): VNode | null {
  const { page, labels } = view.plan;
  const tactics = page.tactics.flatMap((it) => view.cards.get(it) ?? []).filter((it) => it.kind === 'tactic');
  if (tactics.length === 0) return null;
  const { one, many } = labels.tactic;
  return (
    <div class="group">
      <h3>{page.moreTactics > 0 ? `First ${counted(tactics.length, labels.tactic)}` : capital(many)}</h3>
      <ol class="tactics">
        {tactics.map((it) => (
          <li key={it.key}>
            <Tactic view={view} tactic={it} />
          </li>
        ))}
      </ol>
      {page.moreTactics > 0 && (
        <p class="note">
          and {counted(page.moreTactics, { one: `more ${one}`, many: `more ${many}` })}, in the trace map and its table
        </p>
      )}
    </div>
  );
}

function Tactic({ view, tactic }: { view: View; tactic: TacticCard }): VNode {
  const { labels } = view.plan;
  const facts = [spanOf(tactic), tactic.planned && amount(tactic.planned)].filter(Boolean);
  return (
    <article class={itemClass(tactic)}>
      <ItemHead view={view} card={tactic} />
      <dl class="trace">
        <div>
          <dt>{capital(labels.goal.one)}</dt>
          <dd>
            <References view={view} of={tactic} relations={[['goal', 'goal']]} />
          </dd>
        </div>
        <div>
          <dt>{capital(labels.strategy.one)}</dt>
          <dd>
            <References view={view} of={tactic} relations={[['strategy', 'strategy']]} />
          </dd>
        </div>
        <div>
          <dt>{capital(labels.kpi.one)}</dt>
          <dd>
            <Kpis view={view} of={tactic} />
            {tactic.objectives.map((it) => (
              <p key={it.key} class="own-objective">
                <Source view={view} at={it.key} class="numbers" label={objectiveWords(it, labels)}>
                  {way(it) || 'no target'}
                </Source>
                <Standing line={it} />
              </p>
            ))}
          </dd>
        </div>
      </dl>
      {facts.length > 0 && <p class="when">{facts.join(' · ')}</p>}
      <Reason words={tactic.reason} />
      <Findings view={view} keys={tactic.findings} />
    </article>
  );
}

function spanOf({ start, end }: TacticCard): string {
  if (start !== undefined && end !== undefined) return `${start} to ${end}`;
  if (start !== undefined) return `from ${start}`;
  return end === undefined ? '' : `until ${end}`;
}
