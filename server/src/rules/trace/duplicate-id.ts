import { isA, nameOf, placeOf, type Item } from '../../model/item.ts';
import type { DocumentItem } from '../../model/language.ts';
import { titlePlace, type Strategy } from '../../model/strategy.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { addEntry, type Edit } from '../../syntax/write.ts';
import { wholeOf } from '../document.ts';
import { nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { freeId, idFrom, rename } from '../suggest.ts';

export const duplicateId: Rule = {
  id: 'trace/duplicate-id',
  finds: 'an id that is given twice',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: { document: sameName },
  checkEach(item, strategy, project) {
    const id = item.id?.value;
    if (id === undefined || isA('document', item)) return undefined;
    for (const first of strategy.byId.all(id))
      return first === item ? undefined : sameId(id, item, first, strategy, project);
    return undefined;
  },
};

function sameId(id: string, item: Item, first: Item, strategy: Strategy, project: Project): Finding {
  const noun = nounsOf(project);
  const other =
    first.title || noun(first.of) !== noun(item.of)
      ? `${noun(first.of)} '${nameOf(first)}'`
      : `another ${noun(first.of)}`;
  return {
    at: placeOf(item),
    about: [item],
    message: `'${id}' is already the id of ${other}, so a link to it is unclear. Give this ${noun(item.of)} an id of its own.`,
    related: [{ at: placeOf(first), message: `'${id}' is given here first.` }],
    fixes: () => newIds(id, item, first, strategy).flatMap((it) => renaming(id, it, item, strategy, project)),
  };
}

/** First a short title, then the id with its kind, then with a number. */
function newIds(id: string, { title, of }: Item, first: Item, strategy: Strategy): readonly string[] {
  const short = idFrom(title?.value ?? '', 3);
  const kind = first.of === of ? [] : [`${id}-${of}`];
  const wanted = [short, ...kind].filter((it) => it !== '' && it !== id && !strategy.byId.has(it));
  return unique([...wanted, freeId(id, strategy)]);
}

/** Changes the id together with all that names this item rather than the other: of two, links go to the one whose kind fits. */
function renaming(id: string, to: string, item: Item, strategy: Strategy, project: Project): readonly Fix[] {
  const own = item.id && rename({ span: item.id.span, name: id }, to);
  const links = project.mentionsOf(item).filter((it) => project.find(it).state === 'found');
  const edits = links.map((it) => rename(it, it.document === undefined ? to : `${it.document}/${to}`));
  return fix(`Rename this ${nounsOf(project)(item.of)} to '${to}'`, own, ...edits);
}

/** A second document with the name of an earlier one cannot be referred to. */
function sameName(root: DocumentItem, strategy: Strategy, project: Project): Finding | undefined {
  const { name } = strategy;
  const [first] = project.named(name);
  if (!first || first === strategy) return undefined;
  return {
    at: root.id?.span ?? titlePlace(strategy),
    about: [root],
    message: `Plan '${nameOf(first.root)}' is called '${name}' too, so a link to it is unclear. Give this plan an id of its own.`,
    related: [{ at: titlePlace(first), message: `This plan is called '${name}' first.` }],
    fixes: () =>
      newNames(strategy, project).flatMap((it) =>
        fix(`Give this plan the id '${it}'`, ...naming(it, strategy, project)),
      ),
  };
}

/** The folder's name with the file's, then the title's first words, then a number. */
function newNames({ uri, name, root }: Strategy, { strategies }: Project): readonly string[] {
  const taken = new Set(strategies.map((it) => it.name));
  const folder = idFrom(uri.split('/').at(-2) ?? '');
  const wanted = [`${folder}-${name}`, idFrom(root.title?.value ?? '', 3)].filter(
    (it) => !it.startsWith('-') && it !== '' && !taken.has(it),
  );
  let number = 2;
  while (taken.has(`${name}-${String(number)}`)) number++;
  return unique([...wanted, `${name}-${String(number)}`]);
}

/** The id, with the links to what only this document defines. */
function naming(to: string, strategy: Strategy, project: Project): readonly (Edit | undefined)[] {
  const { root, name, byId } = strategy;
  const own = root.id ? rename({ span: root.id.span, name }, to) : addEntry(wholeOf(strategy), ['id', to], 'title');
  const lost = project.files
    .flatMap((it) => it.mentions)
    .filter((it) => it.document === name && project.find(it).state === 'unknown');
  return [own, ...lost.filter((it) => byId.has(it.id)).map((it) => rename(it, `${to}/${it.id}`))];
}
