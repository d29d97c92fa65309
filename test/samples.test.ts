import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from '../server/src/cli/check.ts';
import { load } from '../server/src/cli/load.ts';
import { disk } from '../server/src/disk.ts';

/** Every sample says in its README on which day it is judged and what is found in it then. */
const samples = fileURLToPath(new URL('../samples', import.meta.url));
const list = /<!-- findings -->[^]*<!-- \/findings -->/;

suite('samples', () => {
  for (const readme of readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((it) =>
    it.endsWith('README.md'),
  )) {
    const path = join(samples, readme);
    const folder = join(path, '..');
    test(`${relative(samples, folder)} has the findings that its README lists`, async () => {
      const text = readFileSync(path, 'utf8');
      const today = /Judged on (\d{4}-\d\d-\d\d)\./.exec(text)?.[1];
      assert.ok(today, 'the README must say "Judged on …"');
      const found = await findingsIn(folder, today);
      const expected = text.replace(list, () => `<!-- findings -->\n\n${found}\n\n<!-- /findings -->`);
      if (process.env['UPDATE']) writeFileSync(path, expected);
      assert.equal(readFileSync(path, 'utf8'), expected);
    });
  }
});

async function findingsIn(folder: string, today: string): Promise<string> {
  const { findings } = check(await load([folder], today, disk));
  const own = findings.filter((it) => !it.file.includes('/'));
  if (own.length === 0) return 'None.';
  const rows = own.map(({ file, line, rule, severity, justified }) => {
    const word = justified === undefined ? severity : `justified: ${justified}`;
    return `| ${file} | ${line} | ${rule} | ${word} |`;
  });
  const counts = own.filter((it) => it.justified === undefined).length;
  return [
    `${counts} ${counts === 1 ? 'finding' : 'findings'}.`,
    '',
    '| file | line | rule | severity |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
