/** What may stand at a place, and the words for it: the JSON Schemas of `schemas/`, made easy to walk. */
import config from '../../../schemas/config.schema.json' with { type: 'json' };
import measures from '../../../schemas/measures.schema.json' with { type: 'json' };
import strategy from '../../../schemas/strategy.schema.json' with { type: 'json' };

/** What a file holds, by the schema that describes it. */
export type Language = 'strategy' | 'measures' | 'config';

/** A place may take several forms (one or a list, a number or a map); each form has its facet. */
export interface Shape extends Words {
  /** The kind of item that a map here defines. */
  readonly kind?: string;
  readonly map?: MapShape;
  readonly list?: Shape;
  readonly scalars: readonly ScalarShape[];
  /** A name here refers to an item of one of these kinds. */
  readonly refs?: readonly string[];
  /** The values are those of a list that the program keeps, such as its rules. */
  readonly lists?: string;
  /** The rule that reports a list where one value is asked for, in place of `schema/type`. */
  readonly listRule?: string;
  /** Where ajv finds the schema of this place: `file#/definitions/…`. */
  readonly pointer: string;
}

export interface Words {
  readonly title?: string;
  readonly description?: string;
  readonly examples: readonly unknown[];
}

export interface MapShape {
  readonly keys: ReadonlyMap<string, Key>;
  /** Keys that the author chooses, and what stands there. */
  readonly rest?: Shape;
  /** What such a key must look like. */
  readonly names?: RegExp;
}

export interface Key {
  readonly name: string;
  readonly required: boolean;
  /** The rule that reports the absence of this key, in place of `schema/missing-key`. */
  readonly rule?: string;
  /** Other words that people write for it. */
  readonly aliases: readonly string[];
  readonly shape: Shape;
}

export interface ScalarShape {
  readonly types: readonly string[];
  readonly values?: readonly EnumValue[];
  /** Other words for the values. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Usual values of a place that takes any text. */
  readonly suggest: readonly string[];
  readonly pattern?: RegExp;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface EnumValue {
  readonly value: string | number | boolean;
  readonly description?: string;
}

/** The part of JSON Schema that ours are written in. */
export interface Raw {
  readonly $id?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly enumDescriptions?: readonly string[];
  readonly const?: string | number | boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Raw>>;
  readonly additionalProperties?: boolean | Raw;
  readonly propertyNames?: Raw;
  readonly required?: readonly string[];
  readonly items?: Raw;
  readonly anyOf?: readonly Raw[];
  readonly default?: unknown;
  readonly definitions?: Readonly<Record<string, Raw>>;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly 'x-kind'?: string;
  readonly 'x-ref'?: readonly string[];
  readonly 'x-rule'?: string;
  readonly 'x-aliases'?: readonly string[] | Readonly<Record<string, string>>;
  readonly 'x-suggest'?: readonly string[];
  readonly 'x-list'?: string;
  readonly 'x-list-rule'?: string;
}

export const schemas: Readonly<Record<Language, Raw>> = {
  strategy: strategy,
  measures: measures,
  config: config,
};

/** The shape of a whole file. Shapes below it are made when they are first looked at. */
export const shapes: Readonly<Record<Language, Shape>> = {
  strategy: shapeOf(schemas.strategy, schemas.strategy, pointerOf(schemas.strategy)),
  measures: shapeOf(schemas.measures, schemas.measures, pointerOf(schemas.measures)),
  config: shapeOf(schemas.config, schemas.config, pointerOf(schemas.config)),
};

/** Whether a list here is one of items, each of which is a part of its own. */
export function isCollection(shape: Shape | undefined): boolean {
  return shape?.list?.kind !== undefined;
}

function pointerOf({ $id = '' }: Raw): string {
  return `${$id}#`;
}

/** One shape of a raw schema: `$ref` is followed, its siblings win as words, and `anyOf` becomes facets. */
function shapeOf(raw: Raw, root: Raw, pointer: string): Shape {
  const forms = [...formsOf(raw, root, pointer)];
  const chain = [raw, ...forms.map((it) => it.raw)];
  const first = <K extends keyof Raw>(key: K): Raw[K] | undefined => chain.find((it) => it[key] !== undefined)?.[key];
  const map = forms.find((it) => it.raw.type === 'object');
  const list = forms.find((it) => it.raw.type === 'array');
  const scalars = forms.filter((it) => it !== map && it !== list).map((it) => scalarOf(it.raw, chain));
  const refs = first('x-ref') ?? list?.raw.items?.['x-ref'];
  const shape = {
    pointer: forms.length === 1 ? (forms[0]?.pointer ?? pointer) : pointer,
    ...only('title', first('title')),
    ...only('description', first('description')),
    examples: first('examples') ?? [],
    ...only('kind', map?.raw['x-kind']),
    ...only('refs', refs),
    ...only('listRule', raw['x-list-rule']),
    ...only('lists', first('x-list') ?? list?.raw.items?.['x-list']),
    scalars,
  };
  if (map) makeLater(shape, 'map', () => mapOf(map.raw, root, map.pointer));
  if (list) makeLater(shape, 'list', () => shapeOf(list.raw.items ?? {}, root, `${list.pointer}/items`));
  return shape;
}

interface Form {
  readonly raw: Raw;
  readonly pointer: string;
}

function* formsOf(raw: Raw, root: Raw, pointer: string): Iterable<Form> {
  if (raw.$ref !== undefined) {
    const name = raw.$ref.replace('#/definitions/', '');
    const target = root.definitions?.[name];
    if (target) yield* formsOf(target, root, `${root.$id ?? ''}#/definitions/${name}`);
  } else if (raw.anyOf) {
    for (const [index, it] of raw.anyOf.entries()) yield* formsOf(it, root, `${pointer}/anyOf/${String(index)}`);
  } else yield { raw, pointer };
}

function mapOf(raw: Raw, root: Raw, pointer: string): MapShape {
  const keys = new Map<string, Key>();
  for (const [name, it] of Object.entries(raw.properties ?? {})) {
    const aliases = it['x-aliases'];
    keys.set(name, {
      name,
      required: raw.required?.includes(name) ?? false,
      ...only('rule', it['x-rule']),
      aliases: Array.isArray(aliases) ? (aliases as readonly string[]) : [],
      shape: shapeOf(it, root, `${pointer}/properties/${name}`),
    });
  }
  const rest = typeof raw.additionalProperties === 'object' ? raw.additionalProperties : undefined;
  const names = raw.propertyNames?.pattern;
  return {
    keys,
    ...(rest && { rest: shapeOf(rest, root, `${pointer}/additionalProperties`) }),
    ...(names !== undefined && { names: new RegExp(names, 'u') }),
  };
}

function scalarOf(raw: Raw, chain: readonly Raw[]): ScalarShape {
  const values = raw.const === undefined ? raw.enum : [raw.const];
  const suggest = chain.find((it) => it['x-suggest'])?.['x-suggest'];
  const aliases = [raw, ...chain].map((it) => it['x-aliases']).find((it) => it && !Array.isArray(it));
  return {
    types: typeof raw.type === 'string' ? [raw.type] : (raw.type ?? typesOf(values)),
    ...(values && {
      values: values.map((value, index) => ({ value, ...only('description', raw.enumDescriptions?.[index]) })),
    }),
    aliases: (aliases ?? {}) as Readonly<Record<string, string>>,
    suggest: suggest ?? [],
    ...(raw.pattern !== undefined && { pattern: new RegExp(raw.pattern, 'u') }),
    ...only('format', raw.format),
    ...only('minimum', raw.minimum),
    ...only('maximum', raw.maximum),
  };
}

function typesOf(values: Raw['enum']): readonly string[] {
  return values ? [...new Set(values.map((it) => typeof it))] : ['string', 'number', 'boolean'];
}

function only<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/**
 * Gives a property that is made when it is first asked for, so that shapes may hold themselves and a start makes none
 * that nobody looks at. It then stays as a plain value.
 */
function makeLater(target: object, key: string, make: () => unknown): void {
  const put = (value: unknown): unknown => {
    Object.defineProperty(target, key, { value, enumerable: true });
    return value;
  };
  Object.defineProperty(target, key, { enumerable: true, configurable: true, get: () => put(make()) });
}
