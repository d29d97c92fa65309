import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { readyJudge } from '../client/run/judge.mjs';

/** What has to be read at each start of a program: packages by their name, rooms by their path. */
async function parts(entry: string): Promise<ReadonlySet<string>> {
  const { metafile } = await esbuild.build({
    absWorkingDir: fileURLToPath(new URL('../', import.meta.url)),
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: 'nowhere',
    external: ['vscode'],
    metafile: true,
    plugins: [readyJudge(esbuild)],
  });
  const [{ inputs }] = Object.values(metafile.outputs) as [(typeof metafile.outputs)[string]];
  const read = Object.keys(inputs).filter((it) => (inputs[it]?.bytesInOutput ?? 0) > 0);
  return new Set(read.map(partOf));
}

function partOf(path: string): string {
  const inside = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1];
  return inside ?? path.replace(/\/[^/]+$/, '');
}

function assertWithout(found: ReadonlySet<string>, names: readonly string[]): void {
  assert.deepEqual(
    names.filter((it) => found.has(it)),
    [],
  );
}

/** A guard of starts without a clock: what is not in a bundle costs nothing there. */
suite('what a start reads', () => {
  test('the extension: the language client and little of the server', async () => {
    const found = await parts('client/src/extension.ts');
    const rooms = [...found].filter((it) => it.startsWith('server/'));
    assert.deepEqual(rooms.sort(), ['server/src', 'server/src/plan', 'server/src/preview']);
    assertWithout(found, ['preact', 'preact-render-to-string', 'yaml', 'ajv', 'picomatch']);
    assert.ok(found.has('vscode-languageclient'));
  });

  test('the server: nothing that draws, and no compiler of schemas', async () => {
    const found = await parts('server/src/main.ts');
    assertWithout(found, ['preact', 'preact-render-to-string', 'server/src/preview', 'server/src/cli', 'ajv']);
    assert.ok(found.has('server/src/rules'));
  });

  test('the command line: nothing of the protocol, and no compiler of schemas', async () => {
    const found = await parts('server/src/cli.ts');
    assertWithout(found, ['vscode-languageserver', 'vscode-jsonrpc', 'server/src/lsp', 'server/src/features', 'ajv']);
    assert.ok(found.has('server/src/rules'));
  });
});
