/** Makes the findings of projects known, in short turns; features then find them ready. */
import type { Workspace } from '../workspace/workspace.ts';
import { atEase, pause } from './at-ease.ts';
import type { State } from './state.ts';

type Project = Parameters<Workspace['judge']>[0];

/** A project that takes longer has its edited file told first, by itself, and not before the author pauses as long (ms). */
const soon = 60;

export interface Judge {
  /** Resolves when the findings of all projects as they are then are known; `false` where they were not wanted any more. */
  readonly all: (wanted: () => boolean) => Promise<boolean>;
  /** The same for the project of one file. */
  readonly projectOf: (uri: string, wanted: () => boolean) => Promise<boolean>;
  /** Resolves when they are known, or after a moment where that takes long. */
  readonly soon: (uri: string) => Promise<void>;
}

/** `fail` is told of faults of ours; what is known then stays, and nobody waits for the rest. */
export function createJudge(state: State, fail: (error: unknown) => void): Judge {
  const running = new WeakMap<Project, Promise<void>>();
  const failed = new WeakSet<Project>();
  /** How long the last project took (ms). */
  let took = 0;
  const known = (it: Project): boolean => failed.has(it) || state.workspace().judged(it);
  const current = (it: Project): boolean => state.workspace().projects.get(it.folder) === it;

  const run = async (project: Project): Promise<void> => {
    const start = performance.now();
    try {
      const found = await atEase(state.workspace().judge(project), () => current(project));
      if (found) took = performance.now() - start;
    } catch (error) {
      failed.add(project);
      fail(error);
    }
    running.delete(project);
  };
  const judge = (project: Project): Promise<void> => {
    const job = running.get(project) ?? run(project);
    if (!known(project)) running.set(project, job);
    return job;
  };
  const until = async (next: () => Project | undefined, wanted: () => boolean): Promise<boolean> => {
    for (let project = next(); project; project = next()) {
      if (!wanted()) return false;
      await judge(project);
    }
    return wanted();
  };
  const unknown = (project: Project | undefined): Project | undefined =>
    project && !known(project) ? project : undefined;
  return {
    all: (wanted) => until(() => [...state.workspace().projects.values()].find((it) => !known(it)), wanted),
    projectOf: (uri, wanted) => until(() => unknown(state.workspace().projectOf(uri)), wanted),
    soon: async (uri) => {
      const project = unknown(state.workspace().projectOf(uri));
      if (project) await (took > soon ? pause(soon) : Promise.race([judge(project), pause(soon)]));
    },
  };
}
