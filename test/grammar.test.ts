import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import manifest from '../package.json' with { type: 'json' };
import { shapes, type Shape } from '../server/src/schema/shape.ts';

interface Rule {
  readonly match: string;
}
interface EnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const grammar = read('strategy-yaml.tmLanguage.json') as {
  repository: Record<'heading' | 'reference' | 'mention', Rule>;
};
const configuration = read('language-configuration.json') as {
  wordPattern: { pattern: string; flags: string };
  onEnterRules: EnterRule[];
};

suite('the grammar', () => {
  test('knows the top-level keys of the schemas', () => {
    const keys = Object.values(shapes).flatMap((it) => [...(it.map?.keys.keys() ?? [])]);
    assert.deepEqual(words(grammar.repository.heading), sorted(keys));
  });

  test('knows the keys that refer to items', () => {
    assert.deepEqual(words(grammar.repository.reference), referenceKeys());
  });

  test('knows the same keys before a mention, and the parent', () => {
    const before = [...grammar.repository.mention.match.matchAll(/\\b(\w+): /g)].map(([, key]) => key ?? '');
    assert.deepEqual(sorted(before), sorted([...referenceKeys(), 'parent']));
  });
});

suite('the Enter key', () => {
  const cases: readonly [line: string, next: string][] = [
    ['tactics:', '  '],
    ['tactics: # all of them', '  '],
    ['  - id: clips', '    '],
    ['  - title: "Clips: short ones"', '    '],
    ['    objectives:', '      '],
    ['  - objectives:', '      '],
    ['    goal: regulars', '    '],
    ['      - { kpi: weekly-regulars, target: 90 }', '      - '],
    ['      - { kpi: weekly-regulars, target: 90 } # soon', '      - '],
    ['    trade_offs: [No tourist offers]', '    '],
    ['      - No tourist offers', '      - '],
    ['      - https://example.org/a', '      - '],
    ['      - "No: never"', '      - '],
    ['    approach: >-', '      '],
    ['      - |', '        '],
    ['# - a comment', ''],
    ['  -', '    '],
  ];
  for (const [line, next] of cases) {
    test(`after ‘${line}’ goes on with ‘${next}’`, () => assert.equal(enter(line), next));
  }
});

suite('a word', () => {
  const cases: readonly [text: string, words: readonly string[]][] = [
    ['goal: [regulars, comms/confident-owners]', ['goal', 'regulars', 'comms/confident-owners']],
    ['  - id: win-', ['id', 'win-']],
    ['kpi: comms/', ['kpi', 'comms/']],
    ['baseline: -4.5', ['baseline', '-4.5']],
    ['by: 2026-12-31', ['by', '2026-12-31']],
    ["title: 'Größe zählt.'", ['title', 'Größe', 'zählt']],
    ['--- # next', ['next']],
  ];
  for (const [text, expected] of cases) {
    test(`in ‘${text}’`, () => {
      const { pattern, flags } = configuration.wordPattern;
      assert.deepEqual(text.match(new RegExp(pattern, `${flags}g`)), expected);
    });
  }
});

suite('the manifest', () => {
  test('names a file for each schema that it offers to other YAML extensions', () => {
    for (const { url } of manifest.contributes.yamlValidation) {
      assert.match(readFileSync(new URL(`../${url}`, import.meta.url), 'utf8'), /"\$schema"/);
    }
  });
});

/** Keys that refer to items wherever they stand below the top. Roles are people and no items of a plan. */
function referenceKeys(): string[] {
  const seen = new Map<string, boolean>();
  for (const root of Object.values(shapes)) {
    for (const { shape } of root.map?.keys.values() ?? []) collect(shape, seen, new Set());
  }
  return sorted([...seen].filter(([, always]) => always).map(([key]) => key));
}

function collect(shape: Shape, seen: Map<string, boolean>, visited: Set<Shape>): void {
  if (visited.has(shape)) return;
  visited.add(shape);
  for (const { name, shape: inner } of shape.map?.keys.values() ?? []) {
    const refers = refersToItem(inner) || (inner.list !== undefined && refersToItem(inner.list));
    seen.set(name, refers && seen.get(name) !== false);
    collect(inner, seen, visited);
  }
  if (shape.map?.rest) collect(shape.map.rest, seen, visited);
  if (shape.list) collect(shape.list, seen, visited);
}

function refersToItem({ refs = [] }: Shape): boolean {
  return refs.some((it) => it !== 'role');
}

/** What stands in the next line after Enter at the end of a line, as VS Code works it out with two spaces to a step. */
function enter(line: string): string {
  const indentation = /^\s*/.exec(line)?.[0] ?? '';
  const rule = configuration.onEnterRules.find((it) => new RegExp(it.beforeText).test(line));
  if (!rule) return indentation;
  const step = rule.action.indent === 'indent' ? '  ' : '';
  return `${indentation}${step}${rule.action.appendText ?? ''}`;
}

function words({ match }: Rule): string[] {
  return sorted(/\(\?:([\w|]+)\)/.exec(match)?.[1]?.split('|') ?? []);
}

function sorted(all: readonly string[]): string[] {
  return [...new Set(all)].sort();
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../client/language/${name}`, import.meta.url), 'utf8'));
}
