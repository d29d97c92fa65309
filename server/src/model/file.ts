/** A file of the language that is no strategy document: readings, or the project's configuration. */
import type { Document } from '../syntax/document.ts';
import type { Fault, Validator } from '../schema/validate.ts';
import type { Item, Mention, Rec } from './item.ts';
import type { Reader } from './read.ts';

export interface PlanFile {
  readonly uri: string;
  readonly language: 'strategy' | 'measures' | 'config';
  readonly document: Document;
  readonly faults: readonly Fault[];
  readonly items: readonly Item[];
  readonly mentions: readonly Mention[];
  /** The keys of the file itself; absent where its text holds no map. */
  readonly root?: Rec | Item;
}

/** Reads any file of the language. A file that holds something else than a map reads as an empty one. */
export function readFile(
  document: Document,
  language: PlanFile['language'],
  read: Reader,
  validate: Validator,
): PlanFile {
  const { uri, tree } = document;
  if (tree?.is !== 'map') return { uri, language, document, faults: [], items: [], mentions: [] };
  const { record, items, mentions } = read(tree, language);
  return { uri, language, document, faults: validate(tree, language), items, mentions, root: record };
}
