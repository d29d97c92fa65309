/** What the trace rules say of each item: traced, a hole, or justified. */
import type { PlanFile } from '../model/file.ts';
import { lacks, type Item } from '../model/item.ts';
import { itemsOf } from '../model/strategy.ts';
import type { Span } from '../syntax/tree.ts';
import type { Findings, Rated } from '../workspace/findings.ts';
import type { TraceState } from './plan.ts';
import type { Spot } from './spots.ts';
import { written } from './statements.ts';

export interface Mark {
  readonly state: TraceState;
  readonly reason?: string;
  /** What made it so; empty for `ok`. */
  readonly by: readonly Rated[];
}

export interface Marks {
  readonly of: (item: Item) => Mark;
  /** What one rule says of an item. */
  readonly by: (item: Item, rule: string) => Mark | undefined;
  /** What is found at a mention itself, such as one that disagrees with the others. */
  readonly at: (span: Span) => Mark;
}

/** Rules that look at the line from the business to the media, and no further. */
const tracing = new RegExp(
  '^trace/(?:(?:tactic|strategy|goal)-without-.*|path-mismatch|metric-without-goal|objective-without-tactic|kpi-without-target)$',
);

/** Rules that find anything that does not fit or leads nowhere; for the trace they count at the keys that carry it. */
const anywhere = new Set(['trace/unknown-reference', 'trace/wrong-kind', 'schema/type', 'schema/value']);

const carrying: Partial<Record<Item['of'], readonly string[]>> = {
  goal: ['metric', 'supports', 'objectives'],
  objective: ['kpi'],
  strategy: ['goal', 'part_of'],
  tactic: ['strategy', 'goal', 'kpi', 'objectives', 'channel'],
};

const ok: Mark = { state: 'ok', by: [] };

export function marksOf(findings: Findings, holders: ReadonlyMap<Rated, Spot>): Marks {
  const biting = new Map<Item, Rated[]>();
  const places = new Map<Span, Rated[]>();
  for (const rated of [...findings.values()].flat()) {
    for (const item of bittenBy(rated, holders.get(rated))) {
      const list = biting.get(item);
      if (list) list.push(rated);
      else biting.set(item, [rated]);
      places.set(rated.at, [...(places.get(rated.at) ?? []), rated]);
    }
  }
  return {
    of: (item) => markOf(biting.get(item) ?? []),
    by: (item, rule) => {
      const by = (biting.get(item) ?? []).filter((it) => it.rule.id === rule);
      return by.length > 0 ? markOf(by) : undefined;
    },
    at: (span) => markOf(places.get(span) ?? []),
  };
}

/** A finding that is silenced without a word of why is still a hole: only a reason justifies. */
function markOf(by: readonly Rated[]): Mark {
  if (by.length === 0) return ok;
  const [reason] = by.flatMap((it) => written(it.justified) ?? []);
  const justified = by.every((it) => written(it.justified) !== undefined);
  return { state: justified ? 'justified' : 'hole', by, ...(justified && reason !== undefined && { reason }) };
}

/** A plan under no other plan: why its goals hang on nothing, which is then not said of each. */
export const silo = 'compose/silo';

function bittenBy(rated: Rated, holder: Spot | undefined): readonly Item[] {
  if (rated.rule.id === silo) return hangingGoals(rated.file);
  if (tracing.test(rated.rule.id)) return rated.about;
  if (!anywhere.has(rated.rule.id)) return [];
  const item = holder?.item ?? rated.about[0];
  if (!item || !carries(item, rated.at)) return [];
  // A tactic is measured by the KPIs of its objectives too.
  return item.of === 'objective' && item.inside?.of === 'tactic' ? [item, item.inside] : [item];
}

function hangingGoals(file: PlanFile): readonly Item[] {
  return itemsOf(file, 'goal').filter((it) => lacks(it, 'metric') && lacks(it, 'supports'));
}

function carries({ of, node }: Item, { section, start, end }: Span): boolean {
  const entry = node.entries.find(({ span }) => span.section === section && span.start <= start && end <= span.end);
  return entry !== undefined && (carrying[of]?.includes(String(entry.key.value)) ?? false);
}
