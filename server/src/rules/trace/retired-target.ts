import { nameOf, type Item, type Mention } from '../../model/item.ts';
import type { Project } from '../../project/project.ts';
import { removeName } from '../../syntax/write.ts';
import { capital, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { reference, rename, written } from '../suggest.ts';

/** Keys that speak of what was, or of anything at all. */
const backward = ['superseded_by', 'supersedes', 'affects', 'links', 'target', 'alternatives'];

export const retiredTarget: Rule = {
  id: 'trace/retired-target',
  finds: 'a link to something that is no longer in use',
  severity: { starter: 'off', standard: 'warning', strict: 'error' },
  checkMention(mention, link, { language }, project) {
    if (link.state !== 'found' || language !== 'strategy' || backward.includes(mention.key)) return undefined;
    const { target } = link;
    if (project.inUse(target) || !project.inUse(mention.from)) return undefined;
    return {
      at: mention.span,
      about: [mention.from],
      message: message(mention, target, project),
      fixes: () => fixes(mention, target, project),
    };
  },
};

function message({ from }: Mention, target: Item, project: Project): string {
  const noun = nounsOf(project);
  const heir = heirOf(target, project);
  const start = `${capital(noun(from.of))} '${nameOf(from)}' relies on ${noun(target.of)} '${nameOf(target)}', which ${fate(target, project)}.`;
  return heir ? `${start} Link to '${nameOf(heir)}' instead.` : `${start} Link to one in use, or remove the link.`;
}

/** Why an item is not in use. */
function fate(target: Item, { inUse, strategyOf, targets }: Project): string {
  const status = (target as { status?: { value?: unknown } }).status?.value;
  if (status === 'dropped' || status === 'retired') return `is ${status}`;
  const [heir] = targets(target.of, target.superseded_by);
  if (heir) return `is superseded by '${nameOf(heir)}'`;
  if (target.inside && !inUse(target.inside)) return `belongs to '${nameOf(target.inside)}', which is no longer in use`;
  const root = strategyOf(target)?.root;
  return root?.status?.value === 'retired' ? `stands in the retired plan '${nameOf(root)}'` : 'is superseded';
}

/** The last in the line of those that took its place, if that is in use. */
function heirOf(target: Item, { targets, inUse }: Project): Item | undefined {
  const seen = new Set([target]);
  for (const it of seen) {
    const [next] = targets(it.of, it.superseded_by);
    if (next) seen.add(next);
    else return it !== target && inUse(it) ? it : undefined;
  }
  return undefined;
}

function fixes(mention: Mention, target: Item, project: Project): readonly Fix[] {
  const heir = heirOf(target, project);
  const place = written(mention);
  return [
    ...(heir ? fix(`Link to '${nameOf(heir)}' instead`, rename(mention, reference(heir, mention.from, project))) : []),
    ...(place ? fix('Remove the link', removeName(place.map, place.entry, place.node)) : []),
  ];
}
