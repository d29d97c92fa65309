/** Tactics, in the many ways in which authors write them. */
import type { Programme } from './programme.ts';
import type { Random } from './random.ts';
import { capital, means, people, remarks, slug, stages } from './words.ts';

/** The first tactics of a programme say where their KPI should go; the others share that number. */
export function writeTactic(programme: Programme, index: number, random: Random): string[] {
  const kpi = programme.signs[index % programme.signs.length] ?? programme.effect;
  const mean = random.pick(means);
  const start = 1 + random.below(6);
  return [
    `id: ${slug(mean, programme.number, index)}`,
    `title: ${capital(mean)} ${index + 1} about ${programme.theme}`,
    `strategy: ${programme.strategy}`,
    `goal: ${programme.goal}`,
    `kpi: ${kpi}${random.chance(0.1) ? `   # ${random.pick(remarks)}` : ''}`,
    ...(index < programme.signs.length ? objective(kpi, random) : []),
    `channel: ${programme.channel}`,
    `audience: ${programme.audience}`,
    `message: ${programme.message}`,
    `stage: ${random.pick(stages)}`,
    `evidence: ${programme.evidence}`,
    ...who(random),
    `start: 2026-0${start}-01`,
    `end: 2026-${random.pick(['09-30', '10-31', '12-31'])}`,
    `budget: { planned: ${100 * (1 + random.below(90))}, unit: GBP }`,
    `status: ${random.pick(['planned', 'active', 'active', 'paused'])}`,
    ...words(programme, random),
    ...(random.chance(0.3) ? activities(programme, index, random) : []),
  ];
}

function objective(kpi: string, random: Random): string[] {
  const start = random.below(10);
  const numbers = `baseline: { value: ${start}, as_of: 2026-03-31 }, target: ${start + 10}, by: 2026-12-31`;
  if (random.chance(0.5)) return ['objectives:', `  - { kpi: ${kpi}, ${numbers} }`];
  const [baseline, target, by] = numbers.split(/, (?=target|by)/);
  return ['objectives:', `  - kpi: ${kpi}`, `    ${baseline ?? ''}`, `    ${target ?? ''}`, `    ${by ?? ''}`];
}

function who(random: Random): string[] {
  const [accountable, responsible] = [random.pick(people), random.pick(people)];
  if (random.chance(0.7)) return [`owner: ${accountable}`];
  if (random.chance(0.5)) return [`raci: { accountable: ${accountable}, responsible: ${responsible} }`];
  return ['raci:', `  accountable: ${accountable}`, `  responsible: [${responsible}]`, '  informed: comms-lead'];
}

function words({ group, theme }: Programme, random: Random): string[] {
  if (random.chance(0.1))
    return [
      'description: |',
      `  First with twenty ${group}, then with all.`,
      '',
      `  What we learn goes into ${theme}.`,
    ];
  if (random.chance(0.15)) return [`description: "Made with ${group}, not for them: they say what is missing."`];
  if (random.chance(0.15))
    return ['description: The text is short, so that it is read standing up,', '  with earth on both hands.'];
  return random.chance(0.1) ? [`exit: 'Stop if nobody asks for it by 2026-08-31'`] : [];
}

function activities({ number }: Programme, index: number, random: Random): string[] {
  const item = (id: string, title: string, due: string): string =>
    `  - { id: ${slug(id, number, index)}, title: ${title}, due: ${due}, owner: ${random.pick(people)}, status: planned }`;
  return [
    'activities:',
    item('draft', 'Write a first version', '2026-07-15'),
    item('trial', 'Try it with twenty of them', '2026-08-15'),
    ...(random.chance(0.5) ? [item('all', 'Send it to all', '2026-09-15')] : []),
  ];
}
