/** When findings are told: those of the file just edited at once, the others behind them. How, is up to the client. */
import { planChanged } from '../protocol.ts';
import { breath, heard, rest } from './at-ease.ts';
import { createPull } from './pull.ts';
import { createPush } from './push.ts';
import type { Shell } from './shell.ts';
import { counted } from './trace.ts';

/** Tells a client of findings. What is not `wanted` any more is left to the change that came after. */
export interface Teller {
  /** The findings of an edited file, as far as they are known at once. */
  readonly edited: (uri: string) => void;
  /** All findings are known now. */
  readonly settled: (edited: ReadonlySet<string>, wanted: () => boolean) => Promise<void>;
}

export function startDiagnostics(shell: Shell): void {
  const { connection, state, judge, guard, trace } = shell;
  const push = createPush(shell);
  const pull = createPull(shell);
  const edited = new Set<string>();
  let turn = 0;
  /** The turn of the latest edit; other changes come from the disk. */
  let latest = 0;

  state.onChange((uri) => {
    turn++;
    if (uri !== undefined) {
      edited.add(uri);
      latest = turn;
    }
    guard(follow(turn));
  });

  /** Each change begins anew; what an earlier one had not come to yet is dropped. */
  const follow = async (mine: number): Promise<void> => {
    const wanted = (): boolean => mine === turn;
    const teller = state.pull ? pull : push;
    // A change that has arrived already comes first: its findings will be those that count.
    await breath();
    await breath();
    if (mine === latest) {
      state.workspace();
      // A question about what has just been typed comes right behind it, and needs no findings.
      await heard();
      if (mine !== latest) return;
      for (const uri of edited) teller.edited(uri);
      // What has been told is on its way before more is worked out.
      await rest();
    } else if (!wanted()) return;
    await state.ready;
    const parts = judge.parts();
    if (!wanted() || !(await judge.all(wanted))) return;
    for (const uri of edited) {
      trace.following(uri)?.note(`${counted(judge.parts() - parts, 'part')} judged in`);
      trace.following(uri)?.end('all findings known after');
    }
    await teller.settled(edited, wanted);
    if (!wanted()) return;
    edited.clear();
    guard(connection.sendNotification(planChanged));
  };
}
