/** What every part of a plan is made from: the project as it is shown, with a key, a place, findings and a state for each thing. */
import type { PlanFile } from '../model/file.ts';
import type { Item } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { foundIn, syntaxFindings, type Found, type Shown } from './found.ts';
import { makeKeys, type Keys } from './keys.ts';
import { inOrder } from './order.ts';
import { spotsOf, type Spot } from './spots.ts';
import { marksOf, type Marks } from './states.ts';

export interface Scene {
  /** As last readable: what is shown. */
  readonly project: Project;
  readonly documents: readonly Strategy[];
  /** The present versions of the files, by URI. */
  readonly now: ReadonlyMap<string, PlanFile>;
  readonly keys: Keys;
  readonly spots: readonly Spot[];
  readonly found: Found;
  readonly marks: Marks;
}

const made = new WeakMap<Workspace, Map<Project, Scene>>();

/** The scene of a project at one moment, made once for all who ask about that moment. */
export function sceneOf(workspace: Workspace, project: Project): Scene {
  const scenes = made.get(workspace) ?? new Map<Project, Scene>();
  made.set(workspace, scenes);
  const scene = scenes.get(project) ?? makeScene(workspace, project);
  scenes.set(project, scene);
  return scene;
}

function makeScene(workspace: Workspace, present: Project): Scene {
  const project = workspace.lastReadable(present);
  const documents = inOrder(project);
  const now = new Map(present.files.map((it) => [it.uri, it]));
  const keys = makeKeys(documents);
  const findings = workspace.findings(project);
  const brokenNow = (file: PlanFile): Shown['broken'] => {
    const current = now.get(file.uri);
    return current === file ? [] : syntaxFindings(current, workspace.findings(present));
  };
  const others = project.files.filter((it) => it.language !== 'strategy');
  const shown: readonly Shown[] = [
    ...documents.map((it) => ({
      file: it.file,
      key: keys.document(it),
      spots: spotsOf(it, keys),
      broken: brokenNow(it.file),
    })),
    ...others.map((file) => ({ file, spots: [], broken: brokenNow(file) })),
  ];
  const found = foundIn(shown, findings);
  const spots = [...shown.flatMap((it) => it.spots), ...found.spots];
  return { project, documents, now, keys, spots, found, marks: marksOf(findings, found.holders) };
}

/** Keys of the findings on a thing. */
export function findingsOn({ found }: Scene, key: string): readonly string[] {
  return found.on.get(key) ?? [];
}

/** Keys of the findings that make an item a hole, wherever they stand, then of the others on it. */
export function findingsOf(scene: Scene, item: Item): readonly string[] {
  const { found, marks, keys } = scene;
  const own = findingsOn(scene, keys.of(item));
  const making = marks.of(item).by.flatMap((it) => found.keys.get(it) ?? []);
  return [...new Set([...making, ...own])];
}
