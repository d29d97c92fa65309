/** From the parser's nodes to ours: spans are clamped, nothing mutable is left. */
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar } from 'yaml';
import { within } from '../text/span.ts';
import type { ScalarNode, Section, Span } from './tree.ts';
import type { Anchored, Written, WrittenEntry } from './written.ts';

export function convert(from: ParsedNode, section: Section): Written {
  const span = spanOf(from, section);
  if (isAlias(from)) return { is: 'alias', name: from.source, span };
  const node = plainNode(from, section);
  return from.anchor ? { is: 'anchored', name: from.anchor, node, span } : node;
}

function plainNode(from: ParsedNode, section: Section): Anchored['node'] {
  if (isMap(from)) {
    const entries = from.items.flatMap((it) => entry(it, section));
    return { is: 'map', entries, flow: from.flow === true, span: spanOf(from, section) };
  }
  if (isSeq(from)) {
    const items = from.items.map((it) => convert(it, section));
    return { is: 'list', items, flow: from.flow === true, span: spanOf(from, section) };
  }
  return isScalar(from) ? scalar(from, section) : asText(from, section);
}

function entry({ key, value }: Pair<ParsedNode | null, ParsedNode | null>, section: Section): WrittenEntry[] {
  if (!key) return [];
  const left = isScalar(key) ? scalar(key, section) : asText(key, section);
  const right = value ? convert(value, section) : undefined;
  const end = Math.max(left.span.end, right?.span.end ?? 0);
  const merges = isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
  return [{ key: left, value: right, span: { ...left.span, end }, ...(merges && { merges }) }];
}

/** A key that is a list, a map or an alias is kept as the text that it is. */
function asText(key: ParsedNode, section: Section): ScalarNode {
  const span = spanOf(key, section);
  const source = section.text.slice(span.start, span.end);
  return { is: 'scalar', value: source, source, style: 'plain', span };
}

const styles: Partial<Record<string, ScalarNode['style']>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

function scalar(from: Scalar.Parsed, section: Section): ScalarNode {
  const { value, type, range } = from;
  const source = section.text.slice(range[0], range[1]);
  const style = styles[type ?? ''] ?? 'plain';
  return { is: 'scalar', value: readValue(value, source, style), source, style, span: spanOf(from, section) };
}

/** Only text, numbers, booleans and null are values; what a tag made of the text is read as the text. */
function readValue(value: unknown, source: string, style: ScalarNode['style']): ScalarNode['value'] {
  if (typeof value === 'string') return style === 'plain' && !/[\r\n]/.test(source) ? source : value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return source;
}

function spanOf({ range }: { range?: readonly number[] | null }, section: Section): Span {
  const [from = 0, to = 0] = range ?? [];
  const { start, end } = within(section.text.length, from, to);
  return { section, start, end };
}
