/** Every rule there is; a new one is its file, its page, and a line here. */
import type { Rule } from './rule.ts';
import { silo } from './compose/silo.ts';
import { activityAsGoal } from './goal/activity-as-goal.ts';
import { ignoreUnused } from './ignore/unused.ts';
import { withoutReason } from './ignore/without-reason.ts';
import { incomplete } from './kpi/incomplete.ts';
import { kpiUndefined } from './kpi/undefined.ts';
import { unitMismatch } from './kpi/unit-mismatch.ts';
import { vanity } from './kpi/vanity.ts';
import { duplicate } from './measure/duplicate.ts';
import { contradictsDirection } from './objective/contradicts-direction.ts';
import { noBaseline } from './objective/no-baseline.ts';
import { notMeasurable } from './objective/not-measurable.ts';
import { onlyOutputs } from './objective/only-outputs.ts';
import { accountable } from './plan/accountable.ts';
import { dates } from './plan/dates.ts';
import { duplicateKey } from './schema/duplicate-key.ts';
import { missingKey } from './schema/missing-key.ts';
import { syntax } from './schema/syntax.ts';
import { type } from './schema/type.ts';
import { unknownKey } from './schema/unknown-key.ts';
import { value } from './schema/value.ts';
import { yamlTrap } from './schema/yaml-trap.ts';
import { goalAsStrategy } from './strategy/goal-as-strategy.ts';
import { mediumAsStrategy } from './strategy/medium-as-strategy.ts';
import { noApproach } from './strategy/no-approach.ts';
import { noChallenge } from './strategy/no-challenge.ts';
import { noIntent } from './strategy/no-intent.ts';
import { tacticsFirst } from './strategy/tactics-first.ts';
import { cycle } from './trace/cycle.ts';
import { duplicateId } from './trace/duplicate-id.ts';
import { goalWithoutMetric } from './trace/goal-without-metric.ts';
import { goalWithoutObjective } from './trace/goal-without-objective.ts';
import { goalWithoutStrategy } from './trace/goal-without-strategy.ts';
import { kpiWithoutTarget } from './trace/kpi-without-target.ts';
import { metricWithoutGoal } from './trace/metric-without-goal.ts';
import { objectiveWithoutTactic } from './trace/objective-without-tactic.ts';
import { pathMismatch } from './trace/path-mismatch.ts';
import { retiredTarget } from './trace/retired-target.ts';
import { strategyWithoutGoal } from './trace/strategy-without-goal.ts';
import { strategyWithoutTactic } from './trace/strategy-without-tactic.ts';
import { tacticWithoutGoal } from './trace/tactic-without-goal.ts';
import { tacticWithoutKpi } from './trace/tactic-without-kpi.ts';
import { tacticWithoutStrategy } from './trace/tactic-without-strategy.ts';
import { unknownReference } from './trace/unknown-reference.ts';
import { wrongKind } from './trace/wrong-kind.ts';
import { expired } from './waiver/expired.ts';
import { waiverInvalid } from './waiver/invalid.ts';
import { waiverUnused } from './waiver/unused.ts';

export const rules: readonly Rule[] = [
  silo,
  activityAsGoal,
  ignoreUnused,
  withoutReason,
  incomplete,
  kpiUndefined,
  unitMismatch,
  vanity,
  duplicate,
  contradictsDirection,
  noBaseline,
  notMeasurable,
  onlyOutputs,
  accountable,
  dates,
  duplicateKey,
  missingKey,
  syntax,
  type,
  unknownKey,
  value,
  yamlTrap,
  goalAsStrategy,
  mediumAsStrategy,
  noApproach,
  noChallenge,
  noIntent,
  tacticsFirst,
  cycle,
  duplicateId,
  goalWithoutMetric,
  goalWithoutObjective,
  goalWithoutStrategy,
  kpiWithoutTarget,
  metricWithoutGoal,
  objectiveWithoutTactic,
  pathMismatch,
  retiredTarget,
  strategyWithoutGoal,
  strategyWithoutTactic,
  tacticWithoutGoal,
  tacticWithoutKpi,
  tacticWithoutStrategy,
  unknownReference,
  wrongKind,
  expired,
  waiverInvalid,
  waiverUnused,
];
