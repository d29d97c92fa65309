/** The judge as the text of a module that needs no ajv: what the build puts in place of `judge.ts`. */
import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { createAjv, forms, judged } from './judge.ts';

/** JavaScript that exports `createJudge`, with exactly the answers of the one in `judge.ts`, beside which it stands. */
export function judgeCode(): string {
  const ajv = createAjv({ inlineRefs: false, messages: false, code: { source: true, esm: true, formats: _`forms` } });
  const pointers = [...judged];
  const names = pointers.map((pointer, index) => [`judge${index}`, pointer] as const);
  return [
    `import { fits } from './formats.ts';`,
    `const forms = { ${forms.map((it) => `${it}: (text) => fits('${it}', text)`).join(', ')} };`,
    standalone.default(ajv, Object.fromEntries(names)).replace('"use strict";', ''),
    `const judges = new Map([${names.map(([name, pointer]) => `['${pointer}', ${name}]`).join(', ')}]);`,
    `export const createJudge = () => (pointer, data) => judges.get(pointer)?.(data) === true;`,
  ].join('\n');
}
