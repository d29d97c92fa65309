/** What a name or an id stands for, and every place where it is written. */
import type { PlanFile } from '../model/file.ts';
import type { Item, Mention } from '../model/item.ts';
import type { Project } from '../project/project.ts';
import type { Section, Span } from '../syntax/tree.ts';
import { at, definedAt, mentionAt } from './spot.ts';

export interface Named {
  readonly item: Item;
  /** Where it is written at the cursor: only the part that names the item. */
  readonly span: Span;
}

/** The item that is named at an offset. On the part before a slash, that is the document. */
export function namedAt(file: PlanFile, offset: number, project: Project): Named | undefined {
  const item = definedAt(file, offset);
  if (item?.id) return { item, span: inner(item.id.span) };
  const { root } = file;
  if (root?.is === 'item' && root.id && at(file.document, root.id.span, offset))
    return { item: root, span: inner(root.id.span) };
  const mention = mentionAt(file, offset);
  return mention && mentionedAt(mention, file, offset, project);
}

function mentionedAt(mention: Mention, file: PlanFile, offset: number, project: Project): Named | undefined {
  const link = project.find(mention);
  const target = link.state === 'found' || link.state === 'wrong-kind' ? link.target : undefined;
  const part = documentPart(mention);
  if (part && at(file.document, part, offset) && !at(file.document, mention.idSpan, offset)) {
    const strategy = project.strategies.find((it) => it.name === mention.document);
    return strategy && { item: strategy.root, span: part };
  }
  return target && { item: target, span: mention.idSpan };
}

/** The document before the slash, as a place. */
function documentPart({ document, idSpan }: Mention): Span | undefined {
  return document === undefined
    ? undefined
    : { ...idSpan, start: idSpan.start - 1 - document.length, end: idSpan.start - 1 };
}

/** An id without its quotes. */
export function inner({ section, start, end }: Span): Span {
  const quoted = /^["']/.test(section.text.slice(start, end));
  return quoted ? { section, start: start + 1, end: end - 1 } : { section, start, end };
}

/** Every place that names the item, its own id first; each place once. */
export function placesOf(item: Item, project: Project): Span[] {
  const own = item.id ? [inner(item.id.span)] : [];
  const strategy = item.of === 'document' ? project.strategies.find((it) => it.root === item) : undefined;
  const names = [...project.mentionsOf(item), ...project.measuresOf(item)].map(writtenAt);
  const before = strategy ? mentionsInto(strategy.name, project).flatMap((it) => documentPart(it) ?? []) : [];
  return once([...own, ...names, ...before]);
}

/** The name itself, also where it stands below a `>` or `|`. */
function writtenAt({ idSpan, id }: Mention): Span {
  const { section, start, end } = idSpan;
  const text = section.text.slice(start, end);
  const at = /^[|>]/.test(text) ? text.lastIndexOf(id) : -1;
  return at < 0 ? idSpan : { section, start: start + at, end: start + at + id.length };
}

/** What stands behind an alias is mentioned once for each alias, but written once. */
function once(spans: readonly Span[]): Span[] {
  const seen = new Map<Section, Set<number>>();
  return spans.filter(({ section, start }) => {
    const starts = seen.get(section) ?? new Set();
    seen.set(section, starts);
    return !starts.has(start) && starts.add(start);
  });
}

function mentionsInto(name: string, { files }: Project): Mention[] {
  const found: Mention[] = [];
  for (const { parts } of files)
    for (const { mentions } of parts) for (const it of mentions) if (it.document === name) found.push(it);
  return found;
}
