/** One question that an editor can ask, tied to its request and to what the server says it can do. */
import type { ProtocolRequestType, ServerCapabilities } from 'vscode-languageserver-protocol';
import type { Workspace } from '../workspace/workspace.ts';

/** An answer that may take long stops for breath between its steps; the shell may then not ask for the next one. */
export type Steps<Answer> = Generator<undefined, Answer, undefined>;

export interface Feature {
  readonly method: string;
  readonly capabilities: ServerCapabilities;
  readonly answer: (workspace: Workspace, params: never, client: Client) => unknown;
}

/** What a client told of itself, as far as an answer depends on it. */
export interface Client {
  /** Offered with an item that leaves a value to be chosen, so that the list for it comes up at once. */
  readonly suggestCommand?: string;
  /** Where the rules' pages lie, as a URI with a slash at its end. */
  readonly rulePages?: string;
  readonly snippets: boolean;
}

/** Ties an answer to its request, so that the compiler checks its parameters and its result. */
export function feature<Params, Answer, Part, Failure, Options>(
  { method }: ProtocolRequestType<Params, Answer, Part, Failure, Options>,
  capabilities: ServerCapabilities,
  answer: (workspace: Workspace, params: Params, client: Client) => Answer | Steps<Answer>,
): Feature {
  return { method, capabilities, answer };
}

/** A reason, in words for the author, why a question has no answer. */
export class Refusal extends Error {}
