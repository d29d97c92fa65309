import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import configSchema from '../schemas/config.schema.json' with { type: 'json' };
import measuresSchema from '../schemas/measures.schema.json' with { type: 'json' };
import strategySchema from '../schemas/strategy.schema.json' with { type: 'json' };
import { fits } from '../server/src/schema/formats.ts';

type Schema = Readonly<Record<string, unknown>>;
interface Place {
  readonly root: Schema & { readonly $id: string };
  readonly pointer: string;
  readonly schema: Schema;
}

const schemas: readonly Place['root'][] = [strategySchema, measuresSchema, configSchema];
const nameOf = (schema: Schema): string => String(schema['$id']).split('/').at(-1) ?? '';

const ANNOTATIONS = [
  'x-kind',
  'x-ref',
  'x-rule',
  'x-aliases',
  'x-suggest',
  'x-list',
  'x-list-rule',
  'enumDescriptions',
];
const DIALECT =
  '$schema $id $ref definitions type enum const pattern format minimum maximum properties patternProperties ' +
  'additionalProperties propertyNames required items minItems anyOf title description examples default';
const KEYWORDS = new Set([...DIALECT.split(' '), ...ANNOTATIONS]);

const isRecord = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value: unknown): [string, Schema][] =>
  isRecord(value) ? Object.entries(value).flatMap(([key, one]) => (isRecord(one) ? [[key, one]] : [])) : [];
const lists = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] => lists(value).filter((one) => typeof one === 'string');
const keyed = (yaml: string): [string, unknown][] => Object.entries(parse(yaml) as Schema);

/** Every schema inside a schema, itself first, each with the JSON pointer under which it stands. */
function* places(root: Place['root'], schema: Schema = root, pointer = '#'): Generator<Place> {
  yield { root, schema, pointer };
  for (const map of ['definitions', 'properties', 'anyOf']) {
    for (const [key, inner] of records(Object.assign({}, schema[map]))) {
      yield* places(root, inner, `${pointer}/${map}/${key.replaceAll('/', '~1')}`);
    }
  }
  for (const key of ['items', 'additionalProperties', 'propertyNames']) {
    const inner = schema[key];
    if (isRecord(inner)) yield* places(root, inner, `${pointer}/${key}`);
  }
}

const everywhere = schemas.flatMap((root) => [...places(root)]);
const nameOfPlace = ({ root, pointer }: Place): string => `${nameOf(root)}${pointer}`;
/** No place of the schemas is at fault; those that are stand by name in the failure. */
const assertNowhere = (isAtFault: (place: Place) => boolean): void =>
  assert.deepEqual(everywhere.filter(isAtFault).map(nameOfPlace), []);

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, schemas: [...schemas] });
ajv.addVocabulary(ANNOTATIONS);
for (const format of ['date', 'period', 'id', 'reference']) ajv.addFormat(format, (text) => fits(format, text));

/** What is wrong with a value, in one line per fault; nothing where it is valid. */
const faults = (schema: { readonly $id: string }, value: unknown, pointer = '#'): string[] => {
  ajv.validate({ $ref: `${schema.$id}${pointer}` }, value);
  return (ajv.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  );
};
const faultsOf = (kind: string, value: unknown): string[] => faults(strategySchema, value, `#/definitions/${kind}`);

const SMALLEST_PLAN = `
title: Corner Café 2026
intent: Fill the quiet weekday mornings with neighbours who come back every week.
owner: ana
period: 2026
metrics: [{ id: weekday-sales, title: Weekday morning sales, category: revenue, direction: increase, unit: EUR }]
goals:
  - { id: regulars, title: Neighbours make us their weekday habit, metric: weekday-sales,
      objectives: [{ kpi: weekly-regulars, baseline: 40, target: 90, by: 2026-12-31 }] }
kpis:
  - { id: weekly-regulars, title: Card holders who came three times in the week, level: outcome, unit: count,
      direction: increase, source: till, cadence: weekly }
strategies:
  - { id: win-the-routine, title: "Win the routine, not the day-tripper", goal: regulars, trade_offs: [No tourist offers],
      approach: Make coming every weekday easier and cheaper than going elsewhere. }
channels: [{ id: counter, type: point-of-sale, role: promotion, stages: [retention] }]
tactics:
  - { id: stamp-card, title: Weekday stamp card, strategy: win-the-routine, goal: regulars, kpi: weekly-regulars,
      channel: counter, owner: ana, start: 2026-02-01, status: active }
`;

/** The keys of each kind; items have those of ITEM besides. */
const ITEM = 'id title description owner superseded_by';
const KEYS = keyed(`
document: spec id title description owner status period next_review kind parent organization market language vision
  intent non_goals situation metrics goals kpis strategies tactics channels audiences messages guidelines processes
  evidence risks assumptions decisions peaks waivers budget
reading: kpi period value audience sample source note
check-in: date target health confidence author note decision
metric: category direction unit kpi
goal: metric supports perspective priority status objectives
objective: kpi baseline target by trajectory commit
kpi: status question level timing role unit direction formula source method sample scale audience cadence drives
  guardrails thresholds benchmark misuse expires
strategy: approach goal part_of addresses trade_offs status
tactic: strategy goal kpi objectives channel audience message stage guideline evidence depends_on priority raci start
  end budget effort type hypothesis exit status activities
activity: due status
channel: type platform media role role_today stages audience guideline process accounts
audience: size lifecycle priority part_of needs motivations demographics behaviours media_habits source
message: text audience proof
guideline: who what when how to_whom why tags topics
process: type first_response resolution hours capacity escalate_to tool joins
evidence: type source collected sample url finding context independent
risk: likelihood impact affects mitigation status
assumption: text links status evidence
decision: date why alternatives evidence supersedes
peak: period tactic
waiver: rule target reason approved_by until
driver: type claim evidence
assessment: driver kind text
competitor: name platforms strengths weaknesses evidence
`);

/** For some places: values that are meant, then values that are mistakes, as they would be written. */
const CASES = keyed(`
objective/target: [[24, { min: 95 }, Everybody can name it], [18%, [24], { low: 1 }, true]]
objective/baseline: [[0, { value: 18, as_of: 2025-12-31 }, Nobody knew], [18 %, { as_of: 2025-12-31 }]]
objective/by: [[2026-12-31], [2026-02-30, 2026-Q4, 2026]]
objective/trajectory: [[{ 2026-09: 50 }, { 2026-W36: 1, 2026: 2 }], [{ autumn: 50 }, { 2026-09: half }]]
kpi/unit: [[percent, GBP, text], ["%", gbp, euros]]
kpi/audience: [[all, [new-owners, comms/planners]], [New owners, 7, [a/b/c]]]
kpi/scale: [[[1, 5]], [[1], 1 to 5]]
goal/id: [[2026-regulars, a], [Regulars, my_goal, -a, 2026]]
strategy/trade_offs: [[No discounts, [No discounts]], [1, [[No discounts]]]]
channel/stages: [[habit, [purchase, action]], [buy, [somewhere]]]
evidence/collected: [[2026, 2026-01, 2026-03-14, FY2026-Q3, 2026-W53, 2026-Q4/2027-Q1], [spring, 2026-13, 26, 2025-W53]]
waiver/rule: [[kpi/vanity], [vanity, KPI/vanity]]
`);

suite('the schemas as JSON Schema', () => {
  for (const schema of schemas) {
    test(`${nameOf(schema)} is draft-07 and compiles in strict mode`, () => {
      assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
      assert.equal(ajv.validateSchema(schema), true, ajv.errorsText(ajv.errors));
      assert.equal(typeof ajv.getSchema(schema.$id), 'function');
    });
  }

  test('only keywords of the dialect are used', () => {
    assertNowhere(({ schema }) => Object.keys(schema).some((key) => !KEYWORDS.has(key)));
  });

  test('an object is closed but for x- keys, unless the author chooses its keys', () => {
    const isClosed = (schema: Schema): boolean =>
      schema['additionalProperties'] === false && JSON.stringify(schema['patternProperties']) === '{"^x-":true}';
    assertNowhere(({ schema }) => 'properties' in schema && !('propertyNames' in schema) && !isClosed(schema));
  });
});

suite('the words of the schemas', () => {
  test('every definition and property has a title and a description, a property also an example', () => {
    const isProperty = ({ pointer }: Place): boolean => /\/properties\/[^/]+$/.test(pointer);
    const isNamed = (place: Place): boolean => isProperty(place) || /\/definitions\/[^/]+$/.test(place.pointer);
    const hasWords = ({ schema }: Place): boolean =>
      Boolean(schema['title']) && /^\p{Lu}.*\.$/u.test(String(schema['description']));
    assert.ok(everywhere.filter(isProperty).length > 200);
    assertNowhere((place) => isNamed(place) && !hasWords(place));
    assertNowhere((place) => isProperty(place) && lists(place.schema['examples']).length === 0);
  });

  test('examples and defaults are valid', () => {
    const wrong = everywhere.flatMap((place) => {
      const { examples, default: usual } = place.schema;
      const values = usual === undefined ? lists(examples) : [...lists(examples), usual];
      return values.flatMap((value) => faults(place.root, value, place.pointer).map((it) => nameOfPlace(place) + it));
    });
    assert.deepEqual(wrong, []);
  });

  test('every allowed value has its meaning; another word for it leads to it and is no value itself', () => {
    for (const place of everywhere.filter(({ schema }) => 'enum' in schema)) {
      const values = texts(place.schema['enum']);
      assert.equal(texts(place.schema['enumDescriptions']).length, values.length, nameOfPlace(place));
      for (const [word, value] of Object.entries(place.schema['x-aliases'] ?? {})) {
        assert.ok(values.includes(String(value)) && !values.includes(word), `${nameOfPlace(place)}: ${word}`);
      }
    }
  });

  test('another word for a key is written small, and means no other key there', () => {
    for (const place of everywhere) {
      const keys = records(place.schema['properties']);
      const words = keys.flatMap(([, schema]) => texts(schema['x-aliases']));
      const taken = [...keys.map(([key]) => key), ...words];
      const doubtful = words.filter((it) => it !== it.toLowerCase() || taken.indexOf(it) < taken.lastIndexOf(it));
      assert.deepEqual(doubtful, [], nameOfPlace(place));
    }
  });
});

suite('the items and their references', () => {
  const kinds = new Map(everywhere.map(({ schema }) => [String(schema['x-kind']), schema]));
  kinds.delete('undefined');

  test('every kind has exactly the keys of the model', () => {
    assert.deepEqual([...kinds.keys()].sort(), KEYS.map(([kind]) => kind).sort());
    for (const [kind, own] of KEYS) {
      const keys = ['document', 'reading', 'check-in'].includes(kind) ? String(own) : `${ITEM} ${String(own)}`;
      assert.deepEqual(Object.keys(kinds.get(kind)?.['properties'] ?? {}).sort(), keys.split(' ').sort(), kind);
    }
  });

  test('a reference points to a kind that exists', () => {
    const referring = everywhere.filter(({ schema }) => 'x-ref' in schema);
    assert.ok(referring.length > 60);
    for (const place of referring) {
      const wanted = texts(place.schema['x-ref']);
      const unknown = wanted.filter((kind) => !kinds.has(kind) && kind !== 'any' && kind !== 'role');
      assert.ok(wanted.length > 0 && unknown.length === 0, nameOfPlace(place));
      assert.match(String(place.schema['$ref']), /^#\/definitions\/references?$/, nameOfPlace(place));
    }
  });

  test('an item is superseded by one of its own kind', () => {
    for (const [kind, schema] of kinds) {
      const successor = new Map(records(schema['properties'])).get('superseded_by');
      if (successor) assert.deepEqual(successor['x-ref'], [kind]);
    }
  });
});

suite('what the schemas accept', () => {
  const tactic = { id: 'stamp-card', title: 'Weekday stamp card', goal: 'regulars', kpi: ['weekly-regulars'] };
  const without = (key: string): unknown =>
    Object.fromEntries(Object.entries(tactic).filter(([other]) => other !== key));

  test('a tactic needs its goal and its KPI', () => {
    assert.deepEqual(faultsOf('tactic', tactic), []);
    for (const key of ['id', 'title', 'goal', 'kpi']) {
      assert.match(faultsOf('tactic', without(key)).join(), new RegExp(`required property '${key}'`));
    }
  });

  test('an unknown key is refused, an x- key is free', () => {
    assert.match(faultsOf('tactic', { ...tactic, chanel: 'counter' }).join(), /additional properties.*chanel/);
    assert.deepEqual(faultsOf('tactic', { ...tactic, 'x-ticket': { any: ['thing', 1] } }), []);
    assert.equal(faults(strategySchema, { title: 'Plan', audiance: 'tea lovers' }).length, 1);
    assert.equal(faults(configSchema, { presets: 'strict' }).length, 1);
    assert.equal(faults(measuresSchema, { measurement: [] }).length, 1);
  });

  for (const [name, [meant, mistaken]] of CASES.map(([key, sides]) => [key, lists(sides).map(lists)] as const)) {
    test(`${name}: accepts what is meant, refuses what is mistaken`, () => {
      const at = `#/definitions/${name.replace('/', '/properties/')}`;
      assert.ok(meant && mistaken);
      for (const value of meant) assert.deepEqual(faults(strategySchema, value, at), []);
      for (const value of mistaken) assert.notDeepEqual(faults(strategySchema, value, at), [], JSON.stringify(value));
    });
  }
});

suite('whole files', () => {
  test('the smallest useful plan is valid', () => {
    assert.deepEqual(faults(strategySchema, parse(SMALLEST_PLAN)), []);
  });

  test('a month with a leading zero and rules in the configuration are read as meant', () => {
    const config: unknown = parse('fiscal_year_start: 04\nrules: { kpi/vanity: error, scope/too-many: off }\n');
    assert.deepEqual(faults(configSchema, config), []);
    assert.notDeepEqual(faults(configSchema, { rules: { 'kpi/vanity': 'loud' } }), []);
    assert.notDeepEqual(faults(configSchema, { rules: { vanity: 'error' } }), []);
  });

  test('the three plans of samples/brackenlow, their readings and their configuration are valid', function () {
    const folder = new URL('../samples/brackenlow/', import.meta.url);
    if (!existsSync(folder)) this.skip();
    const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
    assert.ok(files.length >= 5);
    for (const name of files) {
      const [, language = ''] = /\.?(strategy|measures|config)\.ya?ml$/.exec(name) ?? [];
      const schema = schemas.find((one) => nameOf(one).startsWith(`${language}.`));
      assert.deepEqual(schema && faults(schema, parse(readFileSync(new URL(name, folder), 'utf8'))), [], name);
    }
  });
});
