/** Which files make up which project, and the board of each. */
import type { PlanFile } from '../model/file.ts';
import type { Project } from '../project/project.ts';
import { openBoard, type Board } from './board.ts';

/** A file's version before and after. */
export type Replacement = readonly [uri: string, before: PlanFile | undefined, after: PlanFile | undefined];

export interface Boards {
  readonly projects: () => ReadonlyMap<string, Project>;
  /** The board of the project that a file belongs to. */
  readonly of: (uri: string) => Board | undefined;
  readonly boardOf: (project: Project) => Board | undefined;
  /** A project with these files in place of those that it has. */
  readonly lastReadable: (project: Project, readable: ReadonlyMap<string, PlanFile>) => Project;
  /** Puts versions of files in place of others; either may be absent. */
  readonly replace: (files: readonly Replacement[]) => void;
  readonly setFolders: (folders: readonly string[]) => void;
  readonly setToday: (today: string) => void;
  readonly setComplete: (complete: boolean) => void;
}

/** What projects are seen under. */
export interface Circumstances {
  readonly folders: readonly string[];
  readonly today: string;
  readonly complete: boolean;
}

export function createBoards(first: Iterable<PlanFile>, { folders, today, complete }: Circumstances): Boards {
  const files = new Map<string, PlanFile>();
  const homes = new Map<string, string>();
  const boards = new Map<string, Board>();
  const shadows = new Map<Board, Shadow>();
  let open = folders;
  let day = today;
  let whole = complete;

  const opened = (folder: string): Board => {
    const board = openBoard(folder, day);
    board.setComplete(whole);
    return board;
  };
  const boardAt = (folder: string): Board => {
    const board = boards.get(folder) ?? opened(folder);
    boards.set(folder, board);
    return board;
  };
  const all = (): readonly Board[] => [...boards.values(), ...[...shadows.values()].map((it) => it.board)];
  /** Takes a file out of the project that it is in, or puts it into the one where it belongs. */
  const move = (uri: string, before: PlanFile | undefined, after: PlanFile | undefined): void => {
    const from = homes.get(uri);
    const to = after && folderOf(uri, files, open);
    if (from !== undefined && from !== to) leave(from, before);
    if (to === undefined) homes.delete(uri);
    else {
      homes.set(uri, to);
      boardAt(to).replace(from === to ? before : undefined, after);
    }
  };
  const leave = (folder: string, file: PlanFile | undefined): void => {
    const board = boards.get(folder);
    if (!board || !file) return;
    board.replace(file, undefined);
    if (board.project.files.length > 0) return;
    boards.delete(folder);
    shadows.delete(board);
  };
  const regroup = (): void => {
    for (const it of files.values()) if (homes.get(it.uri) !== folderOf(it.uri, files, open)) move(it.uri, it, it);
  };
  const replace: Boards['replace'] = (list) => {
    let regrouped = false;
    for (const [uri, before, after] of list) {
      if (after) files.set(uri, after);
      else files.delete(uri);
      regrouped ||= isConfig(uri) && !(before && after);
      move(uri, before, after);
    }
    if (regrouped) regroup();
  };
  replace([...first].map((it) => [it.uri, undefined, it]));
  const boardOf = (project: Project): Board | undefined => {
    const board = boards.get(project.folder);
    return board?.project === project ? board : all().find((it) => it.project === project);
  };
  return {
    projects: () => new Map([...boards].map(([folder, { project }]) => [folder, project])),
    of: (uri) => {
      const home = homes.get(uri);
      return home === undefined ? undefined : boards.get(home);
    },
    boardOf,
    lastReadable: (project, readable) => {
      const board = boards.get(project.folder);
      if (board?.project !== project) return project;
      const shown = project.files.map((it) => readable.get(it.uri) ?? it);
      if (shown.every((it) => files.get(it.uri) === it)) {
        shadows.delete(board);
        return project;
      }
      const shadow = shadows.get(board) ?? { board: opened(project.folder), files: new Map() };
      shadows.set(board, shadow);
      follow(shadow, shown);
      return shadow.board.project;
    },
    replace,
    setFolders: (next) => {
      open = next;
      regroup();
    },
    setToday: (next) => {
      day = next;
      for (const it of all()) it.setToday(next);
    },
    setComplete: (next) => {
      whole = next;
      for (const it of all()) it.setComplete(next);
    },
  };
}

/** A project as it was last readable. It outlives edits of broken text. */
interface Shadow {
  readonly board: Board;
  readonly files: Map<string, PlanFile>;
}

function follow({ board, files }: Shadow, shown: readonly PlanFile[]): void {
  const uris = new Set(shown.map((it) => it.uri));
  for (const it of [...files.values()]) {
    if (uris.has(it.uri)) continue;
    board.replace(it, undefined);
    files.delete(it.uri);
  }
  for (const it of shown) {
    const before = files.get(it.uri);
    if (before === it) continue;
    board.replace(before, it);
    files.set(it.uri, it);
  }
}

function isConfig(uri: string): boolean {
  return uri.endsWith('/strategy.config.yaml');
}

/** The folder of the nearest `strategy.config.yaml` above, else the innermost open folder, else the file's own. */
function folderOf(uri: string, files: ReadonlyMap<string, PlanFile>, folders: readonly string[]): string {
  const own = uri.slice(0, uri.lastIndexOf('/'));
  for (let folder = own; folder.includes('/'); folder = folder.slice(0, folder.lastIndexOf('/'))) {
    if (files.has(`${folder}/strategy.config.yaml`)) return folder;
  }
  const holding = folders.filter((it) => uri.startsWith(`${it}/`));
  return holding.reduce((best, it) => (it.length > best.length ? it : best), '') || own;
}
