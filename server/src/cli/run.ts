/** The command line: words in, words and an exit code out. */
import { parseArgs } from 'node:util';
import { dateExists } from '../schema/formats.ts';
import { check } from './check.ts';
import { exportPage } from './export.ts';
import type { Files } from './files.ts';
import { load, Misuse, type Loaded } from './load.ts';
import { reportText } from './report-text.ts';

export interface Terminal {
  readonly out: (text: string) => void;
  /** Writes a file of the user; fails with a reason in words. */
  readonly write: (path: string, text: string) => Promise<void>;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly today: () => string;
  readonly version: string;
  readonly disk: Files;
}

const help = `strategy check [paths]   find what is wrong in strategy files; without paths, in this folder
  --format text|json     for people (the default), or for programs

strategy export [path]   the plan as one HTML page, with the document of a path or a folder's top plan in front
  --out plan.html        where to write it; without it, to the output

  --today 2026-11-21     the day on which the plan is judged; without it, today
  --help, --version

Exit code: 0 nothing worse than a warning, 1 an error was found, 2 the command was used wrongly.
`;

const options = {
  format: { type: 'string' },
  out: { type: 'string' },
  today: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Runs a command and answers its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (!(error instanceof Misuse) && !isArgumentError(error)) throw error;
    terminal.err(`strategy: ${(error as Error).message}\nTry: strategy --help\n`);
    return 2;
  }
}

function isArgumentError(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [command, ...paths] = positionals;
  if (values.version) return say(terminal, `${terminal.version}\n`);
  if (values.help) return say(terminal, help);
  if (command === undefined) throw new Misuse('say what to do, for example: strategy check');
  const today = values.today ?? terminal.today();
  if (!dateExists(today)) throw new Misuse(`--today takes a date such as 2026-11-21, not '${today}'.`);
  const { format, out } = values;
  if (command === 'check' && out === undefined) return runCheck(paths, format ?? 'text', today, terminal);
  if (command === 'export' && format === undefined) return runExport(paths, out, today, terminal);
  if (command !== 'check' && command !== 'export') throw new Misuse(`there is no command '${command}'.`);
  throw new Misuse(`strategy ${command} takes no --${out === undefined ? 'format' : 'out'}.`);
}

function say({ out }: Terminal, text: string): number {
  out(text);
  return 0;
}

async function runExport(
  paths: readonly string[],
  out: string | undefined,
  today: string,
  terminal: Terminal,
): Promise<number> {
  const [path = '.', second] = paths;
  if (second !== undefined) throw new Misuse('strategy export takes one path.');
  const page = exportPage(await read([path], today, terminal), path);
  if (out === undefined) return say(terminal, page);
  await terminal.write(out, page).catch((error: unknown) => {
    throw new Misuse(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  });
  return 0;
}

/** The files of the paths; what cannot be read is told of. */
async function read(paths: readonly string[], today: string, terminal: Terminal): Promise<Loaded> {
  const loaded = await load(paths, today, terminal.disk);
  for (const [file, failure] of loaded.failures) terminal.err(`strategy: ${file} is left out: ${failure}.\n`);
  if (loaded.files.size > 0) return loaded;
  throw new Misuse(`there are no strategy files in ${paths.join(', ')}: their names end in .strategy.yaml.`);
}

async function runCheck(paths: readonly string[], format: string, today: string, terminal: Terminal): Promise<number> {
  if (format !== 'text' && format !== 'json') throw new Misuse(`--format takes text or json, not '${format}'.`);
  const loaded = await read(paths.length > 0 ? paths : ['.'], today, terminal);
  const report = check(loaded);
  terminal.out(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, terminal.colour));
  return report.summary.errors > 0 ? 1 : 0;
}
