/** @jsxRuntime automatic @jsxImportSource preact */
import type { VNode } from 'preact';
import type { Plan } from '../plan/plan.ts';
import { FindingList } from './findings.tsx';
import { Header } from './header.tsx';
import { Legend } from './legend.tsx';
import { Message } from './marks.tsx';
import { Source } from './source.tsx';
import { OnePage } from './one-page.tsx';
import { TraceMap } from './map.tsx';
import { type View, viewOf } from './view.ts';

export interface PageProps {
  readonly plan: Plan;
  /** Given while the text is broken: the first thing that keeps it from being read, with its line. */
  readonly stale?: string | undefined;
  /** Key of what the caret stands in. */
  readonly focus?: string | undefined;
}

/** The plan as a page of buttons that lead into the text. Pure: the same plan gives the same page. */
export function Page({ plan, stale, focus }: PageProps): VNode {
  return <Sheet view={viewOf(plan, true, focus)} stale={stale} />;
}

/** The same on paper and on disk, where nothing can be clicked. */
export function Sheet({ view, stale }: { view: View; stale?: string | undefined }): VNode {
  return (
    <div class={isOld(view, stale) ? 'plan stale' : 'plan'}>
      <Banner view={view} stale={stale} />
      <Header view={view} />
      <main>
        <OnePage view={view} />
        <TraceMap view={view} />
        <FindingList view={view} />
        <Legend view={view} />
      </main>
      <footer>As of {view.plan.today}.</footer>
    </div>
  );
}

/** Whether what is drawn is not what the text says now. */
function isOld({ plan }: View, stale: string | undefined): boolean {
  return stale !== undefined || plan.documents.some((it) => it.kept);
}

/** Says that the page is older than the text, or holds less of it, why, and what brings it up to date. */
function Banner({ view, stale }: { view: View; stale: string | undefined }): VNode | null {
  const { plan, live } = view;
  const broken = plan.documents.filter((it) => it.broken);
  const old = isOld(view, stale);
  if (!old && broken.length === 0) return null;
  return (
    <div class="banner" role="status">
      <strong>{old ? 'As of the last readable version.' : 'As far as it can be read.'}</strong>{' '}
      {broken.length > 0 && `${broken.map((it) => `“${it.title}”`).join(', ')} cannot be read in full at the moment. `}
      <FirstFault view={view} stale={stale} />
      {live ? 'The page follows as soon as the text can be read again.' : 'Then make this page anew.'}
    </div>
  );
}

function FirstFault({ view, stale }: { view: View; stale: string | undefined }): VNode | null {
  const { findings, places } = view.plan;
  if (stale !== undefined) return <>First to put right: {stale.replace(/\.?$/, '.')} </>;
  const fault = findings.find((it) => it.rule === 'schema/syntax');
  if (!fault) return null;
  const place = places[fault.key];
  return (
    <>
      First to put right{place && `, in line ${place.range.start.line + 1}`}:{' '}
      <Source view={view} at={fault.key}>
        <Message text={fault.message} />
      </Source>{' '}
    </>
  );
}
