import { shapes, type Language, type Shape } from './shape.ts';

/** The shape at a path of keys, where `-` is a step into a list; `undefined` where nothing may stand. */
export function shapeAt(language: Language, path: readonly string[]): Shape | undefined {
  let shape: Shape | undefined = shapes[language];
  for (const step of path) {
    if (!shape) return undefined;
    shape = step === '-' ? shape.list : (shape.map?.keys.get(step)?.shape ?? shape.map?.rest);
  }
  return shape;
}
