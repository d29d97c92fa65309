import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const source = fileURLToPath(new URL('../server/src/launch.ts', import.meta.url));
const contents = `module.exports = require(${JSON.stringify(source)}).launch(__filename);`;

/** A program as the build writes it, which runs long enough for its code to be worth keeping. */
function write(folder: string, mark: string, text: string): void {
  const wait = 'while (process.uptime() < 0.2);';
  const say = `console.log('${text}', process.argv[2], require('node:path').basename(__filename));`;
  const body = `${wait} ${say} process.exitCode = 7;`;
  const around = '(function (exports, require, module, __filename, __dirname) {';
  writeFileSync(join(folder, 'tool.program.cjs'), `// ${mark}\n${around}${body}\n})\n`);
}

function run(folder: string, flags: readonly string[] = []): { readonly out: string; readonly code: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [...flags, join(folder, 'tool.cjs'), 'asked'], {
    encoding: 'utf8',
  });
  return { out: stdout.trim(), code: status };
}

suite('launching a program', () => {
  let folder = '';
  const kept = (): string[] => readdirSync(folder).filter((it) => !/^tool\.(?:program\.)?cjs$/.test(it));

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'strategy-launch-'));
    const outfile = join(folder, 'tool.cjs');
    buildSync({ stdin: { contents, resolveDir: folder }, outfile, bundle: true, platform: 'node', format: 'cjs' });
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test('runs it as if it were called itself, and keeps its code once', () => {
    write(folder, 'first', 'one');
    assert.deepEqual(run(folder), { out: 'one asked tool.program.cjs', code: 7 });
    const [name = '', ...others] = kept();
    assert.match(name, /^tool\.program\.cjs\.first\.\d.*\.cache$/);
    assert.deepEqual(others, []);
    const before = readFileSync(join(folder, name));
    assert.deepEqual(run(folder), { out: 'one asked tool.program.cjs', code: 7 });
    assert.ok(before.equals(readFileSync(join(folder, name))));
  });

  test('never runs kept code of another text, though it be as long', () => {
    write(folder, 'first', 'one');
    run(folder);
    write(folder, 'other', 'two');
    assert.equal(run(folder).out, 'two asked tool.program.cjs');
  });

  test('keeps code for each choice of flags, so that runs do not take turns in writing it', () => {
    write(folder, 'first', 'one');
    run(folder);
    const path = join(folder, kept()[0] ?? assert.fail());
    const before = readFileSync(path);
    assert.equal(run(folder, ['--stack-size=900']).out, 'one asked tool.program.cjs');
    assert.equal(kept().length, 2);
    assert.ok(before.equals(readFileSync(path)));
  });

  test('does without what is kept where the engine refuses that, and keeps it anew', () => {
    write(folder, 'first', 'one');
    run(folder);
    const path = join(folder, kept()[0] ?? assert.fail());
    writeFileSync(path, 'what another engine has left');
    assert.equal(run(folder).out, 'one asked tool.program.cjs');
    assert.ok(readFileSync(path).length > 100);
  });

  test('runs where nothing can be kept, and leaves nothing half-written', () => {
    write(folder, 'first', 'one');
    run(folder);
    const name = kept()[0] ?? assert.fail();
    rmSync(join(folder, name));
    mkdirSync(join(folder, name));
    assert.deepEqual(run(folder), { out: 'one asked tool.program.cjs', code: 7 });
    assert.deepEqual(kept(), [name]);
  });
});
