/** What stands at an offset of a file, found from the section that holds it: nothing goes through the whole document. */
import { firstPart, type PlanFile } from '../model/file.ts';
import type { Item, Mention } from '../model/item.ts';
import type { Part } from '../model/part.ts';
import { extentOf, sectionAt, startOfSection, type Document } from '../syntax/document.ts';
import { indexAt } from '../syntax/layout.ts';
import { entryAbove } from '../syntax/outline.ts';
import type { ListNode, Node, Span } from '../syntax/tree.ts';
import { touches } from '../text/span.ts';

/** A test of spans: whether one touches the offset. Sections end with a line break, so no other section's span does. */
function touching(document: Document, offset: number): (span: Span) => boolean {
  const here = sectionAt(document, offset);
  return (span) => span.section === here?.section && touches(span, here.offset);
}

/** Whether a span of this document touches the offset. */
export function at(document: Document, span: Span, offset: number): boolean {
  return touching(document, offset)(span);
}

/** The mention at an offset. */
export function mentionAt(file: PlanFile, offset: number): Mention | undefined {
  const here = touching(file.document, offset);
  for (const { mentions } of partsAt(file, offset)) {
    const found = mentions.find((it) => here(it.span));
    if (found) return found;
  }
  return undefined;
}

/** The item whose id is written at an offset; the document itself is none. */
export function definedAt(file: PlanFile, offset: number): Item | undefined {
  const here = touching(file.document, offset);
  for (const { items } of partsAt(file, offset)) {
    const found = items.find((it) => it !== file.root && it.id && here(it.id.span));
    if (found) return found;
  }
  return undefined;
}

/** The innermost item whose text holds the offset, as it was last readable. */
export function itemAround(file: PlanFile, offset: number): Item | undefined {
  const { document, root } = file;
  // A long text may end where the next section starts.
  const parts = new Set([...partsAt(file, Math.max(0, offset - 1)), ...partsAt(file, offset)]);
  const items = [...parts].flatMap((it) => it.items);
  return items.findLast((it) => it !== root && touches(extentOf(document, it.node), offset));
}

/** The file's own keys, and the members of lists that stand in the section at an offset. */
function* partsAt(file: PlanFile, offset: number): Iterable<Part> {
  const { document, parts } = file;
  const [root] = parts;
  const section = sectionAt(document, offset)?.section;
  if (!root || !section) return;
  yield root;
  for (
    let at = firstPart(file, startOfSection(document, section) ?? 0);
    parts[at]?.node.span.section === section;
    at++
  ) {
    const part = parts[at];
    if (part) yield part;
  }
}

/** The way of keys and nodes from the document down to an offset. */
export interface Step {
  readonly key: string;
  readonly onKey: boolean;
  readonly node: Node | undefined;
  readonly span: Span;
}

export function stepsTo(document: Document, offset: number): Step[] {
  const { sections, root } = document;
  const [only] = sections;
  const list = listAt(document, offset);
  const steps: Step[] = list ? [list] : [];
  let node = list?.node ?? (sections.length === 1 ? only?.tree : root);
  while (node) {
    if (node.is === 'scalar') break;
    if (node.is === 'list') {
      const item: Node | undefined = node.items.find((it) => holds(document, it, offset));
      if (!item && node === list?.node) return [];
      if (item) steps.push({ key: '-', onKey: false, node: item, span: item.span });
      node = item;
      continue;
    }
    const entry = node.entries.find(
      (it) => at(document, it.key.span, offset) || (it.value && holds(document, it.value, offset)),
    );
    if (!entry) break;
    const onKey = at(document, entry.key.span, offset);
    steps.push({ key: String(entry.key.value), onKey, node: entry.value, span: entry.key.span });
    node = onKey ? undefined : entry.value;
  }
  return steps;
}

/** Where the offset is in an item that is a section of its own: its list, with nothing but the items of this section. */
function listAt({ layout, sections, outline }: Document, offset: number): Step | undefined {
  const index = indexAt(layout, offset);
  const section = sections[index];
  const entry = entryAbove(sections, outline, index);
  if (!section?.item || !entry) return undefined;
  const { key } = entry;
  const items = section.tree?.is === 'list' ? section.tree.items : [];
  const node: ListNode = { is: 'list', items, flow: false, span: key.span };
  return { key: String(key.value), onKey: false, node, span: key.span };
}

function holds(document: Document, node: Node, offset: number): boolean {
  const inner = node.is === 'map' ? node.entries.map((it) => it.value ?? it.key) : node.is === 'list' ? node.items : [];
  if (at(document, node.span, offset)) return node.is !== 'list' || inner.length > 0;
  return inner.some((it) => holds(document, it, offset));
}
