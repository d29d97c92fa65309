/** A plan that is kept and brought up to date by what differs, on both sides of the frame that the page lives in. */
import { changed } from '../../../server/src/plan/difference.ts';
import type { Plan } from '../../../server/src/plan/plan.ts';
import type { PlanNews } from '../../../server/src/protocol.ts';

export interface KeptPlan {
  readonly number: number;
  readonly plan: Plan;
}

/** The plan after the news; nothing where they build on another plan than the one that is kept. */
export function broughtUpToDate(kept: KeptPlan | undefined, news: PlanNews): KeptPlan | undefined {
  const { number } = news;
  if ('plan' in news) return { number, plan: news.plan };
  if (kept?.number !== news.since) return undefined;
  return news.difference === null ? kept : { number, plan: changed(kept.plan, news.difference) as Plan };
}

/** The least that brings somebody who has the plan of the number `has` to the one that is kept, after the latest news. */
export function newsFor(has: number | undefined, { number, plan }: KeptPlan, latest: PlanNews): PlanNews {
  if (has === number) return { number, since: number, difference: null };
  return 'since' in latest && latest.since === has && latest.number === number ? latest : { number, plan };
}
