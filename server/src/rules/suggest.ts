/** Candidates for a fix, and how they are written. */
import { nameOf, type Item, type Mention } from '../model/item.ts';
import type { Kind, Kinds, Kpi } from '../model/language.ts';
import type { Part } from '../model/part.ts';
import { itemsOf, type Strategy } from '../model/strategy.ts';
import { unique } from '../model/trace.ts';
import type { Project } from '../project/project.ts';
import { shapes } from '../schema/shape.ts';
import { entryOf, type Entry, type MapNode, type Node, type Span } from '../syntax/tree.ts';
import { addEntry, addItem, addName, quoted, setValue, type Edit, type Field } from '../syntax/write.ts';
import { fix, type Fix } from './rule.ts';

/** More choices than these help nobody. */
export const most = 5;

/** How `from` names `target`: by its id, with the document in front where that is another one. */
export function reference(target: Item, from: Item, { strategyOf }: Project): string {
  const id = target.id?.value ?? '';
  const there = strategyOf(target);
  if (!there || there === strategyOf(from)) return target.of === 'document' ? (there?.name ?? id) : id;
  return target.of === 'document' ? there.name : `${there.name}/${id}`;
}

/** The items of a kind that a document could refer to: its own first, then those of the documents above it, then all others. */
export function nearby<K extends Kind>(kind: K, strategy: Strategy, project: Project): readonly Kinds[K][] {
  const order = unique([...project.chain(strategy), ...project.strategies]);
  return order.flatMap((it) => itemsOf(it, kind)).filter((it) => it.id?.value !== undefined && project.inUse(it));
}

/** Adds a link from one item to another. */
export function link(title: string, from: Item, key: string, target: Item, project: Project): readonly Fix[] {
  return target.id?.value === undefined ? [] : fix(title, addName(from.node, key, reference(target, from, project)));
}

/** Puts another name in place of one, in the same quotes; `undefined` where it is not written there but seen through an alias. */
export function rename({ span, name }: Pick<Mention, 'span' | 'name'>, text: string): Edit | undefined {
  const written = span.section.text.slice(span.start, span.end);
  const [, quote = ''] = /^(['"]?)[^]*\1$/.exec(written) ?? [];
  return written === `${quote}${name}${quote}` ? { at: span, text: `${quote}${text}${quote}` } : undefined;
}

/** Where a name stands in its item: the map and entry that hold it, and its own node. */
export function written({ from, key, span }: Mention): { map: MapNode; entry: Entry; node: Node } | undefined {
  return findIn(from.node, key, span);
}

function findIn(map: MapNode, key: string, span: Span): { map: MapNode; entry: Entry; node: Node } | undefined {
  for (const entry of map.entries) {
    const nodes = entry.value?.is === 'list' ? entry.value.items : entry.value ? [entry.value] : [];
    for (const node of nodes) {
      if (entry.key.value === key && node.span === span) return { map, entry, node };
      const deeper = node.is === 'map' ? findIn(node, key, span) : undefined;
      if (deeper) return deeper;
    }
  }
  return undefined;
}

/** A new item at the end of its collection. `undefined` for what is nested in other items, and while the text cannot be read. */
export function newItem(kind: string, fields: readonly Field[], { document, readable }: Strategy): Edit | undefined {
  if (!readable || (document.tree?.is === 'map' && document.tree.flow)) return undefined;
  const keys = [...(shapes.strategy.map?.keys.values() ?? [])];
  const collection = keys.find(({ shape }) => shape.list?.kind === kind)?.name;
  return collection === undefined ? undefined : addItem(document, collection, fields);
}

/** Adds an objective that measures by this KPI; what else it needs is asked for by the rules about objectives. */
export function newObjective(item: Item, kpi: string): Edit | undefined {
  const entry = entryOf(item.node, 'objectives');
  if (!entry) return addEntry(item.node, ['objectives', item.node.flow ? [`{ kpi: ${kpi} }`] : [`- kpi: ${kpi}`]]);
  const { value } = entry;
  if (value?.is !== 'list' || value.items.length === 0) return setValue(entry, `[{ kpi: ${kpi} }]`);
  const last = value.items.at(-1);
  const flow = value.flow || (last?.is === 'map' && last.flow);
  return addName(item.node, 'objectives', flow ? `{ kpi: ${kpi} }` : `kpi: ${kpi}`);
}

/** Offers objectives in an item, one for each KPI. */
export function objectivesFor(item: Item, kpis: readonly Kpi[], project: Project): readonly Fix[] {
  return kpis.flatMap((it) =>
    fix(`Add an objective for '${nameOf(it)}'`, newObjective(item, reference(it, item, project))),
  );
}

/** An id that is free in the document: the wanted one, else with a number behind it. */
export function freeId(wanted: string, { byId }: Strategy): string {
  let id = wanted;
  for (let number = 2; byId.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

/** The first words of a text as an id. What stands in brackets is left out. */
export function idFrom(text: string, words = 4): string {
  const plain = text
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).slice(0, words).join('-');
}

/** A title that can stand until the author finds a better one. */
export function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return quoted(words.charAt(0).toUpperCase() + words.slice(1));
}

/** The keys under which items of one kind name items of another. */
export function keysFor(from: string, target: string): readonly string[] {
  const lists = [...(shapes.strategy.map?.keys.values() ?? [])];
  const item = from === 'document' ? shapes.strategy : lists.find(({ shape }) => shape.list?.kind === from)?.shape.list;
  const keys = [...(item?.map?.keys.values() ?? [])];
  return keys
    .filter(({ name, shape }) => name !== 'superseded_by' && shape.refs?.includes(target))
    .map((it) => it.name);
}

/** Whether the value that a name stands in does not fit its key, which is then reported as that alone. */
export function misfit({ span }: Mention, { faults }: Part): boolean {
  return faults.some(
    ({ is, span: at }) =>
      (is === 'type' || is === 'value') && at.section === span.section && at.start <= span.start && span.end <= at.end,
  );
}
