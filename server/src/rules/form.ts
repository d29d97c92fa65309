/** What rules about the form of a file ask: what may stand at a place, in words, and what does. */
import type { PlanFile } from '../model/file.ts';
import { isA, type Item } from '../model/item.ts';
import type { Part } from '../model/part.ts';
import type { Project } from '../project/project.ts';
import { isCollection, shapes, type ScalarShape, type Shape } from '../schema/shape.ts';
import { keyText, type Entry, type MapNode, type Node, type ScalarNode, type Span } from '../syntax/tree.ts';
import { columnOf, eol, quoted, type Edit } from '../syntax/write.ts';
import { a, capital, listed, nounsOf } from './kinds.ts';
import { lineStart } from './lines.ts';
import { shortened } from './phrases.ts';
import type { Fix } from './rule.ts';

/** Is shown a node, with what may stand in its place as far as the language says so. */
type Look = (node: Node, shape: Shape | undefined) => void;

/**
 * Shows everything in a part, in reading order. What is seen through an alias is told of where it is written.
 * `wanted`: of values, which are many, only these.
 */
export function lookThrough({ is, node, shape }: Part, look: Look, wanted: Wanted = all): void {
  within(node, shape, look, wanted, is === 'root');
}

type Wanted = (node: ScalarNode) => boolean;
const all: Wanted = () => true;

/** `root`: the members of collections are parts of their own. */
function within(node: Node, shape: Shape | undefined, look: Look, wanted: Wanted, root = false): void {
  if (node.anchor || isUnwanted(node, wanted)) return;
  look(node, shape);
  if (node.is === 'list') for (const it of node.items) within(it, shape?.list ?? shape, look, wanted);
  if (node.is === 'map') for (const it of node.entries) below(it, shape, look, wanted, root);
}

function below(entry: Entry, shape: Shape | undefined, look: Look, wanted: Wanted, root: boolean): void {
  const { value } = entry;
  if (!value || entry.merged || isUnwanted(value, wanted)) return;
  const at = shapeAt(shape, keyText(entry));
  if (!root || !isCollection(at) || value.is !== 'list') within(value, at, look, wanted);
  else if (!value.anchor) look(value, at);
}

function isUnwanted(node: Node, wanted: Wanted): boolean {
  return node.is === 'scalar' && !wanted(node);
}

function shapeAt(shape: Shape | undefined, key: string): Shape | undefined {
  return shape?.map?.keys.get(key)?.shape ?? shape?.map?.rest;
}

/** The innermost item of a part that holds a place; a document holds all, so it is never the answer. */
export function itemAt({ items }: Part, { section, start, end }: Span): Item | undefined {
  let best: Item | undefined;
  for (const it of items) {
    const { span } = it.node;
    const holds = span.section === section && span.start <= start && end <= span.end && !isA('document', it);
    if (holds && (!best || length(it) <= length(best))) best = it;
  }
  return best;
}

function length({ node: { span } }: Item): number {
  return span.end - span.start;
}

/** The same, as those whom a finding is about. */
export function holderOf(part: Part, place: Span): readonly Item[] {
  const item = itemAt(part, place);
  return item ? [item] : [];
}

/** Fixes that need the whole file that a part stands in. */
export function fixesIn({ uri }: Part, { fileAt }: Project, make: (file: PlanFile) => readonly Fix[]): readonly Fix[] {
  const file = fileAt(uri);
  return file ? make(file) : [];
}

/** What a place is called behind "of": `a goal`, `the situation`, `the configuration`. */
export function placeName({ kind, title = '', pointer }: Shape, project: Project): string {
  if (kind !== undefined) return a(nounsOf(project)(kind));
  if (pointer === shapes.measures.pointer) return 'a file of readings';
  if (pointer === shapes.config.pointer) return 'the configuration';
  return `the ${/^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)}`;
}

/** What may stand at a place, behind "takes": `a number, such as 24`. */
export function expected(shape: Shape, project: Project): string {
  const example = exampleOf(shape);
  return `${formsOf(shape, project)}${example === undefined ? '' : `, such as ${example}`}`;
}

function formsOf({ refs, scalars, list, map }: Shape, project: Project): string {
  const nouns = nounsOf(project);
  if (refs && !refs.includes('role'))
    return `the id of ${
      refs.includes('any')
        ? 'an item'
        : listed(
            refs.map((it) => a(nouns(it))),
            'or',
          )
    }`;
  if (refs) return list ? 'one role or several' : 'one role';
  const [first] = scalars;
  if (first) return wordFor(first);
  if (list?.map) return `a list of entries with keys of their own`;
  if (list?.scalars[0]) return `a list of ${wordFor(list.scalars[0]).replace(/^an? /, '')}s`;
  const keys = [...(map?.keys.values() ?? [])].toSorted((x, y) => Number(y.required) - Number(x.required)).slice(0, 2);
  return keys.length > 0
    ? `keys of its own, such as ${listed(keys.map(({ name }) => `\`${name}\``))}`
    : 'keys of its own';
}

function wordFor({ types, values, format, minimum, maximum }: ScalarShape): string {
  if (values) return 'a word from its list';
  if (format === 'date') return 'a day';
  if (format === 'period') return 'a period';
  if (format === 'id') return 'an id';
  if (types.includes('boolean')) return 'true or false';
  if (types.includes('string')) return 'a text';
  const number = types.includes('integer') ? 'a whole number' : 'a number';
  if (minimum !== undefined && maximum !== undefined) return `${number} from ${minimum} to ${maximum}`;
  return minimum === undefined ? number : `${number} of at least ${minimum}`;
}

/** The first example of the language for this place that can be written in a sentence. */
export function exampleOf({ examples, list, map, scalars }: Shape): string | undefined {
  if (map && scalars.length === 0) return undefined;
  for (const it of examples) {
    if (typeof it === 'string') return quoted(it).length <= 40 ? quoted(it) : undefined;
    if (typeof it === 'number' || typeof it === 'boolean') return String(it);
    if (Array.isArray(it) && !list?.map && it.every((each) => typeof each !== 'object'))
      return `[${it.map(String).join(', ')}]`;
  }
  return undefined;
}

/** What stands at a place, as a whole clause. */
export function found(node: Node): string {
  if (node.is === 'list') return 'here stands a list';
  if (node.is === 'map') return 'here stand keys with values';
  if (typeof node.value === 'string') return `'${shown(node)}' is a text`;
  return `${node.source} is ${typeof node.value === 'number' ? 'a number' : 'read as yes or no'}`;
}

/** A value as the author wrote it, without quotes, short enough for a sentence. */
export function shown(node: Node): string {
  return node.is === 'scalar' ? shortened(textOf(node), 40) : 'this';
}

/** A value as the author wrote it, without quotes. */
export function textOf({ value, source }: Pick<ScalarNode, 'value' | 'source'>): string {
  return typeof value === 'string' ? value : source;
}

/** A value in a block or a list is too long to be underlined; its key, or its first line, stands for it. */
export function placeOfNode(node: Node, entry: Entry | undefined): Span {
  if (node.is === 'scalar' || node.flow) return node.span;
  if (entry?.value === node && !node.anchor) return entry.key.span;
  const first = node.is === 'map' ? node.entries[0]?.key : node.items[0];
  return first?.is === 'scalar' && !node.anchor ? first.span : node.span;
}

/** An entry in front of all others of a map. */
export function addFirst(map: MapNode, key: string, value: string): Edit | undefined {
  const first = map.entries.find((it) => !it.merged)?.key.span;
  if (map.anchor || !first) return undefined;
  const { section, start } = first;
  const before = section.text.slice(lineStart(section.text, start), start);
  if (!map.flow && !/^\ufeff?\s*(?:-\s+)*$/.test(before)) return undefined;
  const gap = map.flow ? ', ' : `${eol(section)}${' '.repeat(columnOf(first))}`;
  return { at: { section, start, end: start }, text: `${key}: ${value}${gap}` };
}

/** An item by its noun and name: `Goal 'Good first cup'`; `This goal` where it has no name. */
export function itemWords(item: Item, project: Project): string {
  const noun = nounsOf(project)(item.of);
  const name = item.title?.value ?? (item as { text?: { value?: string } }).text?.value ?? item.id?.value;
  return name === undefined || name.trim() === '' ? `This ${noun}` : `${capital(noun)} '${shortened(name)}'`;
}

/** Whether a file is a table, in which cells are replaced and nothing else. */
export function isTable({ uri }: Pick<PlanFile, 'uri'>): boolean {
  return /\.csv$/i.test(uri);
}
