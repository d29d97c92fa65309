/** All projects at one moment. A workspace never changes: an edit makes a new one that shares what is untouched. */
import { createReader, type PlanFile, type Reader } from '../model/file.ts';
import type { Project } from '../project/project.ts';
import { createValidator } from '../schema/validate.ts';
import { readTable } from '../syntax/csv.ts';
import { changedText, editDocument, readDocument, type Change } from '../syntax/document.ts';
import { through } from '../text/steps.ts';
import { createBoards, type Boards, type Circumstances } from './boards.ts';
import type { Findings, Rated } from './findings.ts';

export interface Workspace {
  /** Folders that the editor has open, as URIs without a slash at the end. */
  readonly folders: readonly string[];
  readonly today: string;
  readonly files: ReadonlyMap<string, PlanFile>;
  /** Projects by their folder. A project is the same object over all edits, and says what holds in the latest workspace. */
  readonly projects: ReadonlyMap<string, Project>;
  readonly projectOf: (uri: string) => Project | undefined;
  /** All findings of a project, by file. */
  readonly findings: (project: Project) => Findings;
  /** Makes them known in steps, so that `findings` and `findingsIn` have them at hand. */
  readonly judge: (project: Project) => Generator<undefined, void, undefined>;
  /** Whether the findings of a project are at hand. */
  readonly judged: (project: Project) => boolean;
  /**
   * A project with the last readable version of each file that cannot be read at the moment, so that what is shown of it
   * does not fall apart while somebody types. It is `project` itself where all can be read, or was never read.
   */
  readonly lastReadable: (project: Project) => Project;
  /** The findings of one file, in the order of its text. */
  readonly findingsIn: (uri: string) => readonly Rated[];
  /** The same as far as it can be said at once: while its project is not judged, without what follows from findings elsewhere. */
  readonly findingsNow: (uri: string) => readonly Rated[];
  /**
   * A workspace with these texts in place of those that it has; `undefined` takes a file out.
   * A file whose name tells nothing is ignored, unless its language is given.
   */
  readonly with: (texts: Iterable<Text>) => Workspace;
  /** A workspace with changes in the text of a file, made one after the other. A file that it does not have stays unknown. */
  readonly edit: (uri: string, changes: readonly Change[]) => Workspace;
  readonly withFolders: (folders: readonly string[]) => Workspace;
  readonly withToday: (today: string) => Workspace;
  /** While files are still being read for the first time, nothing is concluded from what is not found yet. */
  readonly withComplete: (complete: boolean) => Workspace;
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
  const facts: Facts = { today, folders, complete: true, files: new Map(), lastReadable: new Map() };
  // From the first file on each is put in its place as it comes, and not all at once when somebody asks.
  return make(createReader(createValidator()), facts, createBoards([], facts)).workspace;
}

/** What a workspace is, apart from what follows. */
interface Facts extends Circumstances {
  readonly files: ReadonlyMap<string, PlanFile>;
  /** For a file that cannot be read and once could: as it was then. */
  readonly lastReadable: ReadonlyMap<string, PlanFile>;
}

/** A change as it is to be undone in a copy: what files were before. */
interface Later {
  readonly next: () => Facts;
  readonly before: readonly (readonly [string, PlanFile | undefined])[];
}

/** A workspace, and what it is for the one from which it was made. */
interface Made {
  readonly workspace: Workspace;
  readonly facts: () => Facts;
}

/**
 * The newest of a line of workspaces owns the projects and their findings, and hands them on to the one made from it.
 * An older one that is asked again works out its own.
 */
function make(read: Reader, own: Facts, given: Boards | undefined): Made {
  let boards = given;
  let later: Later | undefined;
  /** The facts as they are here, also when the files have been handed on. */
  const facts = (): Facts => {
    if (!later) return own;
    const files = new Map(later.next().files);
    for (const [uri, file] of later.before)
      if (file) files.set(uri, file);
      else files.delete(uri);
    own = { ...own, files };
    later = undefined;
    boards = undefined;
    return own;
  };
  const its = (): Boards => {
    const now = facts();
    return (boards ??= createBoards(now.files.values(), now));
  };
  const change = (next: Partial<Facts>, replaced: readonly Replacement[]): Workspace => {
    const lastReadable = remembered(facts().lastReadable, replaced);
    const now = { ...facts(), ...next, lastReadable };
    const files = now.files as Map<string, PlanFile>;
    for (const [uri, , after] of replaced)
      if (after) files.set(uri, after);
      else files.delete(uri);
    boards?.replace(replaced.map(([, before, after]) => [before, after]));
    if (next.folders) boards?.setFolders(next.folders);
    if (next.today !== undefined) boards?.setToday(next.today);
    if (next.complete !== undefined) boards?.setComplete(next.complete);
    const made = make(read, now, boards);
    later = { next: made.facts, before: replaced.map(([uri, before]) => [uri, before]) };
    boards = undefined;
    return made.workspace;
  };
  const workspace: Workspace = {
    get folders() {
      return own.folders;
    },
    get today() {
      return own.today;
    },
    get files() {
      return facts().files;
    },
    get projects() {
      return its().projects();
    },
    projectOf: (uri) => its().of(uri)?.project,
    findings: (project) => its().boardOf(project)?.findings() ?? new Map(),
    judge: function* (project) {
      yield* its().boardOf(project)?.judge() ?? [];
    },
    judged: (project) => its().boardOf(project)?.judged() ?? true,
    lastReadable: (project) => its().lastReadable(project, own.lastReadable),
    findingsIn: (uri) => {
      const board = its().of(uri);
      if (board) through(board.judge());
      return board?.findingsIn(uri) ?? [];
    },
    findingsNow: (uri) => its().of(uri)?.findingsIn(uri) ?? [],
    with: (texts) => {
      const { files } = facts();
      const replaced = new Map<string, Replacement>();
      for (const [uri, text, told] of texts) {
        const before = files.get(uri);
        if (text === undefined ? !before : before?.document.text === text) continue;
        const after = text === undefined ? undefined : readText(read, uri, text, before, told);
        replaced.set(uri, [uri, before, after]);
      }
      return replaced.size === 0 ? workspace : change({}, [...replaced.values()]);
    },
    edit: (uri, changes) => {
      const before = facts().files.get(uri);
      if (!before) return workspace;
      const { document } = before;
      const next = isTable(uri) ? readTable(uri, changedText(document, changes)) : editDocument(document, changes);
      return change({}, [[uri, before, read(next, before.language, before)]]);
    },
    withFolders: (next) => change({ folders: next }, []),
    withToday: (next) => (next === own.today ? workspace : change({ today: next }, [])),
    withComplete: (next) => (next === own.complete ? workspace : change({ complete: next }, [])),
  };
  return { workspace, facts };
}

/** A file's version before and after. */
type Replacement = readonly [uri: string, before: PlanFile | undefined, after: PlanFile | undefined];

/** It is the same map as long as nothing in it changes. */
function remembered(known: Facts['lastReadable'], replaced: readonly Replacement[]): Facts['lastReadable'] {
  const changed = replaced.filter(([uri, before, after]) =>
    isBroken(after) ? before && !isBroken(before) : known.has(uri),
  );
  if (changed.length === 0) return known;
  const next = new Map(known);
  for (const [uri, before, after] of changed)
    if (before && isBroken(after)) next.set(uri, before);
    else next.delete(uri);
  return next;
}

function isBroken(file: PlanFile | undefined): boolean {
  return file !== undefined && file.document.problems.length > 0;
}

function readText(
  read: Reader,
  uri: string,
  text: string,
  before: PlanFile | undefined,
  told: PlanFile['language'] | undefined,
): PlanFile | undefined {
  const language = told ?? languageOf(uri);
  if (!language) return undefined;
  return read(isTable(uri) ? readTable(uri, text) : readDocument(uri, text, before?.document), language, before);
}

function isTable(uri: string): boolean {
  return /\.csv$/i.test(uri);
}
