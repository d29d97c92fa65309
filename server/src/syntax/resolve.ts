/** From a tree as it is written to what it says: aliases and merge keys are resolved. */
import type { Entry, MapNode, Node, Problem, ProblemCode, ScalarNode, Span } from './tree.ts';
import type { Alias, Anchored, Written, WrittenEntry, WrittenMap } from './written.ts';

/** At most so many nodes come out of aliases: nine lines of them can otherwise stand for a billion. */
const mostFromAliases = 20_000;
/** Aliases in aliases, deeper than the stack of a recursion goes. */
const deepestAliases = 60;

/** What stands above a section in its document. */
export interface Above {
  readonly anchors: ReadonlyMap<string, Anchored>;
  /** How many nodes have come out of aliases. */
  readonly fromAliases: number;
}

export const nothingAbove: Above = { anchors: new Map(), fromAliases: 0 };

/** What a section has to do with others: what it asked of those above it, and what it leaves for those below. */
export interface Links {
  readonly asked: ReadonlyMap<string, Anchored | undefined>;
  readonly names: ReadonlyMap<string, Anchored>;
  /** How many nodes had come out of aliases above it, and how many more have in it. */
  readonly start: number;
  readonly fromAliases: number;
}

interface Resolving {
  readonly above: Above;
  readonly asked: Map<string, Anchored | undefined>;
  readonly anchors: Map<string, Anchored>;
  readonly problems: Problem[];
  /** Aliases being resolved, so that one inside its own anchor ends. */
  readonly open: Set<string>;
  fromAliases: number;
  /** The alias through which everything below is seen. */
  through?: Span;
}

export interface Resolved {
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
  /** Absent where nothing is linked. */
  readonly links: Links | undefined;
}

export function resolve(written: Written, above: Above): Resolved {
  const start = above.fromAliases;
  const [asked, anchors] = [new Map<string, Anchored | undefined>(), new Map<string, Anchored>()];
  const state: Resolving = { above, asked, anchors, problems: [], open: new Set(), fromAliases: start };
  const tree = nodeOf(written, state);
  const isLinked = asked.size > 0 || anchors.size > 0;
  const links = isLinked ? { asked, names: anchors, start, fromAliases: state.fromAliases - start } : undefined;
  return { tree, problems: state.problems, links };
}

/** Where too many nodes have come out of aliases: above a section that begins at a count, in what it adds, or not yet. */
export function passesMost(start: number, own: number): 'above' | 'within' | undefined {
  if (start > mostFromAliases) return 'above';
  return start + own > mostFromAliases ? 'within' : undefined;
}

function nodeOf(from: Written, state: Resolving): Node | undefined {
  if (from.is === 'alias') return aliased(from, state);
  if (state.through && ++state.fromAliases > mostFromAliases) return undefined;
  if (from.is === 'anchored') state.anchors.set(from.name, from);
  const node = from.is === 'anchored' ? from.node : from;
  if (node.is === 'scalar') return scalarOf(node, state);
  if (node.is === 'map') return mapOf(node, state);
  const items = node.items.map((it) => nodeOf(it, state)).filter((it) => it !== undefined);
  return { is: 'list', items, flow: node.flow, ...placeOf(node, state) };
}

function scalarOf(node: ScalarNode, state: Resolving): ScalarNode {
  return state.through ? { ...node, ...placeOf(node, state) } : node;
}

function mapOf({ entries, flow, span }: WrittenMap, state: Resolving): MapNode {
  const own = entries.filter((it) => !it.merges).map((it) => entryOf(it, state));
  const merges = entries.filter((it) => it.merges);
  if (merges.length === 0) return { is: 'map', entries: own, flow, ...placeOf({ span }, state) };
  const known = new Set(own.map((it) => String(it.key.value)));
  const merged = merges.flatMap((it) => mergedEntries(it, state));
  const added = merged.filter(({ key }) => !known.has(String(key.value)) && known.add(String(key.value)));
  return { is: 'map', entries: [...own, ...added], flow, ...placeOf({ span }, state) };
}

function entryOf({ key, value }: WrittenEntry, state: Resolving): Entry {
  const left = scalarOf(key, state);
  const right = value && nodeOf(value, state);
  const nothing = right?.is === 'scalar' && right.value === null;
  const span = { ...left.span, end: Math.max(left.span.end, right && !state.through ? right.span.end : 0) };
  return { key: left, value: nothing ? undefined : right, span };
}

function mergedEntries({ value }: WrittenEntry, state: Resolving): Entry[] {
  const from = value?.is === 'anchored' && value.node.is === 'list' ? value.node : value;
  const sources = from?.is === 'list' ? from.items : from ? [from] : [];
  return sources.flatMap((it) => {
    const source = nodeOf(it, state);
    return source?.is === 'map' ? source.entries.map((each) => ({ ...each, merged: true as const })) : [];
  });
}

function aliased({ name, span }: Alias, state: Resolving): Node | undefined {
  const target = state.anchors.get(name) ?? named(name, state);
  const fault = !target || state.open.has(name) ? 'alias-unknown' : undefined;
  const bomb = state.fromAliases > mostFromAliases || state.open.size > deepestAliases ? 'alias-bomb' : undefined;
  if (fault || bomb || !target) {
    report(fault ?? bomb ?? 'alias-unknown', span, state);
    return undefined;
  }

  const outermost = !state.through;
  state.through ??= span;
  state.open.add(name);
  const result = nodeOf(target, state);
  state.open.delete(name);
  if (outermost) delete state.through;
  return result;
}

/** What a section above has given a name to. */
function named(name: string, { above, asked }: Resolving): Anchored | undefined {
  const target = above.anchors.get(name);
  asked.set(name, target);
  return target;
}

/** Each sort of fault once: a bomb has thousands of them. */
function report(code: ProblemCode, at: Span, { problems }: Resolving): void {
  if (!problems.some((it) => it.code === code)) problems.push({ code, span: at });
}

function placeOf({ span }: { readonly span: Span }, { through }: Resolving): { span: Span; anchor?: Span } {
  return through ? { span: through, anchor: span } : { span };
}
