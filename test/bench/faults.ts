/** What goes wrong in tactics: slips of the hand, links to nowhere, and things that were forgotten. */
import type { Random } from './random.ts';

/** Takes the lines of a sound item and gives them with one fault. */
type Fault = (lines: readonly string[]) => string[];

const replace =
  (key: string, by: string): Fault =>
  (lines) =>
    lines.map((line) => (line.startsWith(`${key}: `) ? by : line));
const without =
  (key: string): Fault =>
  (lines) =>
    lines.filter((line) => !line.startsWith(`${key}: `));
const also =
  (text: string): Fault =>
  (lines) => [...lines, text];

const faults: readonly Fault[] = [
  replace('status', 'status: running'),
  replace('stage', 'stage: onbording'),
  replace('start', 'start: 2026-13-01'),
  replace('end', 'end: 2025-06-30'),
  replace('budget', 'budget: { planned: plenty, unit: GBP }'),
  replace('channel', 'channel: shop-window'),
  replace('message', 'message: not-yet-written'),
  replace('evidence', 'evidence: hearsay'),
  without('kpi'),
  also('onwer: comms-lead'),
  also('colour: green'),
];

export function withFault(lines: readonly string[], random: Random): string[] {
  return random.pick(faults)(lines);
}
