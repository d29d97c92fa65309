/** The small positioned tree that the rest of the program sees of YAML: maps, lists and scalars, each with its place. */
import type { Stretch } from '../text/span.ts';

/**
 * A place in a document that survives edits elsewhere: its offsets count from the start of its section.
 * The document of the moment knows where each section starts (`locate` in document.ts).
 */
export interface Span extends Stretch {
  readonly section: Section;
}

/** A piece of a document that is read by itself. The same text at the same turn keeps the same object over edits. */
export interface Section {
  readonly uri: string;
  readonly text: string;
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  /** It is an item of a list whose key stands in an earlier section; else it holds whole top-level keys. */
  readonly item: boolean;
  /** Which section of a document it was when it was last looked for: a guess that `startOfSection` makes and checks. */
  index: number;
}

export type Node = MapNode | ListNode | ScalarNode;

interface Common {
  readonly span: Span;
  /** Where the content really stands, if this node is an alias or was merged in. */
  readonly anchor?: Span;
}

export interface MapNode extends Common {
  readonly is: 'map';
  readonly entries: readonly Entry[];
  readonly flow: boolean;
}

/** A key with its value; `value` is absent where nothing or `null` stands. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node | undefined;
  readonly span: Span;
  /** Came in through `<<`. */
  readonly merged?: true;
}

export interface ListNode extends Common {
  readonly is: 'list';
  readonly items: readonly Node[];
  readonly flow: boolean;
  /** In the `root` of a document: the items are sections of their own and not held here; whether one of them says something. */
  readonly cut?: 'filled' | 'empty';
}

export interface ScalarNode extends Common {
  readonly is: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, quotes included. */
  readonly source: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface Comment {
  readonly span: Span;
  /** From `#` to the end of the line. */
  readonly text: string;
}

/** Why a piece of text is not YAML, as a closed list; the sentences stand in the rule `schema/syntax`. */
export type ProblemCode =
  | 'after-quote'
  | 'alias-bomb'
  | 'alias-unknown'
  | 'bad-character'
  | 'bad-escape'
  | 'bad-indent'
  | 'bad-start'
  | 'colon-in-text'
  | 'colon-without-space'
  | 'conflict'
  | 'csv-columns'
  | 'csv-header'
  | 'csv-quote'
  | 'directive'
  | 'half-typed'
  | 'several-documents'
  | 'not-a-map'
  | 'tab'
  | 'tag'
  | 'too-deep'
  | 'too-large'
  | 'unclosed-bracket'
  | 'unclosed-quote'
  | 'unexpected';

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
}

/** The value of `key`; of a key that stands twice the last, as YAML has it. */
export function valueOf(node: Node | undefined, key: string): Node | undefined {
  return entryOf(node, key)?.value;
}

export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  return node?.is === 'map' ? node.entries.findLast((it) => keyText(it) === key) : undefined;
}

export function keyText({ key }: Entry): string {
  return String(key.value);
}

/** Plain data of a node, as a JSON Schema validator takes it. Keys of the prototype are data like any other. */
export function toData(node: Node | undefined): unknown {
  if (!node) return null;
  if (node.is === 'scalar') return node.value;
  if (node.is === 'list') return node.items.map(toData);
  const data = Object.create(null) as Record<string, unknown>;
  for (const entry of node.entries) data[keyText(entry)] = toData(entry.value);
  return data;
}
