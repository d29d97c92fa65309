/** What stands at a place as the language has it: a key, or a value, with the shape that the schema gives it. */
import type { PlanFile } from '../model/file.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Key, Shape } from '../schema/shape.ts';
import { shapeAt } from '../schema/walk.ts';
import type { Node, Span } from '../syntax/tree.ts';
import { stepsTo } from './spot.ts';

export interface Form {
  readonly span: Span;
  /** Where the cursor is on a key that the language knows. */
  readonly key?: Key;
  /** Where it is on a value. */
  readonly node?: Node;
  readonly shape?: Shape;
}

export function formAt({ document, language }: PlanFile, offset: number): Form | undefined {
  const steps = stepsTo(document, offset);
  const last = steps.at(-1);
  if (!last) return undefined;
  const path = steps.map((it) => it.key);
  if (last.onKey) {
    const key = shapeAt(language, path.slice(0, -1))?.map?.keys.get(last.key);
    return { span: last.span, ...(key && { key }) };
  }
  const { node } = last;
  const shape = shapeAt(language, path);
  return node && { span: node.span, node, ...(shape && { shape }) };
}

/** The rule whose id is the value, or the key, at a place. */
export function ruleAt({ key, node, shape }: Form): Rule | undefined {
  const id = key?.name ?? (shape?.lists === 'rules' && node?.is === 'scalar' ? node.value : undefined);
  return rules.find((it) => it.id === id);
}
