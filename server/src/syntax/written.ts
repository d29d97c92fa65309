/** A tree as it is written: anchors and aliases still stand for what they name. */
import type { ScalarNode, Span } from './tree.ts';

export type Written = WrittenMap | WrittenList | ScalarNode | Alias | Anchored;

export interface WrittenMap {
  readonly is: 'map';
  readonly entries: readonly WrittenEntry[];
  readonly flow: boolean;
  readonly span: Span;
}

/** `value` is absent where nothing is written, not even a colon. */
export interface WrittenEntry {
  readonly key: ScalarNode;
  readonly value: Written | undefined;
  readonly span: Span;
  /** The key is `<<`: what stands behind it belongs to the map itself. */
  readonly merges?: true;
}

export interface WrittenList {
  readonly is: 'list';
  readonly items: readonly Written[];
  readonly flow: boolean;
  readonly span: Span;
}

export interface Alias {
  readonly is: 'alias';
  readonly name: string;
  readonly span: Span;
}

/** `&name` with what it names. */
export interface Anchored {
  readonly is: 'anchored';
  readonly name: string;
  readonly node: Exclude<Written, Alias | Anchored>;
  /** That of the node. */
  readonly span: Span;
}
