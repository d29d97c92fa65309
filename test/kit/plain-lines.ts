/** Texts that may be plain: loose lines, and data as the package writes it. */
import fc from 'fast-check';
import { stringify } from 'yaml';

/** Lines that may be right at one column and wrong at another. */
const line = fc.constantFrom(
  ...'a: b·a:·- a·-·- a: b·- - a·- a:·a·# a·#a··a : b·a: b # c·a: # b·- # a·1: 2·a: b c  ·- a  b ·b: ,·b,'.split('·'),
  ...`'a': b·"a": b·"a"·- 'a'·a: "b·b"·a: 'b·b'·- "a·a: |·a: >·a: |-·a: >+ # b·- |·- >·|·a: ~`.split('·'),
  ...'a: [b·b, c·]·a: {b: c,·a: {b: c·- [a·[[a]·}·- {·a: [b, {c: d}]·a: {b: , c}·- [a]·[a]'.split('·'),
);
const column = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(0, 2, 4) }, { weight: 1, arbitrary: fc.nat(6) });
function linesOf(some: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.tuple(column, some), { maxLength: 9 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
    .map(([lines, end, last]) => lines.map(([it, text]) => ' '.repeat(it) + text).join(end) + (last ? end : ''));
}
export const loose = linesOf(line);
const links = fc.constantFrom(
  ...'a: &x b·a: *x·b: *y·- &x·- &y·- *x·<<: *x·- <<: *y·<<: [*x, *y]·- <<: [*x, {a: *y}]·a: &y·a: &x·b: &x "c"'.split(
    '·',
  ),
  ...'- {<<: *x, a: b}·a: [&x b, *x]·*x·&x·- &y {a: , b, c: *x}·b: &y |·a: &x # c·- &x b: c·<<:·*x : a·b: *x # c'.split(
    '·',
  ),
);
export const linked = linesOf(fc.oneof(links, links, line));

const word = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    ...['a b', 'a\nb\n', 'a\n\n\nb', 'a\n', ' a', 'a ', '- a', 'a: b', 'a # b', 'NO', '0123', '"', "'a'", '\\', ''],
  ),
  fc.constantFrom(
    'one two three four five six seven',
    'first line\n  second line\n\nthird line, and on it goes\n\n',
    'é…\u00a0',
  ),
);
const { value } = fc.letrec<{ value: unknown; map: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(word, word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc.dictionary(fc.oneof(fc.constantFrom('id', 'title', 'a b', '1'), word), tie('value'), { maxKeys: 4 }),
}));
const style = fc.record(
  {
    indent: fc.constantFrom(1, 2, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 40, 80),
    singleQuote: fc.boolean(),
    blockQuote: fc.constantFrom<(boolean | 'folded' | 'literal')[]>(true, false, 'folded', 'literal'),
    collectionStyle: fc.constantFrom<('any' | 'flow')[]>('any', 'any', 'flow'),
    defaultStringType: fc.constantFrom<('PLAIN' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL')[]>(
      'PLAIN',
      'QUOTE_DOUBLE',
      'BLOCK_LITERAL',
    ),
    doubleQuotedMinMultiLineLength: fc.constantFrom(10, 40),
    flowCollectionPadding: fc.boolean(),
    nullStr: fc.constantFrom('null', '', '~'),
  },
  { requiredKeys: [] },
);
/** Lines that may stand between any others. */
const between = fc.constantFrom('', '', '  ', '# a', '  # a', '    # a', '   #a', '      # a b ');
const root = fc.oneof(
  fc.dictionary(word, value, { minKeys: 1, maxKeys: 4 }),
  fc.array(value, { minLength: 1, maxLength: 3 }),
);
export const written = fc
  .tuple(root, style, fc.array(fc.tuple(fc.nat(20), between), { maxLength: 5 }))
  .map(([it, how, remarks]) => {
    const lines = stringify(it, how).split('\n');
    for (const [at, text] of remarks) lines.splice(at % lines.length, 0, text);
    return lines.join('\n');
  });
