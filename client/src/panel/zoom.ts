/** The size of the page, which belongs to the reader's view and not to the plan: no drawing resets it. */

const steps = { least: 0.5, most: 2, factor: 1.1 };

/** Ctrl with the wheel, or a pinch, changes the size; plain scrolling never does. Returns the size at present. */
export function zoomable(root: HTMLElement, kept: number | undefined, changed: () => void): () => number {
  let size = within(kept ?? 1);
  apply();

  addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      to(event.deltaY < 0 ? size * steps.factor : size / steps.factor);
    },
    { passive: false },
  );
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey) return;
    if (key === '+') to(size * steps.factor);
    if (key === '-') to(size / steps.factor);
    if (key === '0') to(1);
  });
  return () => size;

  function to(wanted: number): void {
    size = within(wanted);
    apply();
    changed();
  }

  function apply(): void {
    root.style.setProperty('zoom', String(size));
  }
}

function within(size: number): number {
  const { least, most } = steps;
  return Number.isFinite(size) ? Math.min(most, Math.max(least, Math.round(size * 100) / 100)) : 1;
}
