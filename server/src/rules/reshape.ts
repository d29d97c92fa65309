/** Values put into the form that their place takes: a list of what stands alone, a key for what stands bare. */
import type { Shape } from '../schema/shape.ts';
import { extentOf, locate, type Document } from '../syntax/document.ts';
import type { Entry, MapNode, ScalarNode } from '../syntax/tree.ts';
import { columnOf, type Edit } from '../syntax/write.ts';
import { fix, type Fix } from './rule.ts';

/** The edits that make the only entry of a list out of keys: a hyphen before the first, and two columns for all others. */
export function asList(map: MapNode, entry: Entry | undefined, document: Document): readonly (Edit | undefined)[] {
  const first = map.entries[0];
  if (map.anchor || !first || entry?.value !== map) return [undefined];
  const { section } = map.span;
  if (map.flow) {
    return [
      { at: { section, start: map.span.start, end: map.span.start }, text: '[' },
      { at: { section, start: map.span.end, end: map.span.end }, text: ']' },
    ];
  }
  if (first.key.span.section !== entry.key.span.section || columnOf(first.key.span) === 0) return [undefined];
  const base = locate(document, { section, start: 0, end: 0 }).start;
  const { start, end } = extentOf(document, map);
  const from = first.key.span.start;
  if (end - base > section.text.length || start - base > from) return [undefined];
  const inside = section.text.slice(from, end - base);
  const breaks = [...inside.matchAll(/\r\n|\r|\n/g)].map((it) => from + it.index + it[0].length);
  const lines = breaks.filter((it) => it < end - base && !/[\r\n]/.test(section.text[it] ?? '\n'));
  const insert = (at: number, text: string): Edit => ({ at: { section, start: at, end: at }, text });
  return [insert(from, '- '), ...lines.map((it) => insert(it, '  '))];
}

/** A bare value put under the first key there that takes it: `budget: 18000` means its total. */
export function underKey(node: ScalarNode, { map }: Shape): readonly Fix[] {
  const sort = typeof node.value;
  const keys = [...(map?.keys.values() ?? [])].filter(({ name, shape }) => {
    if (['id', 'title', 'description', 'owner', 'superseded_by'].includes(name)) return false;
    return shape.scalars.some(
      ({ types, values }) => !values && types.some((it) => it === sort || (it === 'integer' && sort === 'number')),
    );
  });
  const [key] = keys.toSorted((a, b) => Number(b.required) - Number(a.required));
  return key ? fix(`Write it as its \`${key.name}\``, { at: node.span, text: `{ ${key.name}: ${node.source} }` }) : [];
}
