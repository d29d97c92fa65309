/** Places in a text and changes to it, in UTF-16 offsets. */

/** A stretch of a text: `0 <= start && start <= end`, end excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `stretch` or just behind it, where a cursor still belongs to it. */
export function touches({ start, end }: Stretch, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** `stretch` clamped to a text of this length: a parser may report an unclosed quote one past the last character. */
export function within(length: number, start: number, end: number): Stretch {
  const from = Math.min(Math.max(start, 0), length);
  return { start: from, end: Math.min(Math.max(end, from), length) };
}
