/** What was probably meant by a name that leads nowhere. */
import { placeOf, uriOf, type Item, type Mention } from '../model/item.ts';
import type { Kind } from '../model/language.ts';
import { fitsKind } from '../model/link.ts';
import type { Strategy } from '../model/strategy.ts';
import { unique } from '../model/trace.ts';
import type { Gathering } from '../project/gather.ts';
import type { Project } from '../project/project.ts';
import { nearest } from '../schema/nearest.ts';
import { shapes, type Shape } from '../schema/shape.ts';
import { locate } from '../syntax/document.ts';
import { similar, sameAs, type Names } from './names.ts';
import { idFrom, reference } from './suggest.ts';

/** In a larger crowd a name of nearly that spelling says little, and to look for it takes time. */
const crowd = 1000;
/** The same for titles, which have several words. */
const crowdOfTitles = 300;

/** Names that may have been meant, as they would be written in this place, the likeliest first. `near`: also such as are spelt otherwise. */
export function guesses(mention: Mention, near: boolean, project: Project): readonly string[] {
  const { kinds, name, document, from } = mention;
  if (kinds.includes('role')) return nearest(name, project.settings.roles?.keys() ?? []);
  if (kinds.includes('document')) {
    const { strategies } = project;
    return strategies.length > crowd ? [] : nearest(name, unique(strategies.map((it) => it.name)));
  }
  const home = document === undefined ? project.strategyOf(from) : undefined;
  const homes = home ? [home] : document === undefined ? [] : project.named(document);
  const same = sameElsewhere(mention, project);
  const sure = near ? [...same, ...homes.flatMap((it) => alikeIn(it, mention, project))] : same;
  const all = sure.length > 0 || !near ? sure : alikeAnywhere(mention, project);
  return unique(all.map((it) => reference(it, from, project)));
}

/** What items of a kind are called, as `id uri word word …`. */
interface Questions {
  readonly ids: Gathering;
  readonly titles: Gathering;
}

function questionsOf(kind: Kind): Questions {
  const of =
    (wordsOf: (item: Item, id: string) => readonly string[]) =>
    (item: Item): readonly string[] => {
      const id = item.id?.value;
      const words = id === undefined ? [] : wordsOf(item, id);
      return id === undefined || words.length === 0 ? [] : [[id, uriOf(item), ...words].join(' ')];
    };
  return {
    ids: { kind, of: of((_, id) => [id]) },
    titles: { kind, of: of(({ title }) => wordsIn(title?.value ?? '')) },
  };
}

/** A title as an id, and the longer ones of its words. */
function wordsIn(title: string): readonly string[] {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((it) => it.length > 3);
  return unique([idFrom(title, 8), ...words].map((it) => it.toLowerCase())).filter((it) => it !== '');
}

let questions: ReadonlyMap<Kind, Questions> | undefined;

/** For each kind of item that a document can hold. */
function allQuestions(): ReadonlyMap<Kind, Questions> {
  return (questions ??= new Map([...kindsIn(shapes.strategy)].map((it) => [it, questionsOf(it)])));
}

function kindsIn(shape: Shape, seen = new Set<Shape>(), found = new Set<Kind>()): ReadonlySet<Kind> {
  if (seen.has(shape)) return found;
  seen.add(shape);
  if (shape.kind !== undefined && shape !== shapes.strategy) found.add(shape.kind as Kind);
  for (const it of shape.map?.keys.values() ?? []) kindsIn(it.shape, seen, found);
  if (shape.list) kindsIn(shape.list, seen, found);
  return found;
}

function questionsFor({ kinds }: Mention): readonly Questions[] {
  return [...allQuestions()].flatMap(([kind, it]) => (kinds.includes('any') || kinds.includes(kind) ? [it] : []));
}

/** The items of other documents, and of its own, that bear the very id. */
function sameElsewhere(mention: Mention, project: Project): readonly Item[] {
  const names = questionsFor(mention).flatMap(({ ids }) => sameAs(mention.id, project.gathered(ids)));
  return inNearness(mention.document, names, project).flatMap((it) => fitting(mention, [mention.id], it));
}

/** The items of a document whose id is nearly what was written; if there are none, those whose title is. */
function alikeIn(strategy: Strategy, mention: Mention, project: Project): readonly Item[] {
  const asked = questionsFor(mention);
  const byId = asked.flatMap(({ ids }) => nearIn(mention, project.gathered(ids, strategy)));
  if (byId.length > 0) return bySpelling(mention, byId, strategy);
  const byTitle = asked.flatMap((it) => titledIn(mention, it, project, strategy));
  return fitting(mention, idsOf(byTitle), strategy);
}

/** The same in all documents, those with nearly the name that was written first. */
function alikeAnywhere(mention: Mention, project: Project): readonly Item[] {
  const asked = questionsFor(mention);
  const byId = asked.flatMap(({ ids }) => nearIn(mention, project.gathered(ids)));
  const byTitle = asked.flatMap((it) => titledIn(mention, it, project));
  return inNearness(mention.document, [...byId, ...byTitle], project).flatMap((strategy) => {
    const here = (names: Names): Names => names.filter(({ uri }) => uri === strategy.uri);
    const near = here(byId);
    return near.length > 0 ? bySpelling(mention, near, strategy) : fitting(mention, idsOf(here(byTitle)), strategy);
  });
}

function nearIn({ id }: Mention, answers: ReadonlySet<string>): Names {
  return answers.size > crowd ? [] : similar(id, answers);
}

/** Those of which the title, or a word of it, is nearly what was written; to a short word everything is near. */
function titledIn({ id }: Mention, { ids, titles }: Questions, { gathered }: Project, strategy?: Strategy): Names {
  if (id.length < 4 || gathered(ids, strategy).size > crowdOfTitles) return [];
  return similar(id, gathered(titles, strategy));
}

function idsOf(names: Names): readonly string[] {
  return unique(names.map(({ id }) => id));
}

function bySpelling(mention: Mention, names: Names, strategy: Strategy): readonly Item[] {
  const items = fitting(mention, idsOf(names), strategy);
  const ids = nearest(
    mention.id,
    items.map((it) => it.id?.value ?? ''),
  );
  return unique(ids.flatMap((id) => items.filter((it) => it.id?.value === id)));
}

/** The items with these ids that a mention may lead to, in the order of the text. */
function fitting(mention: Mention, ids: readonly string[], { byId, document }: Strategy): readonly Item[] {
  const items = ids.flatMap((it) => byId.get(it) ?? []).filter((it) => fitsKind(mention, it));
  const start = (it: Item): number => locate(document, placeOf(it)).start;
  return items.length < 2 ? items : items.toSorted((a, b) => start(a) - start(b));
}

/** The documents in which these names are given, those with nearly the name that was written first. */
function inNearness(document: string | undefined, names: Names, project: Project): readonly Strategy[] {
  if (names.length === 0) return [];
  const uris = new Set(names.map(({ uri }) => uri));
  const there = project.strategies.filter(({ uri }) => uris.has(uri));
  if (document === undefined || there.length < 2) return there;
  const near = nearest(
    document,
    there.map((it) => it.name),
  );
  return unique([...near.flatMap((name) => there.filter((it) => it.name === name)), ...there]);
}
