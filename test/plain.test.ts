import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { readDocument } from '../server/src/syntax/document.ts';
import { parseSection, parseSlowly } from '../server/src/syntax/parse.ts';
import { readMended } from '../server/src/syntax/plain-mended.ts';
import type { Node, Section, Span } from '../server/src/syntax/tree.ts';
import { apply, broken, changes, excerpt, tries } from './kit/broken.ts';
import { slip, slips } from './kit/half-typed.ts';
import { linked, loose, written } from './kit/plain-lines.ts';

const uri = 'file:///project/plan.strategy.yaml';
const folder = new URL('../samples/', import.meta.url);
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((it) => it.endsWith('.yaml'))
  .map((it) => readFileSync(new URL(it, folder), 'utf8'));

/** What the quick way reads itself. */
const handled: Record<string, readonly string[]> = {
  'nothing at all': ['', '\n \n', '# only\n  # remarks'],
  'maps and lists': [
    'a: 1\nb:\n  c: d\n',
    '- a\n-\n  - b\n- - c\n  - d: e\n    f: g\n',
    'a:\n- b\n- c: d\n  e:\n  - f\ng:',
  ],
  'what has no value': ['a:\nb: # none\nc:   \n', '- \n-\n- # none\n', 'x: {a: , b, c:}'],
  'values of all sorts': [
    'a: [1, -1, +1, 0o17, 0x1F, 1.5, .5, 1., 1e3, -1.5E-3, .inf, -.Inf, +.INF, .nan, .NaN, -0]',
    'a: [017, 1_000, 0b1, 0o8, 0x, 1:30, 2026-01-01, ., +, .e1, 1e, -.nan, .Nan, 1.2.3]',
    'a: [~, null, Null, NULL, nULL, true, True, TRUE, tRUE, false, False, FALSE, yes, no, on, off, n, t]',
    `a: ${'9'.repeat(400)}\nb: -0\nc: 1e999\nd: ${'0'.repeat(400)}1\n1: 2\nnull: ~\ntrue: false\n.inf: .nan\n`,
  ],
  'texts with signs in them': [
    'a: http://b.c/d#e\nb: -c ? - d, [e] {f} & * ! | > % @\n-x: .y\n(z): $0',
    'a: {b: c:d, e: -f, g: h#i, j: k # l\n  }',
  ],
  'quoted texts': [
    `a: 'it''s'\n'b' : "c # d: e"\n"f": "\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d"\n`,
    `- 'a'\n- "b": c\n- ["d", 'e', {"f":g, 'h' :i}]\n- ''\n- ""`,
  ],
  'texts of several lines': [
    'a: b\n  c\n\n  d\ne:\n  f\n g\n',
    '- a\n b\n\n\n   - c\n- d\n-\n e\n f # g\n',
    `a: "b  \n  c\n\n\n  d "\nb: '  e\n  f''g\n  '\n`,
  ],
  'blocks of text': [
    'a: |\n  b\n\n   c\nd: |-\n  e\n\nf: |+ # g\n\n  h\n\n# i\n',
    'a: >\n  b\n  c\n\n\n  d\n   e\n   f\n\n  g\nh: >-\n\n  i\n',
    '- |\n a\n-   >+\n  b\n\n',
  ],
  'brackets over several lines': [
    '- {\n    a: b, # c\n\n # d\n    e: [\n      f,\n    ],\n  g:\n   h\n}\n',
    'a: [\n  b # c\n  , d\n]',
  ],
  'remarks anywhere': [
    'a:\n  b: c # d\n    # e\n\n  # f\n# g\nh:\n    # i\n  - j\n   # k\n  # l\n # m\nn: o\n  # p',
    '  - a: b\n    c:\n    # d\n\n     # e\n  # f\n',
    'a: |\n    b\n  # c\n # d\ne:\n  - f:\n    # g\n  # h',
    'a:\n- b\n# c\n',
    '- a\n# b\n-\n',
    '- # a\n# b\n-\n',
    ' - a: b\n#c\n\n -\n',
  ],
  'anchors, aliases and merge keys': [
    'a: &b c\nd: *b\ne: *f\n',
    '- &a\n  b: &c\n    d: e\n  f: &g h\n- *a\n- <<: *a\n  b: h\n- *g',
    '- &a {b: c}\n- <<: [*a, {d: e, b: f}]\n  <<: {g: , h}\n- {<<: *a, i: &j k, l: [*j, &m [*a]]}',
    'a: &b\n  c: *b\nd: &e [x]\nf: {<<: *e}\n<<: *b # g\n"<<": h\n',
    '&a\nb: c\nd: &e |\n  f\ng: &h "i"\nj: &k\n  l\n',
  ],
  'line ends of Windows': [
    'a: b # c\r\n\r\nd: |\r\n  e\r\n\r\n  f\r\ng: h\r\n  i\r\n',
    'a: >\r\n  b\r\n\r\n  c\r\nd: "e\r\n  f"\r\n',
  ],
};

/** What is mended before the quick way reads it. */
const mended: Record<string, readonly string[]> = {
  'the colon of a key': [
    '- id: a\n  pri\n  goal: b\n',
    '- id: a\n  pri\n  a word\n\n  goal: b\n',
    '- id: a\n  pri\n\n- id: b\n',
    '- id: a\n  b:\n    c: d\n    pri # e\n  # f\n',
    '- pri\n  id: a\n  goal: b\n',
    'a:\n  pri\n  b: c\n',
    'a: b\npri',
    'a: b\r\npri\r\nc: d\r\n',
    'a: b\np\nc: d\nq\n',
  ],
  'the space behind a colon': ['- id: a\n  start:2026\n  goal: b\n', 'a: b\nkey:value'],
  'the quote at the end of a text': ['a: "b\nc: d\n', "- a: 'b # c\n  d: e\n", '- a: "\n- b', 'a: "b\n  c\nd: e\n'],
};

/** What is left to the package: what it alone can read, and where it sees a mistake. */
const refused: Record<string, readonly string[]> = {
  'tags, anchors of keys, and aliases as keys': [
    'a: !b c',
    '- &a b: c',
    '&a b: c',
    '*a : b',
    'a: &b *c',
    'a: &b &c d',
    'a: &b # c\n  d: e',
    'a: &b',
    'a: *b c',
    'a: &b,c d',
    'a: [*b: c]',
  ],
  'marks between documents, and directives': [
    '---\na: b',
    'a: b\n---\n',
    'a: b\n...\n',
    '--- a: b',
    'a: b\n... c: d',
    '%YAML 1.2\n---\n',
  ],
  'keys that are no texts on one line': [
    '? a\n: b',
    '"a\n  b": c',
    '- a\n  b: c',
    '[a]: b',
    '{a: b}: c',
    'a: [b: c]',
    ': a',
    '- : a',
  ],
  'tabs, controls and conflicts': ['a:\tb', 'a: b\0', '\ufeffa: b', 'a: b\rc: d', '<<<<<<< a\nb: c\n', '>>>>>>> a: b'],
  'wrong columns': [
    ...['a:\n    b: c\n  d: e', '  a: b\nc: d', 'a: b # c\n  d', '- a: b\n c: d', 'a: b\n- c', '- a\nb: c'],
    ...[
      'a:\n  - b\n - c',
      'a: |\nb',
      'a: "b\nc"',
      'a: [b,\nc]',
      'a: [b, [c\n]]',
      'a:\n  b:\n#c\n    d\n  e: f',
      'a: |\n  b\n   ',
    ],
  ],
  'wrong signs': [
    ...['a: b: c', 'a: - b', 'a: "b" c', "a: 'b", 'a: "\\q"', 'a: [b', 'a: [b]]', 'a: @b', 'a: "b"#c', 'a: {b: c}d'],
    ...[
      'a: [b,, c]',
      'a: [,]',
      'a: {b: c d: e}',
      'a: "b": c',
      'a: {b\n  : c}',
      'a: |x\n  b',
      'a: "\\n\n  b"',
      'a: "b\n  \\n"',
      'a: [b,# c\n  d]',
      'a: {b: c\n# d\n  }',
      'a: [[b]\n# c\n  ]',
    ],
  ],
  'what is too deep': [
    `a: ${'['.repeat(61)}${']'.repeat(61)}`,
    `# ${'- '.repeat(61)}\na: b`,
    `a: b\n${' '.repeat(60)}# c`,
  ],
  'keys that are too long': [`${'a'.repeat(1025)}: b`, `a: b\n"${'c'.repeat(1100)}": d`],
  'a single text or bracket': ['a', 'a\nb', '"a"', '[a]', '{a: b}'],
};

suite('plain text', () => {
  test('is nearly all that a plan is made of', () => {
    const sections = samples.flatMap(sectionsOf);
    const read = sections.filter(isPlain).length;
    assert.ok(sections.length > 100);
    assert.ok(read / sections.length >= 0.95, `${read} of ${sections.length} sections are read as plain text`);
  });

  for (const [what, texts] of Object.entries(handled)) {
    test(`includes ${what}`, () => {
      for (const text of texts) {
        assert.ok(isPlain(text), `not read: ${JSON.stringify(text)}`);
        assertSame(text);
      }
    });
  }

  for (const [what, texts] of Object.entries(mended)) {
    test(`may lack ${what}`, () => {
      for (const text of texts) {
        assert.ok(!isPlain(text) && isQuick(text), `not mended: ${JSON.stringify(text)}`);
        assertSame(text);
      }
    });
  }

  for (const [what, texts] of Object.entries(refused)) {
    test(`does not include ${what}`, () => {
      for (const text of texts) assert.ok(!isPlain(text), `read: ${JSON.stringify(text)}`);
    });
  }

  test('is read as the package reads it: the samples, and all that they begin with', function () {
    this.timeout(240_000);
    for (const text of samples) {
      assertSame(text);
      assertSame(text.replaceAll('\n', '\r\n'));
      // Inside a word one end is as good as another.
      for (const it of sectionsOf(text))
        for (const { index } of it.matchAll(/\b.?|\W/g)) assertSame(it.slice(0, index));
    }
  });

  const cases: Record<string, readonly [share: number, texts: fc.Arbitrary<string>]> = {
    'texts as people leave them': [1, broken],
    'plans after changes': [2, fc.tuple(excerpt, changes(3)).map(([text, all]) => all.reduce(apply, text))],
    'lines at any column': [5, loose],
    'linked lines at any column': [5, linked],
    'data as it is written': [1, written],
    'plans with half-typed lines': [5, fc.tuple(excerpt, slips).map(([text, all]) => all.reduce(slip, text))],
    'data with half-typed lines': [3, fc.tuple(written, slips).map(([text, all]) => all.reduce(slip, text))],
    'lines at any column, half typed': [3, fc.tuple(loose, slips).map(([text, all]) => all.reduce(slip, text))],
    'data after changes': [2, fc.tuple(written, changes(2)).map(([text, all]) => all.reduce(apply, text))],
  };
  for (const [what, [share, texts]] of Object.entries(cases)) {
    test(`is read as the package reads it: ${what}`, function () {
      this.timeout(24 * 3_600_000);
      fc.assert(fc.property(texts, assertSame), tries(share));
    });
  }
});

function sectionsOf(text: string): string[] {
  return readDocument(uri, text).sections.map((it) => it.text);
}

function isPlain(text: string): boolean {
  return isQuick(text, 0);
}

/** Whether a text is plain once it is mended. */
function isQuick(text: string, most = 12): boolean {
  const section = { uri, text, tree: undefined, problems: [], comments: [], item: false, index: 0 };
  return readMended(section, most) !== undefined;
}

/** What is not plain takes the slow way in any case. */
function assertSame(text: string): void {
  if (!isQuick(text)) return;
  const quick = parseSection(uri, text);
  const slow = parseSlowly(uri, text);
  const [actual, expected] = [picture(quick), picture(slow)];
  if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected, JSON.stringify(text));
}

/** Everything that is read, with `section` as the one to which all places must belong. */
function picture(section: Section): unknown {
  const at = (span: Span): unknown => [span.start, span.end, span.section === section, ...Object.keys(span)];
  const of = (node: Node): unknown => {
    const own = [node.is, at(node.span), ...Object.keys(node)];
    if (node.is === 'scalar') return [...own, exactly(node.value), node.source, node.style];
    if (node.is === 'list') return [...own, node.flow, node.items.map(of)];
    const entries = node.entries.map((it) => [of(it.key), it.value && of(it.value), at(it.span), ...Object.keys(it)]);
    return [...own, node.flow, entries];
  };
  const { tree, problems, comments } = section;
  return [
    tree && of(tree),
    problems.map(({ code, span }) => [code, at(span)]),
    comments.map(({ span, text, ...rest }) => [at(span), text, rest]),
  ];
}

/** Zero has two signs, and JSON no infinity. */
function exactly(value: unknown): unknown {
  return typeof value === 'number' ? (Object.is(value, -0) ? '-0' : `${value}`) + typeof value : value;
}
