/** Makes the findings of projects known, in short turns; features then find them ready. */
import type { Workspace } from '../workspace/workspace.ts';
import { atEase, pause } from './at-ease.ts';
import type { State } from './state.ts';

type Project = Parameters<Workspace['judge']>[0];

/** So long may be worked at a stretch (ms) before the author sees what one file says by itself, */
const atOnce = 10;
/** and so long does an answer wait for findings that are not known yet. */
const soon = 60;

export interface Judge {
  /** Works for a moment; whether all findings of the file's project are known then. */
  readonly now: (uri: string) => boolean;
  /** Resolves when the findings of all projects are known; `false` where they were not wanted any more. */
  readonly all: (wanted: () => boolean) => Promise<boolean>;
  /** The same for the project of one file. */
  readonly projectOf: (uri: string, wanted: () => boolean) => Promise<boolean>;
  /** Resolves when they are known, or after a moment where that takes long. */
  readonly soon: (uri: string) => Promise<void>;
  /** How many parts have been judged since the server runs. */
  readonly parts: () => number;
}

/** `fail` is told of faults of ours; what is known then stays, and nobody waits for the rest. */
export function createJudge(state: State, fail: (error: unknown) => void): Judge {
  const running = new WeakMap<Project, Promise<void>>();
  const failed = new WeakMap<Project, Workspace>();
  const known = (it: Project): boolean => failed.get(it) === state.workspace() || state.workspace().judged(it);

  let parts = 0;
  function* stepsOf(project: Project): Generator<undefined, void, undefined> {
    const steps = state.workspace().judge(project);
    for (; !steps.next().done; parts++) yield;
  }
  const run = async (project: Project): Promise<void> => {
    try {
      await atEase(stepsOf(project), () => state.workspace().projects.get(project.folder) === project);
    } catch (error) {
      failed.set(project, state.workspace());
      fail(error);
    }
    running.delete(project);
  };
  const judge = (project: Project): Promise<void> => {
    const job = running.get(project) ?? run(project);
    running.set(project, job);
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
  const now = (uri: string): boolean => {
    const project = unknown(state.workspace().projectOf(uri));
    if (!project) return true;
    const end = performance.now() + atOnce;
    const steps = stepsOf(project);
    try {
      while (!steps.next().done) if (performance.now() > end) return false;
    } catch (error) {
      failed.set(project, state.workspace());
      fail(error);
    }
    return true;
  };
  return {
    now,
    all: (wanted) => until(() => [...state.workspace().projects.values()].find((it) => !known(it)), wanted),
    projectOf: (uri, wanted) => until(() => unknown(state.workspace().projectOf(uri)), wanted),
    soon: async (uri) => {
      if (now(uri)) return;
      const project = unknown(state.workspace().projectOf(uri));
      if (project) await Promise.race([judge(project), pause(soon)]);
    },
    parts: () => parts,
  };
}
