/** What all measurements of one run share. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type AtEnd, type Client, type Server } from './client.ts';
import type { Figures } from './figures.ts';
import { layOut } from './folders.ts';
import type { Project } from './projects.ts';
import type { Programs } from './servers.ts';

export interface Run {
  readonly programs: Programs;
  readonly servers: readonly Server[];
  readonly figures: Figures;
  /** Fewer rounds and smaller sizes, for an answer within two minutes. */
  readonly quick: boolean;
  /** Notes what makes a figure doubtful. */
  readonly warn: (text: string) => void;
  readonly atEnd: AtEnd;
  /** Lays a project out in a new folder. */
  readonly lay: (project: Project) => Promise<string>;
  readonly connect: (server: Server, folder: string) => Promise<Client>;
}

export function createRun(parts: Omit<Run, 'lay' | 'connect'>, folder: string): Run {
  let count = 0;
  return {
    ...parts,
    lay: async (project) => {
      const made = join(folder, `project-${++count}`);
      await mkdir(made, { recursive: true });
      return layOut(made, project);
    },
    connect: (server, where) => connect(server, where, parts.atEnd),
  };
}

/** The name under which a figure is kept. */
export function named(what: string, size: number | string, who: string): string {
  return `${what} | ${size} | ${who}`;
}

/** Each in turn, beginning with another in each round, so that no one always meets the machine in the same mood. */
export function rotated<Item>(items: readonly Item[], round: number): readonly Item[] {
  const by = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(by), ...items.slice(0, by)];
}
