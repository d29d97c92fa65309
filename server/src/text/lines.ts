/** Where the lines of a text begin. LSP and YAML agree: `\n`, `\r\n` and a lone `\r` end a line. */
export interface Lines {
  readonly starts: readonly number[];
  readonly length: number;
}

export function readLines(text: string): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(at + 1);
  }
  return { starts, length: text.length };
}

/** The number of the line, from 0, that holds `offset`; a binary search. */
export function lineAt({ starts }: Lines, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of line `line` without its line break; empty beyond the last. */
export function lineText(text: string, { starts }: Lines, line: number): string {
  const start = starts[line];
  if (start === undefined) return '';
  return text.slice(start, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
}
