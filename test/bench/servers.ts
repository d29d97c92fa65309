/** The servers that are compared. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Server } from './client.ts';

/** Where the programs lie; a peer that is not at hand is absent. */
export interface Programs {
  readonly server: string;
  readonly cli: string;
  readonly floor: string;
  readonly inside: string;
  readonly schema: string;
  readonly samples: string;
  readonly yaml?: string | undefined;
  readonly yamlAtOnce?: string | undefined;
  readonly spectral?: string | undefined;
}

export const ours = 'ours';
export const floor = 'floor';
export const yaml = 'yaml-language-server';
export const yamlAtOnce = 'yaml-language-server, no delay';

export function serversOf(programs: Programs): readonly Server[] {
  const stdio = (name: string, path: string): Server => ({ name, command: [process.execPath, path, '--stdio'] });
  const peer = (name: string, path: string | undefined): Server[] =>
    path === undefined ? [] : [{ ...stdio(name, path), settings: settingsFor(programs.schema) }];
  return [
    stdio(ours, programs.server),
    stdio(floor, programs.floor),
    ...peer(yamlAtOnce, programs.yamlAtOnce),
    ...peer(yaml, programs.yaml),
  ];
}

/** Our schema for our files, as an author sets it up who has no extension of ours. */
function settingsFor(schema: string): Readonly<Record<string, unknown>> {
  const schemas = { [pathToFileURL(schema).href]: ['*.strategy.yaml'] };
  const yaml = { schemas, validate: true, completion: true, hover: true, schemaStore: { enable: false } };
  return { yaml, '[yaml]': {}, editor: {}, files: {}, http: {} };
}

/** How long one pauses after an edit, so that the one before is over and done with (ms). */
export function pauseOf({ name }: Server): number {
  return name === yaml ? 320 : name === yamlAtOnce ? 220 : 30;
}

export function rulesForSpectral(schema: string): string {
  const functionOptions = { schema: JSON.parse(readFileSync(schema, 'utf8')) as unknown, allErrors: true };
  const then = { function: 'schema', functionOptions };
  return JSON.stringify({ rules: { 'fits-the-schema': { given: '$', severity: 'error', then } } });
}
