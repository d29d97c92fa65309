/** The documents of a project, parents before children. */
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';

/** Each is followed by its children, as far as they have no other parent; in a loop of parents the first file leads. */
export function inOrder(project: Project): readonly Strategy[] {
  const children = new Map<Strategy | undefined, Strategy[]>();
  for (const it of project.strategies) {
    const parent = parentOf(it, project);
    const list = children.get(parent);
    if (list) list.push(it);
    else children.set(parent, [it]);
  }
  const ordered = new Set<Strategy>();
  for (const top of [...(children.get(undefined) ?? []), ...project.strategies]) follow(top, children, ordered);
  return [...ordered];
}

/** Without recursion, so that a chain of any length is walked. */
function follow(
  top: Strategy,
  children: ReadonlyMap<Strategy | undefined, readonly Strategy[]>,
  ordered: Set<Strategy>,
): void {
  const open = [top];
  for (let it = open.pop(); it; it = open.pop()) {
    if (ordered.has(it)) continue;
    ordered.add(it);
    open.push(...(children.get(it) ?? []).toReversed());
  }
}

/** The first of the documents that this one names as its parent, itself excepted. */
export function parentOf(strategy: Strategy, project: Project): Strategy | undefined {
  const roots = project.targets('document', strategy.root.parent);
  return roots.map(project.strategyOf).find((it) => it !== undefined && it !== strategy);
}
