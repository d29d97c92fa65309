/** A KPI with its way from baseline to target, in one line. */
import { broken } from '../model/item.ts';
import type { Objective } from '../model/language.ts';
import type { ObjectiveLine } from './plan.ts';
import { healthOf } from './health.ts';
import { mentionOf } from './names.ts';
import type { Readings } from './readings.ts';
import { findingsOf, type Scene } from './scene.ts';
import { textOf } from './statements.ts';

export function objectiveLine(objective: Objective, scene: Scene, readings: Readings): ObjectiveLine {
  const { project, keys, marks } = scene;
  const [reference] = objective.kpi;
  const [kpi] = project.targets('kpi', objective.kpi);
  const unit = kpi && textOf(kpi.unit);
  const reading = kpi && readings.latest(kpi);
  const { state, reason } = marks.of(objective);
  const looked = project.inUse(objective) && !broken(objective);
  return {
    key: keys.of(objective),
    ...(reference && { kpi: mentionOf(reference, scene) }),
    ...wayOf(objective),
    ...(unit !== undefined && { unit }),
    health: healthOf(objective, kpi, readings, project),
    ...(reading && { reading: { value: reading.value, period: reading.period } }),
    ...(looked && { state, ...(reason !== undefined && { reason }) }),
    findings: findingsOf(scene, objective),
  };
}

function wayOf(objective: Objective): Pick<ObjectiveLine, 'from' | 'to' | 'by'> {
  const { baseline, by } = objective;
  const from = baseline?.is === 'record' ? baseline.value?.value : baseline?.value;
  const to = targetOf(objective);
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(by?.value !== undefined && { by: by.value }),
  };
}

function targetOf({ target }: Objective): ObjectiveLine['to'] {
  if (target?.is !== 'record') return target?.value;
  const min = target.min?.value;
  const max = target.max?.value;
  return min === undefined && max === undefined
    ? undefined
    : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
