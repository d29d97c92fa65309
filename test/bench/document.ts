/** Strategy documents of any length, as people write them. */
import { withFault } from './faults.ts';
import { createLists, startProgramme, type Lists, type Parent, type Programme } from './programme.ts';
import { createRandom } from './random.ts';
import { writeTactic } from './tactic.ts';

export interface Wanted {
  readonly seed: number;
  readonly title: string;
  /** The length in lines; a document is never shorter than a programme with one tactic, which takes about 130. */
  readonly lines: number;
  /** The document above, and the items there to which this one links. */
  readonly parent?: Parent & { readonly id: string };
  /** The share of tactics with a fault; none where it is absent. */
  readonly faulty?: number;
  /** Ends with so many tactics, however long it is then. */
  readonly tactics?: number;
}

/** The lists in the order in which people write them. */
const keys = ['audiences', 'messages', 'evidence', 'goals', 'strategies', 'channels', 'kpis', 'tactics'];
/** A programme has so many tactics, */
const each = 15;
/** and takes so many lines without them. */
const programmeLines = 125;
/** The longest tactic. */
const tacticLines = 24;

export function writeDocument(wanted: Wanted): string {
  const head = headOf(wanted);
  const lists = createLists(keys);
  fill(lists, wanted.lines - head.length - 2 * keys.length - tacticLines, wanted);
  const lines = [...head, ...keys.flatMap((key) => ['', `${key}:`, ...written(lists.items.get(key) ?? [])])];
  const missing = wanted.tactics === undefined ? wanted.lines - lines.length : 0;
  const end = Array.from({ length: Math.max(0, missing) }, (_, index) => `# Open question ${index + 1}: who asks?`);
  return `${[...lines, ...end].join('\n')}\n`;
}

/** Programme after programme, and more tactics for the last where no other has room. */
function fill(lists: Lists, room: number, { seed, parent, faulty = 0, tactics = Infinity }: Wanted): void {
  const random = createRandom(seed);
  const slips = createRandom(seed + 1);
  let programme: Programme | undefined;
  for (let count = 0, own = 0; count < tactics && (!programme || lists.length() < room); count++, own++) {
    if (!programme || (own >= each && room - lists.length() > programmeLines)) {
      programme = startProgramme(lists, (programme?.number ?? 0) + 1, parent, random);
      own = 0;
    }
    const tactic = writeTactic(programme, own, random);
    lists.add('tactics', slips.chance(faulty) ? withFault(tactic, slips) : tactic);
  }
}

function written(items: readonly (readonly string[])[]): string[] {
  return items.flatMap((lines) => lines.map((line, index) => (index === 0 ? `  - ${line}` : indented(line))));
}

function indented(line: string): string {
  return line === '' ? '' : `    ${line}`;
}

function headOf({ title, parent }: Wanted): string[] {
  return [
    '# Written by a generator: the same words each time.',
    'spec: strategy/v1',
    `kind: ${parent ? 'communications' : 'company'}`,
    `title: ${title}`,
    ...(parent ? [`parent: ${parent.id}   # sits under it`] : []),
    'owner: comms-lead',
    'status: approved',
    'period: 2026',
    'next_review: 2026-10-06',
    'language: en-GB',
    'intent: Be the shop that people ask before they plant, and come back to when something fails.',
    'non_goals:',
    '  - Selling through marketplaces',
    '',
    ...(parent ? [] : metrics),
    ...situation,
  ];
}

const metrics = [
  'metrics:',
  '  - { id: net-sales, title: Net sales, category: revenue, direction: increase, unit: GBP }',
  '  - { id: returning-share, title: Share of returning buyers, category: retention, direction: increase, unit: percent }',
  '',
];

const situation = [
  'situation:',
  '  challenge: >-',
  '    Most people who plant for the first time give up in the first summer,',
  '    and do not come back to a shop that reminds them of it.',
  '  drivers:',
  '    - id: give-up-early',
  '      title: First plantings fail, and nobody is there to ask',
  '      type: trend',
  '      claim: to-validate',
];
