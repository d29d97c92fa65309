/** What tests of the plan share: small projects, and what must hold for every plan. */
import assert from 'node:assert/strict';
import type { Card, Plan, Range } from '../../server/src/plan/plan.ts';
import { moneyWords, tacticsWords } from '../../server/src/preview/words.ts';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';

export const folder = 'file:///project';

/** Made once: what a workspace knows of the language is the same for all. */
const empty = createWorkspace('2026-06-30', [folder]);

/** A project of these files, by name. */
export function workspace(texts: Record<string, string>, today = '2026-06-30'): Workspace {
  const files = Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text] as const);
  return empty.withToday(today).with(files);
}

export function card<K extends Card['kind']>(plan: Plan, key: string, kind: K): Extract<Card, { kind: K }> {
  const found = plan.map.cards.find((it) => it.key === key);
  assert.ok(found?.kind === kind, `${key} is no ${kind}`);
  return found as Extract<Card, { kind: K }>;
}

export const states = ({ map }: Plan): Record<string, string | undefined> =>
  Object.fromEntries(map.cards.map((it) => [it.key, it.state]));
export const money = ({ coverage }: Plan): readonly string[] => coverage.money.map(moneyWords);
export const tactics = ({ coverage, labels }: Plan): string => tacticsWords(coverage, labels);

/** Every key that a plan uses to point to something with a place of its own. */
function keysUsed({ document, documents, page, map, findings }: Plan): readonly string[] {
  const { vision, intent, challenge, nonGoals } = page;
  const lines = map.cards.flatMap((it) => ('objectives' in it ? it.objectives : []));
  const mentions = [...lines.map((it) => it.kpi), ...map.cards.flatMap((it) => (it.kind === 'tactic' ? it.kpis : []))];
  return [
    document,
    ...documents.flatMap((it) => [it.key, ...(it.parent === undefined ? [] : [it.parent]), ...it.findings]),
    ...[vision, intent, challenge, ...nonGoals].flatMap((it) => (it ? [it.key, ...it.findings] : [])),
    ...page.goals,
    ...page.strategies,
    ...page.tactics,
    ...map.lanes,
    ...map.cards.flatMap((it) => [it.key, it.document, ...it.findings]),
    ...lines.flatMap((it) => [it.key, ...it.findings]),
    ...mentions.flatMap((it) => it?.key ?? []),
    ...map.gaps.flatMap((it) => [it.key, it.of]),
    ...map.edges.flatMap((it) => [it.above, it.below]),
    ...findings.flatMap((it) => [it.key, ...(it.on === undefined ? [] : [it.on])]),
  ];
}

/** What holds for every plan, whatever the text. */
export function assertSound(made: Workspace, plan: Plan): void {
  assert.deepEqual(JSON.parse(JSON.stringify(plan)), plan, 'the plan does not survive JSON');
  assert.deepEqual(
    keysUsed(plan).filter((it) => !Object.hasOwn(plan.places, it)),
    [],
    'keys without a place',
  );
  for (const [key, { uri, range, extent }] of Object.entries(plan.places)) {
    const lines = (made.files.get(uri)?.document.text ?? '').split(/\r\n|\r|\n/);
    for (const { start, end } of [range, extent] satisfies Range[]) {
      assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character), key);
      for (const it of [start, end])
        assert.ok(it.character <= (lines[it.line]?.length ?? -1), `${key} lies outside its text`);
    }
  }
  for (const all of [plan.map.cards, plan.map.gaps, plan.findings, plan.documents]) {
    const keys = all.map((it) => it.key);
    assert.equal(new Set(keys).size, keys.length, 'a key is used twice');
  }
  for (const it of plan.map.cards) assert.notEqual(it.title.trim(), '');
}
