/** From business metrics to channels, over all documents of the project. */
import type { Strategy } from '../model/strategy.ts';
import { byLayer, cardOf, isLayerItem } from './cards.ts';
import { linesOf } from './edges.ts';
import type { TraceMap } from './plan.ts';
import { readingsOf } from './readings.ts';
import type { Scene } from './scene.ts';
import type { Spot } from './spots.ts';

export function traceMap(scene: Scene, front: Strategy): { readonly map: TraceMap; readonly spots: readonly Spot[] } {
  const { documents, keys, project } = scene;
  const items = documents.flatMap((it) => it.items.filter(isLayerItem).toSorted(byLayer));
  const readings = readingsOf(project);
  const { edges, gaps, spots } = linesOf(items, scene);
  const cards = items.map((it) => cardOf(it, scene, readings, front));
  return { map: { lanes: documents.map(keys.document), cards, gaps, edges }, spots };
}
