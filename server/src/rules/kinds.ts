/** What the kinds of the language are called in a sentence, in the vocabulary that the project chose. */
import type { Project } from '../project/project.ts';
import type { Settings } from '../project/settings.ts';

type Words = Readonly<Record<string, string>>;

const usual: Words = { document: 'plan', kpi: 'KPI', evidence: 'piece of evidence' };

const vocabularies: Readonly<Record<Settings['vocabulary'], Words>> = {
  bmm: usual,
  ogsm: { ...usual, goal: 'objective', objective: 'goal', tactic: 'plan' },
  okr: { ...usual, goal: 'objective', objective: 'key result', tactic: 'initiative' },
  bsc: { ...usual, goal: 'strategic objective', objective: 'target', strategy: 'theme', tactic: 'initiative' },
  oasis: { ...usual, goal: 'objective', objective: 'SMART objective' },
};

/** The noun for a kind of item, as `kind` is written in the schema. */
export function nounsOf({ settings }: Project): (kind: string) => string {
  const words = vocabularies[settings.vocabulary];
  return (kind) => words[kind] ?? kind;
}

/** The word with its article: `a goal`, `an objective`. */
export function a(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  const head = words.slice(0, -1).join(', ');
  return [head, words.at(-1) ?? ''].filter(Boolean).join(` ${last} `);
}
