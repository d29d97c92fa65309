/** What changes while a server runs; all of it in one place. */
import type { Client } from '../features/feature.ts';
import { createSpellings, type Spellings } from './uris.ts';
import { createWorkspace, type Workspace } from '../workspace/workspace.ts';

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
  readonly workspace: () => Workspace;
  /** `edited`: the one file that the author is writing in. */
  readonly update: (change: (workspace: Workspace) => Workspace, edited?: string) => void;
  /** Calls back after each change of the workspace. */
  readonly onChange: (listener: (edited?: string) => void) => void;
}

export function createState(today: string): State {
  let current = createWorkspace(today);
  const listeners: ((edited?: string) => void)[] = [];
  return {
    client: { snippets: false },
    folders: [],
    pull: false,
    refresh: false,
    watches: false,
    ready: Promise.resolve(),
    versions: new Map(),
    spellings: createSpellings(),
    workspace: () => current,
    update: (change, edited) => {
      const next = change(current);
      if (next === current) return;
      current = next;
      for (const it of listeners) it(edited);
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
