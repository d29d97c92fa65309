/** What the editor's own views ask for: the plan as there is to see, and how much of it traces. */
import { ProtocolRequestType } from 'vscode-languageserver-protocol';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import { holesIn } from '../plan/holes.ts';
import { makePlan, topDocument } from '../plan/make-plan.ts';
import {
  coverageRequest,
  planRequest,
  type CoverageAnswer,
  type CoverageParams,
  type PlanAnswer,
  type PlanParams,
} from '../protocol.ts';
import { feature } from './feature.ts';

const planType = new ProtocolRequestType<PlanParams, PlanAnswer, never, void, void>(planRequest);
const coverageType = new ProtocolRequestType<CoverageParams, CoverageAnswer, never, void, void>(coverageRequest);

export const plan = feature(planType, {}, (workspace, { uri }): PlanAnswer => {
  const project = workspace.projectOf(uri);
  const document = project && documentFor(uri, project);
  return document ? makePlan(workspace, project, document) : null;
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
