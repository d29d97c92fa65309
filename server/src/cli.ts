/** The command line as a process. */
import { fstatSync, writeFile, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { run } from './cli/run.ts';
import { diskAtOnce } from './disk-at-once.ts';
import { today } from './today.ts';

const code = run(process.argv.slice(2), {
  out: (text) => say(1, text),
  write: promisify(writeFile),
  err: (text) => say(2, text),
  colour: isTerminal(1) && !process.env['NO_COLOR'],
  today,
  version: packageJson.version,
  disk: diskAtOnce,
});
code.then(
  (it) => {
    process.exitCode = it;
  },
  (error: unknown) => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(2, `strategy failed, and not by anything in the files: ${told}\n`);
    process.exitCode = 3;
  },
);

/** Standard output or standard error. */
type Output = 1 | 2;

function streamOf(output: Output): NodeJS.WriteStream {
  return output === 1 ? process.stdout : process.stderr;
}

/** Node's streams take a good part of a short run to be made, so they are asked only about what may be a terminal. */
function isTerminal(output: Output): boolean {
  return fstatSync(output).isCharacterDevice() && streamOf(output).isTTY;
}

function say(output: Output, text: string): void {
  if (isTerminal(output)) streamOf(output).write(text);
  else writeAtOnce(output, Buffer.from(text));
}

function writeAtOnce(output: Output, bytes: Buffer): void {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(output, rest));
  } catch (error) {
    // A reader that is slow is waited for, which streams can do.
    if (codeOf(error) === 'EAGAIN') streamOf(output).on('error', onError).write(rest);
    else onError(error);
  }
}

/** A reader that has seen enough, such as `head`, closes the pipe: no fault. */
function onError(error: unknown): void {
  if (codeOf(error) !== 'EPIPE') throw error;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
