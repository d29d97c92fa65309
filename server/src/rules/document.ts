/** What rules ask about a document as a whole. */
import { lacks } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';
import { entryOf, type MapNode, type Span } from '../syntax/tree.ts';

/** Whether the author left a key of the document out. Where broken text may hold it, nothing is concluded. */
export function leftOut(strategy: Strategy, key: string): boolean {
  return lacks(strategy.root, key) && !mayHold(strategy, key);
}

/** Whether a key of the document stands in text that cannot be read. */
export function mayHold({ unread }: Strategy, key: string): boolean {
  if (unread.length === 0) return false;
  const written = new RegExp(`^["']?${key}["']?[ \\t]*:`, 'm');
  return unread.some((it) => written.test(it.text));
}

/** The document's keys with all that stands under them, for making edits: its root does without the members of collections. */
export function wholeOf({ root, document: { tree } }: Strategy): MapNode {
  return tree?.is === 'map' ? tree : root.node;
}

/** Where a collection, or any other key of the document, is pointed at. */
export function keyPlace({ root }: Strategy, key: string): Span | undefined {
  return entryOf(root.node, key)?.key.span;
}

/** The title of a plan, else the name by which other plans refer to it. */
export function titleOf({ root, name }: Strategy): string {
  return root.title?.value ?? name;
}

/** What a plan is called in a message: 'social plan', or just 'plan'. */
export function planName({ root }: Strategy): string {
  const kind = root.kind?.value;
  return kind ? `${kind.replace('-', ' ')} plan` : 'plan';
}
