/** What the kinds of the plan are called in the vocabulary that the project chose. The keys of the language never change. */
import type { Settings } from '../project/settings.ts';
import type { Labels, Word } from './plan.ts';

const bmm: Labels = {
  metric: word('business metric'),
  goal: word('goal'),
  objective: word('objective'),
  kpi: word('KPI'),
  strategy: word('strategy', 'strategies'),
  tactic: word('tactic'),
  channel: word('channel'),
};

/**
 * Only what a method calls otherwise. OKR says "KPI" for our metric and "metric" for our KPI:
 * these two keep their names, or cards would contradict the messages, which say "KPI" in every vocabulary.
 */
const others: Readonly<Record<Settings['vocabulary'], Partial<Labels>>> = {
  bmm: {},
  ogsm: { goal: word('objective'), objective: word('goal'), tactic: word('plan') },
  okr: { goal: word('objective'), objective: word('key result'), tactic: word('initiative') },
  bsc: {
    metric: word('financial measure'),
    goal: word('strategic objective'),
    objective: word('target'),
    strategy: word('theme'),
    tactic: word('initiative'),
  },
  oasis: { goal: word('objective'), objective: word('SMART objective') },
};

export function labelsOf({ vocabulary }: Settings): Labels {
  return { ...bmm, ...others[vocabulary] };
}

function word(one: string, many = `${one}s`): Word {
  return { one, many };
}
