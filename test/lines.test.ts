import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { toChange, toOffset, toPosition } from '../server/src/features/place.ts';
import { editDocument, readDocument } from '../server/src/syntax/document.ts';
import { readLines } from '../server/src/text/lines.ts';
import { broken, tries } from './kit/broken.ts';
import { looseLines } from './kit/loose-lines.ts';
import { linesIn } from './kit/picture.ts';

const uri = 'file:///project/plan.strategy.yaml';
const any = fc.oneof(looseLines, broken);

suite('lines', () => {
  test('end with a line feed, a carriage return, or both', () => {
    const lines = readLines('a\nb\r\nc\rd\n\r\n');
    const all = Array.from({ length: lines.count }, (_, line) => lines.textOf(line));
    assert.deepEqual(all, ['a', 'b', 'c', 'd', '', '']);
    assert.deepEqual(
      all.map((_, line) => lines.startOf(line)),
      [0, 2, 5, 7, 9, 11],
    );
    assert.deepEqual(
      all.map((_, line) => lines.endOf(line)),
      [1, 3, 6, 8, 9, 11],
    );
    assert.deepEqual([0, 1, 2, 4, 5, 11].map(lines.lineAt), [0, 0, 1, 1, 2, 5]);
  });

  test('are one line where nothing stands', () => {
    const lines = readLines('');
    assert.deepEqual([lines.count, lines.lineAt(0), lines.startOf(1), lines.textOf(0)], [1, 0, 0, '']);
  });

  test('are the same counted by sections, and as a plain search finds them', () => {
    const property = fc.property(any, (text) => {
      const lines = readLines(text);
      const found = text.split(/\r\n|\r|\n/);
      assert.deepEqual(
        found.map((_, line) => lines.textOf(line)),
        found,
      );
      assert.equal(lines.count, found.length);
      assert.deepEqual(linesIn(readDocument(uri, text).lines), linesIn(lines));
      for (let offset = 0; offset <= text.length; offset++) {
        const before = text.slice(0, offset).replace(/\r$/, text.charAt(offset) === '\n' ? '' : '\r');
        assert.equal(lines.lineAt(offset), before.split(/\r\n|\r|\n/).length - 1);
      }
    });
    fc.assert(property, tries(0.25));
  });
});

suite('positions', () => {
  test('there and back again', () => {
    const property = fc.property(any, fc.nat(), (text, some) => {
      const { lines } = readDocument(uri, text);
      const offset = some % (text.length + 1);
      const inBreak = text.charAt(offset) === '\n' && text.charAt(offset - 1) === '\r';
      assert.equal(toOffset({ lines }, toPosition(lines, offset)), inBreak ? offset - 1 : offset);
    });
    fc.assert(property, tries(0.25));
  });

  test('beyond the end of a line or of the text mean that end', () => {
    const document = readDocument(uri, 'title: x\r\ngoals:\n');
    const at = (line: number, character: number): number => toOffset(document, { line, character });
    assert.deepEqual([at(0, 3), at(0, 8), at(0, 9), at(0, 99), at(1, 7), at(2, 5), at(9, 9)], [3, 8, 8, 8, 16, 17, 17]);
  });
});

suite('changes as an editor tells of them', () => {
  const text = 'title: x\r\ngoals:\r\n  - id: a\r\n  - id: b\r\n';
  const after = (...all: readonly TextDocumentContentChangeEvent[]): string =>
    editDocument(readDocument(uri, text), all.map(toChange)).text;
  const range = (...[line, character, endLine, endCharacter]: readonly [number, number, number, number]) => ({
    start: { line, character },
    end: { line: endLine, character: endCharacter },
  });

  test('replace a range', () => {
    assert.equal(after({ range: range(0, 7, 0, 8), text: 'y' }), text.replace('x', 'y'));
    assert.equal(after({ range: range(2, 0, 3, 0), text: '' }), text.replace('  - id: a\r\n', ''));
  });

  test('replace the whole text', () => {
    assert.equal(after({ text: 'title: z\n' }), 'title: z\n');
    assert.equal(after({ text: '' }), '');
  });

  test('each tell of the text that the one before it has left', () => {
    const edits = [
      { range: range(0, 8, 0, 8), text: '\r\nkind: k' },
      { range: range(1, 6, 1, 7), text: 'company' },
      { text: 'a: 1\nb: 2\n' },
      { range: range(1, 3, 1, 4), text: '3' },
    ];
    assert.equal(after(...edits.slice(0, 2)), text.replace('x\r\n', 'x\r\nkind: company\r\n'));
    assert.equal(after(...edits), 'a: 1\nb: 3\n');
  });

  test('may name the end first, and a place where no text is', () => {
    assert.equal(after({ range: range(0, 8, 0, 7), text: 'y' }), text.replace('x', 'y'));
    assert.equal(after({ range: range(0, 99, 0, 99), text: '!' }), text.replace('x', 'x!'));
    assert.equal(after({ range: range(99, 0, 99, 9), text: '!' }), `${text}!`);
  });
});
