/** One project with its findings, kept current from change to change. */
import type { PlanFile } from '../model/file.ts';
import { openProject, type OpenProject } from '../project/project.ts';
import { rules } from '../rules/index.ts';
import { createLister, type Findings, type Lister, type Rated } from './findings.ts';
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
  let lister: Lister | undefined;
  let lists = new Map<string, readonly Rated[]>();
  /** That of the candidates for which the lister was made. */
  let revision = 0;
  const judge = function* (): Generator<undefined, void, undefined> {
    while (unsettled() || units.waits()) {
      yield* settle();
      yield* units.judge();
    }
  };
  const findingsIn = (uri: string): readonly Rated[] => {
    const file = project.fileAt(uri);
    if (!file) return [];
    const steps = judge();
    for (let step = 0; step < atOnce && !steps.next().done; step++);
    through(units.judge(uri));
    if (!lister || revision !== units.revision()) {
      lists = new Map();
      lister = createLister(project, units, rules);
      revision = units.revision();
    }
    const known = lists.get(uri);
    if (known) return known;
    const found = lister.findingsIn(file);
    lists.set(uri, found);
    return found;
  };
  return {
    project,
    replace: (before, after) => {
      units.change(replace(before, after));
      lister = undefined;
    },
    setToday: (day) => {
      setToday(day);
      lister = undefined;
    },
    setComplete: (it) => {
      setComplete(it);
      lister = undefined;
    },
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
