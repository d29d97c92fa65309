/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Plan } from '../plan/plan.ts';
import { draftSign, droppedSign, healthSigns, isUnknown, severitySigns, traceSigns } from './words.ts';
import { Tag } from './marks.tsx';
import type { View } from './view.ts';

const signs = { ...traceSigns, ...healthSigns, draft: draftSign, dropped: droppedSign, ...severitySigns };
type Tone = keyof typeof signs;

/** The marks that this page uses, with their words and line styles; without marks there is nothing to explain. */
export function Legend({ view }: { view: View }): VNode | null {
  const used = usedIn(view.plan);
  const shown = (Object.keys(signs) as Tone[]).filter((it) => used.has(it));
  if (shown.length === 0) return null;
  return (
    <section class="part legend" aria-labelledby="part-legend">
      <h2 id="part-legend">Legend</h2>
      <dl>
        {shown.map((tone) => (
          <div key={tone}>
            <dt>
              {tone in traceSigns && <Stroke tone={tone} />}
              <Tag tone={tone} mark={signs[tone].mark} word={signs[tone].word} />
            </dt>
            <dd>{signs[tone].means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Stroke({ tone }: { tone: string }): VNode {
  return (
    <svg class="stroke" width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
      <path class={`edge ${tone}`} d="M1 7H33" />
    </svg>
  );
}

function usedIn({ map, findings, documents }: Plan): ReadonlySet<string> {
  const objectives = map.cards.flatMap((it) => ('objectives' in it ? it.objectives : []));
  const unknown = map.cards.some((it) => it.kind === 'tactic' && it.kpis.some(isUnknown));
  const all: readonly (string | undefined)[] = [
    ...map.cards.flatMap((it) => [it.state, it.draft && 'draft', it.dropped && 'dropped']),
    ...map.gaps.map((it) => it.state),
    ...objectives.flatMap((it) => [it.health, it.state]),
    unknown ? 'unknown' : undefined,
    ...findings.map((it) => it.severity),
    ...documents.map((it) => (it.status === 'draft' ? 'draft' : undefined)),
  ];
  return new Set(all.filter((it) => it !== undefined));
}
