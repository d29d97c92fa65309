/** All projects at one moment. A workspace never changes: an edit makes a new one that shares what is untouched. */
import { readFile, type PlanFile } from '../model/file.ts';
import { createReader } from '../model/read.ts';
import { readStrategy } from '../model/strategy.ts';
import { createProject, type Project } from '../project/project.ts';
import { rules } from '../rules/index.ts';
import { createValidator } from '../schema/validate.ts';
import { readTable } from '../syntax/csv.ts';
import { readDocument } from '../syntax/document.ts';
import { findingsAlone, findingsOf, type Findings, type Rated } from './findings.ts';

export interface Workspace {
  /** Folders that the editor has open, as URIs without a slash at the end. */
  readonly folders: readonly string[];
  readonly today: string;
  readonly files: ReadonlyMap<string, PlanFile>;
  /** Projects by their folder. */
  readonly projects: ReadonlyMap<string, Project>;
  readonly projectOf: (uri: string) => Project | undefined;
  readonly findings: (project: Project) => Findings;
  /** The same in steps; once it is through, `findings` and `findingsIn` have them at hand. */
  readonly judge: (project: Project) => Generator<undefined, Findings, undefined>;
  /** Whether the findings of a project are at hand. */
  readonly judged: (project: Project) => boolean;
  /**
   * A project with the last readable version of each file that cannot be read at the moment, so that what is shown of it
   * does not fall apart while somebody types. It is `project` itself where all can be read, or was never read.
   */
  readonly lastReadable: (project: Project) => Project;
  /** The findings of one file, in the order of its text. */
  readonly findingsIn: (uri: string) => readonly Rated[];
  /** The same as far as it can be said at once: while its project is not judged, what the file says by itself. */
  readonly findingsNow: (uri: string) => readonly Rated[];
  /**
   * A workspace with these texts in place of those that it has; `undefined` takes a file out.
   * A file whose name tells nothing is ignored, unless its language is given.
   */
  readonly with: (texts: Iterable<Text>) => Workspace;
  readonly withFolders: (folders: readonly string[]) => Workspace;
  readonly withToday: (today: string) => Workspace;
}

export type Text = readonly [uri: string, text: string | undefined, language?: PlanFile['language'] | undefined];

/** What a file holds, told by its name; `undefined`: it is none of ours. */
export function languageOf(uri: string): PlanFile['language'] | undefined {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (/\.strategy\.ya?ml$/i.test(name)) return 'strategy';
  if (/\.measures\.(?:ya?ml|csv)$/i.test(name)) return 'measures';
  return name === 'strategy.config.yaml' ? 'config' : undefined;
}

export function createWorkspace(today: string, folders: readonly string[] = []): Workspace {
  const read = createReader();
  const validate = createValidator();
  const readText: Parts['readText'] = (uri, text, before, told) => {
    const language = told ?? languageOf(uri);
    if (!language) return undefined;
    if (/\.csv$/i.test(uri)) return readFile(readTable(uri, text), language, read, validate);
    const document = readDocument(uri, text, before?.document);
    return language === 'strategy'
      ? readStrategy(document, read, validate)
      : readFile(document, language, read, validate);
  };
  return make({
    today,
    folders,
    files: new Map(),
    lastGood: new Map(),
    readText,
    before: new Map(),
    known: new WeakMap(),
    kept: new WeakMap(),
  });
}

interface Parts {
  readonly today: string;
  readonly folders: readonly string[];
  readonly files: ReadonlyMap<string, PlanFile>;
  /** For a file that cannot be read and once could: as it was then. */
  readonly lastGood: ReadonlyMap<string, PlanFile>;
  readonly readText: (
    uri: string,
    text: string,
    before?: PlanFile,
    told?: PlanFile['language'],
  ) => PlanFile | undefined;
  /** Projects of the workspace before, to be kept where nothing changed. */
  readonly before: ReadonlyMap<string, Project>;
  /** Findings belong to a project and go with it. */
  readonly known: WeakMap<Project, Findings>;
  /** Projects as last readable, each with the first file that is not the present one: they outlive edits of broken text. */
  readonly kept: WeakMap<PlanFile, Project>;
}

function make(parts: Parts): Workspace {
  const { today, folders, files, readText, known } = parts;
  let made: ReadonlyMap<string, Project> | undefined;
  const projects = (): ReadonlyMap<string, Project> => (made ??= group(parts));
  const change = (next: Partial<Parts>): Workspace => make({ ...parts, before: made ?? parts.before, ...next });
  const projectOf = (uri: string): Project | undefined => {
    const file = files.get(uri);
    return file && projects().get(folderOf(uri, parts));
  };
  const judge = function* (project: Project): Generator<undefined, Findings, undefined> {
    const found = known.get(project) ?? (yield* findingsOf(project, rules));
    known.set(project, found);
    return found;
  };
  const findings = (project: Project): Findings => known.get(project) ?? throughAll(judge(project));
  const findingsIn = (uri: string): readonly Rated[] => {
    const file = files.get(uri);
    const project = projectOf(uri);
    return (file && project && findings(project).get(file)) ?? [];
  };
  return {
    folders,
    today,
    files,
    get projects() {
      return projects();
    },
    projectOf,
    findings,
    judge,
    judged: (project) => known.has(project),
    lastReadable: (project) => asLastReadable(project, parts),
    findingsIn,
    findingsNow: (uri) => {
      const file = files.get(uri);
      const project = projectOf(uri);
      return !file || !project || known.has(project) ? findingsIn(uri) : findingsAlone(file, project, rules);
    },
    with: (texts) => {
      const next = new Map(files);
      const good = new Map(parts.lastGood);
      for (const [uri, text, told] of texts) {
        const before = files.get(uri);
        if (text !== undefined && before?.document.text === text) continue;
        const file = text === undefined ? undefined : readText(uri, text, before, told);
        if (file) next.set(uri, file);
        else next.delete(uri);
        if (!file || isReadable(file)) good.delete(uri);
        else if (before && isReadable(before)) good.set(uri, before);
      }
      return change({ files: next, lastGood: good });
    },
    withFolders: (next) => change({ folders: next }),
    withToday: (next) => (next === today ? change({}) : change({ today: next })),
  };
}

function throughAll<Answer>(steps: Generator<undefined, Answer, undefined>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function isReadable({ document }: PlanFile): boolean {
  return document.problems.length === 0;
}

function asLastReadable(project: Project, { lastGood, kept }: Parts): Project {
  const files = project.files.map((it) => lastGood.get(it.uri) ?? it);
  const first = files.find((it, index) => it !== project.files[index]);
  if (!first) return project;
  const before = kept.get(first);
  const made =
    before && isOf(before, files, project.today) ? before : createProject(project.folder, files, project.today);
  kept.set(first, made);
  return made;
}

/** Whether a project is made of just these files, on this day. */
function isOf(project: Project, files: readonly PlanFile[], today: string): boolean {
  const its = new Set(project.files);
  return project.today === today && its.size === files.length && files.every((it) => its.has(it));
}

function group(parts: Parts): ReadonlyMap<string, Project> {
  const byFolder = new Map<string, PlanFile[]>();
  for (const file of parts.files.values()) {
    const folder = folderOf(file.uri, parts);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  return new Map([...byFolder].map(([folder, files]) => [folder, keep(parts, folder, files)]));
}

function keep({ before, today }: Parts, folder: string, files: readonly PlanFile[]): Project {
  const old = before.get(folder);
  return old && isOf(old, files, today) ? old : createProject(folder, files, today);
}

/** The folder of the nearest `strategy.config.yaml` above, else the innermost open folder, else the file's own. */
function folderOf(uri: string, { files, folders }: Parts): string {
  const own = uri.slice(0, uri.lastIndexOf('/'));
  for (let folder = own; folder.includes('/'); folder = folder.slice(0, folder.lastIndexOf('/'))) {
    if (files.has(`${folder}/strategy.config.yaml`)) return folder;
  }
  const holding = folders.filter((it) => uri.startsWith(`${it}/`));
  return holding.reduce((best, it) => (it.length > best.length ? it : best), '') || own;
}
