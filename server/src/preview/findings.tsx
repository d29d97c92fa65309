/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { PlanFinding, Severity } from '../plan/plan.ts';
import { counted, severitySigns } from './words.ts';
import { Source } from './source.tsx';
import { Message, Tag } from './marks.tsx';
import type { View } from './view.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** All findings of the project in one list, the gravest first, each leading to its line. */
export function FindingList({ view }: { view: View }): VNode {
  const { findings } = view.plan;
  const bySeverity = severities.map((severity) => findings.filter((it) => it.severity === severity));
  return (
    <section class="part findings" aria-labelledby="part-findings">
      <h2 id="part-findings">Findings</h2>
      {findings.length === 0 ? (
        <p>Nothing to put right.</p>
      ) : (
        <>
          <p class="note">{summary(bySeverity)}</p>
          <ul class="finding-list">
            {bySeverity.flat().map((it) => (
              <Row key={it.key} view={view} finding={it} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Row({ view, finding: { key, severity, message, rule } }: { view: View; finding: PlanFinding }): VNode {
  return (
    <li class={severity}>
      <Tag tone={severity} {...severitySigns[severity]} />
      <Source view={view} at={key}>
        <Message text={message} />
      </Source>
      <code>{rule}</code>
    </li>
  );
}

function summary(bySeverity: readonly (readonly PlanFinding[])[]): string {
  return severities
    .flatMap((severity, index) => {
      const count = bySeverity[index]?.length ?? 0;
      const { word } = severitySigns[severity];
      return count === 0 ? [] : counted(count, { one: word, many: severity === 'info' ? 'infos' : `${word}s` });
    })
    .join(', ');
}
