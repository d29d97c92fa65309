/** One project: the documents, readings and configuration of one folder, linked, at one moment and seen on one day. */
import type { PlanFile } from '../model/file.ts';
import type { Reading } from '../model/language.ts';
import { isA } from '../model/item.ts';
import { createLinks, type Links } from '../model/link.ts';
import type { Strategy } from '../model/strategy.ts';
import { createTrace, type Trace } from '../model/trace.ts';
import { readSettings, type Settings } from './settings.ts';

export interface Project extends Links, Trace {
  /** The folder, as a URI without a slash at its end. */
  readonly folder: string;
  /** In the order of their URIs. */
  readonly files: readonly PlanFile[];
  readonly measures: readonly PlanFile[];
  /** All readings, in the order of files and lines. */
  readonly readings: readonly Reading[];
  readonly config: PlanFile | undefined;
  readonly settings: Settings;
  /** The day on which the project is judged, as `2026-11-21`. */
  readonly today: string;
  /** Some document cannot be read at the moment, so nothing can be concluded from what is not found. */
  readonly unreadable: boolean;
}

export function createProject(folder: string, files: readonly PlanFile[], today: string): Project {
  const sorted = files.toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
  const config = sorted.find((it) => it.language === 'config');
  const settings = readSettings(config);
  const strategies = sorted.filter((it): it is Strategy => it.language === 'strategy');
  const measures = sorted.filter((it) => it.language === 'measures');
  const roles = settings.roles && new Set(settings.roles.keys());
  const links = createLinks(
    strategies,
    roles,
    measures.flatMap((it) => it.mentions),
  );
  return {
    folder,
    files: sorted,
    measures,
    readings: measures.flatMap((it) => it.items.filter((item) => isA('reading', item))),
    config,
    settings,
    today,
    unreadable: strategies.some((it) => !it.readable),
    ...links,
    ...createTrace(links),
  };
}
