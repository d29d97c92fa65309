import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { coverage } from './coverage.ts';
import { documentHeads } from './documents.ts';
import { labelsOf } from './labels.ts';
import { documentTitle } from './names.ts';
import { onePage } from './one-page.ts';
import { inOrder } from './order.ts';
import { placing } from './places.ts';
import type { Plan } from './plan.ts';
import { sceneOf } from './scene.ts';
import { traceMap } from './trace-map.ts';

/** The plan of a project with one of its documents in front. The same workspace gives the same plan. */
export function makePlan(workspace: Workspace, project: Project, strategy: Strategy): Plan {
  const scene = sceneOf(workspace, project);
  const front = scene.documents.find((it) => it.uri === strategy.uri) ?? strategy;
  const { map, spots } = traceMap(scene, front);
  const place = placing(scene.now);
  return {
    document: scene.keys.document(front),
    title: documentTitle(front),
    today: scene.project.today,
    documents: documentHeads(scene),
    labels: labelsOf(scene.project.settings),
    page: onePage(scene, front),
    map,
    coverage: coverage(scene),
    findings: scene.found.all,
    places: Object.fromEntries([...scene.spots, ...spots].map((it) => [it.key, place(it)])),
  };
}

/** The document under which the others of a project stand; the first of several. */
export function topDocument(project: Project): Strategy | undefined {
  return inOrder(project)[0];
}
