/** Plans of which the items name things for each other, over the borders of all that is read by itself. */
import fc from 'fast-check';

const names = ['a', 'b', 'c'];
const alias = fc.constantFrom(...names.map((it) => `*${it}`));
const anchor = fc.oneof(fc.constant(''), fc.constantFrom(...names.map((it) => `&${it} `)));
const value = fc.oneof(
  alias,
  fc.tuple(anchor, fc.constantFrom('x', 'two words', '"q"', '3', '{ k: v, l: }', '[y, z]')).map((it) => it.join('')),
  fc.tuple(anchor, alias, anchor).map(([own, it, inner]) => `${own}[${it}, { k: ${inner}v }]`),
);
const line = fc.oneof(
  fc.tuple(fc.constantFrom('id', 'title', 'note'), value).map(([key, it]) => `${key}: ${it}`),
  fc
    .oneof(
      alias,
      fc.tuple(alias, alias).map((it) => `[${it.join(', ')}]`),
    )
    .map((it) => `<<: ${it}`),
);
const item = fc.tuple(anchor, fc.array(line, { minLength: 1, maxLength: 3 })).map(([own, lines]) => {
  const [first = '', ...rest] = lines;
  const head = own === '' ? `  - ${first}` : `  - ${own.trim()}\n    ${first}`;
  return [head, ...rest.map((it) => `    ${it}`), ''].join('\n');
});
const part = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('goals', 'kpis'),
      fc.array(
        fc.oneof(
          item,
          value.map((it) => `  - ${it}\n`),
        ),
        { minLength: 1, maxLength: 5 },
      ),
    )
    .map(([key, items]) => `${key}:\n${items.join('')}`),
  value.map((it) => `title: ${it}\n`),
);
export const linkedPlan = fc.array(part, { minLength: 1, maxLength: 4 }).map((it) => it.join(''));
