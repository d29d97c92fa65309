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
void code.then((it) => {
  process.exitCode = it;
});
