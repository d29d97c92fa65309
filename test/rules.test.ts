import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../server/src/rules/index.ts';
import type { Fix, Rule } from '../server/src/rules/rule.ts';
import { locate } from '../server/src/syntax/document.ts';
import { applyChanges } from '../server/src/text/edit.ts';
import type { Workspace } from '../server/src/workspace/workspace.ts';
import { folder, joinFiles, marked, splitFiles, unmarked, workspaceOf } from './kit/marked.ts';

/** Every rule is tested by its page: what stands there is found, fixed and left alone as it says. */
const home = new URL('../server/src/rules/', import.meta.url);

suite('rules', () => {
  test('each has a page, and each page a rule', () => {
    const pages = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((it) => /\/[^/]+\.md$/.test(it));
    assert.deepEqual(pages.map((it) => it.replace(/\.md$/, '')).sort(), rules.map((it) => it.id).sort());
  });

  for (const rule of rules) {
    suite(rule.id, () => {
      const path = new URL(`${rule.id}.md`, home);
      const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
      test('its page bears its name and keeps the order of all pages', () => {
        const headings = [...page.matchAll(/^#{1,2} (?! *\^).*$/gm)].map(([it]) => it);
        assert.deepEqual(headings, [`# ${rule.id}`, '## Found', '## Not found', '## When to accept it']);
      });
      for (const [index, example] of examplesOf(page).entries()) {
        test(`example ${String(index + 1)}: ${example.name}`, () => check(rule, example, path));
      }
    });
  }
});

interface Example {
  readonly name: string;
  readonly block: string;
  readonly expectNothing: boolean;
  /** The title of the fix that makes the block before it into this one. */
  readonly fix?: string;
  readonly before?: string;
}

function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  const block = /```(?:yaml|csv)\n([^]*?)```/g;
  let from = 0;
  for (let match = block.exec(page); match; match = block.exec(page)) {
    const words = page.slice(from, match.index);
    const text = match[1] ?? '';
    const title = /“([^”]+)”,?\s*$/.exec(words.trimEnd())?.[1];
    const before = examples.findLast((it) => it.fix === undefined)?.block;
    const expectNothing = page.slice(0, match.index).includes('## Not found');
    const name = title === undefined ? (words.trim().split('\n').at(-1) ?? '') : `fixed with “${title}”`;
    examples.push({
      name,
      block: text,
      expectNothing,
      ...(title !== undefined && before !== undefined && { fix: title, before }),
    });
    from = match.index + match[0].length;
  }
  return examples;
}

function check(rule: Rule, { block, expectNothing, fix, before }: Example, page: URL): void {
  if (fix !== undefined && before !== undefined) {
    same(afterFix(rule, before, fix), block, page);
    return;
  }
  const split = splitFiles(block);
  const workspace = workspaceOf(split);
  const texts = [...split.files].map(([name, text]) => {
    const uri = `${folder}/${name}`;
    const found = workspace.findingsIn(uri).filter((it) => it.rule === rule && it.justified === undefined);
    return [name, marked(unmarked(text), found)] as const;
  });
  const written = joinFiles(block, new Map(texts));
  same(written, block, page);
  assert.equal(
    written !== joinFiles(block, new Map([...split.files].map(([name, text]) => [name, unmarked(text)]))),
    !expectNothing,
  );
}

function same(actual: string, expected: string, page: URL): void {
  if (process.env['UPDATE'] && actual !== expected) {
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace(expected, () => actual),
    );
    return;
  }
  assert.equal(actual, expected);
}

/** The block after the fix with this title, which must have silenced a finding. */
function afterFix(rule: Rule, block: string, title: string): string {
  const split = splitFiles(block);
  const workspace = workspaceOf(split);
  const findings = findingsOf(workspace, rule, split.files);
  const offered = findings.flatMap((it) => it.fixes?.() ?? []);
  const chosen = offered.find((it) => it.title === title);
  assert.ok(
    chosen,
    `no fix is called “${title}”; there are ${offered.map((it) => `“${it.title}”`).join(', ') || 'none'}`,
  );
  const texts = applyFix(workspace, chosen);
  const names = new Map([...texts].map(([uri, text]) => [uri.slice(folder.length + 1), text]));
  const after = workspace.with(texts);
  for (const uri of texts.keys())
    assert.deepEqual(after.files.get(uri)?.document.problems, [], 'the fixed text must be readable');
  assert.ok(findingsOf(after, rule, split.files).length < findings.length, 'the fix must silence its finding');
  return joinFiles(block, new Map([...split.files].map(([name, text]) => [name, names.get(name) ?? unmarked(text)])));
}

function findingsOf(workspace: Workspace, rule: Rule, files: ReadonlyMap<string, string>) {
  return [...files.keys()]
    .flatMap((name) => workspace.findingsIn(`${folder}/${name}`))
    .filter((it) => it.rule === rule);
}

/** The texts of the files that a fix changes. */
export function applyFix(workspace: Workspace, { edits }: Fix): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const uri of new Set(edits.map(({ at }) => at.section.uri))) {
    const document = workspace.files.get(uri)?.document;
    assert.ok(document);
    const changes = edits
      .filter(({ at }) => at.section.uri === uri)
      .map(({ at, text }) => ({ ...locate(document, at), text }));
    texts.set(uri, applyChanges(document.text, changes));
  }
  return texts;
}
