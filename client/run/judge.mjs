import { dirname, join } from 'node:path';

import { root } from './paths.mjs';

const source = join('server', 'src', 'schema');
const bundled = { bundle: true, write: false, platform: 'node', format: 'esm', target: 'es2022' };

/**
 * Puts ready-made functions in place of ajv, which would take longer at each start than all the rest:
 * to be loaded itself, and then to make those functions from the schemas.
 */
export function readyJudge(esbuild) {
  let made;
  return {
    name: 'ready judge',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]schema[\\/]judge\.ts$/ }, async ({ path }) => {
        if (path !== join(root, source, 'judge.ts')) return undefined;
        return { contents: await (made ??= code(esbuild)), resolveDir: dirname(path), loader: 'js' };
      });
    },
  };
}

/** Node may be too old to read the sources as they are, so they are bundled for it first. */
async function code({ build }) {
  const entry = join(root, source, 'judge-code.ts');
  const { outputFiles } = await build({ ...bundled, entryPoints: [entry], logLevel: 'error' });
  const address = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { judgeCode } = await import(address);
  return judgeCode();
}
