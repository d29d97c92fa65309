/** What the parts of the server share: the connection, its state, and one way to answer a question or to fail. */
import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { Refusal } from '../features/feature.ts';
import { createJudge, type Judge } from './judge.ts';
import type { State } from './state.ts';
import { createTrace, sizeOf, type Trace } from './trace.ts';

export interface Shell {
  readonly connection: Connection;
  readonly state: State;
  readonly judge: Judge;
  readonly trace: Trace;
  /** Lets something go its way; that the client is gone is no fault, all else is logged. */
  readonly guard: (work: Promise<unknown>) => void;
  /** Answers a question in the client's names. A refusal is told to the author; a fault of ours is logged, and the answer is empty. */
  readonly answer: <Answer>(
    method: string,
    params: unknown,
    token: CancellationToken,
    run: (params: unknown) => Promise<Answer>,
  ) => Promise<Answer>;
}

export function createShell(connection: Connection, state: State): Shell {
  const fail = (error: unknown, where = ''): void => {
    connection.console.error(`${where}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const guard: Shell['guard'] = (work) => {
    work.catch((error: unknown) => {
      if (!isGone(error)) fail(error);
    });
  };
  const trace = createTrace(connection);
  const answer: Shell['answer'] = async (method, params, token, run) => {
    const line = trace.question(method, params);
    try {
      // What is cancelled before its turn has come is not even begun.
      stopIfCancelled(token);
      await Promise.race([state.ready, cancelled(token)]);
      line?.note('waited');
      stopIfCancelled(token);
      const found = state.spellings.outwards(await run(state.spellings.inwards(params)));
      line?.note('answered in', sizeOf(found));
      line?.end();
      return found;
    } catch (error) {
      line?.end(outcomeOf(error));
      if (error instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      if (error instanceof ResponseError) throw error;
      fail(error, `${method}: `);
      return null as never;
    }
  };
  return { connection, state, judge: createJudge(state, fail), trace, guard, answer };
}

/** Resolves when nobody waits for the answer any more. */
function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve();
    });
  });
}

function outcomeOf(error: unknown): string {
  if (error instanceof Refusal) return 'refused after';
  return error instanceof ResponseError ? 'cancelled after' : 'failed after';
}

export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

/** The connection is closed, or its stream is destroyed: nobody is left to hear of it. */
function isGone(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    /^(?:EPIPE|ERR_STREAM_|ECONNRESET)/.test(String(code)) ||
    /connection is (?:closed|disposed)|pending response rejected/i.test(String(message))
  );
}
