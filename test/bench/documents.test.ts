import assert from 'node:assert/strict';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';
import { writeDocument } from './document.ts';
import { faulty, largeCompany, manyTactics, shared, sharedCompany, type Project } from './projects.ts';

suite('the documents of the benchmark', () => {
  test('have the length that was asked for, and are the same each time', () => {
    for (const lines of [200, 1000, 4000]) {
      const text = writeDocument({ seed: 1, title: 'Help', lines });
      assert.equal(text.split('\n').length - 1, lines);
      assert.equal(writeDocument({ seed: 1, title: 'Help', lines }), text);
    }
  });

  test('have no finding where they are clean', () => {
    for (const project of [largeCompany(5, 200), sharedCompany(), manyTactics(60)]) {
      assert.deepEqual(findings(read(project)), []);
    }
  });

  test('have findings in about as many tactics as asked for', () => {
    const text = writeDocument({ seed: 11, title: 'Help', lines: 4000, faulty });
    const tactics = text.split('\n  - id: ').length - 1;
    const workspace = read(new Map([['help.strategy.yaml', text]]));
    const count = findings(workspace).length;
    assert.ok(count > tactics / 30 && count < tactics / 5, `${count} findings in ${tactics} items`);
  });

  test('name one id in 100 places over 40 files', () => {
    const texts = [...sharedCompany()].filter(([path]) => path !== shared.document).map(([, text]) => text);
    const counts = texts.map((it) => it.split(`company/${shared.id}\n`).length - 1).filter((it) => it > 0);
    assert.equal(counts.length, shared.files);
    assert.equal(
      counts.reduce((sum, it) => sum + it),
      shared.places,
    );
  });
});

function read(project: Project): Workspace {
  const root = 'file:///plans';
  return createWorkspace('2026-09-30', [root]).with([...project].map(([path, text]) => [`${root}/${path}`, text]));
}

function findings(workspace: Workspace): readonly string[] {
  return [...workspace.files.keys()].flatMap((it) => workspace.findingsIn(it).map(({ message }) => message));
}
