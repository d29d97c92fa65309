/** @jsxRuntime automatic @jsxImportSource preact */
import type { ComponentChildren, VNode } from 'preact';
import type { View } from './view.ts';

interface Looks {
  /** The key of what is shown. */
  readonly at: string;
  readonly class?: string;
  /** What a screen reader says in place of the content. */
  readonly label?: string | undefined;
  readonly current?: 'page' | undefined;
  readonly children: ComponentChildren;
}

/** What there is to say of a key: where it leads, and whether the caret stands in its thing. */
export interface Standing {
  readonly leads: 'to its text' | 'to its text on paper' | 'nowhere';
  readonly focused: boolean;
}

export function standing({ plan, live, focus }: View, at: string): Standing {
  const placed = Object.hasOwn(plan.places, at);
  return { leads: !placed ? 'nowhere' : live ? 'to its text' : 'to its text on paper', focused: focus === at };
}

/**
 * A thing that leads to its place in the text: a button where the page is live, plain text on paper.
 * What has no place in the text is drawn all the same and leads nowhere.
 */
export function Source({ view, ...looks }: Looks & { readonly view: View }): VNode {
  return Leading({ ...looks, ...standing(view, looks.at) });
}

/** The same for what knows how its thing stands, and need not see the plan. */
export function Leading({ at, leads, focused, label, current, children, ...rest }: Looks & Standing): VNode {
  const names = ['source', rest.class, focused && 'focus'].filter(Boolean).join(' ');
  const key = leads === 'nowhere' ? undefined : at;
  if (leads !== 'to its text') {
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
