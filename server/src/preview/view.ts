import type { Card, DocumentHead, Gap, Plan, PlanFinding } from '../plan/plan.ts';
import { grouped, type Lines, type Path, pathOf, type Steps, stepsOf } from './path.ts';

/** A plan with its tables for looking things up, made once for each drawing and handed down. */
export interface View extends Steps, Lines {
  readonly plan: Plan;
  /** Drawn where a click leads somewhere. A page on disk is not live and has no buttons. */
  readonly live: boolean;
  readonly focus: string | undefined;
  readonly path: Path;
  readonly front: DocumentHead;
  readonly documents: ReadonlyMap<string, DocumentHead>;
  readonly cards: ReadonlyMap<string, Card>;
  readonly findings: ReadonlyMap<string, PlanFinding>;
  readonly gapsOf: ReadonlyMap<string, readonly Gap[]>;
}

export function viewOf(plan: Plan, live: boolean, focus?: string): View {
  const { cards, gaps, edges } = plan.map;
  const documents = new Map(plan.documents.map((it) => [it.key, it]));
  const steps = stepsOf(edges);
  return {
    ...steps,
    plan,
    live,
    focus,
    path: pathOf(cards, steps, focus),
    front: documents.get(plan.document) ?? { key: plan.document, title: plan.title, broken: false, findings: [] },
    documents,
    cards: new Map(cards.map((it) => [it.key, it])),
    findings: new Map(plan.findings.map((it) => [it.key, it])),
    gapsOf: grouped(gaps, (it) => it.of),
  };
}

/** The title of a document other than the one in front, to say where a thing comes from. */
export function origin({ documents, front }: View, document: string): string | undefined {
  return document === front.key ? undefined : documents.get(document)?.title;
}
