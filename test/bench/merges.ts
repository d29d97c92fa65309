/** What the package `yaml` has been slow with: thousands of anchors, aliases and merge keys in one document. */
import { createRandom } from './random.ts';

/** So many tactics are written out; the others are made of one or two of them. */
const patterns = 40;

/** A long list of tactics that grew by copying. */
export function writeMerges(lines: number): string {
  const random = createRandom(5);
  const written = [...head];
  for (let index = 1; written.length < lines - 8; index++) {
    const earlier = (): string => `*t${1 + random.below(patterns)}`;
    const merged = random.chance(0.5) ? earlier() : `[${earlier()}, ${earlier()}]`;
    written.push(`  - &t${index}`);
    if (index > patterns) written.push(`    <<: ${merged}`);
    written.push(
      `    id: step-${index}`,
      `    title: Step ${index} of the long way`,
      ...(index <= patterns
        ? pattern
        : [`    start: *day`, `    status: ${random.pick(['planned', 'active', 'done'])}`]),
    );
  }
  return `${written.join('\n')}\n`;
}

const head = [
  'title: The long way',
  'intent: Show that copying has its price.',
  'owner: &owner ana',
  'period: 2026',
  'next_review: &day 2026-10-06',
  'metrics:',
  '  - { id: sales, title: Sales, category: revenue, direction: increase, unit: GBP }',
  'goals:',
  '  - id: arrive',
  '    title: Walkers arrive before dark',
  '    owner: *owner',
  '    metric: sales',
  '    objectives:',
  '      - { kpi: arrivals, baseline: 40, target: 90, by: 2026-12-31 }',
  'kpis:',
  '  - { id: arrivals, title: Walkers who arrive by six, level: outcome, unit: percent, direction: increase }',
  'strategies:',
  '  - { id: start-early, title: Start early, approach: Leave in the hour when the road is empty., goal: arrive }',
  'tactics:',
];

const pattern = [
  '    strategy: start-early',
  '    goal: arrive',
  '    kpi: arrivals',
  '    owner: *owner',
  '    start: *day',
];
