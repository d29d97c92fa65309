/** Texts on their way: what a line is while somebody types it. */
import fc from 'fast-check';

/** What stands in a text while somebody types: a line that is cut short, a colon or a quote that is not there yet, a new word. */
const half = fc.record({
  line: fc.nat(40),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  column: fc.constantFrom(-2, 0, 0, 0, 0, 2, 4),
  how: fc.constantFrom('cut', 'colon', 'space', 'quote', 'word', 'word', 'word', 'begin'),
  word: fc.constantFrom(
    ...[
      'pri',
      'pri',
      'a b',
      'key:value',
      'k:',
      '- ',
      '- pri',
      '-',
      'x # c',
      '"q',
      "'q",
      '"q": a',
      '1',
      'a: "b',
      "a: 'b",
    ],
    ...['"a: b"', "b: 'it''s", 'a: [b', '[', '{', '# c', 'c: d', 'é', '~', '?', 'a-b:c # d', 'a: b: c', 'a : b'],
  ),
});
export const slips = fc.array(half, { minLength: 1, maxLength: 3 });

/** Makes one line of a text, or one more, such as it is on its way. */
export function slip(
  text: string,
  { line: nth, at, column: by, how, word: words }: typeof half extends fc.Arbitrary<infer T> ? T : never,
): string {
  const lines = text.split('\n');
  const index = nth % lines.length;
  const old = lines[index] ?? '';
  const indent = /^ */.exec(old)?.[0].length ?? 0;
  const cut = Math.floor(at * (old.length + 1));
  const ways = {
    cut: [old.slice(0, cut)],
    colon: [old.replace(':', '')],
    space: [old.replace(': ', ':')],
    quote: [old.slice(0, Math.max(cut, indent)) + (at > 0.5 ? '"' : "'") + old.slice(cut)],
    word: [old, ' '.repeat(Math.max(0, indent + by)) + words],
    begin: [old.replace(/^( *- |)/, (dash) => `${dash}${words}\n${' '.repeat(dash.length)}`)],
  };
  lines.splice(index, 1, ...ways[how]);
  return lines.join('\n');
}
