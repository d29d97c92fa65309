/** Plans to draw: two of the samples, and, made by hand here, those that no text gives. */
import type { Card, Edge, Place, Plan, TacticCard } from '../../server/src/plan/plan.ts';
import { openSample, planOf } from './samples.ts';

/** Three documents, sound. */
export function brackenlow(): Plan {
  return planOf(openSample('brackenlow'), 'social');
}

/** Two documents, the second full of holes. */
export function tutorial(): Plan {
  return planOf(openSample('bad-twitter-strategy'), 'social');
}

/** A file with nothing but a title. */
export function empty(): Plan {
  return {
    ...brackenlow(),
    document: 'draft',
    title: 'Draft',
    documents: [{ key: 'draft', title: 'Draft', broken: false, findings: [] }],
    page: { nonGoals: [], goals: [], strategies: [], tactics: [], moreTactics: 0 },
    map: { lanes: ['draft'], cards: [], gaps: [], edges: [] },
    coverage: { tactics: { traced: 0, holes: 0, justified: 0 }, money: [] },
    findings: [],
    places: { draft: placeAt(0) },
  };
}

/** One goal and one strategy with as many tactics as wanted. */
export function crowd(count: number): Plan {
  const plan = empty();
  const tactics = Array.from({ length: count }, (_, index) => tactic(`t-${index + 1}`, `Tactic ${index + 1}`));
  const cards: readonly Card[] = [
    { ...bare('g', 'One goal'), kind: 'goal', objectives: [] },
    { ...bare('s', 'One strategy'), kind: 'strategy', tradeOffs: [] },
    ...tactics,
  ];
  const edges: readonly Edge[] = [
    { above: 'draft/g', below: 'draft/s', relation: 'goal', state: 'ok' },
    ...tactics.flatMap(({ key }): readonly Edge[] => [
      { above: 'draft/s', below: key, relation: 'strategy', state: 'ok' },
      { above: 'draft/g', below: key, relation: 'goal', state: 'ok' },
    ]),
  ];
  return {
    ...plan,
    page: {
      ...plan.page,
      goals: ['draft/g'],
      strategies: ['draft/s'],
      tactics: tactics.slice(0, 5).map((it) => it.key),
      moreTactics: Math.max(0, count - 5),
    },
    map: { lanes: ['draft'], cards, gaps: [], edges },
    coverage: { tactics: { traced: count, holes: 0, justified: 0 }, money: [] },
    places: { ...plan.places, ...placed(cards) },
  };
}

/** Titles and ids that try to be markup, names of the language's own, or longer than any line. */
export function hostile(): Plan {
  const plan = empty();
  const script = '<script>alert("1")</script>';
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(6);
  const cards: readonly Card[] = [
    {
      ...bare('__proto__', `${script} & "quoted" 'goal'`),
      kind: 'goal',
      state: 'justified',
      reason: '</style><b>',
      objectives: [],
    },
    {
      ...bare('constructor', long),
      kind: 'strategy',
      state: 'hole',
      approach: long,
      tradeOffs: [script, ''],
      draft: true,
    },
    {
      ...tactic('" onclick="alert(1)', ' \u0000 '),
      kpis: [{ name: script }],
      state: 'hole',
      findings: ['draft#finding-1'],
    },
    { ...bare('emoji', '🫖'.repeat(80)), kind: 'channel', lines: ['שלום \u202e abc'], dropped: true },
    { ...bare('nowhere', 'Without a place'), kind: 'metric' },
  ];
  const of = 'draft/" onclick="alert(1)';
  return {
    ...plan,
    title: script,
    documents: [
      { key: 'draft', title: script, kind: script, status: 'draft', organization: script, broken: true, findings: [] },
      { key: '__proto__', title: '__proto__', parent: 'draft', broken: false, findings: [] },
    ],
    page: {
      ...plan.page,
      intent: { key: 'draft#intent', text: `${script}\n${long}`, from: 'missing', findings: ['missing'] },
      goals: ['draft/__proto__', 'draft/missing'],
      strategies: ['draft/constructor'],
      tactics: [of],
    },
    map: {
      lanes: ['draft', 'missing'],
      cards,
      gaps: [{ key: `${of}#gap`, of, kind: 'strategy', state: 'unknown', name: script }],
      edges: [
        { above: 'draft/__proto__', below: of, relation: 'goal', state: 'hole' },
        { above: of, below: 'draft/__proto__', relation: 'goal', state: 'ok' },
        { above: 'draft/gone', below: of, relation: 'strategy', state: 'ok' },
      ],
    },
    findings: [
      { key: 'draft#finding-1', on: of, rule: 'schema/syntax', severity: 'error', message: `${script} is no title.` },
    ],
    places: Object.fromEntries([
      ...Object.entries(plan.places),
      ...Object.entries(placed(cards.slice(0, 4))),
      ['__proto__', placeAt(1)],
      ['draft#intent', placeAt(2)],
      ['draft#finding-1', { ...placeAt(3), aside: true }],
      [`${of}#gap`, { ...placeAt(3), aside: true }],
    ]),
  };
}

function tactic(id: string, title: string): TacticCard {
  return { ...bare(id, title), kind: 'tactic', kpis: [{ name: 'Regulars', key: 'draft/k' }], objectives: [] };
}

function bare(id: string, title: string) {
  return { key: `draft/${id}`, id, title, document: 'draft', state: 'ok', lines: [], findings: [] } as const;
}

function placed(cards: readonly Card[]): Record<string, Place> {
  return Object.fromEntries(cards.map(({ key }, index) => [key, placeAt(index + 10)]));
}

function placeAt(line: number): Place {
  const range = { start: { line, character: 0 }, end: { line, character: 9 } };
  return { uri: 'file:///draft.strategy.yaml', range, extent: range };
}
