import { nearest } from '../../schema/nearest.ts';
import type { Edit } from '../../syntax/write.ts';
import { lineEnd, lineStart } from '../lines.ts';
import { fix, type Fix, type IgnoreComment, type IgnoredRule, type Rule } from '../rule.ts';

export const ignoreUnused: Rule = {
  id: 'ignore/unused',
  finds: 'a comment that is to silence a finding where there is none, or that names no rule',
  severity: { starter: 'info', standard: 'warning', strict: 'warning' },
  *checkSilence({ file, comments, ruleIds }, project) {
    // What cannot be read may hold what the comment is there for.
    const unclear = project.unreadable || file.document.problems.length > 0;
    for (const ignore of comments) {
      const { comment, rules } = ignore;
      if (rules.length === 0) {
        const message =
          'This comment names no rule, so it silences nothing. Name the rule behind the message that it is about, or remove it.';
        yield { at: comment.span, about: [], message, fixes: () => removal(ignore) };
      }
      for (const rule of rules) {
        if (rule.on === undefined) {
          yield {
            at: rule.span,
            about: [],
            message: unknown(rule, ruleIds),
            fixes: () => corrections(rule, ignore, ruleIds),
          };
        } else if (!unclear && rule.on && !rule.used && !isOfSilence(rule)) {
          const message = `This comment silences nothing: \`${rule.id}\` finds no fault here. Remove it, or a later fault would go unseen.`;
          yield { at: rule.span, about: [], message, fixes: () => removal(ignore, rule) };
        }
      }
    }
  },
};

/** Findings about comments and waivers come last, so whether a comment silences one is not known in time. */
function isOfSilence({ id }: IgnoredRule): boolean {
  return id.startsWith('ignore/') || id.startsWith('waiver/');
}

function unknown({ id }: IgnoredRule, ruleIds: readonly string[]): string {
  const [near] = nearest(id, ruleIds);
  const hint = near === undefined ? 'Copy the name that stands behind the message.' : `Did you mean \`${near}\`?`;
  return `There is no rule \`${id}\`, so this comment silences nothing. ${hint}`;
}

function corrections(rule: IgnoredRule, ignore: IgnoreComment, ruleIds: readonly string[]): readonly Fix[] {
  const near = nearest(rule.id, ruleIds).slice(0, 3);
  return [
    ...near.flatMap((it) => fix(`Change it to \`${it}\``, { at: rule.span, text: it })),
    ...removal(ignore, rule),
  ];
}

/** The rule out of its list, or the whole comment where it is the only one. */
function removal({ comment, rules }: IgnoreComment, rule?: IgnoredRule): readonly Fix[] {
  const index = rule ? rules.indexOf(rule) : -1;
  const next = rules[index + 1];
  const previous = rules[index - 1];
  if (!rule || rules.length < 2) return fix('Remove the comment', withoutComment(comment.span));
  const { span } = rule;
  const start = next || !previous ? span.start : previous.span.end;
  return fix(`Take \`${rule.id}\` out of the comment`, {
    at: { ...span, start, end: next ? next.span.start : span.end },
    text: '',
  });
}

function withoutComment({ section, start, end }: IgnoreComment['comment']['span']): Edit {
  const line = lineStart(section.text, start);
  const before = section.text.slice(line, start);
  if (before.trim() !== '') return { at: { section, start: line + before.trimEnd().length, end }, text: '' };
  const stop = lineEnd(section.text, end);
  const rest = /^(?:\r\n|\r|\n)/.exec(section.text.slice(stop))?.[0].length ?? 0;
  return { at: { section, start: line, end: stop + rest }, text: '' };
}
