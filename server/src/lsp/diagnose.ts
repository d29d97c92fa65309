/** When findings are told: the file just edited first, the others when the author pauses. How, is up to the client. */
import { planChanged } from '../protocol.ts';
import { breath, pause } from './at-ease.ts';
import { createPull } from './pull.ts';
import { createPush } from './push.ts';
import type { Shell } from './shell.ts';

/** Others than the edited file settle so long after the last key (ms). */
const settle = 120;

/** Tells a client of findings. What is not `wanted` any more is left to the change that came after. */
export interface Teller {
  readonly edited: (uri: string, wanted: () => boolean) => Promise<void>;
  /** All findings are known now. */
  readonly settled: (edited: ReadonlySet<string>, wanted: () => boolean) => Promise<void>;
}

export function startDiagnostics(shell: Shell): void {
  const { connection, state, judge, guard } = shell;
  const push = createPush(shell);
  const pull = createPull(shell);
  const edited = new Set<string>();
  let turn = 0;

  state.onChange((uri) => {
    if (uri !== undefined) edited.add(uri);
    turn++;
    guard(follow(turn));
  });

  /** Each change begins anew; what an earlier one had not come to yet is dropped. */
  const follow = async (mine: number): Promise<void> => {
    const wanted = (): boolean => mine === turn;
    const teller = state.pull ? pull : push;
    await breath();
    await state.ready;
    for (const uri of edited) if (wanted()) await teller.edited(uri, wanted);
    if (wanted()) await pause(settle);
    if (!wanted() || !(await judge.all(wanted))) return;
    await teller.settled(edited, wanted);
    if (!wanted()) return;
    edited.clear();
    guard(connection.sendNotification(planChanged));
  };
}
