/** Candidates for a fix, and how they are written. */
import type { Item } from '../model/item.ts';
import type { Project } from '../project/project.ts';

/** How `from` names `target`: by its id, with the document in front where that is another one. */
export function reference(target: Item, from: Item, { strategyOf }: Project): string {
  const id = target.id?.value ?? '';
  const there = strategyOf(target);
  if (!there || there === strategyOf(from)) return target.of === 'document' ? (there?.name ?? id) : id;
  return target.of === 'document' ? there.name : `${there.name}/${id}`;
}
