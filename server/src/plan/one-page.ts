/** What one document says, short enough for a sheet of paper. */
import type { Item } from '../model/item.ts';
import type { Tactic } from '../model/language.ts';
import { itemsOf, type Strategy } from '../model/strategy.ts';
import { unique } from '../model/trace.ts';
import { isDropped, type LayerItem } from './cards.ts';
import type { OnePage, Statement } from './plan.ts';
import { findingsOn, type Scene } from './scene.ts';
import { sayingsOf, type Said } from './statements.ts';

/** How many tactics fit on the page. */
const mostTactics = 5;

export function onePage(scene: Scene, front: Strategy): OnePage {
  const { project, keys } = scene;
  const { targets } = project;
  const inUse = (it: LayerItem): boolean => !isDropped(it, scene, front);
  const tactics = itemsOf(front, 'tactic').filter(inUse);
  const ownStrategies = itemsOf(front, 'strategy').filter(inUse);
  const strategies = unique([
    ...ownStrategies,
    ...targets(
      'strategy',
      tactics.flatMap((it) => it.strategy),
    ),
  ]);
  const named = targets(
    'goal',
    [...ownStrategies, ...tactics].flatMap((it) => it.goal),
  );
  const goals = unique([...itemsOf(front, 'goal'), ...named]);
  const keysOf = (items: readonly (LayerItem & Item)[]): readonly string[] => items.filter(inUse).map(keys.of);
  return {
    ...saidIn(scene, front),
    goals: keysOf(goals),
    strategies: keysOf(strategies),
    tactics: byRank(tactics).slice(0, mostTactics).map(keys.of),
    moreTactics: Math.max(0, tactics.length - mostTactics),
  };
}

/** Those without a rank go last. */
function byRank(tactics: readonly Tactic[]): readonly Tactic[] {
  const rank = (it: Tactic): number => it.priority?.rank?.value ?? Number.MAX_SAFE_INTEGER;
  return tactics.toSorted((one, other) => rank(one) - rank(other));
}

/** The intent is the document's own; the challenge is the nearest in its chain, the vision that of the topmost that has one. */
function saidIn(scene: Scene, front: Strategy): Pick<OnePage, 'vision' | 'intent' | 'challenge' | 'nonGoals'> {
  const chain = scene.project.chain(front).map((it) => {
    const document = scene.keys.document(it);
    return { document, ...sayingsOf(it, document) };
  });
  const [own] = chain;
  const statement = (said: Said, document: string | undefined): Statement => {
    const from = document === own?.document ? undefined : document;
    return {
      key: said.key,
      text: said.text,
      ...(from !== undefined && { from }),
      findings: findingsOn(scene, said.key),
    };
  };
  const top = chain.findLast((it) => it.vision);
  const near = chain.find((it) => it.challenge);
  return {
    ...(top?.vision && { vision: statement(top.vision, top.document) }),
    ...(own?.intent && { intent: statement(own.intent, own.document) }),
    ...(near?.challenge && { challenge: statement(near.challenge, near.document) }),
    nonGoals: (own?.nonGoals ?? []).map((it) => statement(it, own?.document)),
  };
}
