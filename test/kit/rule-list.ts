/** What is made from the rules: their list as a page, and their part of the configuration's schema. */
import { readFileSync } from 'node:fs';
import { rules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

const presets = ['starter', 'standard', 'strict'] as const;

/** The text of server/src/rules/README.md. */
export function rulesPage(): string {
  const groups = [...new Set(sorted().map((it) => groupOf(it)))];
  const tables = groups.map((group) => {
    const rows = sorted()
      .filter((it) => groupOf(it) === group)
      .map(
        (it) => `| [${it.id}](${it.id}.md) | ${it.finds} | ${presets.map((each) => it.severity[each]).join(' | ')} |`,
      );
    return `## ${group}\n\n| rule | finds | ${presets.join(' | ')} |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const head = `# The rules

Made from the rules by \`UPDATE=1 npm test\`.
Each rule has a page that says why it is there, shows what it finds and what it leaves alone, and when to accept a finding; the page's examples are the rule's tests.
The three columns are the presets of \`strategy.config.yaml\`; \`standard\` holds where none is chosen.
`;
  return `${head}\n${tables.join('\n')}`;
}

/** schemas/config.schema.json with a key for every rule. */
export function configSchema(): string {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8')) as {
    properties: { rules: Record<string, unknown> };
  };
  const properties = Object.fromEntries(
    sorted().map((it) => {
      const words = presets.map((preset) => `${preset}: ${it.severity[preset]}`).join(', ');
      const description = `Finds ${it.finds}. By preset: ${words}.`;
      return [it.id, { $ref: '#/definitions/severity', title: it.id, description, examples: ['off'] }];
    }),
  );
  const { rules: before } = schema.properties;
  schema.properties.rules = Object.fromEntries(
    Object.entries({ ...before, properties }).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  );
  return JSON.stringify(schema);
}

const order = [
  'title',
  'description',
  'type',
  'propertyNames',
  'properties',
  'additionalProperties',
  'x-aliases',
  'examples',
];

function sorted(): readonly Rule[] {
  return rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function groupOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'));
}
