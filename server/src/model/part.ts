/** What a file is made of when it is judged: its own keys, and each member of its lists. */
import type { Fault } from '../schema/validate.ts';
import type { Language, Shape } from '../schema/shape.ts';
import type { Node } from '../syntax/tree.ts';
import type { Item, Mention, Rec } from './item.ts';

/**
 * A file's own keys, or one member of a list under them, with all that is nested in it.
 * It stays the same object while its text does, wherever that moves.
 */
export interface Part {
  readonly uri: string;
  readonly language: Language;
  /** Of the file's own keys, the members of its lists are parts of their own. */
  readonly is: 'root' | 'member';
  readonly node: Node;
  readonly shape: Shape;
  /** Of a member that is no map there is none. */
  readonly record: Rec | Item | undefined;
  /** The items in it, in reading order; itself first if it is one. */
  readonly items: readonly Item[];
  readonly mentions: readonly Mention[];
  readonly faults: readonly Fault[];
}
