/** The command line as a process. */
import { writeFile } from 'node:fs/promises';
import packageJson from '../../package.json' with { type: 'json' };
import { run } from './cli/run.ts';
import { disk } from './disk.ts';
import { today } from './today.ts';

const { stdout, stderr } = process;
const colour = stdout.isTTY && !process.env['NO_COLOR'];
const code = run(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  write: (path, text) => writeFile(path, text),
  err: (text) => stderr.write(text),
  colour,
  today,
  version: packageJson.version,
  disk,
});
// A reader that has seen enough, such as `head`, closes the pipe: no fault.
for (const it of [stdout, stderr]) {
  it.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
code.then(
  (it) => {
    process.exitCode = it;
  },
  (error: unknown) => {
    stderr.write(
      `strategy failed, and not by anything in the files: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 3;
  },
);
