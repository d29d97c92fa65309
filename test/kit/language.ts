/** The types of the model, made from the schemas: one interface for each kind of item and each map inside. */
import { isCollection, shapes, type Language, type ScalarShape, type Shape } from '../../server/src/schema/shape.ts';

const head = `/** The fields of everything that a plan can hold. Made from schemas/ by \`UPDATE=1 npm test\`; not to be edited. */
import type { FreeEntry, Item, Rec, Refs, Value } from './item.ts';
`;

/** The text of server/src/model/language.ts. */
export function languageTypes(): string {
  const made: Made = { interfaces: new Map(), kinds: new Map(), roots: new Set(Object.values(shapes)) };
  for (const language of Object.keys(shapes) as Language[]) {
    const root = shapes[language];
    describe(root, root.kind === 'document' ? 'DocumentItem' : pascal(language), made);
  }
  const table = [...made.kinds].map(([kind, name]) => `  readonly ${property(kind)}: ${name};`).join('\n');
  const map = `/** Every kind of item, by its name in the schema. */\nexport interface Kinds {\n${table}\n}\n\nexport type Kind = keyof Kinds;\n`;
  return `${head}\n${map}\n${[...made.interfaces.values()].join('\n')}`;
}

interface Made {
  readonly roots: ReadonlySet<Shape>;
  readonly interfaces: Map<string, string>;
  readonly kinds: Map<string, string>;
}

/** Writes the interface of a map and of all maps in it; answers its name. */
function describe(shape: Shape, name: string, made: Made): string {
  const { kind, map } = shape;
  if (made.interfaces.has(name)) return name;
  made.interfaces.set(name, '');
  if (kind !== undefined) made.kinds.set(kind, name);
  // The members of a file's collections are its items, and not held by the file's own.
  const isOwn = (at: Shape): boolean => !made.roots.has(shape) || !isCollection(at);
  const fields = [...(map?.keys.values() ?? [])].flatMap(({ name: key, shape: at }) => {
    const { type, optional } = fieldType(at, made);
    if (!isOwn(at)) return [];
    const words = at.description?.replaceAll('*/', '* /') ?? '';
    return `  /** ${words} */\n  readonly ${key}${optional ? '?' : ''}: ${type};`;
  });
  const base = kind === undefined ? 'Rec' : `Item<'${kind}'>`;
  const body = `export interface ${name} extends ${base} {\n${fields.join('\n')}\n}\n`;
  made.interfaces.set(name, fields.length > 0 ? body : `export type ${name} = ${base};\n`);
  return name;
}

interface FieldType {
  readonly type: string;
  readonly optional: boolean;
}

function fieldType(shape: Shape, made: Made): FieldType {
  const { refs, list, map, scalars } = shape;
  if (refs) return { type: 'Refs', optional: false };
  if (list) return { type: `readonly ${list.map ? inner(list, made) : valueType(list.scalars)}[]`, optional: false };
  if (map?.rest) {
    return { type: `readonly FreeEntry<${valueOf(map.rest.scalars)}>[]`, optional: false };
  }
  const forms = [...(map ? [inner(shape, made)] : []), ...(scalars.length > 0 ? [valueType(scalars)] : [])];
  return { type: forms.join(' | '), optional: true };
}

function inner(shape: Shape, made: Made): string {
  const last = shape.pointer.slice(shape.pointer.lastIndexOf('/') + 1);
  const name = pascal(shape.kind ?? last);
  return describe(shape, name === 'Strategy' ? 'StrategyItem' : name, made);
}

function valueType(scalars: readonly ScalarShape[]): string {
  return `Value<${valueOf(scalars)}>`;
}

/** The literal words where only these may stand, else the plain type. */
function valueOf(scalars: readonly ScalarShape[]): string {
  const types = scalars.flatMap((it) =>
    it.values ? it.values.map(({ value }) => JSON.stringify(value).replaceAll('"', "'")) : it.types.map(plain),
  );
  const open = types.includes('string');
  return [...new Set(types)].filter((it) => !open || !it.startsWith("'")).join(' | ');
}

function plain(type: string): string {
  return type === 'integer' ? 'number' : type;
}

function pascal(words: string): string {
  return words.replace(/(?:^|[-_])([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function property(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}
