/** Texts put together from lines that mean something else in each surrounding, and changes that move what they mean. */
import fc from 'fast-check';
import type { TextChange } from '../../server/src/text/edit.ts';
import { readLines } from '../../server/src/text/lines.ts';

const keys = [
  'goals:',
  'kpis: ',
  'goals: # c',
  'title: x',
  'long: a b',
  'l: []',
  'n: null',
  '"k": v',
  "'s': ",
  '"k\\"l": v',
];
const items = ['  - id: a', '  - id: b', '- id: c', '  - plain', '- p', '  - ', '-', ' - x', '    - deep: 1', 'k: -'];
const inner = [
  '    title: t',
  '    note: |',
  '      text',
  '      - id: q',
  '  title: z',
  ' x: y',
  '  goes on',
  'sub:',
  '  in:',
];
const open = [
  'a: |',
  '  - id: in block',
  'b: "q',
  '  - id: r"',
  'd: [',
  ']',
  '  e, f',
  'm: {',
  '  n: 1 }',
  '}',
  'w: >-',
  '   x',
];
const odd = [
  'word',
  'two words',
  'x:y',
  '"quoted"',
  '[x, y]',
  '{a: b}',
  '? x',
  ': y',
  '!t z: 1',
  '@',
  '`a',
  ',',
  '|',
  '\tq',
];
const far = [
  '---',
  '--- # start',
  '...',
  '%Y 1',
  'u: &a 1',
  'v: *a',
  'w: R&D *x*',
  '<<<<<<< a',
  '=======',
  '>>>>>>> b',
  '\ufeff',
];
const linked = [
  '  - &t',
  '  - &s',
  '    <<: *t',
  '    <<: [*s, *t]',
  '  - *t',
  '  - { <<: *s, id: d }',
  '    note: &n one',
  '    more: *n',
  'own: &t { id: e }',
  'all: [*t, *s]',
  '<<: *t',
];
const quiet = ['', '# c', '  # d', '    # e'];

const line = fc.oneof(...[keys, items, inner, open, odd, far, linked, quiet].map((it) => fc.constantFrom(...it)));
const plan = ['goals:', '  - id: a', '    title: t', '  - id: b', 'kpis:', '  - id: c'];
const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

const chain = ['goals:', '  - &t', '    id: a', '  - &s', '    <<: *t', '    note: *n', '  - *s', 'kpis:', '  - *t'];

/** A small plan with such lines in it, or nothing but these. */
export const looseLines = fc
  .tuple(
    fc.constantFrom(plan, plan, chain, []),
    fc.array(fc.tuple(fc.nat(20), line), { minLength: 1, maxLength: 9 }),
    eol,
  )
  .map(([base, more, end]) => {
    const all = [...base];
    for (const [at, it] of more) all.splice(at % (all.length + 1), 0, it);
    return all.map((it) => it + end).join('');
  });

const signs = ['\n', ' ', '  ', '- ', '-', ':', 'x', '#', '"', '\r', '\r\n', '['];
const piece = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...signs),
  fc.tuple(line, fc.constantFrom('\n', '\n', '')).map((it) => it.join('')),
);

/** A change that begins with a line or within one, and takes nothing, some characters or whole lines out. */
export type LooseChange = typeof looseChange extends fc.Arbitrary<infer T> ? T : never;
export const looseChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  edge: fc.boolean(),
  signs: fc.oneof(fc.constant(0), fc.nat(6)),
  lines: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2) }),
  piece,
});

export function looseChangeOf(
  text: string,
  { at, edge, signs: count, lines: more, piece: words }: LooseChange,
): TextChange {
  const lines = readLines(text);
  const start = edge ? lines.startOf(Math.floor(at * lines.count)) : Math.floor(at * text.length);
  const end = more > 0 ? lines.startOf(lines.lineAt(start) + more) : start + count;
  return { start, end: Math.min(Math.max(start, end), text.length), text: words };
}
