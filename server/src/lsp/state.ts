/** What changes while a server runs; all of it in one place. */
import type { Client } from '../features/feature.ts';
import { createSpellings, type Spellings } from './uris.ts';
import { createWorkspace, type Workspace } from '../workspace/workspace.ts';

/** What an editor tells of an edit. */
type Change = Parameters<Workspace['edit']>[1][number];

export interface State {
  client: Client;
  folders: readonly string[];
  /** The client asks for diagnostics; where not, they are sent to it. */
  pull: boolean;
  refresh: boolean;
  watches: boolean;
  /** Resolves when the first reading of the folders is done. */
  ready: Promise<void>;
  /** Versions of the open texts. */
  readonly versions: Map<string, number>;
  readonly spellings: Spellings;
  /** With all that was edited until now. */
  readonly workspace: () => Workspace;
  /** `edited`: the one file that the author is writing in. */
  readonly update: (change: (workspace: Workspace) => Workspace, edited?: string) => void;
  /**
   * Takes down what the author changed in an open text. It is read when somebody looks, so that keys which come together
   * are read together.
   */
  readonly edit: (uri: string, changes: readonly Change[]) => void;
  /** Calls back when an edit of a file is read, and what that gives back when it has been. */
  readonly onRead: (listener: (uri: string) => ((before: Workspace, after: Workspace) => void) | undefined) => void;
  /** Calls back after each change of the workspace. */
  readonly onChange: (listener: (edited?: string) => void) => void;
}

/** `today` tells which day it is. */
export function createState(today: () => string): State {
  let current = createWorkspace(today());
  const edits = new Map<string, Change[]>();
  const listeners: ((edited?: string) => void)[] = [];
  const readers: Parameters<State['onRead']>[0][] = [];
  const tell = (edited?: string): void => {
    for (const it of listeners) it(edited);
  };
  const workspace = (): Workspace => {
    if (edits.size === 0) return current;
    const waiting = [...edits];
    edits.clear();
    current = current.withToday(today());
    for (const [uri, changes] of waiting) {
      const done = readers.map((it) => it(uri));
      const before = current;
      current = before.edit(uri, changes);
      for (const it of done) it?.(before, current);
    }
    return current;
  };
  return {
    client: { snippets: false },
    folders: [],
    pull: false,
    refresh: false,
    watches: false,
    ready: Promise.resolve(),
    versions: new Map(),
    spellings: createSpellings(),
    workspace,
    update: (change, edited) => {
      const before = workspace();
      const next = change(before);
      if (next === before) return;
      current = next;
      tell(edited);
    },
    edit: (uri, changes) => {
      const known = edits.get(uri);
      if (known) known.push(...changes);
      else edits.set(uri, [...changes]);
      tell(uri);
    },
    onRead: (listener) => {
      readers.push(listener);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
