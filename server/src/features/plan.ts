/** What the editor's own views ask for: the plan as there is to see, and how much of it traces. */
import { ProtocolRequestType } from 'vscode-languageserver-protocol';
import type { Strategy } from '../model/strategy.ts';
import { differenceOf } from '../plan/difference.ts';
import type { Plan } from '../plan/plan.ts';
import type { Project } from '../project/project.ts';
import { holesIn } from '../plan/holes.ts';
import { makePlan, topDocument } from '../plan/make-plan.ts';
import {
  coverageRequest,
  planNewsRequest,
  planRequest,
  type CoverageAnswer,
  type CoverageParams,
  type PlanAnswer,
  type PlanNewsAnswer,
  type PlanNewsParams,
  type PlanParams,
} from '../protocol.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { feature } from './feature.ts';

const planType = new ProtocolRequestType<PlanParams, PlanAnswer, never, void, void>(planRequest);
const planNewsType = new ProtocolRequestType<PlanNewsParams, PlanNewsAnswer, never, void, void>(planNewsRequest);
const coverageType = new ProtocolRequestType<CoverageParams, CoverageAnswer, never, void, void>(coverageRequest);

export const plan = feature(planType, {}, (workspace, { uri }): PlanAnswer => planOf(workspace, uri));

function planOf(workspace: Workspace, uri: string): Plan | null {
  const project = workspace.projectOf(uri);
  const document = project && documentFor(uri, project);
  return document ? makePlan(workspace, project, document) : null;
}

interface Told {
  readonly number: number;
  readonly plan: Plan;
}

/** The plans told last: who looks at a plan asks for news of it after each key. */
let told: readonly Told[] = [];
const most = 2;
/** A client may have a number of a server that ran before this one. */
let count = Math.floor(Math.random() * 2 ** 40);

/** What is remembered here only makes the answer shorter: the plan that the client ends up with is that of the workspace. */
export const planNews = feature(planNewsType, {}, (workspace, { uri, since }): PlanNewsAnswer => {
  const now = planOf(workspace, uri);
  if (!now) return null;
  const before = told.find(({ number }) => number === since);
  const difference = before && (differenceOf(before.plan, now) ?? null);
  if (before && difference === null) return { number: before.number, since: before.number, difference };
  const number = ++count;
  told = [{ number, plan: now }, ...told].slice(0, most);
  return before && difference ? { number, since: before.number, difference } : { number, plan: now };
});

export const coverage = feature(coverageType, {}, (workspace, { uri }): CoverageAnswer => {
  const project = workspace.projectOf(uri);
  if (!project || !documentFor(uri, project)) return null;
  const { holes, ...counts } = holesIn(workspace, project);
  return {
    ...counts,
    holes: holes.map(({ title, message, place }) => ({ title, message, uri: place.uri, ...place.range.start })),
  };
});

/** Readings and the configuration speak for the whole project, and so for its topmost document. */
function documentFor(uri: string, project: Project): Strategy | undefined {
  return project.strategies.find((it) => it.uri === uri) ?? topDocument(project);
}
