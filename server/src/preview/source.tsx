/** @jsxRuntime automatic @jsxImportSource preact */
import type { ComponentChildren, VNode } from 'preact';
import type { View } from './view.ts';

interface SourceProps {
  readonly view: View;
  /** The key of what is shown. */
  readonly at: string;
  readonly class?: string;
  /** What a screen reader says in place of the content. */
  readonly label?: string | undefined;
  readonly current?: 'page' | undefined;
  readonly children: ComponentChildren;
}

/**
 * A thing that leads to its place in the text: a button where the page is live, plain text on paper.
 * What has no place in the text is drawn all the same and leads nowhere.
 */
export function Source({ view, at, label, current, children, ...rest }: SourceProps): VNode {
  const placed = Object.hasOwn(view.plan.places, at);
  const focused = view.focus === at;
  const names = ['source', rest.class, focused && 'focus'].filter(Boolean).join(' ');
  const key = placed ? at : undefined;
  if (!view.live || !placed) {
    return (
      <span class={names} data-key={key}>
        {children}
      </span>
    );
  }
  return (
    <button type="button" class={names} data-key={key} aria-label={label} aria-current={focused ? 'true' : current}>
      {children}
    </button>
  );
}
