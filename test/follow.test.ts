import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { documentSymbols } from '../server/src/features/symbols.ts';
import { createWorkspace, type Text, type Workspace } from '../server/src/workspace/workspace.ts';
import { client } from './kit/ask.ts';
import { changeOf, changes, tries } from './kit/broken.ts';

/**
 * A project that is followed from change to change says what one says that is read afresh, whatever is changed in which file:
 * findings, ids, mentions and what they lead to.
 */
const folder = 'file:///project';
const nothing = createWorkspace('2026-09-30', [folder]);
const samples = new URL('../samples/', import.meta.url);

/** Small plans that hang on each other, with faults, waivers, comments and readings of all sorts. */
const files: ReadonlyMap<string, string> = new Map([
  ['strategy.config.yaml', 'preset: strict\nroles: { ana: Ana, ben: Ben }\nlimits: { intent_words: 30 }\n'],
  ['company.strategy.yaml', read('bad-twitter-strategy/company.strategy.yaml')],
  ['social.strategy.yaml', read('bad-twitter-strategy/social.strategy.yaml')],
  [
    'cafe.strategy.yaml',
    [
      'title: Café',
      'kind: campaign',
      'parent: company',
      'intent: Neighbours come back.',
      'goals:',
      '  - id: back',
      '    title: Neighbours come back',
      '    supports: company/nobody',
      '    objectives: [{ id: twice, kpi: visits, baseline: 1, target: 2, by: 2026-12-31 }]',
      'kpis:',
      '  - { id: visits, title: Visits, unit: count, direction: increase, level: outcome, drives: likes }',
      '  - { id: likes, title: Likes, unit: count, direction: increase, level: output }',
      'strategies:',
      '  - id: know',
      '    title: Know every name',
      '    approach: We learn the names of all who come twice',
      '    goal: back',
      '  - { id: part, title: Part of it, part_of: know }',
      'tactics:',
      '  - id: book # strategy-ignore plan/accountable: the team is new',
      '    title: A book of names',
      '    strategy: part',
      '    goal: back',
      '    kpi: [visits, likes]',
      '  # strategy-ignore trace/tactic-without-goal, kpi/vanity: later',
      '  - id: cup',
      '    title: A cup for each',
      '    strategy: know',
      '    kpi: likes',
      '    depends_on: book',
      'waivers:',
      '  - { rule: trace/tactic-without-goal, target: cup, reason: A test, approved_by: ana, until: 2026-10-31 }',
      '',
    ].join('\n'),
  ],
  [
    '2026.measures.yaml',
    'measurements:\n  - { kpi: visits, period: 2026-08, value: 3 }\n  - { kpi: cafe/visits, period: 2026-08, value: 4 }\n',
  ],
  ['till.measures.csv', 'kpi,period,value\nlikes,2026-07,12\nvisits,2026-06,2\nnothing,2026-06,2\n'],
]);

function read(path: string): string {
  return readFileSync(new URL(path, samples), 'utf8');
}

const names = [...files.keys()];
const change = fc.record({ name: fc.constantFrom(...names), edits: changes(2) });

/** What is done to a file: it is edited, or goes, or comes back as it was first. */
const deed = fc.oneof(
  { weight: 12, arbitrary: change },
  { weight: 1, arbitrary: fc.record({ name: fc.constantFrom(...names), away: fc.boolean() }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

suite('a project that is followed', () => {
  test('says what one says that is read afresh', function () {
    this.timeout(240_000);
    const property = fc.property(fc.array(deed, { minLength: 1, maxLength: 5 }), fc.boolean(), (deeds, eager) => {
      let current = nothing.with(texts(files));
      if (eager) picture(current);
      for (const it of deeds) {
        current = done(current, it);
        if (eager) assertFresh(current);
      }
      assertFresh(current);
    });
    fc.assert(property, tries(0.1));
  });

  test('leaves the workspaces before it as they were', () => {
    const before = nothing.with(texts(files));
    const first = JSON.stringify(picture(before));
    const [name = '', text = ''] = [...files][3] ?? [];
    const after = before.with([[`${folder}/${name}`, text.replaceAll('visits', 'guests')]]);
    const second = JSON.stringify(picture(after));
    assert.notEqual(second, first);
    assert.equal(JSON.stringify(picture(before)), first);
    assert.equal(JSON.stringify(picture(after)), second);
  });
});

function texts(all: Iterable<readonly [string, string]>): Text[] {
  return [...all].map(([name, text]) => [`${folder}/${name}`, text]);
}

function done(workspace: Workspace, deed: Deed): Workspace {
  const uri = `${folder}/${deed.name}`;
  const document = workspace.files.get(uri)?.document;
  if ('away' in deed) return workspace.with([[uri, deed.away ? undefined : files.get(deed.name)]]);
  return deed.edits.reduce(
    (current, it) => {
      const now = current.files.get(uri)?.document;
      return now ? current.edit(uri, [changeOf(now.text, it)]) : current;
    },
    document ? workspace : workspace.with([[uri, files.get(deed.name)]]),
  );
}

function assertFresh(workspace: Workspace): void {
  const all = [...workspace.files.values()].map((it): Text => [it.uri, it.document.text]);
  const [actual, expected] = [picture(workspace), picture(nothing.with(all.toSorted(([a], [b]) => (a < b ? -1 : 1))))];
  if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected);
}

/** Everything that is said about a project, by file. */
function picture(workspace: Workspace): unknown {
  const project = workspace.projectOf(`${folder}/cafe.strategy.yaml`) ?? [...workspace.projects.values()][0];
  return [...workspace.files.keys()].sort().map((uri) => [
    uri,
    workspace
      .findingsIn(uri)
      .map(({ rule, message, stretch, severity, justified, related }) => [
        rule.id,
        message,
        stretch,
        severity,
        justified,
        related?.map((it) => it.message),
      ]),
    workspace.files.get(uri)?.items.map((it) => [it.of, it.id?.value, project?.inUse(it)]),
    workspace.files.get(uri)?.mentions.map((it) => {
      const link = project?.find(it);
      return [it.name, it.key, link?.state, link && 'target' in link && link.target.id?.value];
    }),
    documentSymbols.answer(workspace, { textDocument: { uri } } as never, client),
  ]);
}
