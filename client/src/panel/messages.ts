/** What the host of the preview and its page say to each other. */
import type { PlanNews } from '../../../server/src/protocol.ts';

export type ToPage =
  | {
      readonly kind: 'draw';
      readonly uri: string;
      /** The plan, or what differs in it from the one that the page was sent before. */
      readonly news: PlanNews;
      /** Why the plan can no longer be had and this is only what it last was, where that is so. */
      readonly stale: string | undefined;
      readonly focus: string | undefined;
    }
  | {
      readonly kind: 'focus';
      readonly key: string | undefined;
      /** The number of the click in the page that moved the caret: the page does not follow its own echo. */
      readonly answers: number | undefined;
    }
  | { readonly kind: 'nothing'; readonly hint: string }
  | { readonly kind: 'press'; readonly key: string };

export type FromPage =
  /** The page has no plan, or another than the one that the news were about. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly key: string; readonly number: number }
  | { readonly kind: 'link'; readonly href: string }
  | ({ readonly kind: 'drawn' } & Drawn);

/** What the page shows once it has been drawn. */
export interface Drawn {
  readonly title: string;
  /** How many places of the page lead into the text. */
  readonly places: number;
  readonly focus: string | undefined;
}

/** What the page keeps over a reload of the window and over being hidden. */
export interface PageState {
  readonly uri?: string;
  readonly zoom: number;
  readonly scroll: { readonly left: number; readonly top: number };
}
