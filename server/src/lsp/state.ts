/** What changes while a server runs; all of it in one place. */
import type { Client } from '../features/feature.ts';
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
  readonly workspace: () => Workspace;
  readonly update: (change: (workspace: Workspace) => Workspace) => void;
  /** Calls back after each change of the workspace. */
  readonly onChange: (listener: () => void) => void;
}

export function createState(today: string): State {
  let current = createWorkspace(today);
  const listeners: (() => void)[] = [];
  return {
    client: { snippets: false },
    folders: [],
    pull: false,
    refresh: false,
    watches: false,
    ready: Promise.resolve(),
    workspace: () => current,
    update: (change) => {
      const next = change(current);
      if (next === current) return;
      current = next;
      for (const it of listeners) it();
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
  };
}
