import type { Part } from '../../model/part.ts';
import type { ScalarShape, Shape } from '../../schema/shape.ts';
import { keyText, type Comment, type Entry, type Node, type ScalarNode, type Section } from '../../syntax/tree.ts';
import { firstWhere } from '../../text/order.ts';
import { holderOf, isTable, lookThrough } from '../form.ts';
import { trapOf } from '../older-readers.ts';
import { fix, type Finding, type Rule } from '../rule.ts';

export const yamlTrap: Rule = {
  id: 'schema/yaml-trap',
  finds: 'a text without quotes that other tools read as something else, or that ends at a hash sign',
  severity: { starter: 'info', standard: 'info', strict: 'info' },
  checkForm: (part) => {
    if (isTable(part)) return undefined;
    const found = [...misread(part), ...cutOff(part)];
    return found.length === 0 ? undefined : found.map((it) => ({ ...it, about: holderOf(part, it.at) }));
  },
};

type Found = Pick<Finding, 'at' | 'message' | 'fixes'>;

function isTrap(node: ScalarNode): boolean {
  return trapOf(node) !== undefined;
}

function misread(part: Part): readonly Found[] {
  const found: Found[] = [];
  const look = (node: Node, shape: Shape | undefined): void => {
    const trap = node.is === 'scalar' && shape ? trapOf(node) : undefined;
    if (node.is !== 'scalar' || !trap || !shape || !isText(node, shape) || isOutside(node, part)) return;
    found.push({
      at: node.span,
      message: `Some tools read \`${node.source}\` as ${trap}. Put it in quotes, so that all read the same.`,
      fixes: () => fix(`Put ${node.source} in quotes`, { at: node.span, text: JSON.stringify(node.source) }),
    });
  };
  lookThrough(part, look, isTrap);
  return found;
}

function isText(node: ScalarNode, { scalars }: Shape): boolean {
  return scalars.some((it) => isMisread(it, node)) && !scalars.some((it) => accepts(it, node));
}

/** What does not fit its key is told of as that. */
function isOutside({ span }: ScalarNode, { faults }: Part): boolean {
  return faults.some((it) => it.is === 'value' && it.span === span);
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
function cutOff(part: Part): readonly Found[] {
  const comments = hashtagsIn(part);
  if (comments.length === 0) return [];
  const ends = endsOfTexts(part);
  return comments.flatMap(({ span, text }) => {
    const start = valueBefore(span, ends);
    if (start === undefined) return [];
    const at = { ...span, start };
    const whole = span.section.text.slice(start, span.end);
    const tag = /^#\S+/.exec(text)?.[0] ?? text;
    return [
      {
        at: span,
        message: `A hash sign behind a space begins a comment, so '${tag}' is not part of the text. Put the whole text in quotes.`,
        fixes: () => fix('Put the whole text in quotes', { at, text: JSON.stringify(whole) }),
      },
    ];
  });
}

/** The comments in a part, and the one behind it, that look like hashtags. */
function hashtagsIn(part: Part): readonly Comment[] {
  const comments = part.is === 'member' ? commentsAt(part.node) : commentsIn(part.node);
  return comments.length === 0
    ? comments
    : comments.filter(({ text }) => /^#[\p{L}\p{N}]/u.test(text) && !/^#\s*strategy-ignore/.test(text));
}

/** A file's own keys, and what is listed under them, may stand in several sections. */
function commentsIn(node: Node): readonly Comment[] {
  const sections = new Set<Section>();
  const add = ({ span: { section } }: Node): void => {
    if (section.comments.length > 0) sections.add(section);
  };
  add(node);
  for (const { key, value } of node.is === 'map' ? node.entries : []) {
    add(key);
    if (value?.is === 'list') value.items.forEach(add);
  }
  return [...sections].flatMap((it) => it.comments);
}

/** Where a whole file is one section, a member looks at its own stretch of it only. */
function commentsAt({ span: { section, start, end } }: Node): readonly Comment[] {
  const { comments } = section;
  const first = firstFrom(start, comments);
  return comments.slice(first, firstFrom(end, comments, first) + 1);
}

/** The first of the comments, which stand in the order of the text, that begins at an offset or behind it. */
function firstFrom(offset: number, comments: readonly Comment[], from = 0): number {
  return firstWhere(from, comments.length, (index) => (comments[index]?.span.start ?? offset) >= offset);
}

/** Where plain texts end, and where one is awaited: the offset behind each in its section, with the offset at which it begins. */
type Ends = ReadonlyMap<Section, ReadonlyMap<number, number>>;

function endsOfTexts(part: Part): Ends {
  const ends = new Map<Section, Map<number, number>>();
  const add = (section: Section, end: number, start: number): void => {
    ends.set(section, (ends.get(section) ?? new Map<number, number>()).set(end, start));
  };
  lookThrough(part, (node, shape) => {
    if (node.is === 'scalar' && node.style === 'plain' && takesText(shape) && node.value !== null)
      add(node.span.section, node.span.end, node.span.start);
    if (node.is !== 'map') return;
    for (const entry of node.entries) {
      const inside = shape?.map?.keys.get(keyText(entry))?.shape;
      if (!entry.value && inside && takesText(inside.list ?? inside))
        add(entry.key.span.section, behindColon(entry), -1);
    }
  });
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
