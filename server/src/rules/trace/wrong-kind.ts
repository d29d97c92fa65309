import { nameOf, type Item, type Mention } from '../../model/item.ts';
import { fitsKind } from '../../model/link.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { renameKey } from '../../syntax/write.ts';
import { a, capital, listed, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { keysFor, misfit, most, nearby, reference, rename, written } from '../suggest.ts';

/** What each kind is, for those who took it for another. */
const meaning: Readonly<Record<string, string>> = {
  metric: 'a number by which the business is judged',
  goal: 'what should be different in the end',
  objective: 'a number to reach by a date',
  kpi: 'what is measured',
  strategy: 'the way that was chosen, not a single piece of work',
  tactic: 'what is done',
  activity: 'one step of what is done',
  channel: 'where it happens, not what it is for',
  audience: 'whom it is for',
  message: 'what people should take away',
  guideline: 'how we publish',
  process: 'how questions and faults are dealt with',
  evidence: 'why we believe it',
  driver: 'a force that acts on us',
  document: 'a whole plan; name something in it, behind a slash',
};

export const wrongKind: Rule = {
  id: 'trace/wrong-kind',
  finds: 'a link to something of another kind than belongs there',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkMention(mention, link, part, project) {
    if (link.state !== 'wrong-kind' || misfit(mention, part)) return undefined;
    const { target } = link;
    return {
      at: mention.span,
      about: [mention.from],
      message: message(mention, target, project),
      fixes: () => fixes(mention, target, project),
    };
  },
};

function message(mention: Mention, target: Item, project: Project): string {
  const noun = nounsOf(project);
  const needed = listed(
    mention.kinds.map((it) => (it === mention.from.of ? `another ${noun(it)}` : a(noun(it)))),
    'or',
  );
  const start = `'${mention.name}' is ${a(noun(target.of))}; ${a(noun(mention.from.of))} needs ${needed} here.`;
  const what = meaning[target.of];
  return what === undefined ? `${start} Name one of these.` : `${start} ${capital(a(noun(target.of)))} is ${what}.`;
}

function fixes(mention: Mention, target: Item, project: Project): readonly Fix[] {
  const noun = nounsOf(project);
  const choices = candidates(mention, target, project).flatMap((it) =>
    fix(`Name ${noun(it.of)} '${nameOf(it)}'`, rename(mention, reference(it, mention.from, project))),
  );
  return [...moved(mention, target), ...choices];
}

/** The same name under the key for its kind, where that key is free. */
function moved(mention: Mention, { of }: Item): readonly Fix[] {
  const place = written(mention);
  if (place?.map !== mention.from.node || place.entry.value !== place.node) return [];
  const key = keysFor(mention.from.of, of).find((it) => !entryOf(mention.from.node, it));
  return key === undefined ? [] : fix(`Put it under ${key} instead`, renameKey(place.entry, key));
}

/** First what stands between: linked with what was named; then what the item's other links lead to; then all of the kind. */
function candidates(mention: Mention, target: Item, project: Project): readonly Item[] {
  const { from } = mention;
  const here = project.strategyOf(from) ?? project.strategyOf(target);
  if (!here) return [];
  const others = here.mentions.filter((it) => it.from === from && it !== mention);
  const between = neighbours(target, project);
  const beyond = others.flatMap((it) => {
    const link = project.find(it);
    return link.state === 'found' ? neighbours(link.target, project) : [];
  });
  const all = mention.kinds.flatMap((it) => (it === 'any' || it === 'role' ? [] : nearbyOf(it, here, project)));
  return unique([...between, ...beyond, ...all])
    .filter((it) => fitsKind(mention, it) && it !== from && (it.id ?? it.of === 'document') && project.inUse(it))
    .slice(0, most);
}

function nearbyOf(kind: string, here: Parameters<typeof nearby>[1], project: Project): readonly Item[] {
  return kind === 'document' ? project.strategies.map((it) => it.root) : nearby(kind as 'goal', here, project);
}

/** What an item is linked with: what it names, what names it, and what it is nested in. */
function neighbours(item: Item, { find, mentionsOf, strategyOf }: Project): readonly Item[] {
  const named = (strategyOf(item)?.mentions ?? []).filter((it) => it.from === item || it.from.inside === item);
  const targets = named.map(find).flatMap((it) => (it.state === 'found' ? [it.target] : []));
  const naming = mentionsOf(item).flatMap(({ from }) => (from.inside ? [from, from.inside] : [from]));
  return [...targets, ...(item.inside ? [item.inside] : []), ...naming];
}
