/**
 * Starts a program with what the engine compiled of it in an earlier run, which is a third of a short run. It is kept beside
 * the program, where only those can write who could change the program itself.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** A run that ends sooner has compiled little of the program, so what it would keep is of no use to others (seconds). */
const longEnough = 0.1;

/**
 * Node 20 optimizes whatever has run for a moment, which costs a short run a third of its time. What runs ten times as
 * long is worth it. Newer engines have a cheaper way between the two, and no such measure.
 */
const patience = { engine: '11.', flag: '--interrupt-budget=600000' };

/**
 * Runs the program that stands beside a file of the name `tool.cjs` under that of `tool.program.cjs`, and gives what it
 * exports. It must be a function around a module, written in ASCII, and its first line must be a mark of all that follows.
 */
export function launch(file: string): unknown {
  const program = file.replace(/\.cjs$/, '.program.cjs');
  const source = readFileSync(program, 'latin1');
  // By itself the engine would take kept code for that of any other text that is as long.
  const mark = source.slice(source.indexOf(' ') + 1, source.indexOf('\n'));
  const kept = `${program}.${mark}.${engine()}.cache`;
  if (process.versions.v8.startsWith(patience.engine)) {
    process.getBuiltinModule('node:v8').setFlagsFromString(patience.flag);
  }
  const script = compile(source, program, kept);
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run(module.exports, createRequire(program), module, program, dirname(program));
  return module.exports;
}

/** Each version of the engine, and each choice of its flags, needs code of its own. To ask it for the difference takes too long. */
function engine(): string {
  const flags = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ');
  return `${process.versions.v8}-${process.arch}${Buffer.from(flags).toString('base64url').slice(-60)}`;
}

function compile(source: string, filename: string, kept: string): Script {
  const cachedData = read(kept);
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) });
  if (!cachedData || script.cachedDataRejected === true) process.on('exit', () => keep(script, kept));
  return script;
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** At the end of a run the engine has compiled all that such a run needs. */
function keep(script: Script, path: string): void {
  if (process.uptime() < longEnough) return;
  const part = `${path}.${process.pid}.part`;
  try {
    // The engine trusts what it is given, so no half of it may ever stand there, even after a power failure.
    writeFileSync(part, script.createCachedData(), { flush: true });
    renameSync(part, path);
  } catch {
    // A folder that cannot be written: the next start takes as long as this one.
    if (existsSync(part)) rmSync(part);
  }
}
