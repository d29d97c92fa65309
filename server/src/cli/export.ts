/** `strategy export`: the plan as one page, for those who read it without an editor. */
import { makePlan, topDocument } from '../plan/make-plan.ts';
import { staticPage } from '../preview/print.tsx';
import type { Project } from '../project/project.ts';
import { Misuse, type Loaded } from './load.ts';

/** The page as HTML. A file that was asked for is in front; of a folder, the plan that its others sit under. */
export function exportPage({ workspace, files }: Loaded, path: string): string {
  const projects = [...new Set([...files.keys()].flatMap((it) => workspace.projectOf(it) ?? []))];
  const [project, second] = outermost(projects);
  if (!project) throw new Misuse(`there is no strategy document in ${path}.`);
  if (second) throw new Misuse(`${path} holds several projects. Name the folder of one.`);
  const front = files.size === 1 ? project.strategies.find((it) => files.has(it.uri)) : topDocument(project);
  if (!front) throw new Misuse(`there is no strategy document in ${path}: their names end in .strategy.yaml.`);
  return staticPage(makePlan(workspace, project, front));
}

/** Without the projects that lie inside another one, such as a solution beside its exercise. */
function outermost(projects: readonly Project[]): readonly Project[] {
  return projects.filter((it) => !projects.some((other) => other !== it && it.folder.startsWith(`${other.folder}/`)));
}
