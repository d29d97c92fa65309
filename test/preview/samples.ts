/** The samples that the product ships with, read from the disk as one project each. */
import { readdirSync, readFileSync } from 'node:fs';
import { makePlan } from '../../server/src/plan/make-plan.ts';
import type { Plan } from '../../server/src/plan/plan.ts';
import type { Project } from '../../server/src/project/project.ts';
import { createWorkspace, type Workspace } from '../../server/src/workspace/workspace.ts';

const empty = createWorkspace('2026-06-30');
const home = new URL('../../samples/', import.meta.url);

/** On the day on which each is to be judged. */
const days = {
  brackenlow: '2026-09-30',
  'bad-twitter-strategy': '2026-03-31',
  'bad-twitter-strategy/solution': '2026-03-31',
  'corner-cafe': '2026-05-01',
} as const;

export type Sample = keyof typeof days;

export function uriIn(sample: Sample, file: string): string {
  return `file:///samples/${sample}/${file}`;
}

export function openSample(sample: Sample): Workspace {
  const folder = new URL(`${sample}/`, home);
  const files = readdirSync(folder).filter((it) => /\.(?:ya?ml|csv)$/.test(it));
  const texts = files.map((it) => [uriIn(sample, it), readFileSync(new URL(it, folder), 'utf8')] as const);
  return empty.withToday(days[sample]).with(texts);
}

export function projectOf(workspace: Workspace): Project {
  const [project] = workspace.projects.values();
  if (!project) throw new Error('The workspace holds no project.');
  return project;
}

/** The plan of the only project, with the document of this name in front; with none, the first by URI. */
export function planOf(workspace: Workspace, name?: string): Plan {
  const project = projectOf(workspace);
  const front = project.strategies.find((it) => name === undefined || it.name === name);
  if (!front) throw new Error(`There is no document ${name ?? ''}.`);
  return makePlan(workspace, project, front);
}

/** The workspace after a piece of one file was replaced. */
export function edited(workspace: Workspace, uri: string, from: string, to: string): Workspace {
  const text = workspace.files.get(uri)?.document.text ?? '';
  if (!text.includes(from)) throw new Error(`${uri} does not say '${from}'.`);
  return workspace.with([[uri, text.replace(from, () => to)]]);
}
