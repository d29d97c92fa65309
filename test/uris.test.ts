import assert from 'node:assert/strict';
import { canonical, canonicalFolder, createSpellings } from '../server/src/lsp/uris.ts';

suite('names of files', () => {
  test('one name for each file, however it is spelled', () => {
    for (const [name, spellings] of [
      [
        'file:///c%3A/K%C3%A4se/a%20b.strategy.yaml',
        [
          'file:///C:/K%C3%A4se/a%20b.strategy.yaml',
          'file:///c%3a/K%c3%a4se/a%20b.strategy.yaml',
          'file:///c:/Käse/a b.strategy.yaml',
          'FILE://localhost/C%3A/K%C3%A4se/%61%20b.strategy.yaml',
          'file:/c:/Käse/a b.strategy.yaml',
        ],
      ],
      ['file:///it%27s%20%28new%29%21', ["file:///it's (new)!"]],
      ['file:///a%2Fb/100%25', ['file:///a%2fb/100%25', 'file:///a%2Fb/100%']],
    ] as const) {
      for (const it of [name, ...spellings]) assert.equal(canonical(it), name, it);
    }
  });
  test('other schemes, shares and nonsense stay as they are', () => {
    for (const it of ['untitled:Untitled-1', 'vscode-vfs://github/a b', 'file://server/share/a b', 'file:', '::', '']) {
      assert.equal(canonical(it), it);
    }
  });
  test('a folder has no slash at its end', () => assert.equal(canonicalFolder('file:///a/b/'), 'file:///a/b'));
  test('answers speak of a file as the client does', () => {
    const spellings = createSpellings();
    spellings.note('file:///C:/a');
    spellings.note('file:///b');
    const own = 'file:///c%3A/a';
    assert.deepEqual(spellings.inwards({ textDocument: { uri: 'file:///C:/a', version: 1 } }), {
      textDocument: { uri: own, version: 1 },
    });
    assert.deepEqual(spellings.outwards({ changes: { [own]: [{ newText: 'x' }] }, list: [{ uri: own }, null, 1] }), {
      changes: { 'file:///C:/a': [{ newText: 'x' }] },
      list: [{ uri: 'file:///C:/a' }, null, 1],
    });
    spellings.note(own);
    assert.equal(spellings.outwards(own), own);
  });
});
