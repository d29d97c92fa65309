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
  if (key === undefined) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  turnMap(root, key, behavior);
  const element = drawnAt(root, key);
  if (element && !inSight(element)) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
}

/** The map is often wider than the page. It is turned to the card even where another part of the page shows the thing. */
function turnMap(root: ParentNode, key: string, behavior: ScrollBehavior): void {
  const card = root.querySelector(`.map-box [data-key="${CSS.escape(key)}"]`);
  const box = card?.closest('.map-box');
  if (!card || !box) return;
  const [inner, outer] = [card.getBoundingClientRect(), box.getBoundingClientRect()];
  const inside = inner.left >= outer.left && inner.right <= outer.right;
  if (!inside) box.scrollBy({ left: (inner.left + inner.right - outer.left - outer.right) / 2, behavior });
}

function inSight(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight && right > 0 && left < innerWidth;
}
