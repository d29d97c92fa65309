import type { Mention } from '../../model/item.ts';
import type { Link } from '../../model/link.ts';
import type { Part } from '../../model/part.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, type Field } from '../../syntax/write.ts';
import { guesses } from '../guess.ts';
import { listed, nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { misfit, newItem, reference, rename, titleFrom } from '../suggest.ts';

/** So many wrong names in an item are compared with all that there are; more of them are no slips of the pen. */
const most = 20;

type Missing = Extract<Link, { state: 'unknown' }>['missing'];

export const unknownReference: Rule = {
  id: 'trace/unknown-reference',
  finds: 'a link to something that is nowhere in the project',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkPart(part, project) {
    const lost = part.mentions.filter((it) => project.find(it).state === 'unknown' && !misfit(it, part));
    if (lost.length === 0) return undefined;
    const guess = guesser(project);
    return lost.flatMap((it) => {
      const link = project.find(it);
      return link.state === 'unknown' ? [finding(it, link.missing, guess(it), part, project)] : [];
    });
  },
};

/** What may have been meant by each of the names in one item. */
function guesser(project: Project): (mention: Mention) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (mention) => {
    const question = [mention.name, ...mention.kinds].join(' ');
    const found = known.get(question) ?? guesses(mention, known.size < most, project);
    known.set(question, found);
    const own = reference(mention.from, mention.from, project);
    return found.filter((it) => it !== own).slice(0, 3);
  };
}

function finding(mention: Mention, missing: Missing, meant: readonly string[], part: Part, project: Project): Finding {
  const [likely] = meant;
  const said = message(mention, missing, part, project);
  return {
    at: mention.span,
    about: [mention.from],
    message: likely === undefined ? said.alone : `${said.start}. Did you mean '${likely}'?`,
    fixes: () => [
      ...meant.flatMap((it) => fix(`Change to '${it}'`, rename(mention, it))),
      ...creation(mention, missing, part, project),
    ],
  };
}

/** What is missing, in the kind's own words, with and without a guess at what was meant behind it. */
function message(
  mention: Mention,
  missing: Missing,
  { language }: Part,
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
  const own = language === 'strategy' && document === undefined;
  const where = own ? 'this plan' : document === undefined ? 'this project' : `plan '${document}'`;
  const start = `There is ${wanted} '${id}' in ${where}`;
  return { start, alone: `${start}. Correct the name, or write down what it stands for.` };
}

/** Writes down what is missing, so far as it is known. */
function creation(mention: Mention, missing: Missing, { uri }: Part, project: Project): readonly Fix[] {
  if (missing === 'role') return newRole(mention, project);
  const { id, document, kinds } = mention;
  const home = project.strategies.find((it) => (document === undefined ? it.uri === uri : it.name === document));
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
