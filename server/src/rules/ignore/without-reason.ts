import type { Edit } from '../../syntax/write.ts';
import { fix, type IgnoreComment, type Rule } from '../rule.ts';

export const withoutReason: Rule = {
  id: 'ignore/without-reason',
  finds: 'a comment that silences a finding and does not say why',
  severity: { starter: 'info', standard: 'warning', strict: 'warning' },
  *checkSilence({ comments }) {
    for (const ignore of comments) {
      if (ignore.reason !== '' || ignore.rules.length === 0) continue;
      yield {
        at: ignore.comment.span,
        about: [],
        message: 'This comment silences a finding and does not say why. Put a colon and the reason behind the rule.',
        fixes: () =>
          fix(
            wordsBehind(ignore) === '' ? 'Insert a place for the reason' : 'Insert the colon before the reason',
            reasonFor(ignore),
          ),
      };
    }
  },
};

/** What stands behind the rules without a colon was probably meant as the reason. */
function wordsBehind({ comment, rules }: IgnoreComment): string {
  const end = rules.at(-1)?.span.end ?? comment.span.end;
  return comment.span.section.text.slice(end, comment.span.end).replace(/^[\s:,;–—-]+/, '');
}

function reasonFor(ignore: IgnoreComment): Edit | undefined {
  const last = ignore.rules.at(-1)?.span;
  const { end } = ignore.comment.span;
  return (
    last && { at: { section: last.section, start: last.end, end }, text: `: ${wordsBehind(ignore) || 'because …'}` }
  );
}
