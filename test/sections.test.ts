import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { commentsOf, locate, readDocument, type Document } from '../server/src/syntax/document.ts';
import { toData, type Node, type ProblemCode, type Span } from '../server/src/syntax/tree.ts';
import { createWorkspace, type Workspace } from '../server/src/workspace/workspace.ts';
import { apply, broken, changes, config, excerpt, plan, readings, tries } from './kit/broken.ts';

const folder = 'file:///project';
const uri = `${folder}/plan.strategy.yaml`;
const nothing = createWorkspace('2026-09-30', [folder]);
const start = fc.oneof(
  { weight: 60, arbitrary: excerpt },
  { weight: 1, arbitrary: fc.constant(plan) },
  { weight: 20, arbitrary: broken },
);

suite('reading by sections', () => {
  test('gives after any changes what reading afresh gives', function () {
    this.timeout(240_000);
    const property = fc.property(start, changes(2), (text, all) => {
      let document = readDocument(uri, text);
      for (const it of all) {
        document = readDocument(uri, apply(document.text, it), document);
        assertSame(picture(document), picture(readDocument(uri, document.text)));
      }
    });
    fc.assert(property, tries());
  });

  test('gives after any changes the findings that a new workspace gives', function () {
    this.timeout(240_000);
    const property = fc.property(start, changes(3), (text, all) => {
      let current = nothing.with([[uri, text]]);
      let last = text;
      for (const it of all) {
        last = apply(last, it);
        current = current.with([[uri, last]]);
        assertSame(said(current), said(nothing.with([[uri, last]])));
      }
    });
    fc.assert(property, tries(0.25));
  });

  test('keeps the sections that did not change', () => {
    const before = readDocument(uri, plan);
    const after = readDocument(uri, plan.replace('title:', 'title: New'), before);
    const kept = after.sections.filter((it) => before.sections.includes(it)).length;
    assert.ok(before.sections.length > 20);
    assert.equal(kept, before.sections.length - 1);
  });

  test('gives the data that the parser gives for the whole text', function () {
    this.timeout(240_000);
    for (const text of [plan, readings, config]) assertSameData(text);
    const written = fc
      .tuple(value, fc.constantFrom(...styles))
      .map(([it, style]) => stringify({ title: 'x', ...it }, style));
    fc.assert(fc.property(fc.oneof(written, broken), assertSameData), tries());
  });
});

const key = fc.oneof(
  fc.constantFrom('id', 'title', 'goals', 'a b', '__proto__', '1', 'x-y', '#', '- a'),
  fc.string({ minLength: 1, maxLength: 5 }),
);
const scalar = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('a\nb\n', '- x', 'a: b', ' # c', 'NO', '0123'),
);
const { value } = fc.letrec<{ node: unknown; value: Record<string, unknown> }>((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('node'), { maxLength: 4 }), tie('value')),
  value: fc.dictionary(key, tie('node'), { maxKeys: 5 }),
}));
const styles = [
  {},
  { indentSeq: false },
  { collectionStyle: 'flow' as const },
  { defaultStringType: 'QUOTE_DOUBLE' as const },
  { indent: 4 },
  { lineWidth: 20 },
];

/** As text first, which is quicker by far; the difference is looked for where there is one. */
function assertSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected);
}

/** What we do not accept although it is YAML: it says nothing that a plan could say. */
const ours = new Set<ProblemCode>([
  'alias-bomb',
  'alias-unknown',
  'bad-character',
  'conflict',
  'directive',
  'not-a-map',
  'several-documents',
]);

/** Where the parser finds nothing wrong with the whole, the sections together say the same. */
function assertSameData(text: string): void {
  // The parser takes a lone carriage return for a letter; for the language it ends a line.
  const whole = parseDocument(text.replace(/\r(?!\n)/g, '\n'), { merge: true, uniqueKeys: false, logLevel: 'silent' });
  const { tree, problems } = readDocument(uri, text);
  if (whole.errors.length > 0 || whole.warnings.length > 0) return;
  const codes = problems.map(({ code }) => code);
  if (codes.some((it) => ours.has(it))) return;
  assert.deepEqual(codes, []);
  const expected = dataOf(whole);
  if (expected === undefined || isBeyondPlans(expected)) return;
  assert.deepEqual(plainly(tree ? toData(tree) : null), plainly(expected));
}

/** `undefined`: the parser accepts the text and cannot say what it means, such as a list that is merged into a map. */
function dataOf(whole: ReturnType<typeof parseDocument>): unknown {
  try {
    return whole.toJS({ mapAsMap: true });
  } catch {
    return undefined;
  }
}

/** A list or a map as a key is kept as the text that it is written with, and so is what a tag makes of a text. */
function isBeyondPlans(data: unknown): boolean {
  if (Array.isArray(data)) return data.some(isBeyondPlans);
  if (!(data instanceof Map)) return typeof data === 'object' && data !== null;
  return [...data].some(([name, it]) => (typeof name === 'object' && name !== null) || isBeyondPlans(it));
}

/** Maps and their like as pairs with text for keys. */
function plainly(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(plainly);
  if (data instanceof Map) return plainly(Object.fromEntries(data));
  if (typeof data !== 'object' || data === null) return data;
  return new Map(Object.entries(data).map(([name, it]) => [name, plainly(it)]));
}

/** Everything that a document says, at its places in the whole text. */
function picture(document: Document): unknown {
  const { tree, problems, sections } = document;
  const at = (span: Span): unknown =>
    Object.values(locate(document, span)).concat(document.sections.includes(span.section) ? 0 : -1);
  const of = (node: Node): unknown => {
    const own = [node.is, at(node.span), node.anchor && at(node.anchor)];
    if (node.is === 'scalar') return [...own, node.value, node.source, node.style];
    if (node.is === 'list') return [...own, node.flow, node.items.map(of)];
    return [
      ...own,
      node.flow,
      node.entries.map((it) => [of(it.key), it.value && of(it.value), at(it.span), it.merged]),
    ];
  };
  return {
    sections: sections.map((it) => it.text),
    tree: tree && of(tree),
    problems: problems.map(({ code, span }) => [code, at(span)]),
    comments: commentsOf(document).map(({ span, text }) => [at(span), text]),
  };
}

function said(workspace: Workspace): unknown {
  return workspace.findingsIn(uri).map(({ rule, message, stretch, severity, fixes }) => [
    rule.id,
    severity,
    message,
    stretch,
    // Repairs of broken text are tried out, which takes long, and depend on nothing but the text of the section.
    (rule.id === 'schema/syntax' ? [] : (fixes?.() ?? [])).map(({ title, edits }) => [
      title,
      edits.map(({ text }) => text),
    ]),
  ]);
}
