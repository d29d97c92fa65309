/** What `strategy.config.yaml` says, with the defaults of its schema. An entry that does not fit is left out; the rest holds. */
import picomatch from 'picomatch';
import type { PlanFile } from '../model/file.ts';
import type { Config, Limits } from '../model/language.ts';
import type { Value } from '../model/item.ts';
import { schemas } from '../schema/shape.ts';

export type Preset = 'starter' | 'standard' | 'strict';
export type Severity = 'error' | 'warning' | 'info' | 'off';

export interface Settings {
  readonly preset: Preset;
  /** By rule, where the project rates it otherwise than its preset. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** Rules that are off in some files: a path below the project's folder, and ids or `group/*`. */
  readonly exceptions: readonly { readonly matches: (path: string) => boolean; readonly off: readonly string[] }[];
  readonly limits: Readonly<Record<LimitName, number>>;
  readonly thresholds: { readonly onTrack: number; readonly atRisk: number };
  readonly words: Readonly<Record<WordList, readonly string[]>>;
  /** Absent: the project does not list its roles, and any word is one. */
  readonly roles?: ReadonlyMap<string, string>;
  readonly fiscalYearStart: number;
  readonly vocabulary: 'bmm' | 'ogsm' | 'okr' | 'bsc' | 'oasis';
}

type LimitName = Exclude<keyof Limits, 'is' | 'node' | 'misspelt'>;
type WordList = 'vanity' | 'hype' | 'vague' | 'activity' | 'everyone' | 'media' | 'channels';

export function readSettings(file: PlanFile | undefined): Settings {
  const config: Partial<Config> = (file?.root as unknown as Config | undefined) ?? {};
  return {
    preset: config.preset?.value ?? 'standard',
    severities: readSeverities(config.rules ?? []),
    exceptions: config.files?.flatMap(readException) ?? [],
    limits: readLimits(config.limits),
    thresholds: readThresholds(config.thresholds),
    words: readWords(config.words),
    ...readRoles(config.roles ?? []),
    fiscalYearStart: config.fiscal_year_start?.value ?? 1,
    vocabulary: config.vocabulary?.value ?? 'bmm',
  };
}

function readSeverities(rules: Config['rules']): Settings['severities'] {
  return new Map(rules.flatMap(({ key, value }) => (value.value ? [[String(key.value), value.value]] : [])));
}

function readException({ match, off }: Config['files'][number]): Settings['exceptions'] {
  return !match?.value ? [] : [{ matches: picomatch(match.value), off: texts(off) }];
}

function readThresholds(thresholds: Config['thresholds']): Settings['thresholds'] {
  return { onTrack: thresholds?.on_track?.value ?? 0.9, atRisk: thresholds?.at_risk?.value ?? 0.7 };
}

function readWords(words: Config['words']): Settings['words'] {
  const list = (name: Exclude<WordList, 'channels'>): string[] => texts(words?.[name] ?? []);
  return {
    vanity: list('vanity'),
    hype: list('hype'),
    vague: list('vague'),
    activity: list('activity'),
    everyone: list('everyone'),
    media: list('media'),
    channels: words?.channels.flatMap((it) => it.name?.value ?? []) ?? [],
  };
}

function readRoles(roles: Config['roles']): Pick<Settings, 'roles'> {
  return roles.length === 0
    ? {}
    : { roles: new Map(roles.map(({ key, value }) => [String(key.value), value.value ?? ''])) };
}

function texts(values: readonly Value<string>[]): string[] {
  return values.flatMap((it) => it.value ?? []);
}

/** The limits, each with the default that the schema gives. */
function readLimits(limits: Limits | undefined): Settings['limits'] {
  const entries = Object.entries(schemas.config.definitions?.['limits']?.properties ?? {}).map(
    ([name, { default: usual }]) => {
      const written = limits?.[name as LimitName]?.value;
      return [name, written ?? (typeof usual === 'number' ? usual : Infinity)];
    },
  );
  return Object.fromEntries(entries) as Settings['limits'];
}
