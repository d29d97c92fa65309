/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { OnePage as Sheet, Statement } from '../plan/plan.ts';
import { Findings } from './marks.tsx';
import { Goals, Strategies } from './courses.tsx';
import { Source } from './source.tsx';
import { Tactics } from './tactics.tsx';
import { origin, type View } from './view.ts';

/** The strategy on one sheet: why, what is in the way, what for, how, and what is done first. */
export function OnePage({ view }: { view: View }): VNode {
  const { page } = view.plan;
  return (
    <section class="part one-page" aria-labelledby="part-one-page">
      <h2 id="part-one-page">On one page</h2>
      <Saying view={view} name="Vision" of={page.vision} class="vision" />
      <Saying view={view} name="Intent" of={page.intent} class="intent" />
      {(page.challenge ?? page.nonGoals[0]) && (
        <div class="two">
          <Saying view={view} name="Challenge" of={page.challenge} class="challenge" />
          <NonGoals view={view} all={page.nonGoals} />
        </div>
      )}
      {page.goals.length + page.strategies.length > 0 && (
        <div class="courses">
          <Goals view={view} />
          <Strategies view={view} />
        </div>
      )}
      <Tactics view={view} />
      <LeftOut page={page} />
    </section>
  );
}

interface SayingProps {
  readonly view: View;
  readonly name: string;
  readonly of: Statement | undefined;
  readonly class: string;
}

function Saying({ view, name, of, class: className }: SayingProps): VNode | null {
  if (!of) return null;
  const from = of.from === undefined ? undefined : origin(view, of.from);
  return (
    <div class={`saying ${className}`}>
      <h3>{name}</h3>
      <p>
        <Source view={view} at={of.key}>
          {of.text}
        </Source>
        {from !== undefined && <span class="from"> from {from}</span>}
      </p>
      <Findings view={view} keys={of.findings} />
    </div>
  );
}

function NonGoals({ view, all }: { view: View; all: readonly Statement[] }): VNode | null {
  if (all.length === 0) return null;
  return (
    <div class="saying non-goals">
      <h3>What we do not do</h3>
      <ul>
        {all.map((it) => (
          <li key={it.key}>
            <Source view={view} at={it.key}>
              {it.text}
            </Source>
            <Findings view={view} keys={it.findings} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The parts that nothing is written for yet, with the keys that would fill them. */
function LeftOut({ page }: { page: Sheet }): VNode | null {
  const parts: readonly (readonly [string, unknown])[] = [
    ['intent', page.intent],
    ['situation.challenge', page.challenge],
    ['non_goals', page.nonGoals[0]],
    ['goals', page.goals[0]],
    ['strategies', page.strategies[0]],
    ['tactics', page.tactics[0]],
  ];
  const empty = parts.filter(([, first]) => first === undefined);
  if (empty.length === 0) return null;
  return (
    <p class="left-out">
      Not written yet, and so left out:{' '}
      {empty.map(([key], index) => (
        <span key={key}>
          {index > 0 && ', '}
          <code>{key}</code>
        </span>
      ))}
      .
    </p>
  );
}
