import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import esbuild from 'esbuild';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readyJudge } from '../client/run/judge.mjs';
import { createJudge, judged, type Judge } from '../server/src/schema/judge.ts';
import { tries } from './kit/broken.ts';

const root = new URL('../', import.meta.url);
const pointers = [...judged];

/** What the bundles hold in place of the judge, and the files that went into it. */
async function shipped(): Promise<{ readonly judge: Judge; readonly from: readonly string[] }> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: new URL('.', root).pathname,
    entryPoints: ['server/src/schema/judge.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    metafile: true,
    plugins: [readyJudge(esbuild)],
  });
  const text = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const made = (await import(`data:text/javascript;base64,${text}`)) as { readonly createJudge: () => Judge };
  return { judge: made.createJudge(), from: Object.keys(metafile.inputs) };
}

/** A value and all that it holds. */
function* within(value: unknown): Generator {
  yield value;
  if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) yield* within(it);
}

/** Each value that stands anywhere in the samples, once. */
function valuesOfSamples(): readonly unknown[] {
  const folder = new URL('samples/', root);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.yaml'));
  const all = names.flatMap((it) => [...within(parse(readFileSync(new URL(it, folder), 'utf8')))]);
  return [...new Map(all.map((it) => [JSON.stringify(it), it])).values()];
}

/** The same value, with another one in place of what is found by walking in as the numbers say, or of all of it. */
function put(value: unknown, [step, ...steps]: readonly number[], other: unknown, key: string): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return other;
  const keys = Object.keys(value);
  const chosen = keys[step % (keys.length + 1)] ?? key;
  const inside = (value as Record<string, unknown>)[chosen];
  if (Array.isArray(value))
    return value.map((it: unknown, at) => (String(at) === chosen ? put(it, steps, other, key) : it));
  return { ...value, [chosen]: put(inside, steps, other, key) };
}

suite('the judge that is shipped', () => {
  const values = valuesOfSamples();
  const told = createJudge();
  let ready: Judge = told;
  let from: readonly string[] = [];

  suiteSetup(async () => {
    ({ judge: ready, from } = await shipped());
  });

  test('needs no ajv', () => {
    assert.deepEqual(
      from.filter((it) => it.includes('node_modules')),
      [],
    );
  });

  test('says of every value in the samples, at every place, what ajv says', () => {
    let accepted = 0;
    for (const pointer of pointers) {
      for (const value of values) {
        const verdict = told(pointer, value);
        if (verdict) accepted++;
        assert.equal(ready(pointer, value), verdict, `${pointer} ${JSON.stringify(value)}`);
      }
    }
    assert.ok(accepted > values.length && accepted < (pointers.length * values.length) / 2, 'both verdicts are given');
  });

  test('says of changed values what ajv says', () => {
    const fitting = pointers.map((it) => [it, values.filter((value) => told(it, value))] as const);
    const known = fitting.filter(([, some]) => some.length > 0);
    const strange = fc.oneof(
      fc.constantFrom(...values),
      fc.constantFrom('', 'x', '2026-02-30', '2026-Q5', 'Not An Id', 'a/b/c', -1, 0, 1e9, 0.5, Number.NaN, true, null),
      fc.constantFrom([], {}, [[]], [null], [undefined], undefined, Object.create(null)),
      fc.jsonValue(),
    );
    const key = fc.constantFrom('id', 'title', 'x-own', 'strange', '__proto__', 'constructor', 'toString');
    const verdicts = new Set<boolean>();
    const compare = (at: number, which: number, steps: readonly number[], other: unknown, name: string): void => {
      const [pointer, some] = known[at % known.length] ?? assert.fail();
      const value = put(some[which % some.length], steps, other, name);
      const verdict = told(pointer, value);
      verdicts.add(verdict);
      assert.equal(ready(pointer, value), verdict, pointer);
    };
    fc.assert(fc.property(fc.nat(), fc.nat(), fc.array(fc.nat(40), { maxLength: 4 }), strange, key, compare), tries());
    assert.equal(verdicts.size, 2, 'both verdicts are given');
  });

  test('accepts nothing at a place that it was not made for', () => {
    const inside = `${pointers[0] ?? ''}/nowhere`;
    assert.equal(told(inside, 'x'), false);
    assert.equal(ready(inside, 'x'), false);
  });
});
