import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { CompletionList } from 'vscode-languageserver-protocol';
import { completion, completionCard } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import type { Feature } from '../../server/src/features/feature.ts';
import { hover } from '../../server/src/features/hover.ts';
import { quickFixes } from '../../server/src/features/quick-fixes.ts';
import { references } from '../../server/src/features/references.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';
import { companyWith, open } from '../bench/projects.ts';
import { client, positionAt } from '../kit/ask.ts';

/**
 * An answer right after an edit looks at what it is about: counted and not timed. `near`: the most sections of the document
 * that it may look at; `undefined` where it tells of places all over the document.
 */
interface Asked {
  readonly feature: Feature;
  /** What is written before the cursor, in place of what is deleted behind it, into a tactic behind this key. */
  readonly typed: string;
  readonly behind: string;
  readonly near: number | undefined;
}

const about: Readonly<Record<string, Asked>> = {
  'completion of a key': { feature: completion, behind: 'title', typed: ' x\n    pri', near: 40 },
  'completion of a word': { feature: completion, behind: 'status', typed: ' ', near: 40 },
  'completion of a name': { feature: completion, behind: 'kpi', typed: ' ', near: 40 },
  hover: { feature: hover, behind: 'title', typed: ' x\n    goal: nobody', near: 3 },
  definition: { feature: definition, behind: 'title', typed: ' x\n    goal: nobody', near: 3 },
  references: { feature: references, behind: 'strategy', typed: ' $same', near: undefined },
  'the place of a rename': { feature: prepareRename, behind: 'strategy', typed: ' $same', near: 3 },
  rename: { feature: rename, behind: 'strategy', typed: ' $same', near: undefined },
  'quick fixes': { feature: quickFixes, behind: 'title', typed: ' x', near: 3 },
};

suite('an answer right after an edit', function () {
  this.timeout(60_000);
  const folder = 'file:///project';
  const uri = `${folder}/${open}`;
  let text = '';
  let workspace: Workspace;
  suiteSetup(async () => {
    const samples = fileURLToPath(new URL('../../samples/', import.meta.url));
    const project = await companyWith(samples, 3000);
    text = project.get(open) ?? '';
    workspace = createWorkspace('2026-11-21', [folder]).with([...project].map(([it, its]) => [`${folder}/${it}`, its]));
    workspace.findingsIn(uri);
  });

  for (const [name, { feature, behind, typed, near }] of Object.entries(about)) {
    test(`${name} does not go through the document`, () => {
      const key = new RegExp(`\\ntactics:\\n[^]{30000}[^]*?\\n {4}${behind}:( \\S.*)`).exec(text);
      assert.ok(key?.[1] !== undefined);
      const end = key.index + key[0].length;
      const start = end - key[1].length;
      const written = typed.replace(' $same', key[1]);
      const edited = workspace.edit(uri, [{ start, end, text: written }]);
      edited.findingsIn(uri);
      const position = positionAt(text.slice(0, start) + written, start + written.length);
      const looked = watch(edited, uri);
      const range = { start: position, end: position };
      const more = { newName: 'another', range, context: { includeDeclaration: true, diagnostics: [] } };
      const answer: unknown = feature.answer(edited, { textDocument: { uri }, position, ...more } as never, client);
      assert.ok(near === undefined || looked.size <= near, `${looked.size} sections`);
      if (feature !== hover && feature !== definition && feature !== quickFixes) assert.ok(answer);
      if (feature === completion) assert.ok((answer as CompletionList).items.length > 0);
    });
  }

  test('what an offered name stands for is told when an author looks at it', () => {
    const start = text.indexOf('\n    kpi: ', text.indexOf('\ntactics:')) + '\n    kpi: '.length;
    const position = positionAt(text, start);
    const { items } = completion.answer(
      workspace,
      { textDocument: { uri }, position } as never,
      client,
    ) as CompletionList;
    const item = items.find((it) => it.data !== undefined);
    assert.ok(item && item.documentation === undefined);
    const card = completionCard.answer(workspace, item as never, client) as typeof item;
    assert.match((card.documentation as { value: string }).value, /^\*\*KPI\*\* /);
    for (const data of [undefined, null, 7, {}, [], ['kpi'], ['kpi', 'file:///nowhere#x'], ['kpi', `${uri}#nobody`]])
      assert.deepEqual(completionCard.answer(workspace, { label: 'x', data } as never, client), { label: 'x', data });
  });
});

/** The sections of which the text is looked at from now on; what is put together of all of them must not be asked for. */
function watch(workspace: Workspace, uri: string): ReadonlySet<number> {
  const file = workspace.files.get(uri);
  assert.ok(file);
  const looked = new Set<number>();
  for (const name of ['text', 'tree']) Object.defineProperty(file.document, name, { get: () => assert.fail(name) });
  for (const name of ['items', 'mentions', 'faults'])
    Object.defineProperty(file, name, { get: () => assert.fail(name) });
  for (const [index, section] of file.document.sections.entries()) {
    const { text } = section;
    Object.defineProperty(section, 'text', {
      get: () => {
        looked.add(index);
        return text;
      },
      configurable: true,
    });
  }
  return looked;
}
