/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { DocumentHead, MoneyCoverage, TraceCoverage } from '../plan/plan.ts';
import { Findings, Tag } from './marks.tsx';
import { capital, draftSign, moneyWords, number, plain, tacticsWords } from './words.ts';
import { Source } from './source.tsx';
import type { View } from './view.ts';

/** What the document is, which others stand around it, and how much of the project traces. */
export function Header({ view }: { view: View }): VNode {
  const { front, plan } = view;
  const overline = [
    front.organization,
    front.kind && capital(plain(front.kind)),
    front.period?.replace('/', ' to '),
  ].filter(Boolean);
  const draft = front.status === 'draft';
  return (
    <header class="top">
      <Documents view={view} />
      <div class="top-columns">
        <div>
          {overline.length > 0 && <p class="overline">{overline.join(' · ')}</p>}
          <h1 class={draft ? 'draft' : ''}>
            <Source view={view} at={front.key}>
              {front.title}
            </Source>
          </h1>
          <Facts head={front} />
          <Findings view={view} keys={front.findings} />
        </div>
        <Coverage view={view} coverage={plan.coverage} />
      </div>
    </header>
  );
}

function Documents({ view }: { view: View }): VNode | null {
  const { documents } = view.plan;
  if (documents.length < 2) return null;
  return (
    <nav class="documents" aria-label="Documents of the project">
      <ul>
        {documents.map((it, index) => (
          <li key={it.key} class={documentClass(it, documents[index - 1], it === view.front)}>
            <Source view={view} at={it.key} current={it === view.front ? 'page' : undefined}>
              {it.title}
            </Source>
            {it.broken && <Tag tone="hole" mark="✗" word="cannot be read" />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A child right behind its parent is joined to it by another sign than one that merely follows. */
function documentClass({ parent }: DocumentHead, before: DocumentHead | undefined, front: boolean): string {
  return [parent !== undefined && parent === before?.key && 'child', front && 'front'].filter(Boolean).join(' ');
}

function Facts({ head }: { head: DocumentHead }): VNode | null {
  const facts = [
    ['Owner', head.owner],
    ['Status', head.status],
    ['Next review', head.nextReview],
  ].filter(([, value]) => value !== undefined);
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === 'draft' ? <Tag tone="draft" {...draftSign} /> : name === 'Status' ? plain(value ?? '') : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Coverage({ view, coverage }: { view: View; coverage: TraceCoverage }): VNode | null {
  const { traced, holes, justified } = coverage.tactics;
  if (traced + holes + justified === 0) return null;
  return (
    <section class="coverage" aria-label={view.plan.documents.length > 1 ? 'Coverage of all documents' : 'Coverage'}>
      <p class="count">{tacticsWords(coverage, view.plan.labels)}</p>
      <Bar parts={{ ok: traced, hole: holes, justified }} />
      {coverage.money.map((it) => (
        <Money key={it.unit} money={it} />
      ))}
      {view.plan.documents.length > 1 && (
        <p class="note">all {number(view.plan.documents.length)} documents of the project</p>
      )}
    </section>
  );
}

function Money({ money }: { money: MoneyCoverage }): VNode {
  const { traced, holes, justified, unallocated = 0 } = money;
  return (
    <>
      <p class="count">{moneyWords(money)}</p>
      <Bar parts={{ ok: traced, hole: holes, justified, free: Math.max(0, unallocated) }} />
    </>
  );
}

/** The words above as lengths, for the eye alone. */
function Bar({ parts }: { parts: Readonly<Record<string, number>> }): VNode | null {
  const shown = Object.entries(parts).filter(([, value]) => value > 0);
  const sum = shown.reduce((total, [, value]) => total + value, 0);
  let left = 0;
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {shown.map(([tone, value]) => {
        const width = (value / sum) * 100;
        const x = left;
        left += width;
        return (
          <rect
            key={tone}
            class={tone}
            x={hundredths(x)}
            y="0"
            width={hundredths(Math.max(0, width - 0.6))}
            height="8"
          />
        );
      })}
    </svg>
  );
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
