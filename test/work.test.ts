import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { createWorkspace, type Workspace } from '../server/src/workspace/workspace.ts';
import { companyWith, open } from './bench/projects.ts';

/**
 * An edit costs what it touches, whatever the size of the document: counted and not timed, so that a slip is seen on any
 * machine. `read`: pieces of text that were read anew; `judged`: parts whose rules were asked again, and answers that they share.
 */
const folder = 'file:///project';
const uri = `${folder}/${open}`;
const samples = fileURLToPath(new URL('../samples/', import.meta.url));

interface Work {
  readonly read: number;
  readonly judged: number;
}

interface Typed {
  /** What stands before the place. */
  readonly behind: RegExp;
  readonly text: string;
  readonly most: Work;
  /** It may take more in a larger document, within the limit. */
  readonly grows?: true;
}

const few: Work = { read: 1, judged: 8 };
const typed: Readonly<Record<string, Typed>> = {
  'a letter in the title of a tactic': { behind: /\ntactics:\n[^]{3000}[^]*?\n {4}title: /, text: 'x', most: few },
  'a letter in the title of a goal': {
    behind: /\ngoals:\n[^]*?\n {4}title: /,
    text: 'x',
    most: { read: 1, judged: 40 },
  },
  'a letter in the title of a KPI': { behind: /\nkpis:\n[^]*?\n {4}title: /, text: 'x', most: { read: 1, judged: 40 } },
  // What is read of the plan itself is asked again by its strategies, which are few.
  'a letter in the intent of the plan': { behind: /\nintent: /, text: 'x', most: { read: 1, judged: 20 }, grows: true },
  'a new line': { behind: /\ntactics:\n[^]{3000}[^]*?\n {4}title: .*/, text: '\n    ', most: few },
  'half a key': { behind: /\ntactics:\n[^]{3000}[^]*?\n {4}title: .*/, text: '\n    des', most: few },
  'a quote that does not close': { behind: /\ntactics:\n[^]{3000}[^]*?\n {4}title: /, text: '"', most: few },
  'the id of a goal that is nowhere': {
    behind: /\ntactics:\n[^]{3000}[^]*?\n {4}goal: /,
    text: 'x',
    most: { read: 1, judged: 12 },
  },
  'a new tactic': {
    behind: /\ntactics:\n[^]{3000}[^]*?\n(?= {2}- id: )/,
    text: '  - id: one-more\n    title: One more\n',
    most: { read: 2, judged: 12 },
  },
};

suite('the work of an edit', function () {
  this.timeout(60_000);
  const sizes = [1000, 4000];
  const texts = new Map<number, string>();
  const workspaces = new Map<number, Workspace>();
  suiteSetup(async () => {
    for (const lines of sizes) {
      const project = await companyWith(samples, lines);
      const all = [...project].map(([name, text]) => [`${folder}/${name}`, text] as const);
      texts.set(lines, project.get(open) ?? '');
      workspaces.set(lines, createWorkspace('2026-11-21', [folder]).with(all));
    }
  });

  for (const [name, { behind, text, most, grows }] of Object.entries(typed)) {
    test(`${name}: as much in a small document as in a large one`, () => {
      const works = sizes.map((lines): Work => {
        const match = behind.exec(texts.get(lines) ?? '');
        assert.ok(match, 'the place is there');
        const start = match.index + match[0].length;
        const before = workspaces.get(lines);
        assert.ok(before);
        const type = (to: Workspace): Workspace => to.edit(uri, [{ start, end: start, text }]);
        const takeBack = (from: Workspace): Workspace =>
          from.edit(uri, [{ start, end: start + text.length, text: '' }]);
        // What is asked for the first time is brought together once.
        const first = type(before);
        judge(first);
        const back = takeBack(first);
        judge(back);
        const after = type(back);
        const work = { read: newIn(back, after), judged: judge(after) };
        const end = takeBack(after);
        judge(end);
        workspaces.set(lines, end);
        return work;
      });
      const [small, large] = works;
      if (!grows) assert.deepEqual(large, small);
      assert.ok(large && large.read <= most.read && large.judged <= most.judged, JSON.stringify(large));
    });
  }

  test('what is not in the project of a document costs nothing', () => {
    const other = 'file:///other/plan.strategy.yaml';
    const workspace = workspaces.get(1000)?.with([[other, 'title: Other\nintent: y\n']]);
    assert.ok(workspace);
    judge(workspace);
    assert.equal(judge(workspace.edit(other, [{ start: 7, end: 7, text: 'x' }])), 0);
  });
});

/** Judges the project of the document; answers in how many steps. */
function judge(workspace: Workspace): number {
  const project = workspace.projectOf(uri);
  assert.ok(project);
  const steps = workspace.judge(project);
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}

/** How many sections of a document are others than before. */
function newIn(before: Workspace, after: Workspace): number {
  const old = new Set(before.files.get(uri)?.document.sections);
  return after.files.get(uri)?.document.sections.filter((it) => !old.has(it)).length ?? 0;
}
