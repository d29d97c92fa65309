import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import packageJson from '../package.json' with { type: 'json' };
import { languageTypes } from './kit/language.ts';
import { configSchema, rulesPage } from './kit/rule-list.ts';

/** Files that are made from others: `UPDATE=1 npm test` writes them, and here they are compared. */
suite('generated', () => {
  test('the types of the model are those of the schemas', () => fresh('server/src/model/language.ts', languageTypes()));
  test('the list of rules is that of their files', () => fresh('server/src/rules/README.md', rulesPage()));
  test('the configuration knows every rule', () => fresh('schemas/config.schema.json', configSchema()));
});

async function fresh(path: string, text: string): Promise<void> {
  const file = new URL(`../${path}`, import.meta.url);
  const expected = await format(text, { ...prettierOptions(), filepath: path });
  if (process.env['UPDATE']) writeFileSync(file, expected);
  assert.equal(readFileSync(file, 'utf8'), expected, `${path} is stale: run UPDATE=1 npm test`);
}

function prettierOptions(): object {
  return (packageJson as { prettier?: object }).prettier ?? {};
}
