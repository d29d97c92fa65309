/** All projects at one moment. A workspace never changes: an edit makes a new one that shares what is untouched. */
import { createReader, type PlanFile, type Reader } from '../model/file.ts';
import type { Project } from '../project/project.ts';
import { createValidator } from '../schema/validate.ts';
import { readTable } from '../syntax/csv.ts';
import { changedText, editDocument, readDocument, type Change } from '../syntax/document.ts';
import { through } from '../text/steps.ts';
import { createBoards, type Boards, type Circumstances, type Replacement } from './boards.ts';
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
  return new Moment(createReader(createValidator()), facts, createBoards([], facts));
}

/** What a workspace is, apart from what follows. */
interface Facts extends Circumstances {
  readonly files: ReadonlyMap<string, PlanFile>;
  /** For a file that cannot be read and once could: as it was then. */
  readonly lastReadable: ReadonlyMap<string, PlanFile>;
}

/** A workspace that was made from another, and what the files were before that it has otherwise. */
interface Later {
  readonly next: Moment;
  readonly before: readonly Replacement[];
}

/**
 * The newest of a line of workspaces owns the projects and their findings, and hands them on to the one made from it.
 * An older one that is asked again works out its own. A class, since one is made at every key.
 */
class Moment implements Workspace {
  readonly #read: Reader;
  #own: Facts;
  #boards: Boards | undefined;
  #later: Later | undefined;

  constructor(read: Reader, own: Facts, given: Boards | undefined) {
    this.#read = read;
    this.#own = own;
    this.#boards = given;
  }

  get folders(): readonly string[] {
    return this.#own.folders;
  }

  get today(): string {
    return this.#own.today;
  }

  get files(): ReadonlyMap<string, PlanFile> {
    return this.#facts().files;
  }

  get projects(): ReadonlyMap<string, Project> {
    return this.#its().projects();
  }

  projectOf(uri: string): Project | undefined {
    return this.#its().of(uri)?.project;
  }

  findings(project: Project): Findings {
    return this.#its().boardOf(project)?.findings() ?? new Map<string, readonly Rated[]>();
  }

  *judge(project: Project): Generator<undefined, void, undefined> {
    yield* this.#its().boardOf(project)?.judge() ?? [];
  }

  judged(project: Project): boolean {
    return this.#its().boardOf(project)?.judged() ?? true;
  }

  lastReadable(project: Project): Project {
    return this.#its().lastReadable(project, this.#own.lastReadable);
  }

  findingsIn(uri: string): readonly Rated[] {
    const board = this.#its().of(uri);
    if (board) through(board.judge());
    return board?.findingsIn(uri) ?? [];
  }

  findingsNow(uri: string): readonly Rated[] {
    return this.#its().of(uri)?.findingsIn(uri) ?? [];
  }

  with(texts: Iterable<Text>): Workspace {
    const { files } = this.#facts();
    const replaced = new Map<string, Replacement>();
    for (const [uri, text, told] of texts) {
      const before = files.get(uri);
      if (text === undefined ? !before : before?.document.text === text) continue;
      const after = text === undefined ? undefined : readText(this.#read, uri, text, before, told);
      replaced.set(uri, [uri, before, after]);
    }
    return replaced.size === 0 ? this : this.#change({}, [...replaced.values()]);
  }

  edit(uri: string, changes: readonly Change[]): Workspace {
    const before = this.#facts().files.get(uri);
    if (!before) return this;
    const { document } = before;
    const next = isTable(uri) ? readTable(uri, changedText(document, changes)) : editDocument(document, changes);
    return this.#change({}, [[uri, before, this.#read(next, before.language, before)]]);
  }

  withFolders(folders: readonly string[]): Workspace {
    return this.#change({ folders }, []);
  }

  withToday(today: string): Workspace {
    return today === this.#own.today ? this : this.#change({ today }, []);
  }

  withComplete(complete: boolean): Workspace {
    return complete === this.#own.complete ? this : this.#change({ complete }, []);
  }

  /** The facts as they are here, also when the files have been handed on. */
  #facts(): Facts {
    if (!this.#later) return this.#own;
    const files = new Map(this.#later.next.#facts().files);
    for (const [uri, file] of this.#later.before)
      if (file) files.set(uri, file);
      else files.delete(uri);
    this.#own = { ...this.#own, files };
    this.#later = undefined;
    this.#boards = undefined;
    return this.#own;
  }

  #its(): Boards {
    const now = this.#facts();
    return (this.#boards ??= createBoards(now.files.values(), now));
  }

  #change(next: Partial<Facts>, replaced: readonly Replacement[]): Workspace {
    const before = this.#facts();
    const now = { ...before, ...next, lastReadable: remembered(before.lastReadable, replaced) };
    const files = now.files as Map<string, PlanFile>;
    for (const [uri, , after] of replaced)
      if (after) files.set(uri, after);
      else files.delete(uri);
    const boards = this.#boards;
    boards?.replace(replaced);
    if (next.folders) boards?.setFolders(next.folders);
    if (next.today !== undefined) boards?.setToday(next.today);
    if (next.complete !== undefined) boards?.setComplete(next.complete);
    const made = new Moment(this.#read, now, boards);
    this.#later = { next: made, before: replaced };
    this.#boards = undefined;
    return made;
  }
}

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
