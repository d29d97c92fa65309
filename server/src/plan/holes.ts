/** The tactics that do not trace, as a list to work through. */
import type { Project } from '../project/project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { judgedTactics } from './coverage.ts';
import { titleOf } from './names.ts';
import { placing } from './places.ts';
import type { TacticHole } from './plan.ts';
import { sceneOf } from './scene.ts';
import { written } from './statements.ts';

interface Holes {
  readonly traced: number;
  readonly justified: number;
  readonly holes: readonly TacticHole[];
}

/** The same count as in the plan, with the first reason for each hole. */
export function holesIn(workspace: Workspace, project: Project): Holes {
  const scene = sceneOf(workspace, project);
  const spots = new Map(scene.spots.map((it) => [it.key, it]));
  const place = placing(scene.now);
  const tactics = scene.documents.flatMap((it) => judgedTactics(it, scene));
  const marked = tactics.map((tactic) => ({ tactic, ...scene.marks.of(tactic) }));
  const count = (state: string): number => marked.filter((it) => it.state === state).length;
  return {
    traced: count('ok'),
    justified: count('justified'),
    holes: marked.flatMap(({ tactic, state, by }) => {
      const spot = spots.get(scene.keys.of(tactic));
      const [first] = by.filter((it) => written(it.justified) === undefined);
      return state === 'hole' && spot && first
        ? [{ title: titleOf(tactic), message: first.message, place: place(spot) }]
        : [];
    }),
  };
}
