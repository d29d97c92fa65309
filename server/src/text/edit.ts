import type { Stretch } from './span.ts';

/** Replaces a stretch of a text. */
export interface TextChange extends Stretch {
  readonly text: string;
}

/** The text after all changes. They refer to the text as it is now and must not overlap; their order is free. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text: piece } of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, start) + piece;
    done = end;
  }
  return result + text.slice(done);
}
