import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from '../../client/run/build.mjs';
import { atEnd } from '../../client/run/ending.mjs';
import { readyJudge } from '../../client/run/judge.mjs';
import { root } from '../../client/run/paths.mjs';
import { pinned, there } from '../../client/run/pinned.mjs';
import { setUp } from '../../client/run/setup.mjs';
import { failure, main, say, step } from '../../client/run/terminal.mjs';

const usage = `npm run bench -- [options]
  --quick       an answer within two minutes, with more noise
  --only ours   without the servers and tools of others, and without a network
  --write       put the figures into test/bench/README.md`;

const yaml = { name: 'yaml-language-server', version: '2.0.0' };
const spectral = { name: '@stoplight/spectral-cli', version: '6.16.3' };
const page = join(root, 'test', 'bench', 'README.md');
const [from, to] = ['<!-- figures -->', '<!-- end of figures -->'];

await main(async () => {
  const { help, quick, only, write } = read(process.argv.slice(2));
  if (help) return say(usage);
  await setUp();
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'strategy-bench-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const programs = { ...(await ours(folder)), ...(only ? {} : await others()) };
  const { register } = await import('tsx/esm/api');
  register();
  const { bench } = await import('./main.ts');
  const began = Date.now();
  const report = await bench({ programs, quick, folder, step, atEnd });
  say(`\n${report}\nIn ${Math.round((Date.now() - began) / 1000)} s.`);
  if (write) await put(report, quick);
});

function read(words) {
  const options = { help: false, quick: false, only: false, write: false };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (['--help', '--quick', '--write'].includes(word)) options[word.slice(2)] = true;
    else if (word === '--only' && words[++at] === 'ours') options.only = true;
    else throw failure(`'${words.slice(at).join(' ')}' is not understood.`, `use one of these:\n\n${usage}`);
  }
  return options;
}

/** Ours as they are shipped, and two programs that exist only to be measured, bundled in the same way. */
async function ours(folder) {
  const esbuild = await import('esbuild');
  const entries = [new URL('./floor.mjs', import.meta.url), new URL('./inside.ts', import.meta.url)].map(fileURLToPath);
  const node = { bundle: true, platform: 'node', format: 'cjs', target: 'es2022', outExtension: { '.js': '.cjs' } };
  const plugins = [readyJudge(esbuild)];
  await esbuild.build({ ...node, plugins, absWorkingDir: root, entryPoints: entries, outdir: folder });
  return {
    floor: join(folder, 'floor.cjs'),
    inside: join(folder, 'inside.cjs'),
    server: join(root, 'dist', 'server.cjs'),
    cli: join(root, 'dist', 'cli.cjs'),
    schema: join(root, 'schemas', 'strategy.schema.json'),
    samples: join(root, 'samples'),
  };
}

/** The peers from npm, each at its version; one that cannot be had is left out, and that is said. */
async function others() {
  const had = async ({ name, version }, paths) => {
    try {
      return await paths(join(await pinned(`Installing ${name}`, name, version), 'node_modules'));
    } catch (error) {
      say(`${name} is left out: ${error.message} ${error.advice ?? ''}\nGoals that need it are not measured.`);
      return {};
    }
  };
  return {
    ...(await had(yaml, async (modules) => ({
      yaml: join(modules, yaml.name, 'bin', yaml.name),
      yamlAtOnce: join(await withoutDelay(modules), 'bin', yaml.name),
    }))),
    ...(await had(spectral, async (modules) => ({ spectral: join(modules, spectral.name, 'dist', 'index.js') }))),
  };
}

/** A copy of the server that does not wait 200 ms before it looks at a text. */
async function withoutDelay(modules) {
  const copy = join(modules, `${yaml.name}-at-once`);
  if (await there(join(copy, 'ready'))) return copy;
  await cp(join(modules, yaml.name), copy, { recursive: true });
  const path = join(copy, 'out', 'src', 'yamlSettings.js');
  const text = await readFile(path, 'utf8');
  const patched = text.replace('this.validationDelayMs = 200;', 'this.validationDelayMs = 0;');
  if (patched === text) throw failure(`${yaml.name} ${yaml.version} keeps its delay elsewhere.`);
  await writeFile(path, patched);
  await writeFile(join(copy, 'ready'), '');
  return copy;
}

async function put(report, quick) {
  const text = await readFile(page, 'utf8');
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw failure(`${page} has no marks for the figures.`, 'restore it with git.');
  const how = `From \`npm run bench -- ${quick ? '--quick ' : ''}--write\`.\n\n`;
  await writeFile(page, `${text.slice(0, start + from.length)}\n\n${how}${report}\n${text.slice(end)}`);
  say(`The figures are in ${page}.`);
}
