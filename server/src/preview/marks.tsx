/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Card, Gap, ObjectiveLine, TraceState } from '../plan/plan.ts';
import { draftSign, droppedSign, healthSigns, healthWords, severitySigns, traceSigns } from './words.ts';
import { gapWords } from './map-text.ts';
import { Source } from './source.tsx';
import type { View } from './view.ts';

/** A state as a mark and a word; the mark is for the eye alone. */
export function Tag({ tone, mark, word }: { tone: string; mark: string; word: string }): VNode {
  return (
    <span class={`tag ${tone}`}>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>{' '}
      {word}
    </span>
  );
}

export function TraceTag({ state }: { state: TraceState }): VNode {
  return <Tag tone={state} {...traceSigns[state]} />;
}

export function HealthTag({ line }: { line: ObjectiveLine }): VNode {
  return <Tag tone={line.health} mark={healthSigns[line.health].mark} word={healthWords(line)} />;
}

/** All states of a card, in a row. */
export function CardTags({ card }: { card: Card }): VNode {
  return (
    <span class="tags">
      {card.state && <TraceTag state={card.state} />}
      {card.draft && <Tag tone="draft" {...draftSign} />}
      {card.dropped && <Tag tone="dropped" {...droppedSign} />}
    </span>
  );
}

/** An empty place, as a box that says what is missing. */
export function GapBox({ view, gap }: { view: View; gap: Gap }): VNode {
  return (
    <Source view={view} at={gap.key} class={`gap ${gap.state}`}>
      {gap.state === 'unknown' && <UnknownMark />}
      {gapWords(gap, view.plan.labels)}
    </Source>
  );
}

export function UnknownMark(): VNode {
  return (
    <span class="mark unknown" aria-hidden="true">
      {traceSigns.unknown.mark}{' '}
    </span>
  );
}

/** A message of the rules, in which keys of the language stand between backticks. */
export function Message({ text }: { text: string }): VNode {
  return <>{text.split(/`([^`]+)`/).map((it, index) => (index % 2 === 1 ? <code key={index}>{it}</code> : it))}</>;
}

/** The findings on one thing, where it stands. */
export function Findings({ view, keys }: { view: View; keys: readonly string[] }): VNode | null {
  const found = keys.flatMap((it) => view.findings.get(it) ?? []);
  if (found.length === 0) return null;
  return (
    <ul class="bites">
      {found.map(({ key, severity, message }) => (
        <li key={key} class={severity}>
          <Source view={view} at={key}>
            <span class="mark" aria-hidden="true">
              {severitySigns[severity].mark}
            </span>{' '}
            <span class="unseen">{severitySigns[severity].word}: </span>
            <Message text={message} />
          </Source>
        </li>
      ))}
    </ul>
  );
}

/** The reason of a justified hole. */
export function Reason({ words }: { words: string | undefined }): VNode | null {
  return words === undefined ? null : <p class="reason">Justified: “{words}”</p>;
}
