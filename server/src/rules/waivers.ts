/** What the rules about waivers share. */
import type { PlanFile } from '../model/file.ts';
import type { Waiver } from '../model/language.ts';
import { entryOf } from '../syntax/tree.ts';
import { removeName, type Edit } from '../syntax/write.ts';
import { cutOut } from './move.ts';

/** Broken form, broken links and silence itself are put right, not accepted. */
export function canBeWaived(rule: string): boolean {
  return !/^(?:schema|waiver|ignore)\/|^trace\/(?:unknown-reference|wrong-kind|cycle|duplicate-id)$/.test(rule);
}

/** Takes a waiver out of its list; with the last one goes the list. */
export function removeWaiver(waiver: Waiver, { document }: PlanFile): readonly (Edit | undefined)[] {
  const root = document.tree;
  const entry = entryOf(root, 'waivers');
  if (!entry || root?.is !== 'map' || entry.value?.is !== 'list') return [undefined];
  return entry.value.items.length < 2 ? cutOut(root, entry, document) : [removeName(root, entry, waiver.node)];
}
