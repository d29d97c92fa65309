import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTable } from '../server/src/syntax/csv.ts';
import {
  commentsOf,
  extentOf,
  locate,
  readDocument,
  sectionAt,
  startOfSection,
  type Document,
} from '../server/src/syntax/document.ts';
import type { Node, Span } from '../server/src/syntax/tree.ts';
import type { Stretch } from '../server/src/text/span.ts';
import { createWorkspace } from '../server/src/workspace/workspace.ts';
import { broken, config, plan, readings, tries } from './kit/broken.ts';

const folder = 'file:///project';
const uri = `${folder}/plan.strategy.yaml`;
const nothing = createWorkspace('2026-09-30', [folder]);
const beside = nothing.with([
  [`${folder}/strategy.config.yaml`, 'preset: strict\n'],
  [`${folder}/social.strategy.yaml`, plan],
]);

suite('broken text', () => {
  test('is read without an error, and nothing points outside it', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(broken, (text) => assertInside(readDocument(uri, text))),
      tries(),
    );
  });

  test('is read as a table without an error, and nothing points outside it', function () {
    this.timeout(120_000);
    const table = fc.oneof(
      broken,
      broken.map((it) => `kpi,period,value,note\n${it}`),
    );
    fc.assert(
      fc.property(table, (text) => assertInside(readTable(uri, text))),
      tries(),
    );
  });

  test('gives findings inside the text, each with fixes that can be made', function () {
    this.timeout(240_000);
    const names = fc.constantFrom(
      'plan.strategy.yaml',
      '2026.measures.yaml',
      '2026.measures.csv',
      'strategy.config.yaml',
    );
    fc.assert(fc.property(names, broken, assertFindings), tries(0.25));
  });

  const nested = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const texts: Record<string, string> = {
    'five megabytes': plan.repeat(Math.ceil(5_000_000 / plan.length)),
    'a thousand tactics': `title: x\ntactics:\n${'  - { id: a, title: b, goal: c, kpi: d }\n'.repeat(1_000)}`,
    'a line of a megabyte': `title: ${'word '.repeat(200_000)}`,
    'a line of a megabyte without a space': `title: ${'x'.repeat(1_000_000)}`,
    'ten thousand names in one list': `tactics: [${'a, '.repeat(10_000)}]`,
    'brackets 100,000 deep': nested('[', ']'),
    'braces 100,000 deep': nested('{a: ', '}'),
    'brackets that never close': 'title: '.concat('[ '.repeat(100_000)),
    'quotes that never close': 'title: "\n'.repeat(2_000),
    'lines 10,000 deep': lines(10_000, (index) => `${' '.repeat(index)}a:`),
    'lines 1,000 deep': lines(1_000, (index) => `${' '.repeat(index)}- a:`),
    'hyphens 100,000 deep': '- '.repeat(100_000),
    'question marks 100,000 deep': '? '.repeat(100_000),
    'a billion laughs': laughs(),
    'an alias in its own anchor': 'a: &a { b: *a }\nc: *a\n',
    'two thousand anchors, each in the next': lines(2_000, (index) => `k${index}: &a${index} [*a${index - 1}]`),
    'two thousand merges': `a: &a { b: 1 }\n${lines(2_000, (index) => `k${index}: { <<: *a }`)}`,
    'two thousand mistakes': 'goals:\n'.concat('  - id: "a\n    tit\n   x: y: z\n'.repeat(700)),
    'two thousand half-typed lines': 'title: x\n'.concat('word\n'.repeat(2_000)),
    'two thousand conflicts': '<<<<<<< a\nt: 1\n=======\nt: 2\n>>>>>>> b\n'.repeat(2_000),
    'a thousand times the same key': 'title: x\n'.repeat(1_000),
    'two thousand keys that nobody knows': lines(2_000, (index) => `key${index}: 1`),
    'five thousand comments': `${'# strategy-ignore kpi/vanity: fine\n'.repeat(5_000)}title: x\n`,
    'a hundred thousand empty lines': '\n'.repeat(100_000),
    'four thousand carriage returns': 'a: 1\r'.repeat(4_000),
    'only nulls': '\0'.repeat(10_000),
  };
  for (const [name, text] of Object.entries(texts)) {
    test(`${name}: answered within a second`, function () {
      this.timeout(20_000);
      const [took, workspace] = bestOf(3, () => {
        const made = nothing.with([[uri, text]]);
        assert.ok(made.findingsIn(uri).length >= 0);
        return made;
      });
      assert.ok(took < 1000, `took ${Math.round(took)} ms`);
      const document = workspace.files.get(uri)?.document;
      assert.ok(document);
      assertInside(document);
    });
  }

  for (const [name, text] of Object.entries({ yaml: plan, 'measures.yaml': readings, config })) {
    test(`${name}: any byte order mark and any line ends say the same`, () => {
      const plain = withoutPlaces(text);
      assert.equal(withoutPlaces(`\ufeff${text}`), plain);
      assert.equal(withoutPlaces(text.replaceAll('\n', '\r\n')), plain);
      assert.equal(withoutPlaces(text.replaceAll('\n', '\r')), plain);
    });
  }
});

/** The shortest time of some tries, up to the first that is short enough: a busy machine is no fault of the program. */
function bestOf<T>(tries: number, work: () => T): readonly [milliseconds: number, result: T] {
  const from = performance.now();
  const result = work();
  const took = performance.now() - from;
  if (took < 1000 || tries === 1) return [took, result];
  const [again, other] = bestOf(tries - 1, work);
  return [Math.min(took, again), other];
}

/** Each line says ten times what the one above says. */
function laughs(): string {
  const lines = Array.from(
    { length: 12 },
    (_, index) => `l${index + 1}: &l${index + 1} [${`*l${index}, `.repeat(10)}]`,
  );
  return ['l0: &l0 ha', ...lines, ''].join('\n');
}

function assertFindings(name: string, text: string): void {
  const own = `${folder}/${name}`;
  const workspace = beside.with([[own, text]]);
  for (const file of workspace.files.values()) {
    for (const { stretch, message, fixes, related } of workspace.findingsIn(file.uri)) {
      assertStretch(stretch, file.document.text);
      assert.ok(message.length > 0 && !/undefined|\[object/.test(message), message);
      for (const { at } of related ?? []) assertSpan(at);
      for (const { title, edits } of fixes?.() ?? []) {
        assert.ok(title.length > 0 && edits.length > 0);
        for (const { at } of edits) assertSpan(at);
      }
    }
  }
}

function assertInside(document: Document): void {
  const { text, sections, tree, problems } = document;
  assert.equal(sections.map((it) => it.text).join(''), text);
  let at = 0;
  for (const it of sections) {
    assert.equal(startOfSection(document, it), at);
    at += it.text.length;
  }
  for (const { span } of problems) assertSpan(span);
  for (const { span, text: words } of commentsOf(document)) {
    const { start, end } = locate(document, span);
    assert.equal(text.slice(start, end), words);
  }
  if (tree) assertNode(tree, document);
  assert.ok(sectionAt(document, text.length));
}

function assertNode(node: Node, document: Document): void {
  assertSpan(node.span);
  assertStretch(locate(document, node.span), document.text);
  assertStretch(extentOf(document, node), document.text);
  if (node.is === 'list') for (const it of node.items) assertNode(it, document);
  if (node.is !== 'map') return;
  for (const { key, value, span } of node.entries) {
    assertSpan(span);
    assertNode(key, document);
    if (value) assertNode(value, document);
  }
}

function assertSpan({ section, start, end }: Span): void {
  assertStretch({ start, end }, section.text);
}

function assertStretch({ start, end }: Stretch, text: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
}

/** What a text says, wherever it says it. */
function withoutPlaces(text: string): string {
  const { tree, problems } = readDocument(uri, text);
  assert.deepEqual(problems, []);
  const data = (node: Node | undefined): unknown => {
    if (!node || node.is === 'scalar') return node?.value ?? null;
    return node.is === 'list' ? node.items.map(data) : node.entries.map(({ key, value }) => [key.value, data(value)]);
  };
  return JSON.stringify(data(tree)).replaceAll('\\r', '');
}
