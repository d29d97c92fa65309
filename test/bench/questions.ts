/** Questions right after an edit: the moment counts from the edit, since the answer must know of it. */
import type { Editor } from './editor.ts';
import { deletion, insertion, type Edit, type Position } from './edits.ts';
import { named, type Run } from './run.ts';
import { floor, ours, pauseOf } from './servers.ts';

interface Question {
  readonly name: string;
  readonly method: string;
  /** What is typed before, in a tactic that begins at a line, and where is asked then. */
  readonly typed: (tactic: Tactic) => { readonly edit: Edit; readonly at: Position };
  readonly more?: object;
  /** Whether a server that knows only the schema has an answer too. */
  readonly bySchema: boolean;
}

/** Where in a tactic its keys stand. */
type Tactic = (key: string) => { readonly line: number; readonly text: string };

/** A letter at the end of the title, which nobody asks about. */
const letter = (tactic: Tactic): Edit => {
  const { line, text } = tactic('title');
  return insertion({ line, character: text.length }, 'e');
};
const atValue = (tactic: Tactic, key: string): Position => {
  const { line, text } = tactic(key);
  return { line, character: text.indexOf(': ') + 4 };
};

const questions: readonly Question[] = [
  {
    name: 'completion of a key',
    method: 'textDocument/completion',
    typed: (tactic) => {
      const { line, text } = tactic('title');
      const edit = insertion({ line, character: text.length }, '\n    pri');
      return { edit, at: edit.at };
    },
    bySchema: true,
  },
  {
    name: 'completion of a value',
    method: 'textDocument/completion',
    typed: (tactic) => {
      const { line, text } = tactic('status');
      const start = text.indexOf(': ') + 2;
      const edit = deletion({ line, character: start }, text.slice(start));
      return { edit, at: edit.at };
    },
    bySchema: true,
  },
  {
    name: 'hover',
    method: 'textDocument/hover',
    typed: (tactic) => {
      const { line } = tactic('goal');
      return { edit: letter(tactic), at: { line, character: 5 } };
    },
    bySchema: true,
  },
  {
    name: 'definition',
    method: 'textDocument/definition',
    typed: (tactic) => ({ edit: letter(tactic), at: atValue(tactic, 'goal') }),
    bySchema: false,
  },
  {
    name: 'references',
    method: 'textDocument/references',
    typed: (tactic) => ({ edit: letter(tactic), at: atValue(tactic, 'strategy') }),
    more: { context: { includeDeclaration: true } },
    bySchema: false,
  },
];

export async function askAll({ figures }: Run, editor: Editor, size: string, times: number): Promise<void> {
  const { server } = editor.client;
  const tactics = tacticsIn(editor.lines);
  const knows = server.name === ours || server.name === floor;
  for (const { name, method, typed, more, bySchema } of questions) {
    if (!knows && !bySchema) continue;
    for (let index = 0; index < times; index++) {
      const tactic = tactics[(index * 7 + 3) % tactics.length];
      if (!tactic) return;
      const { edit, at } = typed(tactic);
      const began = editor.change(edit.does);
      const answer = await editor.ask(method, { position: at, ...more });
      const sense = server.name === floor || !isEmpty(answer.result);
      figures.add(named(sense ? name : `${name}, no answer`, size, server.name), answer.at - began);
      editor.change(edit.undoes);
      await editor.rest(pauseOf(server));
    }
  }
}

function isEmpty(result: unknown): boolean {
  const items = (result as { items?: unknown } | null)?.items ?? result;
  return items === null || items === undefined || (Array.isArray(items) && items.length === 0);
}

/** Tactics that have what is asked for, and no priority yet. */
function tacticsIn(lines: readonly string[]): readonly Tactic[] {
  const from = lines.indexOf('tactics:');
  const starts = lines.flatMap((it, line) => (line > from && it.startsWith('  - id: ') ? [line] : []));
  return starts.flatMap((start, index) => {
    const own = lines.slice(start, starts[index + 1] ?? lines.length);
    const tactic: Tactic = (key) => {
      const found = own.findIndex((it) => it.startsWith(`    ${key}: `));
      return { line: start + found, text: own[found] ?? '' };
    };
    const keys = ['title', 'strategy', 'goal', 'status'];
    return keys.every((it) => tactic(it).text !== '') && !own.some((it) => it.includes('priority')) ? [tactic] : [];
  });
}
