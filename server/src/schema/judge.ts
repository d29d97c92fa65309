/** ajv with our forms: whether something fits the schema. In the bundles, ready-made functions stand in place of this file. */
import { Ajv, type Options, type ValidateFunction } from 'ajv';
import { fits } from './formats.ts';
import { schemas, shapes, type Raw } from './shape.ts';

/** Whether data is accepted at one of the `judged` pointers; at any other, nothing is. */
export type Judge = (pointer: string, data: unknown) => boolean;

/** The forms of text that a schema can ask for and a pattern alone cannot tell. */
export const forms = ['date', 'period', 'id', 'reference'] as const;

/** The pointers into our schemas that are asked about: what stands at a top-level key, and an item of a list there. */
export const judged: ReadonlySet<string> = new Set(
  Object.values(shapes)
    .flatMap(({ map }) => [...(map?.keys.values() ?? [])])
    .flatMap(({ shape: { pointer, list } }) => (list ? [pointer, list.pointer] : [pointer])),
);

/** Compiles each schema when it is first asked about. */
export function createJudge(): Judge {
  // That the schemas are sound is for a test to say. To compile small functions quickly matters more than what these would gain.
  const ajv = createAjv({ inlineRefs: false, code: { optimize: false } });
  const compiled = new Map<string, ValidateFunction | undefined>();
  return (pointer, data) => {
    if (!judged.has(pointer)) return false;
    if (!compiled.has(pointer)) compiled.set(pointer, ajv.getSchema(pointer));
    return compiled.get(pointer)?.(data) === true;
  };
}

export function createAjv(options: Options): Ajv {
  const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false, validateSchema: false, meta: false, ...options });
  for (const it of forms) ajv.addFormat(it, (text) => fits(it, text));
  for (const it of Object.values(schemas)) ajv.addSchema(bare(it));
  return ajv;
}

/** A schema without its words for people and our annotations, which ajv would carry along in the code that it makes. */
function bare(schema: Raw): Raw {
  const text = JSON.stringify(schema, (key, value: unknown) => (isWords(key, value) ? undefined : value));
  return JSON.parse(text) as Raw;
}

/** Words are texts and lists of them: a schema under the same name, such as that of the key `title`, is none. */
function isWords(key: string, value: unknown): boolean {
  if (key.startsWith('x-')) return true;
  const names = ['title', 'description', 'examples', 'default', 'enumDescriptions'];
  return names.includes(key) && (typeof value !== 'object' || Array.isArray(value));
}
