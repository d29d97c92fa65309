import type { PlanFile } from '../../model/file.ts';
import { commentsOf } from '../../syntax/document.ts';
import type { ScalarShape, Shape } from '../../schema/shape.ts';
import type { Comment, Entry, ScalarNode, Section, Span } from '../../syntax/tree.ts';
import { isTable, itemFinder, partsOf } from '../form.ts';
import { trapOf } from '../older-readers.ts';
import { fix, type Finding, type Rule } from '../rule.ts';

export const yamlTrap: Rule = {
  id: 'schema/yaml-trap',
  finds: 'a text without quotes that other tools read as something else, or that ends at a hash sign',
  severity: { starter: 'info', standard: 'info', strict: 'info' },
  *checkFile(file) {
    if (isTable(file)) return;
    const itemAt = itemFinder(file);
    for (const it of [...misread(file), ...cutOff(file)]) {
      const item = itemAt(it.at);
      yield { ...it, about: item ? [item] : [] };
    }
  },
};

type Found = Pick<Finding, 'at' | 'message' | 'fixes'>;

function* misread(file: PlanFile): Iterable<Found> {
  const outside = new Set(file.faults.filter(({ is }) => is === 'value').map(({ span }) => span));
  for (const { node, shape } of partsOf(file)) {
    if (node.is !== 'scalar' || !shape || outside.has(node.span)) continue;
    const trap = trapOf(node);
    if (!trap || !shape.scalars.some((it) => isMisread(it, node)) || shape.scalars.some((it) => accepts(it, node)))
      continue;
    yield {
      at: node.span,
      message: `Some tools read \`${node.source}\` as ${trap}. Put it in quotes, so that all read the same.`,
      fixes: () => fix(`Put ${node.source} in quotes`, { at: node.span, text: JSON.stringify(node.source) }),
    };
  }
}

/** Dates and periods are meant as such, and `off` is a word of its own where severities stand. */
function isMisread({ types, values, format }: ScalarShape, { value }: ScalarNode): boolean {
  if (!types.includes('string') || format === 'date' || format === 'period') return false;
  return !values?.some((it) => it.value === value);
}

/** Where a number may stand, a number is meant. */
function accepts({ types }: ScalarShape, { value }: ScalarNode): boolean {
  return typeof value === 'number' && (types.includes('number') || types.includes('integer'));
}

/** Hashtags that begin a comment. */
function* cutOff(file: PlanFile): Iterable<Found> {
  const comments = commentsOf(file.document).filter(
    ({ text }) => /^#[\p{L}\p{N}]/u.test(text) && !/^#\s*strategy-ignore/.test(text),
  );
  if (comments.length === 0) return;
  const ends = endsOfTexts(file);
  for (const { span, text } of comments) {
    const start = valueBefore(span, ends);
    if (start === undefined) continue;
    const at = { ...span, start };
    const whole = span.section.text.slice(start, span.end);
    const tag = /^#\S+/.exec(text)?.[0] ?? text;
    yield {
      at: span,
      message: `A hash sign behind a space begins a comment, so '${tag}' is not part of the text. Put the whole text in quotes.`,
      fixes: () => fix('Put the whole text in quotes', { at, text: JSON.stringify(whole) }),
    };
  }
}

/** Where plain texts end, and where one is awaited: the offset behind each in its section, with the offset at which it begins. */
type Ends = ReadonlyMap<Section, ReadonlyMap<number, number>>;

function endsOfTexts(file: PlanFile): Ends {
  const ends = new Map<Section, Map<number, number>>();
  const add = ({ section }: Span, end: number, start: number): void => {
    ends.set(section, (ends.get(section) ?? new Map<number, number>()).set(end, start));
  };
  for (const { node, shape } of partsOf(file)) {
    if (node.is === 'scalar' && node.style === 'plain' && takesText(shape) && node.value !== null)
      add(node.span, node.span.end, node.span.start);
    if (node.is !== 'map') continue;
    for (const entry of node.entries) {
      const inside = shape?.map?.keys.get(String(entry.key.value))?.shape;
      if (!entry.value && inside && takesText(inside.list ?? inside)) add(entry.key.span, behindColon(entry), -1);
    }
  }
  return ends;
}

function behindColon({ key: { span } }: Entry): number {
  return span.section.text.indexOf(':', span.end) + 1;
}

/** Free text: a word from a list, an id or a day has no hashtag in it. */
function takesText(shape: Shape | undefined): boolean {
  const [form] = shape?.scalars ?? [];
  return (
    form !== undefined && !shape?.refs && !form.values && form.format === undefined && form.types.includes('string')
  );
}

/** Where the text begins that this comment cuts off; that of the comment itself where nothing stands before it. */
function valueBefore({ section, start }: Comment['span'], ends: Ends): number | undefined {
  const before = section.text.slice(0, start).trimEnd().length;
  const line = /[\r\n]/.test(section.text.slice(before, start));
  const from = line ? undefined : ends.get(section)?.get(before);
  return from === -1 ? start : from;
}
