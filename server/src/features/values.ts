/** What may stand as a value, from the schema's marks: names of items, fixed words, dates, roles. A new reference key needs no code. */
import { CompletionItemKind } from 'vscode-languageserver-protocol';
import { isA, nameOf, type Item, type Mention } from '../model/item.ts';
import type { Part } from '../model/part.ts';
import { intervalOf } from '../model/periods.ts';
import { rules } from '../rules/index.ts';
import { fits } from '../schema/formats.ts';
import type { ScalarShape, Shape } from '../schema/shape.ts';
import { quoted } from '../syntax/write.ts';
import type { Ask } from './completion.ts';
import { kindName } from './describe.ts';
import { fitnessFor, leadingBack } from './fitness.ts';
import { itemAround, mentionAt } from './spot.ts';

export interface Candidate {
  /** As it is written into the file. */
  readonly text: string;
  readonly label?: string;
  readonly detail?: string;
  readonly documentation?: string;
  /** What is named; it is described when an author looks at it. */
  readonly item?: Item;
  /** What the author may type to find it. */
  readonly words?: string;
  readonly sort: string;
  readonly kind: CompletionItemKind;
}

export function valuesFor(shape: Shape, ask: Ask, path: readonly string[]): Candidate[] {
  const names = shape.refs ? references(shape.refs, ask, path) : [];
  const scalars = shape.scalars.length > 0 ? shape.scalars : (shape.list?.scalars ?? []);
  const words = scalars.flatMap((it) => fixedWords(it, ask, shape));
  const lists = shape.lists === 'rules' ? ruleIds() : [];
  const seen = new Set<string>();
  return [...names, ...lists, ...words].filter((it) => !seen.has(it.text) && seen.add(it.text));
}

function references(kinds: readonly string[], ask: Ask, path: readonly string[]): Candidate[] {
  const { project, file } = ask;
  const roles = kinds.includes('role') ? rolesOf(ask) : [];
  const own = project.strategies.find((it) => it.uri === file.uri);
  const around = own && itemAround(own.file, ask.offset);
  const key = path.findLast((it) => it !== '-') ?? '';
  const documents = kinds.includes('document') || kinds.includes('any') ? project.strategies : [];
  const plans = documents
    .filter((it) => kinds.includes('any') || !own || !project.chain(it).includes(own))
    .map((it) => candidate(it.root, it.name, kinds.includes('any') ? '9' : '0'));
  const useless = around && leadingBack(around, key, project);
  const fitness = fitnessFor(around, key, project);
  const items: Candidate[] = [];
  for (const strategy of project.strategies) {
    const [before, far] = strategy === own ? ['', '0'] : [`${strategy.name}/`, '1'];
    for (const item of named(strategy.file.parts, kinds))
      if (!useless?.has(item)) items.push(candidate(item, `${before}${item.id.value}`, `${fitness(item)}${far}`));
  }
  return [...items, ...plans, ...roles];
}

type Named = Item & { readonly id: { readonly value: string } };

/** The items of these kinds that have an id, in reading order; the document itself is none. */
function* named(parts: readonly Part[], kinds: readonly string[]): Iterable<Named> {
  const all = kinds.includes('any');
  for (const { items } of parts)
    for (const it of items) if (it.of !== 'document' && (all || kinds.includes(it.of)) && hasId(it)) yield it;
}

function hasId(item: Item): item is Named {
  return item.id?.value !== undefined;
}

function candidate(item: Item, text: string, rank: string): Candidate {
  const title = nameOf(item);
  return {
    text: quoted(text),
    label: text,
    detail: title,
    item,
    words: `${text} ${title} ${kindName(item.of)}`,
    sort: `${rank} ${text}`,
    kind: isA('document', item) ? CompletionItemKind.File : CompletionItemKind.Reference,
  };
}

/** Roles of the configuration; without any, those that the project uses already. */
function rolesOf(ask: Ask): Candidate[] {
  const listed = [...(ask.project.settings.roles ?? [])];
  const roles = listed.length > 0 ? listed : usedRoles(ask).map((it) => [it, ''] as const);
  return roles.map(([text, title]) => ({
    text,
    ...(title !== '' && { detail: title }),
    words: `${text} ${title}`,
    sort: `5 ${text}`,
    kind: CompletionItemKind.Class,
  }));
}

function usedRoles({ project: { files }, file, offset }: Ask): readonly string[] {
  const typed = mentionAt(file, offset);
  const names = new Set<string>();
  for (const { parts } of files)
    for (const part of parts) for (const it of rolesIn(part)) if (it !== typed) names.add(it.name);
  return [...names];
}

const rolesByPart = new WeakMap<Part, readonly Mention[]>();

function rolesIn(part: Part): readonly Mention[] {
  const known = rolesByPart.get(part);
  if (known) return known;
  const roles = part.mentions.filter((it) => it.kinds.includes('role') && fits('id', it.name));
  rolesByPart.set(part, roles);
  return roles;
}

function fixedWords(scalar: ScalarShape, ask: Ask, shape: Shape): Candidate[] {
  const listed = (scalar.values ?? []).map(({ value, description }, index): Candidate => ({
    text: typeof value === 'string' && value !== 'off' ? quoted(value) : String(value),
    label: String(value),
    ...(description !== undefined && { documentation: description }),
    words: [value, ...Object.entries(scalar.aliases).flatMap(([alias, to]) => (to === value ? [alias] : []))].join(' '),
    sort: `2 ${String(index).padStart(3, '0')}`,
    kind: CompletionItemKind.EnumMember,
  }));
  const usual = scalar.suggest.map((it, index) => plainWord(it, `3 ${String(index).padStart(3, '0')}`));
  const booleans =
    scalar.types.includes('boolean') && !scalar.values
      ? ['true', 'false'].map((it) => plainWord(it, `2 ${it}`, true))
      : [];
  return [...listed, ...booleans, ...dates(scalar, ask), ...usual, ...numbers(scalar, shape)];
}

function plainWord(text: string, sort: string, asIs = false): Candidate {
  return { text: asIs ? text : quoted(text), label: text, sort, kind: CompletionItemKind.Value };
}

/** Days that plans turn on: today, and the first and last day of the plan; the periods around today. */
function dates({ format }: ScalarShape, { project, file }: Ask): Candidate[] {
  const { today, settings } = project;
  const period = project.strategies.find((it) => it.uri === file.uri)?.root.period?.value;
  const interval = period === undefined ? undefined : intervalOf(period, settings.fiscalYearStart);
  const named = (text: string, detail: string, sort: string): Candidate => ({
    text,
    detail,
    sort,
    words: `${text} ${detail}`,
    kind: CompletionItemKind.Constant,
  });
  if (format === 'date') {
    return [
      named(today, 'today', '1 1'),
      ...(interval
        ? [
            named(interval.last, 'the last day of this plan', '1 0'),
            named(interval.first, 'the first day of this plan', '1 2'),
          ]
        : []),
    ];
  }
  if (format !== 'period') return [];
  const [year = '', month = '01'] = today.split('-');
  const quarter = Math.ceil(Number(month) / 3);
  return [
    named(year, 'this year', '1 0'),
    named(`${year}-Q${quarter}`, 'this quarter', '1 1'),
    named(`${year}-${month}`, 'this month', '1 2'),
    named(String(Number(year) + 1), 'next year', '1 3'),
  ];
}

/** Where a number stands, the example shows its form. */
function numbers({ types, values, format }: ScalarShape, { examples }: Shape): Candidate[] {
  if (values || format !== undefined || !types.some((it) => it === 'number' || it === 'integer')) return [];
  return examples.filter((it) => typeof it === 'number').map((it) => plainWord(String(it), '4', true));
}

function ruleIds(): Candidate[] {
  return rules.map((it) => ({
    text: it.id,
    documentation: `Finds ${it.finds}.`,
    sort: `0 ${it.id}`,
    kind: CompletionItemKind.Constant,
  }));
}
