/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Card, GoalCard, ObjectiveLine, StrategyCard } from '../plan/plan.ts';
import { CardTags, Findings, HealthTag, Reason, TraceTag } from './marks.tsx';
import { capital, isUnknown, kpiName, way } from './words.ts';
import { References } from './references.tsx';
import { Source } from './source.tsx';
import { origin, type View } from './view.ts';

const goalRelations = [
  ['metric', 'metric'],
  ['supports', 'goal'],
] as const;

const strategyRelations = [
  ['goal', 'goal'],
  ['part_of', 'strategy'],
] as const;

/** The goals of the page, each with its numbers. */
export function Goals({ view }: { view: View }): VNode | null {
  const goals = view.plan.page.goals.flatMap((it) => view.cards.get(it) ?? []).filter((it) => it.kind === 'goal');
  if (goals.length === 0) return null;
  return (
    <div class="group">
      <h3>{capital(view.plan.labels.goal.many)}</h3>
      {goals.map((it) => (
        <Goal key={it.key} view={view} goal={it} />
      ))}
    </div>
  );
}

function Goal({ view, goal }: { view: View; goal: GoalCard }): VNode {
  const { labels } = view.plan;
  const own = goal.findings.filter((it) => !goal.objectives.some(({ findings }) => findings.includes(it)));
  return (
    <article class={itemClass(goal)}>
      <ItemHead view={view} card={goal} />
      <References view={view} of={goal} term="Serves" relations={goalRelations} />
      {goal.objectives.length === 0 ? (
        <p>
          <span class={`gap ${goal.state ?? 'hole'}`}>no {labels.objective.one}</span>
        </p>
      ) : (
        <ul class="objectives">
          {goal.objectives.map((it) => (
            <Objective key={it.key} view={view} line={it} />
          ))}
        </ul>
      )}
      <Reason words={goal.reason} />
      <Findings view={view} keys={own} />
    </article>
  );
}

function Objective({ view, line }: { view: View; line: ObjectiveLine }): VNode {
  return (
    <li>
      <div class="objective">
        <Source view={view} at={line.key} class={line.kpi && !isUnknown(line.kpi) ? '' : 'unnamed'}>
          {kpiName(line, view.plan.labels)}
        </Source>
        <p>
          <span class="numbers">{way(line) || 'no target'}</span>
          <Standing line={line} />
        </p>
      </div>
      <Reason words={line.reason} />
      <Findings view={view} keys={line.findings} />
    </li>
  );
}

/** Until when, and how it stands today. */
export function Standing({ line }: { line: ObjectiveLine }): VNode {
  return (
    <>
      {line.by !== undefined && <span class="by">by {line.by}</span>}
      <HealthTag line={line} />
      {line.state !== undefined && line.state !== 'ok' && <TraceTag state={line.state} />}
    </>
  );
}

/** The strategies of the page: what is chosen, and what is given up for it. */
export function Strategies({ view }: { view: View }): VNode | null {
  const cards = view.plan.page.strategies.flatMap((it) => view.cards.get(it) ?? []);
  const strategies = cards.filter((it) => it.kind === 'strategy');
  if (strategies.length === 0) return null;
  return (
    <div class="group">
      <h3>{capital(view.plan.labels.strategy.many)}</h3>
      {strategies.map((it) => (
        <Strategy key={it.key} view={view} strategy={it} />
      ))}
    </div>
  );
}

function Strategy({ view, strategy }: { view: View; strategy: StrategyCard }): VNode {
  return (
    <article class={itemClass(strategy)}>
      <ItemHead view={view} card={strategy} />
      {strategy.approach !== undefined && <p class="approach">{strategy.approach}</p>}
      <References view={view} of={strategy} term="Pursues" relations={strategyRelations} />
      {strategy.tradeOffs.length > 0 && (
        <div class="trade-offs">
          <span class="term">Gives up</span>
          <ul>
            {strategy.tradeOffs.map((it, index) => (
              <li key={index}>{it}</li>
            ))}
          </ul>
        </div>
      )}
      <Reason words={strategy.reason} />
      <Findings view={view} keys={strategy.findings} />
    </article>
  );
}

/** Title, states, owner, and the document that an item comes from where it is not the one in front. */
export function ItemHead({ view, card }: { view: View; card: Card }): VNode {
  const from = origin(view, card.document);
  return (
    <div class="item-head">
      <h4>
        <Source view={view} at={card.key}>
          {card.title}
        </Source>
      </h4>
      <CardTags card={card} />
      {card.owner !== undefined && <span class="owner">{card.owner}</span>}
      {from !== undefined && <span class="from">from {from}</span>}
    </div>
  );
}

export function itemClass({ kind, state, draft, dropped }: Card): string {
  return ['item', kind, state, draft && 'draft', dropped && 'dropped'].filter(Boolean).join(' ');
}
