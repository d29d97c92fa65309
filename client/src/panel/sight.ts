/** Where a thing of the plan is drawn, and whether it is in sight. */

/**
 * A thing may be drawn in several parts of the page. Of those the one in sight counts, else the first.
 * What is not drawn itself is shown by what holds it, whose key is the part before the `#`.
 */
export function drawnAt(root: ParentNode, key: string): Element | undefined {
  const all = [...root.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter(
    (it) => it.getClientRects().length > 0,
  );
  const holder = key.lastIndexOf('#');
  if (all.length === 0 && holder > 0) return drawnAt(root, key.slice(0, holder));
  return all.find(inSight) ?? all[0];
}

export function bringIntoSight(root: ParentNode, key: string | undefined): void {
  const element = key === undefined ? undefined : drawnAt(root, key);
  if (!element || inSight(element)) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
}

function inSight(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight && right > 0 && left < innerWidth;
}
