/** Plain text with half-typed lines in it, such as a key that is still being written: mended and read the quick way. */
import { halfTyped, leftOpen, type MendedText } from './mend-line.ts';
import { readPlain, type PlainReading } from './plain.ts';
import type { Fault } from './plain-scan.ts';
import type { Problem, Section } from './tree.ts';

export interface MendedReading extends PlainReading {
  readonly problems: readonly Problem[];
}

/** `undefined`: something else is wrong with the text, or it is not plain. Nothing is mended more than `most` times. */
export function readMended(section: Section, most: number): MendedReading | undefined {
  const problems: Problem[] = [];
  let { text } = section;
  for (let tries = 0; tries <= most; tries++) {
    const reading = readPlain(section, text);
    if (!reading || !('is' in reading)) return reading && { ...reading, problems };
    const mended = mend(text, reading);
    problems.push({ code: mended.code, span: { section, start: mended.start, end: mended.end } });
    text = mended.text;
  }
  return undefined;
}

function mend(text: string, { is, start, end }: Fault): MendedText {
  return is === 'word' ? halfTyped(text, start, end) : leftOpen(text, 'unclosed-quote', start);
}
