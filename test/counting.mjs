import { writeFileSync } from 'node:fs';

import Mocha from 'mocha';

/** The usual report, and the counts in the file that STRATEGY_COUNTS names; a run that breaks off leaves none. */
export default function Counting(runner, options) {
  const report = new Mocha.reporters.Spec(runner, options);
  runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
    const { passes, failures, pending } = runner.stats;
    writeFileSync(process.env.STRATEGY_COUNTS, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  });
  return report;
}
