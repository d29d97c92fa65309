import assert from 'node:assert/strict';
import { editDocument, locate, readDocument, startOfSection, type Document } from '../server/src/syntax/document.ts';
import type { Section } from '../server/src/syntax/tree.ts';
import { applyChanges, type TextChange } from '../server/src/text/edit.ts';

const uri = 'file:///project/plan.strategy.yaml';
const item = (kind: string, nth: number): string =>
  `  - id: ${kind}-${nth}\n    title: What ${kind} ${nth} is about\n    owner: somebody\n`;
const list = (key: string, count: number): string =>
  `${key}:\n${Array.from({ length: count }, (_, nth) => item(key.slice(0, -1), nth)).join('')}`;
const text = `title: Long\nkind: company\n\n${list('goals', 200)}\n${list('tactics', 400)}\n# The end of the plan.\n`;

/** Edits as people make them, and the most sections that have to be read anew for each. */
const edits: Readonly<Record<string, readonly [most: number, change: TextChange]>> = {
  'a letter in an item': [1, insert('tactic 200 is', 'x')],
  'a key in an item': [1, insert('    owner', '    goal: goal-3\n', 'tactic-200')],
  'a new line in an item': [1, insert('    owner', '    \n', 'tactic-200')],
  'a new item': [1, insert('  - id: tactic-200\n', '  - id: new\n')],
  'the hyphen of a new item': [1, insert('  - id: tactic-200\n', '  - \n')],
  'an item that is gone': [1, { ...at(item('tactic', 200)), text: '' }],
  'ten items that are gone': [
    1,
    { start: at('  - id: tactic-200\n').start, end: at('  - id: tactic-210\n').start, text: '' },
  ],
  'two items that become one': [1, { ...at('- id: tactic-200'), text: '  id: tactic-200' }],
  'a new key between the lists': [1, insert('tactics:', 'note: x\n')],
  'a new list between the lists': [2, insert('tactics:', 'kpis:\n  - id: a\n')],
  'a word at the left edge below a list': [1, insert('tactics:', 'kp')],
  'a word on a line of its own below a list': [1, insert('tactics:', 'kp\n')],
  'a word at the left edge within a list': [1, insert('  - id: tactic-200\n', 'kp\n')],
  'a key at the left edge within a list': [1, insert('  - id: tactic-200\n', 'kpis:\n')],
  'a key with a value within a list': [1, insert('  - id: tactic-200\n', 'note: x\n')],
  'a word at the top': [1, insert('title: Long', 'wo\n')],
  'a word at the very end': [1, { start: text.length, end: text.length, text: 'wo' }],
  'the colon of a list that is gone': [1, { ...at('tactics:'), text: 'tactics' }],
  'another name for a list': [1, { ...at('tactics:'), text: 'activities:' }],
  'a value in front of a list': [1, { ...at('tactics:'), text: 'tactics: x' }],
  'a line that is too far left': [1, insert('    owner', '  lost\n', 'tactic-200')],
  'a line at the left edge in an item': [2, insert('    owner', 'lost: x\n', 'tactic-200')],
  'a hyphen that is too far left': [1, { ...at('  - id: tactic-200'), text: ' - id: tactic-200' }],
  'a hyphen at the left edge': [1, { ...at('  - id: tactic-200'), text: '- id: tactic-200' }],
  'a first hyphen that is too far right': [1, { ...at('  - id: tactic-0'), text: '    - id: tactic-0' }],
  'a quote that is left open': [1, insert('What tactic 200', '"')],
  'a bracket that is left open': [1, insert('What tactic 200', '[')],
  'a comment at the left edge': [1, insert('  - id: tactic-200\n', '# What follows is later.\n')],
  'an anchor that nothing repeats': [1, insert('What tactic 200', '&a ')],
  'a word with an asterisk': [1, insert('What tactic 200', '*')],
};

suite('an edit', () => {
  const before = readDocument(uri, text);

  test('has a document of many sections before it', () => {
    assert.equal(before.sections.length, 2 + 1 + 200 + 1 + 400);
    assert.deepEqual(before.problems, []);
  });

  for (const [name, [most, change]] of Object.entries(edits)) {
    test(`costs what it touches: ${name}`, () => {
      const watched = readDocument(uri, text);
      const touched = watch(watched.sections);
      const after = editDocument(watched, [change]);
      ask(after);
      assert.ok(touched.size <= 20, `looked into ${touched.size} sections`);
      assert.ok(fresh(after, watched) <= most, `read ${fresh(after, watched)} sections anew`);
      assert.equal(after.text, applyChanges(text, [change]));
      const undone = editDocument(after, [{ ...inverse(change), text: text.slice(change.start, change.end) }]);
      assert.equal(undone.text, text);
      assert.ok(fresh(undone, after) <= Math.max(2, change.end - change.start > 200 ? 10 : 2));
    });
  }

  test('of an item leaves the keys of the document as they are', () => {
    const after = editDocument(before, [insert('tactic 200 is', 'x')]);
    assert.equal(after.root, before.root);
    assert.notEqual(editDocument(before, [insert('title: Long', 'id: x\n')]).root, before.root);
  });

  test('of the whole text is told by what is another', () => {
    const change = insert('tactic 200 is', 'x');
    const whole = { start: 0, end: text.length, text: applyChanges(text, [change]) };
    assert.equal(fresh(editDocument(before, [whole]), before), 1);
    assert.equal(fresh(readDocument(uri, whole.text, before), before), 1);
  });

  test('of many places at once reads each of them', () => {
    const places = [...text.matchAll(/owner/g)].map(({ index }) => index).reverse();
    const changes = places.map((start) => ({ start, end: start, text: 'x-' }));
    assert.equal(fresh(editDocument(before, changes), before), 600);
    assert.equal(fresh(editDocument(before, changes.slice(0, 3)), before), 3);
  });

  test('of what a section names reads those again that use it', () => {
    const tied = editDocument(before, [insert('What tactic 200', '*a # '), insert('What tactic 100', '&a ')]);
    assert.equal(fresh(tied, before), 2);
    const { start } = at('What tactic 100');
    assert.equal(fresh(editDocument(tied, [{ start: start + 7, end: start + 7, text: 'x' }]), tied), 2);
    assert.equal(fresh(editDocument(tied, [insert('tactic 50 is', 'x')]), tied), 1);
    assert.equal(fresh(editDocument(tied, [{ start, end: start + 3, text: '' }]), tied), 2);
  });

  test('that has a file merge into its own keys has it read as one, and the next that undoes it in pieces', () => {
    const named = editDocument(before, [insert('What tactic 100', '&a ')]);
    const merged = editDocument(named, [insert('title: Long', '<<: *a\n')]);
    assert.equal(merged.sections.length, 1);
    const { start } = at('title: Long');
    const undone = editDocument(merged, [{ start, end: start + 7, text: '' }]);
    assert.equal(undone.sections.length, before.sections.length);
  });
});

/** Puts a piece in front of some words, the first behind `behind`. */
function insert(words: string, piece: string, behind = ''): TextChange {
  const { start } = at(words, behind);
  return { start, end: start, text: piece };
}

function at(words: string, behind = ''): { readonly start: number; readonly end: number } {
  const start = text.indexOf(words, text.indexOf(behind));
  assert.ok(start >= 0, words);
  return { start, end: start + words.length };
}

function inverse({ start, text: piece }: TextChange): { readonly start: number; readonly end: number } {
  return { start, end: start + piece.length };
}

/** How many sections of a document the one before it does not have. */
function fresh({ sections }: Document, before: Document): number {
  const known = new Set(before.sections);
  return sections.filter((it) => !known.has(it)).length;
}

/** Notes into which sections somebody looks: into what they say, and not only whether they are items. */
function watch(sections: readonly Section[]): ReadonlySet<Section> {
  const seen = new Set<Section>();
  for (const section of sections) {
    for (const key of ['text', 'tree', 'problems', 'comments'] as const) {
      const value = section[key];
      const get = (): unknown => {
        seen.add(section);
        return value;
      };
      Object.defineProperty(section, key, { get });
    }
  }
  return seen;
}

/** What is asked after each edit: the lines, and where sections stand. */
function ask(document: Document): void {
  const { lines, sections, length } = document;
  const last = sections.at(-1);
  assert.ok(last && startOfSection(document, last) === length - last.text.length);
  assert.ok(lines.startOf(lines.lineAt(length)) <= length);
  assert.deepEqual(locate(document, { section: last, start: 0, end: 1 }).end, length - last.text.length + 1);
  assert.ok(document.root && document.problems.length < 8);
}
