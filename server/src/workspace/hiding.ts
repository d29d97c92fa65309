/** Findings that follow from another one, their root cause, are hidden while that one is shown. */
import type { Item } from '../model/item.ts';
import type { Candidate, Units } from './units.ts';

/** What is known of a candidate that is not switched off. */
interface Judged {
  readonly justified: string | undefined;
}

/** Whether a shown root cause hides a candidate. What is waived, ignored or itself hidden hides nothing. */
export function createHiding(
  units: Units,
  judged: (candidate: Candidate) => Judged | undefined,
): () => (candidate: Candidate) => boolean {
  return () => {
    const answers = new Map<Candidate, boolean>();
    const hidden = (candidate: Candidate): boolean => {
      const { hiddenBy } = candidate.it;
      if (!hiddenBy) return false;
      const before = answers.get(candidate);
      if (before !== undefined) return before;
      answers.set(candidate, false);
      const answer = hiddenBy().some(({ rule, about }) => about.length > 0 && about.every((item) => shown(rule, item)));
      answers.set(candidate, answer);
      return answer;
    };
    const shown = (rule: string, item: Item): boolean => {
      for (const it of units.about(item)) {
        if (it.rule.id !== rule) continue;
        const found = judged(it);
        if (found && found.justified === undefined && !hidden(it)) return true;
      }
      return false;
    };
    return hidden;
  };
}
