/** Where a line begins and ends, seen from a place in it. */

export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !'\r\n'.includes(text[start - 1] ?? '')) start--;
  return start;
}

export function lineEnd(text: string, offset: number): number {
  const found = /[\r\n]/.exec(text.slice(offset));
  return found ? offset + found.index : text.length;
}

/** The length of the line break at an offset; 0 where there is none. */
export function breakAt(text: string, offset: number): number {
  return /^(?:\r\n|\r|\n)/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0;
}
