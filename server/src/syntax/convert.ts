/** From the parser's nodes to ours: aliases and merge keys are resolved, spans are clamped, nothing mutable is left. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { within } from '../text/span.ts';
import type { Entry, ListNode, MapNode, Node, Problem, ProblemCode, ScalarNode, Section, Span } from './tree.ts';

/** At most so many nodes come out of aliases: nine lines of them can otherwise stand for a billion. */
const mostFromAliases = 20_000;
/** Aliases in aliases, deeper than the stack of a recursion goes. */
const deepestAliases = 60;

interface Conversion {
  readonly section: Section;
  readonly anchors: Map<string, ParsedNode>;
  readonly problems: Problem[];
  /** Aliases being resolved, so that one inside its own anchor ends. */
  readonly open: Set<string>;
  fromAliases: number;
  /** The alias through which everything below is seen. */
  through?: Span;
}

export function convert(
  contents: ParsedNode | null,
  section: Section,
): { readonly tree: Node | undefined; readonly problems: readonly Problem[] } {
  const state: Conversion = { section, anchors: new Map(), problems: [], open: new Set(), fromAliases: 0 };
  return { tree: contents ? node(contents, state) : undefined, problems: state.problems };
}

function node(from: ParsedNode, state: Conversion): Node | undefined {
  if (isAlias(from)) return aliased(from, state);
  if (state.through && ++state.fromAliases > mostFromAliases) return undefined;
  if (from.anchor) state.anchors.set(from.anchor, from);
  if (isScalar(from)) return scalar(from, state);
  if (isMap(from)) return map(from, state);
  if (isSeq(from)) {
    const items = from.items.map((it) => node(it, state)).filter((it) => it !== undefined);
    return { is: 'list', items, flow: from.flow === true, ...place(from, state) } satisfies ListNode;
  }
  return undefined;
}

function map(from: YAMLMap.Parsed, state: Conversion): MapNode {
  const own = from.items.filter((it) => !isMerge(it)).flatMap((it) => entry(it, state));
  const known = new Set(own.map((it) => String(it.key.value)));
  const merged = from.items.filter(isMerge).flatMap((it) => mergedEntries(it, state));
  const added = merged.filter(({ key }) => !known.has(String(key.value)) && known.add(String(key.value)));
  return { is: 'map', entries: [...own, ...added], flow: from.flow === true, ...place(from, state) };
}

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

function entry({ key, value }: ParsedPair, state: Conversion): Entry[] {
  const left = isScalar(key) ? scalar(key, state) : odd(key, state);
  if (!left) return [];
  const right = value ? node(value, state) : undefined;
  const nothing = right?.is === 'scalar' && right.value === null;
  const span = { ...left.span, end: Math.max(left.span.end, right && !state.through ? right.span.end : 0) };
  return [{ key: left, value: nothing ? undefined : right, span }];
}

/** A key that is a list, a map or an alias is kept as the text that it is. */
function odd(key: ParsedNode | null, state: Conversion): ScalarNode | undefined {
  if (!key) return undefined;
  const { span } = place(key, state);
  const source = state.section.text.slice(span.start, span.end);
  return { is: 'scalar', value: source, source, style: 'plain', span };
}

function isMerge({ key }: ParsedPair): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function mergedEntries({ value }: ParsedPair, state: Conversion): Entry[] {
  const sources = isSeq(value) ? value.items : value ? [value] : [];
  return sources.flatMap((it) => {
    const source = node(it, state);
    return source?.is === 'map' ? source.entries.map((each) => ({ ...each, merged: true as const })) : [];
  });
}

function aliased(alias: Alias.Parsed, state: Conversion): Node | undefined {
  const here = span(alias.range, state);
  const target = state.anchors.get(alias.source);
  const fault = !target || state.open.has(alias.source) ? 'alias-unknown' : undefined;
  const bomb = state.fromAliases > mostFromAliases || state.open.size > deepestAliases ? 'alias-bomb' : undefined;
  if (fault || bomb || !target) {
    report(fault ?? bomb ?? 'alias-unknown', here, state);
    return undefined;
  }

  const outermost = !state.through;
  state.through ??= here;
  state.open.add(alias.source);
  const result = node(target, state);
  state.open.delete(alias.source);
  if (outermost) delete state.through;
  return result;
}

/** Each sort of fault once: a bomb has thousands of them. */
function report(code: ProblemCode, at: Span, { problems }: Conversion): void {
  if (!problems.some((it) => it.code === code)) problems.push({ code, span: at });
}

const styles: Partial<Record<string, ScalarNode['style']>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

function scalar(from: Scalar.Parsed, state: Conversion): ScalarNode {
  const { value, type, range } = from;
  const where = place(from, state);
  const source = state.section.text.slice(range[0], range[1]);
  const style = styles[type ?? ''] ?? 'plain';
  return { is: 'scalar', value: readValue(value, source, style), source, style, ...where };
}

/** Only text, numbers, booleans and null are values; what a tag made of the text is read as the text. */
function readValue(value: unknown, source: string, style: ScalarNode['style']): ScalarNode['value'] {
  if (typeof value === 'string') return style === 'plain' && !/[\r\n]/.test(source) ? source : value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return source;
}

function place(from: { range?: readonly number[] | null }, state: Conversion): { span: Span; anchor?: Span } {
  const own = span(from.range ?? [0, 0], state);
  return state.through ? { span: state.through, anchor: own } : { span: own };
}

function span([from = 0, to = 0]: readonly number[], { section }: Conversion): Span {
  const { start, end } = within(section.text.length, from, to);
  return { section, start, end };
}
