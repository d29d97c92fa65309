import type { PlanFile } from '../../model/file.ts';
import type { Item } from '../../model/item.ts';
import type { Part } from '../../model/part.ts';
import { nameFromUri, rootOf, startOf } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import type { Missing } from '../../schema/validate.ts';
import { entryOf, type MapNode } from '../../syntax/tree.ts';
import { addEntry, setValue, type Edit } from '../../syntax/write.ts';
import { wholeOf } from '../document.ts';
import { addFirst, holderOf, isTable, itemWords, placeName } from '../form.ts';
import { capital, listed } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { freeId, idFrom, titleFrom } from '../suggest.ts';

export const missingKey: Rule = {
  id: 'schema/missing-key',
  finds: 'an entry without a key that it cannot do without, such as its id or title',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkPart: (part, project) =>
    part.faults.length === 0 ? undefined : [...missingByMap(part)].flatMap((it) => finding(it, part, project)),
  *checkFile(file) {
    const nothing = file.language === 'strategy' ? emptyPlan(file) : undefined;
    if (nothing) yield nothing;
  },
};

function finding([map, faults]: readonly [MapNode, readonly Missing[]], part: Part, project: Project): Finding[] {
  const [first] = faults;
  const owner = part.items.find((it) => it.node === map && it.of !== 'document');
  const keys = faults.map(({ key }) => key.name);
  if (!first) return [];
  return [
    {
      at: first.span,
      about: owner ? [owner] : holderOf(part, map.span),
      message: message(keys, first, owner, project),
      fixes: () => (isTable(part) ? [] : fixesFor(map, keys, part, project)),
    },
  ];
}

/** The missing keys of each map; those that a rule of their own asks for are left to it. */
function missingByMap({ faults }: Part): ReadonlyMap<MapNode, readonly Missing[]> {
  const byMap = new Map<MapNode, Missing[]>();
  for (const it of faults) {
    if (it.is !== 'missing' || it.key.rule !== undefined || cutOff(it)) continue;
    byMap.set(it.map, [...(byMap.get(it.map) ?? []), it]);
  }
  return byMap;
}

/** `tag: #teatime`: that the hash sign begins a comment is told of as that. */
function cutOff({ map, key }: Missing): boolean {
  const { section, end } = entryOf(map, key.name)?.key.span ?? map.span;
  return /^[ \t]*:[ \t]+#[\p{L}\p{N}]/u.test(section.text.slice(end, end + 100));
}

function message(keys: readonly string[], { shape }: Missing, owner: Item | undefined, project: Project): string {
  const subject = owner ? itemWords(owner, project) : capital(placeName(shape, project).replace(/^an? /, 'this '));
  const names = keys.map((it) => `\`${it}\``);
  const [only] = keys;
  const why =
    keys.length > 1
      ? 'so it says too little to be used'
      : only === 'id'
        ? 'so nothing can refer to it'
        : only === 'title'
          ? 'so nobody can see what it is'
          : 'so the rest of it says nothing';
  return `${subject} has no ${listed(names, 'or')}, ${why}. Add ${keys.length > 1 ? 'them' : 'it'}.`;
}

/** The keys whose value follows from what is there. */
function fixesFor(place: MapNode, keys: readonly string[], part: Part, project: Project): readonly Fix[] {
  const strategy = project.strategies.find((it) => it.uri === part.uri);
  if (!strategy) return [];
  const root = place === part.node && part.is === 'root';
  const map = root ? wholeOf(strategy) : place;
  const text = (key: string): string | undefined => {
    const value = entryOf(map, key)?.value;
    return value?.is === 'scalar' && typeof value.value === 'string' && value.value.trim() !== ''
      ? value.value
      : undefined;
  };
  const words = text('title') ?? text('text') ?? text('what') ?? text('name');
  const id = text('id') ?? (words === undefined ? '' : freeId(idFrom(words), strategy));
  const title = root ? titleFrom(text('id') ?? nameFromUri(part.uri)) : id === '' ? '' : titleFrom(id);
  const values: Readonly<Record<string, string>> = { id, title };
  return keys.flatMap((key) => {
    const value = values[key];
    return value ? fix(`Add \`${key}: ${value}\``, put(map, key, value)) : [];
  });
}

function put(map: MapNode, key: string, value: string): Edit | undefined {
  const entry = entryOf(map, key);
  if (entry) return setValue(entry, value);
  if (key === 'title' && entryOf(map, 'id')) return addEntry(map, [key, value], 'id');
  return addFirst(map, key, value) ?? addEntry(map, [key, value]);
}

/** A document in which nothing stands yet has no map whose keys could be asked for. */
function emptyPlan(file: PlanFile): Finding | undefined {
  if (file.parts.length > 0 || file.document.problems.length > 0) return undefined;
  const at = startOf(file.document);
  const title = `title: ${titleFrom(nameFromUri(file.uri))}\n`;
  return {
    at,
    about: [rootOf(file)],
    message: 'This plan is empty. Begin with a `title` that says whose plan it is, and for when.',
    fixes: () =>
      /^\s*(?:#.*\s*)*$/.test(file.document.text) ? fix(`Add \`${title.trim()}\``, { at, text: title }) : [],
  };
}
