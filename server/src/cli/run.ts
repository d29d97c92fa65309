/** The command line: words in, words and an exit code out. */
import { parseArgs } from 'node:util';
import { dateExists } from '../schema/formats.ts';
import { check } from './check.ts';
import type { Files } from './files.ts';
import { load, Misuse } from './load.ts';
import { reportText } from './report-text.ts';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  readonly today: () => string;
  readonly version: string;
  readonly disk: Files;
}

const help = `strategy check [paths]   find what is wrong in strategy files; without paths, in this folder

  --format text|json   for people (the default), or for programs
  --today 2026-11-21   the day on which the plan is judged; without it, today
  --help, --version

Exit code: 0 nothing worse than a warning, 1 an error was found, 2 the command was used wrongly.
`;

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
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      today: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  const [command, ...paths] = positionals;
  if (values.version) return say(terminal, `${terminal.version}\n`);
  if (values.help) return say(terminal, help);
  if (command === undefined) throw new Misuse('say what to do, for example: strategy check');
  if (command !== 'check') throw new Misuse(`there is no command '${command}'.`);
  const { format } = values;
  if (format !== 'text' && format !== 'json') throw new Misuse(`--format takes text or json, not '${format}'.`);
  const today = values.today ?? terminal.today();
  if (!dateExists(today)) throw new Misuse(`--today takes a date such as 2026-11-21, not '${today}'.`);
  return runCheck(paths.length > 0 ? paths : ['.'], format, today, terminal);
}

function say({ out }: Terminal, text: string): number {
  out(text);
  return 0;
}

async function runCheck(paths: readonly string[], format: 'text' | 'json', today: string, terminal: Terminal): Promise<number> {
  const loaded = await load(paths, today, terminal.disk);
  for (const [file, failure] of loaded.failures) terminal.err(`strategy: ${file} is left out: ${failure}.\n`);
  if (loaded.files.size === 0) {
    throw new Misuse(`there are no strategy files in ${paths.join(', ')}: their names end in .strategy.yaml.`);
  }
  const report = check(loaded);
  terminal.out(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, terminal.colour));
  return report.summary.errors > 0 ? 1 : 0;
}
