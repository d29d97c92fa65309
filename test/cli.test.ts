import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../server/src/cli/check.ts';
import { run } from '../server/src/cli/run.ts';
import { disk } from '../server/src/disk.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function strategy(...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => (out += text),
    write: (path, text) => writeFile(path, text),
    err: (text) => (err += text),
    colour: false,
    today: () => '2026-11-21',
    version: '0.0.0',
    disk,
  });
  return { code, out, err };
}

const samples = fileURLToPath(new URL('../samples', import.meta.url));

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'strategy-cli-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const untraced = 'title: Plan\ntactics:\n  - { id: a, title: Post daily, strategy: s, kpi: k }\n';

suite('strategy check', () => {
  test('a clean plan: nothing found, exit code 0', async () => {
    const { code, out } = await strategy('check', join(samples, 'corner-cafe'), '--today', '2026-05-01');
    assert.equal(code, 0);
    assert.match(out, /nothing found/);
  });
  test('an error: exit code 1, the place and the rule', async () => {
    const { code, out } = await strategy('check', folderWith({ 'a.strategy.yaml': untraced }));
    assert.equal(code, 1);
    assert.match(out, /^a\.strategy\.yaml\n[^]* {2}3:11 +error +Tactic 'Post daily'.*trace\/tactic-without-goal/);
  });
  test('as JSON, with names relative to the path that was given', async () => {
    const { out } = await strategy('check', folderWith({ 'a.strategy.yaml': untraced }), '--format', 'json');
    const { findings, summary, today } = JSON.parse(out) as Report;
    const found = findings.find((it) => it.rule === 'trace/tactic-without-goal');
    assert.ok(found);
    const { file, line, column, endLine, endColumn, severity } = found;
    assert.deepEqual(
      { file, line, column, endLine, endColumn, severity },
      { file: 'a.strategy.yaml', line: 3, column: 11, endLine: 3, endColumn: 12, severity: 'error' },
    );
    assert.equal(summary.errors, findings.filter((it) => it.severity === 'error').length);
    assert.equal(today, '2026-11-21');
  });
  test('what is accepted is told with its reason and is no error', async () => {
    const text = untraced.replace(
      '  - {',
      '  # strategy-ignore trace/tactic-without-goal: agreed with the board\n  - {',
    );
    const { out } = await strategy('check', folderWith({ 'a.strategy.yaml': text }), '--format', 'json');
    const found = (JSON.parse(out) as Report).findings.find((it) => it.rule === 'trace/tactic-without-goal');
    assert.equal(found?.justified, 'agreed with the board');
  });
  test('one file of a project sees the others', async () => {
    const { out } = await strategy(
      'check',
      join(samples, 'brackenlow', 'social.strategy.yaml'),
      '--today',
      '2026-09-30',
      '--format',
      'json',
    );
    const { findings, summary } = JSON.parse(out) as Report;
    assert.equal(summary.files, 1);
    assert.deepEqual(
      findings.filter((it) => it.rule === 'trace/unknown-reference'),
      [],
    );
  });
  test('wrong use: exit code 2, and what to do', async () => {
    for (const args of [
      [],
      ['fly'],
      ['check', '--format', 'xml'],
      ['check', '--today', '2026-02-30'],
      ['check', '/nowhere'],
      ['check', '--nope'],
      ['check', folderWith({})],
    ]) {
      const { code, err } = await strategy(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /^strategy: .+\nTry: strategy --help\n$/);
    }
  });
  test('help and version', async () => {
    assert.match((await strategy('--help')).out, /strategy check/);
    assert.equal((await strategy('--version')).out, '0.0.0\n');
  });
});

suite('strategy export', () => {
  test('writes the plan as one page, without a script', async () => {
    const out = join(folderWith({}), 'plan.html');
    const { code } = await strategy('export', join(samples, 'brackenlow'), '--out', out, '--today', '2026-09-30');
    assert.equal(code, 0);
    const page = readFileSync(out, 'utf8');
    assert.match(page, /^<!doctype html>[^]*Brackenlow Homeware, company plan 2026[^]*3 of 3 tactics traced/);
    assert.doesNotMatch(page, /<script|https?:\/\//);
  });
  test('of a file, that document is in front', async () => {
    const { out } = await strategy(
      'export',
      join(samples, 'brackenlow', 'social.strategy.yaml'),
      '--today',
      '2026-09-30',
    );
    assert.match(out, /<title>Brackenlow, social media plan, second half 2026<\/title>/);
  });
  test('wrong use: exit code 2', async () => {
    for (const args of [
      ['--format', 'json'],
      ['a', 'b'],
      ['/nowhere'],
      [join(samples, 'corner-cafe'), '--out', '/nowhere/plan.html'],
    ]) {
      assert.equal((await strategy('export', ...args)).code, 2, args.join(' '));
    }
  });
});
