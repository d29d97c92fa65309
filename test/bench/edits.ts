/** What an author types, at places all over a document, and how it is taken back. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A change in the words of the protocol, and the one that takes it back. */
export interface Edit {
  readonly at: Position;
  readonly does: object;
  readonly undoes: object;
  /** How many findings more there are after it, for those who look at values. */
  readonly faults: number;
}

export type Kind = 'letter' | 'line' | 'fault';

/** So many places of each kind are taken in turn. */
const places = 12;

/** A letter in a name that leads nowhere, which its finding quotes; a new line, which moves all findings below; a fault. */
export function editsOf(lines: readonly string[], kind: Kind): readonly Edit[] {
  const pattern = {
    letter: /^ {4}(?:channel: shop-window|message: not-yet-written|evidence: hearsay)$/,
    line: /^ {4}strategy: \S+$/,
    fault: /^ {4}status: (?:planned|active|paused)$/,
  }[kind];
  const all = lines.flatMap((text, line) => (pattern.test(text) ? [{ line, character: text.length }] : []));
  const step = Math.max(1, Math.floor(all.length / places));
  const chosen = all.filter((_, index) => index % step === step >> 1).slice(0, places);
  return chosen.map((at) => insertion(at, kind === 'line' ? '\n' : 'e', kind === 'fault' ? 1 : 0));
}

/** Puts a text where there was none. */
export function insertion(at: Position, text: string, faults = 0): Edit {
  const rows = text.split('\n');
  const last = rows.at(-1) ?? '';
  const end = { line: at.line + rows.length - 1, character: (rows.length === 1 ? at.character : 0) + last.length };
  return {
    at: end,
    does: { range: { start: at, end: at }, text },
    undoes: { range: { start: at, end }, text: '' },
    faults,
  };
}

/** Deletes the end of a line. */
export function deletion(at: Position, text: string): Edit {
  const end = { line: at.line, character: at.character + text.length };
  return {
    at,
    does: { range: { start: at, end }, text: '' },
    undoes: { range: { start: at, end: at }, text },
    faults: 0,
  };
}
