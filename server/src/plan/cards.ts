/** The items of the five layers, with what each says of itself. */
import { broken, isA, type Item, type Mention as Reference, type Value } from '../model/item.ts';
import type { Channel, Goal, Metric, StrategyItem, Tactic } from '../model/language.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Amount, Card, GoalCard, Layer, Mention, StrategyCard, TacticCard } from './plan.ts';
import { mentionOf, ownerOf, titleOf } from './names.ts';
import { objectiveLine } from './objectives.ts';
import type { Readings } from './readings.ts';
import { findingsOf, type Scene } from './scene.ts';
import { textOf } from './statements.ts';

export type LayerItem = Metric | Goal | StrategyItem | Tactic | Channel;

const layers: readonly string[] = ['metric', 'goal', 'strategy', 'tactic', 'channel'] satisfies readonly Layer[];

export function isLayerItem(item: Item): item is LayerItem & Item {
  return layers.includes(item.of);
}

/** From the business to the media, whatever the author wrote first. */
export function byLayer(one: LayerItem, other: LayerItem): number {
  return layers.indexOf(one.of) - layers.indexOf(other.of);
}

/** The card of an item. `front` is the document in front: its items are not called out of use because it is. */
export function cardOf(item: LayerItem, scene: Scene, readings: Readings, front: Strategy): Card {
  const card = baseOf(item, scene, front);
  if (isA('goal', item)) return { ...card, ...goalPart(item, scene, readings) };
  if (isA('strategy', item)) return { ...card, ...strategyPart(item) };
  if (isA('tactic', item)) return { ...card, ...tacticPart(item, scene, readings) };
  if (isA('metric', item)) return { ...card, kind: 'metric', lines: facts(item.category, item.unit) };
  return { ...card, kind: 'channel', lines: facts(item.role, item.type) };
}

type Base = Omit<Card, 'kind'>;

function baseOf(item: LayerItem, scene: Scene, front: Strategy): Base {
  const { project, keys, marks } = scene;
  const key = keys.of(item);
  const home = project.strategyOf(item);
  const owner = ownerOf(item.owner.length > 0 ? item.owner : accountable(item), project);
  const looked = item.of !== 'channel' && project.inUse(item) && !broken(item);
  const { state, reason } = marks.of(item);
  return {
    key,
    id: item.id?.value ?? '',
    title: titleOf(item),
    document: home ? keys.document(home) : '',
    ...(owner !== undefined && { owner }),
    ...(looked && { state, ...(reason !== undefined && { reason }) }),
    lines: [],
    findings: findingsOf(scene, item),
    ...(isDraft(item, scene) && { draft: true }),
    ...(isDropped(item, scene, front) && { dropped: true }),
  };
}

function accountable(item: LayerItem): readonly Reference[] {
  return isA('tactic', item) ? (item.raci?.accountable ?? []) : [];
}

/** A strategy may be approved before its document is, or after. */
function isDraft(item: LayerItem, { project }: Scene): boolean {
  const status = isA('strategy', item) ? project.effectiveStatus(item) : project.strategyOf(item)?.root.status?.value;
  return status === 'draft' || status === 'in-review';
}

/** No longer in use. Whoever opens a retired plan wants to see what was in it. */
export function isDropped(item: LayerItem, { project }: Scene, front: Strategy): boolean {
  if (project.strategyOf(item) !== front) return !project.inUse(item);
  const status = (item as { readonly status?: Value }).status?.value;
  return status === 'dropped' || status === 'retired' || item.superseded_by.length > 0;
}

function facts(...values: readonly (Value<string> | undefined)[]): readonly string[] {
  const words = values.flatMap((it) => textOf(it)?.replaceAll('-', ' ') ?? []);
  return words.length === 0 ? [] : [words.join(', ')];
}

function goalPart({ objectives }: Goal, scene: Scene, readings: Readings): Pick<GoalCard, 'kind' | 'objectives'> {
  return { kind: 'goal', objectives: objectives.map((it) => objectiveLine(it, scene, readings)) };
}

function strategyPart({ approach, trade_offs }: StrategyItem): Pick<StrategyCard, 'kind' | 'approach' | 'tradeOffs'> {
  const text = textOf(approach);
  return {
    kind: 'strategy',
    ...(text !== undefined && { approach: text }),
    tradeOffs: trade_offs.flatMap((it) => textOf(it) ?? []),
  };
}

type TacticPart = Omit<TacticCard, keyof Base> & Pick<TacticCard, 'kind'>;

function tacticPart(tactic: Tactic, scene: Scene, readings: Readings): TacticPart {
  const { priority, start, end, objectives } = tactic;
  const planned = plannedOf(tactic, scene);
  return {
    kind: 'tactic',
    kpis: kpisOf(tactic, scene),
    objectives: objectives.map((it) => objectiveLine(it, scene, readings)),
    ...(priority?.rank?.value !== undefined && { rank: priority.rank.value }),
    ...(start?.value !== undefined && { start: start.value }),
    ...(end?.value !== undefined && { end: end.value }),
    ...(planned && { planned }),
  };
}

/** Each once, though its own objectives name it again. */
function kpisOf(tactic: Tactic, scene: Scene): readonly Mention[] {
  const mentions = scene.project.kpiMentions(tactic).map((it) => mentionOf(it, scene));
  return [...new Map(mentions.map((it) => [it.key ?? `“${it.name}”`, it])).values()];
}

/** Money without a unit is in that of its document's budget. */
export function plannedOf(tactic: Tactic, { project }: Scene): Amount | undefined {
  const { budget } = tactic;
  const value = budget?.planned?.value;
  if (value === undefined) return undefined;
  const unit = textOf(budget?.unit) ?? textOf(project.strategyOf(tactic)?.root.budget?.unit) ?? '';
  return { value, unit };
}
