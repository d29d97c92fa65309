/** Values without quotes that tools for an older YAML (1.1) take for something else than the author and we do. */
import type { ScalarNode } from '../syntax/tree.ts';

/** What such a tool makes of it: a word for a sentence. */
export type Trap = 'true' | 'false' | 'a time' | 'a number' | 'a date';

/** How all of them begin: other texts, which are nearly all, need no closer look. */
const suspicious = /^(?:[-+\d]|[yno][a-z]{0,2}$)/i;
const truths = /^(?:y|yes|n|no|on|off)$/i;
const cases = /^(?:[a-z]+|[A-Z][a-z]*|[A-Z]+)$/;
const sexagesimal = /^[-+]?(?:[1-9][\d_]*(?::[0-5]?\d)+|\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/;
const octal = /^[-+]?0[0-7_]+$/;
const grouped = /^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|[1-9]\d*(?:_\d+)+(?:\.\d*)?)$/;
const exponent = /^[-+]?\d[\d_]*(?:[eE][-+]?\d+|\.\d*[eE]\d+)$/;
const date = /^\d{4}-\d\d-\d\d$|^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d/;

/** How an older tool reads a plain value otherwise than as its text; `undefined`: it reads the same. */
export function trapOf({ style, source, anchor }: ScalarNode): Trap | undefined {
  if (style !== 'plain' || anchor || !suspicious.test(source)) return undefined;
  if (truths.test(source) && cases.test(source)) return /^(?:y|yes|on)$/i.test(source) ? 'true' : 'false';
  if (sexagesimal.test(source)) return 'a time';
  if (octal.test(source) || grouped.test(source) || exponent.test(source)) return 'a number';
  return date.test(source) ? 'a date' : undefined;
}
