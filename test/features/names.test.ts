import assert from 'node:assert/strict';
import type { Location, LocationLink, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { definition } from '../../server/src/features/definition.ts';
import type { Feature } from '../../server/src/features/feature.ts';
import { references } from '../../server/src/features/references.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { afterEdit, ask, dedent, offsetAt, open } from '../kit/ask.ts';
import { folder, marked, splitFiles, unmarked } from '../kit/marked.ts';

/** Compares the places of an answer with the carets of the block: `#  ^^^ words`. */
function checkPlaces(
  block: string,
  words: string,
  places: (block: string) => readonly { uri: string; range: Range }[],
): void {
  const text = dedent(block);
  const bare = unmarkedFiles(text);
  const found = places(bare);
  for (const [name, expected] of splitFiles(text.replaceAll('$0', '')).files) {
    const plain = unmarked(expected);
    const here = found.filter((it) => it.uri === `${folder}/${name}`);
    const marks = here.map(({ range }) => ({
      stretch: { start: offsetAt(plain, range.start), end: offsetAt(plain, range.end) },
      message: words,
    }));
    marks.sort((a, b) => a.stretch.start - b.stretch.start);
    assert.equal(marked(plain, marks), expected);
  }
}

function unmarkedFiles(block: string): string {
  return block
    .split('\n')
    .filter((it) => !/^\s*#\s*\^+ /.test(it))
    .join('\n');
}

function links(feature: Feature, more: object = {}) {
  return (block: string): { uri: string; range: Range }[] => {
    const answer = ask<readonly (Location | LocationLink)[]>(feature, open(block), more);
    return answer.map((it) => ('targetUri' in it ? { uri: it.targetUri, range: it.targetSelectionRange } : it));
  };
}

const withDeclaration = { context: { includeDeclaration: true } };

suite('definition', () => {
  test('of a goal in the same document', () =>
    checkPlaces(
      `
      goals:
        - id: regulars
        #     ^^^^^^^^ definition
      tactics:
        - id: stamp-card
          goal: reg$0ulars
      `,
      'definition',
      links(definition),
    ));
  test('in another document, from inside a list', () =>
    checkPlaces(
      `
      tactics:
        - id: stamp-card
          goal: [here, company/loy$0al]
      #- company.strategy.yaml
      goals:
        - { id: loyal, title: They come back }
        #       ^^^^^ definition
      `,
      'definition',
      links(definition),
    ));
  test('of a parent, its title', () =>
    checkPlaces(
      `
      parent: comp$0any
      #- company.strategy.yaml
      title: The company
      #      ^^^^^^^^^^^ definition
      `,
      'definition',
      links(definition),
    ));
  test('of a KPI from a table of readings', () =>
    checkPlaces(
      `
      kpis:
        - id: visits
        #     ^^^^^^ definition
      #- 2026.measures.csv
      kpi,period,value
      vis$0its,2026-03,5
      `,
      'definition',
      links(definition),
    ));
  test('of the document before a slash', () =>
    checkPlaces(
      `
      goals:
        - { id: a, supports: comp$0any/loyal }
      #- company.strategy.yaml
      title: The company
      #      ^^^^^^^^^^^ definition
      goals: [{ id: loyal }]
      `,
      'definition',
      links(definition),
    ));
  test('of an id, itself, so that an editor goes on to what refers to it', () =>
    checkPlaces(
      `
      goals:
        - id: lo$0yal
        #     ^^^^^ definition
      `,
      'definition',
      links(definition),
    ));
  test('of a role, where the project lists it', () =>
    checkPlaces(
      `
      owner: a$0na
      #- strategy.config.yaml
      roles:
        ana: Owner
      # ^^^ definition
      `,
      'definition',
      links(definition),
    ));
  test('of an alias, its anchor', () =>
    checkPlaces(
      `
      intent: &why Because
      #            ^^^^^^^ definition
      situation: { challenge: *w$0hy }
      `,
      'definition',
      links(definition),
    ));
  test('of a rule in a waiver, its page', () => {
    const marked = open('waivers:\n  - { rule: trace/tactic-w$0ithout-goal }\n');
    const params = { textDocument: { uri: marked.uri }, position: marked.position };
    const [link] = definition.answer(marked.workspace, params as never, {
      snippets: false,
      rulePages: 'rule:/',
    }) as LocationLink[];
    assert.equal(link?.targetUri, 'rule:/trace/tactic-without-goal.md');
  });
  test('none for an unknown id, a role, or a plain text', () => {
    for (const it of ['tactics: [{ id: a, goal: no$0pe }]', 'owner: a$0na', 'title: so$0me'])
      assert.deepEqual(links(definition)(it), []);
  });
});

suite('references', () => {
  test('over all files, the definition among them', () =>
    checkPlaces(
      `
      goals:
        - id: loy$0al
        #     ^^^^^ named
      strategies:
        - id: s
          goal: [loyal]
          #      ^^^^^ named
      #- social.strategy.yaml
      goals:
        - id: loyal
          supports: plan/loyal
          #              ^^^^^ named
      `,
      'named',
      links(references, withDeclaration),
    ));
  test('of a document, before the slash and as parent', () =>
    checkPlaces(
      `
      parent: comp$0any
      #       ^^^^^^^ named
      goals:
        - id: a
          supports: company/loyal
          #         ^^^^^^^ named
      #- company.strategy.yaml
      goals: [{ id: loyal }]
      `,
      'named',
      links(references, withDeclaration),
    ));
});

suite('rename', () => {
  function renamed(block: string, newName: string): string {
    const marked = open(block);
    const texts = afterEdit(marked.workspace, ask<WorkspaceEdit>(rename, marked, { newName }));
    return [...texts.values()].join('---\n');
  }
  test('keeps quotes, comments and form in every file', () =>
    assert.equal(
      renamed(
        `
        goals:
          - id: "loy$0al"   # the one
        strategies:
          - { id: s, goal: 'loyal' }
        #- social.strategy.yaml
        goals:
          - id: loyal
            supports: [plan/loyal]
        #- 2026.measures.yaml
        check_ins:
          - { date: 2026-03-01, target: plan/loyal }
        `,
        'faithful',
      ),
      dedent(`
        goals:
          - id: "faithful"   # the one
        strategies:
          - { id: s, goal: 'faithful' }
        ---
        goals:
          - id: loyal
            supports: [plan/faithful]
        ---
        check_ins:
          - { date: 2026-03-01, target: plan/faithful }
      `),
    ));
  test('behind an anchor changes the text once', () =>
    assert.equal(
      renamed(
        'goals:\n  - id: lo$0yal\nstrategies:\n  - { id: s, goal: &g loyal }\n  - { id: t, goal: *g }\n',
        'true-fans',
      ),
      'goals:\n  - id: true-fans\nstrategies:\n  - { id: s, goal: &g true-fans }\n  - { id: t, goal: *g }\n',
    ));
  test('below the mark of a long text', () =>
    assert.equal(
      renamed('goals:\n  - { id: a }\nstrategies:\n  - goal: >-\n      $0a\n    id: s\n', 'b'),
      'goals:\n  - { id: b }\nstrategies:\n  - goal: >-\n      b\n    id: s\n',
    ));
  test('offers only the id, without document and quotes', () => {
    const marked = open("goals:\n  - id: loyal\nstrategies:\n  - { id: s, goal: 'plan/lo$0yal' }\n");
    const { range } = ask<{ range: Range }>(prepareRename, marked);
    assert.equal(marked.text.slice(offsetAt(marked.text, range.start), offsetAt(marked.text, range.end)), 'loyal');
  });
  test('says why not', () => {
    const refused = (block: string, newName = 'x'): string => {
      try {
        ask(rename, open(block), { newName });
        return 'no refusal';
      } catch (error) {
        return (error as Error).message;
      }
    };
    assert.match(refused('title: so$0me\n'), /no id here/);
    assert.match(refused('goals:\n  - id: lo$0yal\n', 'Not An Id'), /lower-case words/);
    assert.match(refused('goals:\n  - id: lo$0yal\n', '2026'), /reads as a number/);
    const two = '#- a.strategy.yaml\nkpis: [{ id: k }]\n#- b.strategy.yaml\nkpis: [{ id: k }]\n';
    assert.match(refused(`#- m.measures.yaml\nmeasurements: [{ kpi: $0k }]\n${two}`), /as in a\/k/);
    assert.match(refused('goals:\n  - id: lo$0yal\n  - { id: x, title: Taken }\n'), /'Taken' has the id x already/);
    assert.match(refused('parent: comp$0any\n#- company.strategy.yaml\ntitle: C\n'), /name of its file/);
    assert.match(refused('tactics:\n  - { id: a, goal: no$0pe }\n'), /Nothing in this project has the id nope/);
  });
});
