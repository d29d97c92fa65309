import { end, stopping } from './ending.mjs';

/** A failure that a person can act on: what went wrong, and what to do about it. */
export function failure(message, advice = '', details = '') {
  return Object.assign(new Error(message), { advice, details });
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Does one step of work under one line of progress, which a terminal sees counting the seconds.
 * A log gets a line at the beginning and one at the end.
 */
export async function step(text, work) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const terminal = process.stdout.isTTY;
  const draw = () => process.stdout.write(`\r\u001b[K${text} … ${seconds()}`);
  if (terminal) draw();
  else say(`${text} …`);
  const timer = setInterval(() => (terminal ? draw() : say(`  still at it, ${seconds()}`)), terminal ? 1000 : 30_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (terminal) process.stdout.write(`\r\u001b[K${text}: ${seconds()}\n`);
    else if (Date.now() - began >= 2000) say(`  ${seconds()}`);
  }
}

/** Runs a command to its end; whatever goes wrong is said in words, with what to do. */
export async function main(command) {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    if (!stopping()) explain(error);
    process.exitCode = 1;
  }
  if (stopping()) return;
  await end();
  process.stdout.write('', () => process.exit());
}

function explain(error) {
  process.stderr.write(`\nThis did not work: ${error.message}\n`);
  if (error.details) process.stderr.write(`\n${indented(error.details)}\n`);
  const known = error.advice === undefined ? byCode(error.code) : error.advice;
  if (known) process.stderr.write(`\nWhat to do: ${known}\n`);
  else if (known === undefined)
    process.stderr.write(`\nThis is a fault of the scripts. Where it happened:\n${error.stack}\n`);
}

/** Advice for the failures of a disk or a network that can happen anywhere. */
function byCode(code) {
  const advice = {
    ENOSPC: 'the disk is full. Free about 2 GB, then run the same command again.',
    EACCES: 'a file or folder may not be written. Check who owns this folder, then run the same command again.',
    EPERM: 'a file or folder may not be written. Check who owns this folder, then run the same command again.',
    EROFS: 'this folder is read-only. Copy it to a place that can be written.',
    EMFILE: 'too many files are open. Close other programs, then run the same command again.',
  };
  return advice[code];
}

function indented(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
