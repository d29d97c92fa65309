import type { PlanFile } from '../../model/file.ts';
import type { Problem } from '../../syntax/tree.ts';
import { sentenceFor } from '../syntax-words.ts';
import { repairsOf } from '../syntax-repairs.ts';
import type { Rule } from '../rule.ts';

export const syntax: Rule = {
  id: 'schema/syntax',
  finds: 'text that cannot be read as YAML, or a table row that does not fit its header',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  *checkFile(file) {
    for (const problem of file.document.problems) {
      yield {
        at: placeOf(problem, file),
        about: [],
        message: sentenceFor(problem, file),
        fixes: () => repairsOf(problem),
      };
    }
  },
};

/** What concerns the whole text is shown at its first line. */
function placeOf({ code, span }: Problem, { document }: PlanFile): Problem['span'] {
  const [section] = document.sections;
  if (!section || (code !== 'too-large' && code !== 'too-deep')) return span;
  return { section: span.section, start: 0, end: /^[^\r\n]{0,200}/.exec(span.section.text)?.[0].length ?? 0 };
}
