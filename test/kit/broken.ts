/** Texts as people leave them half-way: real plans with pieces cut, put in and put together at random. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyChanges, type TextChange } from '../../server/src/text/edit.ts';

/**
 * How often a property is tried. As it stands the texts are the same each time, so that a check says of a change what it
 * does; `STRATEGY_RUNS` tries as many others.
 */
export function tries(share = 1): { numRuns: number; seed?: number } {
  const asked = process.env['STRATEGY_RUNS'];
  const numRuns = Math.max(1, Math.round(Number(asked ?? 2000) * share));
  return asked === undefined ? { numRuns, seed: 2026 } : { numRuns };
}

const folder = new URL('../../samples/brackenlow/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

export const plan = read('social.strategy.yaml');
export const readings = read('2026-q3.measures.yaml');
export const config = read('strategy.config.yaml');

/** What a keyboard, a clipboard or a merge can put into a text. */
const pieces = [
  ...['"', "'", '`', '@', '#', ' #', '# ', ':', ': ', ' : ', ',', '-', '- ', '? ', '|', '>', '%', '!', '&', '*', '~'],
  ...[
    '[',
    ']',
    '{',
    '}',
    '[]',
    '{}',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '  ',
    ' ',
    '\\',
    '\0',
    '\ufeff',
    '\u0085',
    '\ud83d',
    '😀',
  ],
  ...['\n---\n', '\n...\n', '%YAML 1.1\n---\n', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> theirs\n', '||||||| base\n'],
  ...[
    '&a ',
    '*a',
    '&a {b: *a}',
    '<<: *a\n',
    '<<: {}\n',
    '!!str ',
    '!x ',
    '!!binary ',
    '|\n  a\n',
    '>-\n',
    '"\n',
    '\n"',
  ],
  ...[
    '__proto__: 1\n',
    'constructor: [a]\n',
    '  - id: __proto__\n',
    'id: 2026\n',
    '1: 2\n',
    '? [a]\n: b\n',
    'null: ~\n',
  ],
  ...[
    'goals:\n',
    'goals:\n  - id: a\n',
    '\n  - id: b\n    title: c',
    '  - { id: d, title: e }\n',
    '- f\n',
    'tit',
    'title:x\n',
  ],
  ...[
    '# strategy-ignore kpi/vanity: fine\n',
    '# strategy-ignore',
    'rules: { kpi/vanity: off }\n',
    'kpi,period,value\n',
    ',"a""b",\n',
  ],
  ...['2026-02-30', '.nan', '-.inf', '1e999', '0o17', '0123', '1:30', 'NO', 'true', '""', "''", '18%', '9'.repeat(400)],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

/** Text that was never a plan. */
export const anyText = fc.array(piece, { maxLength: 30 }).map((it) => it.join(''));

/** One change of a text of any length. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  piece,
});

export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

export function changes(most: number): fc.Arbitrary<Change[]> {
  return fc.array(change, { minLength: 1, maxLength: most });
}

export function changeOf(text: string, { at, cut, piece }: Change): TextChange {
  const start = Math.floor(at * text.length);
  return { start, end: Math.min(start + cut, text.length), text: piece };
}

export function apply(text: string, change: Change): string {
  return applyChanges(text, [changeOf(text, change)]);
}

/** A stretch of a plan, so that a failure is small enough to be read. */
export const excerpt = fc
  .tuple(fc.constantFrom(plan, readings, config), fc.nat(60), fc.integer({ min: 1, max: 16 }))
  .map(([text, from, count]) =>
    text
      .split('\n')
      .slice(from, from + count)
      .join('\n'),
  );

/** A plan after some changes. */
export const changed = fc
  .tuple(fc.oneof({ weight: 60, arbitrary: excerpt }, { weight: 1, arbitrary: fc.constant(plan) }), changes(4))
  .map(([text, all]) => all.reduce(apply, text));

export const broken = fc.oneof(anyText, changed);
