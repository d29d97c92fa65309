/** What the documents of a project say of themselves. */
import type { Strategy } from '../model/strategy.ts';
import { documentTitle, ownerOf } from './names.ts';
import { parentOf } from './order.ts';
import type { DocumentHead } from './plan.ts';
import { findingsOn, type Scene } from './scene.ts';
import { textOf } from './statements.ts';

export function documentHeads(scene: Scene): readonly DocumentHead[] {
  return scene.documents.map((it) => headOf(it, scene));
}

function headOf(strategy: Strategy, scene: Scene): DocumentHead {
  const { project, keys, now } = scene;
  const { root, uri } = strategy;
  const { kind, status, period, next_review } = root;
  const owner = ownerOf(root.owner, project);
  const parent = parentOf(strategy, project);
  const organization = project
    .chain(strategy)
    .map((it) => textOf(it.root.organization))
    .find((it) => it !== undefined);
  const current = now.get(uri);
  return {
    key: keys.document(strategy),
    title: documentTitle(strategy),
    ...(kind?.value !== undefined && { kind: kind.value }),
    ...(status?.value !== undefined && { status: status.value }),
    ...(owner !== undefined && { owner }),
    ...(period?.value !== undefined && { period: String(period.value) }),
    ...(next_review?.value !== undefined && { nextReview: next_review.value }),
    ...(organization !== undefined && { organization }),
    ...(parent && { parent: keys.document(parent) }),
    broken: (current?.document.problems.length ?? 0) > 0,
    ...(current !== strategy.file && { kept: true }),
    findings: findingsOn(scene, keys.document(strategy)),
  };
}
