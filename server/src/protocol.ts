/** The few words of our own that client and server share: method names and plain types. */
import type { Difference } from './plan/difference.ts';
import type { Plan } from './plan/plan.ts';

/** Client to server: the plan of the project that holds `uri`, with that document in front. `null`: no such document. */
export const planRequest = 'strategy/plan';
export interface PlanParams {
  readonly uri: string;
}
export type PlanAnswer = Plan | null;

/**
 * The same for a client that keeps the plan: it says which one it has, and is told what differs from that.
 * Where the server no longer knows that one, it tells the whole.
 */
export const planNewsRequest = 'strategy/planNews';
export interface PlanNewsParams extends PlanParams {
  /** The number of the plan that the client has, of whichever document. */
  readonly since?: number;
}
export type PlanNewsAnswer = PlanNews | null;
/** No two plans that a server tells have the same number. */
export type PlanNews =
  | { readonly number: number; readonly plan: Plan }
  | { readonly number: number; readonly since: number; readonly difference: Difference | null };

/** Server to client, without content: some plan changed, pull again what is shown. Sent after findings, never before. */
export const planChanged = 'strategy/planChanged';

/** Client to server: how many tactics of the project that holds `uri` trace to a goal and a KPI. */
export const coverageRequest = 'strategy/coverage';
export interface CoverageParams {
  readonly uri: string;
}
export type CoverageAnswer = Coverage | null;
export interface Coverage {
  readonly traced: number;
  readonly justified: number;
  readonly holes: readonly Hole[];
}
/** A tactic that does not trace, and where it stands (0-based line and UTF-16 character). */
export interface Hole {
  readonly title: string;
  readonly message: string;
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}
