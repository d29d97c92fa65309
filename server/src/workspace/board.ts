/** One project with its findings, kept current from change to change. */
import type { PlanFile } from '../model/file.ts';
import { openProject, type OpenProject } from '../project/project.ts';
import { rules } from '../rules/index.ts';
import { createLister, type Findings, type Rated } from './findings.ts';
import { through } from '../text/steps.ts';
import { createUnits } from './units.ts';

export interface Board extends Pick<OpenProject, 'project' | 'setToday' | 'setComplete'> {
  /** Puts a version of a file in place of another; either may be absent. */
  readonly replace: (before: PlanFile | undefined, after: PlanFile | undefined) => void;
  /** Judges all that has changed, in steps. */
  readonly judge: () => Generator<undefined, void, undefined>;
  readonly judged: () => boolean;
  /**
   * The findings of one file, in the order of its text. Where much waits to be judged, only its own parts are, and what
   * follows from others is what it was.
   */
  readonly findingsIn: (uri: string) => readonly Rated[];
  /** All findings. */
  readonly findings: () => Findings;
}

/** So many parts are judged without a pause. */
const atOnce = 100;

export function openBoard(folder: string, today: string): Board {
  const { project, replace, setToday, setComplete, settle, unsettled } = openProject(folder, today);
  const units = createUnits(project, rules);
  const lister = createLister(project, units, rules);
  const judge = function* (): Generator<undefined, void, undefined> {
    while (unsettled() || units.waits()) {
      yield* settle();
      yield* units.judge();
    }
  };
  const findingsIn = (uri: string): readonly Rated[] => {
    const steps = judge();
    for (let step = 0; step < atOnce && !steps.next().done; step++);
    through(units.judge(uri));
    return lister.findingsIn(uri);
  };
  return {
    project,
    replace: (before, after) => {
      units.change(replace(before, after));
      const file = after ?? before;
      if (file) lister.replace(file.uri, after);
    },
    setToday,
    setComplete,
    judge,
    judged: () => !unsettled() && !units.waits(),
    findingsIn,
    findings: () => {
      through(judge());
      const uris = project.files.map((it) => it.uri);
      return new Map(uris.map((it) => [it, findingsIn(it)] as const).filter(([, found]) => found.length > 0));
    },
  };
}
