import type { Item, Mention } from '../../model/item.ts';
import type { PlanFile } from '../../model/file.ts';
import { fitsKind, type Link } from '../../model/link.ts';
import type { Strategy } from '../../model/strategy.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../schema/nearest.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, type Field } from '../../syntax/write.ts';
import { listed, nounsOf } from '../kinds.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { idFrom, misfit, newItem, reference, rename, titleFrom } from '../suggest.ts';

/** So many wrong names in a file are compared with all that there are; more of them are no slips of the pen. */
const most = 20;

type Missing = Extract<Link, { state: 'unknown' }>['missing'];

export const unknownReference: Rule = {
  id: 'trace/unknown-reference',
  finds: 'a link to something that is nowhere in the project',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  *checkFile(file, project) {
    const known = new Map<string, readonly string[]>();
    const candidatesOf = (mention: Mention): readonly string[] => {
      const question = [mention.name, ...mention.kinds].join(' ');
      const found = known.get(question) ?? candidates(mention, known.size < most, file, project);
      known.set(question, found);
      const own = reference(mention.from, mention.from, project);
      return found.filter((it) => it !== own).slice(0, 3);
    };
    for (const mention of file.mentions) {
      const link = project.find(mention);
      if (link.state !== 'unknown' || misfit(mention, file)) continue;
      const meant = candidatesOf(mention);
      const [likely] = meant;
      const said = message(mention, link.missing, file, project);
      yield {
        at: mention.span,
        about: [mention.from],
        message: likely === undefined ? said.alone : `${said.start}. Did you mean '${likely}'?`,
        fixes: () => [
          ...meant.flatMap((it) => fix(`Change to '${it}'`, rename(mention, it))),
          ...creation(mention, link.missing, file, project),
        ],
      };
    }
  },
};

/** What is missing, in the kind's own words, with and without a guess at what was meant behind it. */
function message(
  mention: Mention,
  missing: Missing,
  file: PlanFile,
  project: Project,
): { start: string; alone: string } {
  const { name, id, document, kinds } = mention;
  const noun = nounsOf(project);
  if (missing === 'role') {
    const start = `There is no role '${name}' in the configuration`;
    return { start, alone: `${start}. Correct the name, or add it to the roles there.` };
  }
  if (missing === 'document') {
    const start = `There is no plan '${document ?? id}' in this project`;
    return { start, alone: `${start}. Correct the name, or add the file ${document ?? id}.strategy.yaml.` };
  }
  const wanted = kinds.includes('any') ? 'nothing called' : `no ${listed(kinds.map(noun), 'or')}`;
  const own = file.language === 'strategy' && document === undefined;
  const where = own ? 'this plan' : document === undefined ? 'this project' : `plan '${document}'`;
  const start = `There is ${wanted} '${id}' in ${where}`;
  return { start, alone: `${start}. Correct the name, or write down what it stands for.` };
}

/** Names that may have been meant, as they would be written in this file, the likeliest first. */
function candidates(mention: Mention, guess: boolean, file: PlanFile, project: Project): readonly string[] {
  const { kinds, name, id, document, from } = mention;
  if (kinds.includes('role')) return nearest(name, project.settings.roles?.keys() ?? []);
  if (kinds.includes('document'))
    return nearest(
      name,
      project.strategies.map((it) => it.name),
    );
  const same = byNearness(document, project.strategies).flatMap(
    (it) => it.byId.get(id)?.filter((each) => fitsKind(mention, each)) ?? [],
  );
  const home = project.strategies.filter((it) => (document === undefined ? it.uri === file.uri : it.name === document));
  const sure = [...same, ...(guess ? home.flatMap((it) => alike(mention, it)) : [])];
  const others =
    sure.length > 0 || !guess ? [] : byNearness(document, project.strategies).flatMap((it) => alike(mention, it));
  return unique([...sure, ...others].map((it) => reference(it, from, project)));
}

/** The items of a document whose id is nearly what was written; if there are none, those whose title is. */
function alike(mention: Mention, { items }: Strategy): readonly Item[] {
  const fitting = items.filter((it) => it.id?.value !== undefined && fitsKind(mention, it));
  const ids = nearest(
    mention.id,
    fitting.map((it) => it.id?.value ?? ''),
  );
  return ids.length > 0
    ? ids.flatMap((id) => fitting.filter((it) => it.id?.value === id))
    : fitting.filter((it) => called(it, mention.id));
}

/** Whether an item's title, or a word of it, is nearly what was written. */
function called({ title }: Item, id: string): boolean {
  const text = title?.value ?? '';
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((it) => it.length > 3);
  return id.length > 3 && nearest(id, [idFrom(text, 8), ...words]).length > 0;
}

/** Documents whose name is nearly the one that was written come first. */
function byNearness(document: string | undefined, strategies: readonly Strategy[]): readonly Strategy[] {
  const near =
    document === undefined
      ? []
      : nearest(
          document,
          strategies.map((it) => it.name),
        );
  return [
    ...near.flatMap((name) => strategies.filter((it) => it.name === name)),
    ...strategies.filter((it) => !near.includes(it.name)),
  ];
}

/** Writes down what is missing, so far as it is known. */
function creation(mention: Mention, missing: Missing, file: PlanFile, project: Project): readonly Fix[] {
  if (missing === 'role') return newRole(mention, project);
  const { id, document, kinds } = mention;
  const home = project.strategies.find((it) => (document === undefined ? it.uri === file.uri : it.name === document));
  const [kind] = kinds;
  if (missing !== 'id' || !home || kind === undefined || kind === 'any') return [];
  const where = document === undefined ? '' : ` in plan '${document}'`;
  const fields: readonly Field[] = [['id', id], ['title', titleFrom(id)], ...links(mention, kind, home, project)];
  return fix(`Create ${nounsOf(project)(kind)} '${id}'${where}`, newItem(kind, fields, home));
}

/** A strategy that a tactic names begins with the goals of the tactic; a KPI of an objective with nothing. */
function links({ from }: Mention, kind: string, home: Strategy, project: Project): readonly Field[] {
  if (kind !== 'strategy' || from.of !== 'tactic') return [];
  const goals = project.targets('goal', (from as { goal?: readonly Mention[] }).goal);
  const names = goals.map((it) => reference(it, home.root, project));
  return names.length === 0 ? [] : [['goal', names.length === 1 ? (names[0] ?? '') : `[${names.join(', ')}]`]];
}

function newRole({ name }: Mention, { config }: Project): readonly Fix[] {
  const roles = config?.root && entryOf(config.root.node, 'roles')?.value;
  return roles?.is === 'map'
    ? fix(`Add '${name}' to the roles of the project`, addEntry(roles, [name, titleFrom(name)]))
    : [];
}
