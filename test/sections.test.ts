import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { editDocument, locate, readDocument, type Change, type Document } from '../server/src/syntax/document.ts';
import { toData, type ProblemCode } from '../server/src/syntax/tree.ts';
import { applyChanges, type TextChange } from '../server/src/text/edit.ts';
import { readLines, type Lines } from '../server/src/text/lines.ts';
import { createWorkspace, type Workspace } from '../server/src/workspace/workspace.ts';
import { broken, changeOf, changes, config, excerpt, plan, readings, tries } from './kit/broken.ts';
import { looseChange, looseChangeOf, looseLines } from './kit/loose-lines.ts';
import { linkedPlan } from './kit/linked-plans.ts';
import { assertSame, linesIn, picture } from './kit/picture.ts';

const folder = 'file:///project';
const uri = `${folder}/plan.strategy.yaml`;
const nothing = createWorkspace('2026-09-30', [folder]);
const start = fc.oneof(
  { weight: 60, arbitrary: excerpt },
  { weight: 1, arbitrary: fc.constant(plan) },
  { weight: 20, arbitrary: broken },
  { weight: 10, arbitrary: linkedPlan },
);

suite('reading by sections', () => {
  test('gives after any changes what reading afresh gives', function () {
    this.timeout(240_000);
    const rounds = fc.array(changes(3), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(start, rounds, (text, all) => assertEdits(text, all, changeOf)),
      tries(0.5),
    );
  });

  test('gives it however lines are put together', function () {
    this.timeout(240_000);
    const rounds = fc.array(fc.array(looseChange, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(looseLines, rounds, (text, all) => assertEdits(text, all, looseChangeOf)),
      tries(0.5),
    );
  });

  test('gives it where sections name things for each other', function () {
    this.timeout(240_000);
    const rounds = fc.array(fc.array(looseChange, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(linkedPlan, rounds, (text, all) => assertEdits(text, all, looseChangeOf)),
      tries(0.5),
    );
  });

  test('keeps a section that names what is used elsewhere, and reads again what uses what has changed', () => {
    const text = 'goals:\n  - &a { id: a }\n  - &b { id: b }\nkpis:\n  - *a\n  - *b\n  - { id: c }\n';
    const before = readDocument(uri, text);
    const at = text.indexOf('id: b') + 5;
    const after = editDocument(before, [{ start: at, end: at, text: 'b' }]);
    const same = after.sections.map((it, index) => it === before.sections[index]);
    assert.deepEqual(same, [true, true, false, true, true, false, true]);
    assert.deepEqual(
      plainly(toData(after.tree)),
      plainly(
        new Map([
          ['goals', [{ id: 'a' }, { id: 'bb' }]],
          ['kpis', [{ id: 'a' }, { id: 'bb' }, { id: 'c' }]],
        ]),
      ),
    );
  });

  test('gives it where aliases stand for too much', () => {
    const keys = Array.from({ length: 98 }, (_, nth) => `    k${nth}: v\n`).join('');
    const text = `goals:\n  - &a\n${keys}kpis:\n${'  - *a\n'.repeat(206)}`;
    const document = readDocument(uri, text);
    assert.deepEqual(
      document.problems.map(({ code, span }) => [code, locate(document, span).start]),
      [['alias-bomb', text.length - 3 * 7 + 4]],
    );
    const more = '    more: v\n';
    let current = document;
    for (const change of [
      { start: 14, end: 14, text: more },
      { start: 14, end: 14 + more.length, text: '' },
    ]) {
      current = editDocument(current, [change]);
      const fresh = readDocument(uri, current.text);
      assertSame(saidBy(current), saidBy(fresh));
    }
  });

  /** Each needs another look at what stands around a change. */
  const around: readonly (readonly [text: string, ...changes: TextChange[]])[] = [
    ['goals:\n  - id: a\n=======\n    t: u\n  - id: b\n', { start: 6, end: 7, text: '' }],
    ['goals:\nx\n:y\n  - id: a\n', { start: 8, end: 8, text: '  - b\n' }],
    ['"k": v\nw\n  - id: a\n', { start: 9, end: 19, text: '-: b\n' }],
    ['goals:\n  - id: a\n  - id: b\n', { start: 7, end: 9, text: '' }, { start: 7, end: 7, text: '    ' }],
    ['a: 1\rb: 2\r', { start: 5, end: 5, text: '\n' }, { start: 4, end: 5, text: '' }],
    ['# c\ntitle: x\n', { start: 0, end: 13, text: '' }],
  ];
  test('gives it where a change concerns its neighbours', () => {
    for (const [text, ...all] of around) assertEdits(text, [all], (_, it) => it);
  });

  test('gives after any changes the findings that a new workspace gives', function () {
    this.timeout(240_000);
    const property = fc.property(start, changes(3), (text, all) => {
      let current = nothing.with([[uri, text]]);
      let last = text;
      for (const [nth, it] of all.entries()) {
        const change = changeOf(last, it);
        last = applyChanges(last, [change]);
        current = nth % 2 === 0 ? current.with([[uri, last]]) : current.edit(uri, [change]);
        assertSame(said(current), said(nothing.with([[uri, last]])));
      }
    });
    fc.assert(property, tries(0.25));
  });

  test('gives the data that the parser gives for the whole text', function () {
    this.timeout(240_000);
    for (const text of [plan, readings, config]) assertSameData(text);
    for (const text of ['a: |\ngoals:\n  - id: a\n: y\n', 'goals:\n  - a\n{b: c}\n', '<<: {}\n<<: {}\n'])
      assertSameData(text);
    const written = fc
      .tuple(value, fc.constantFrom(...styles))
      .map(([it, style]) => stringify({ title: 'x', ...it }, style));
    fc.assert(fc.property(fc.oneof(written, broken, looseLines), assertSameData), tries());
  });
});

/** Changes round by round, each against a fresh reading. What was made of an earlier version leaves that as it was. */
function assertEdits<Some>(
  text: string,
  rounds: readonly (readonly Some[])[],
  changeIn: (text: string, it: Some) => TextChange,
): void {
  let document = readDocument(uri, text);
  const versions: (readonly [document: Document, said: unknown])[] = [];
  for (const round of rounds) {
    versions.push([document, picture(document)]);
    const before = document;
    const { edits, after } = asTyped(before.text, round, changeIn);
    document = editDocument(before, edits);
    const fresh = picture(readDocument(uri, after));
    assertSame(picture(document), fresh);
    assertSame(picture(readDocument(uri, after, before)), fresh);
    assertSame(linesIn(document.lines), linesIn(readLines(after)));
  }
  for (const [it, said] of versions) assertSame(picture(it), said);
}

/** Changes one after the other, some of them by lines and columns as an editor tells of them. */
function asTyped<Some>(
  text: string,
  all: readonly Some[],
  changeIn: (text: string, it: Some) => TextChange,
): { readonly edits: readonly Change[]; readonly after: string } {
  let after = text;
  const edits = all.map((it, nth): Change => {
    const one = changeIn(after, it);
    const lines = readLines(after);
    after = applyChanges(after, [one]);
    return nth % 2 === 0 ? one : byLines(one, lines);
  });
  return { edits, after };
}

function byLines({ text, start, end }: TextChange, known: Lines): Change {
  const at = (offset: number): readonly [line: number, column: number] => {
    const line = known.lineAt(offset);
    return [line, offset - known.startOf(line)];
  };
  const [from, to] = [at(start), at(end)];
  return (lines) => ({ start: lines.startOf(from[0]) + from[1], end: lines.startOf(to[0]) + to[1], text });
}

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
  if (whole.errors.length > 0) assert.notDeepEqual(problems, []);
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

/** The data and the mistakes of a document, each where it stands. */
function saidBy(document: Document): unknown {
  return [toData(document.tree), document.problems.map(({ code, span }) => [code, locate(document, span)])];
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
