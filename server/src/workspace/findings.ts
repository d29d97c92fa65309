/** The findings of a project as its configuration rates them: hidden behind their root cause, waived, ignored, or shown. */
import type { PlanFile } from '../model/file.ts';
import { derived, drop, read, set, source, watcher, type Derived, type Source } from '../model/track.ts';
import type { Project } from '../project/project.ts';
import type { Severity } from '../project/settings.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { locate } from '../syntax/document.ts';
import type { Stretch } from '../text/span.ts';
import { createHiding } from './hiding.ts';
import { remembered } from './remembered.ts';
import { severityOf } from './severity.ts';
import { createSilences } from './silences.ts';
import { covers, ignoresOf, waiversOf, type ActiveWaiver, type LineIgnore } from './suppressions.ts';
import type { Candidate, Units } from './units.ts';

/** The one rule whose findings no comment silences, and that speaks of text that cannot be read. */
const syntax = 'schema/syntax';

/** A finding at its place, with the severity in force. */
export interface Rated extends Pick<Finding, 'at' | 'about' | 'message'> {
  readonly related: Finding['related'];
  readonly fixes: Finding['fixes'];
  /** The same object as long as nothing that the rule asked has changed. */
  readonly origin: Finding;
  readonly rule: Rule;
  readonly severity: Exclude<Severity, 'off'>;
  readonly file: PlanFile;
  readonly stretch: Stretch;
  /** The reason, where it is waived or ignored; such a finding is no problem, but is still told of in views and reports. */
  readonly justified: string | undefined;
}

/** By the URIs of files, sorted by place and rule. Files without findings are absent. */
export type Findings = ReadonlyMap<string, readonly Rated[]>;

/** Lists the findings of files, and each list anew only when something that it was made from is another. */
export interface Lister {
  /** The same list as long as it says the same; a file that is not there has an empty one. */
  readonly findingsIn: (uri: string) => readonly Rated[];
  /** Puts a version of a file in place of another; `undefined` takes it out. */
  readonly replace: (uri: string, file: PlanFile | undefined) => void;
}

/** What a file's findings are rated by. */
interface Ground {
  readonly file: PlanFile;
  readonly ignores: ReadonlyMap<number, readonly LineIgnore[]>;
  readonly severityOf: (rule: Rule) => Severity;
  readonly waivers: readonly ActiveWaiver[];
  readonly unreadable: boolean;
  readonly rated: Map<Candidate, Judged | undefined>;
}

interface Listed {
  readonly file: Source<PlanFile>;
  readonly ground: Derived<Ground>;
  readonly list: Derived<readonly Rated[]>;
}

const none: readonly never[] = [];

export function createLister(project: Project, units: Units, rules: readonly Rule[]): Lister {
  const files = new Map<string, Listed>();
  const waivers = derived(() => waiversOf(project, units.waivers()));
  const judged = (candidate: Candidate): Judged | undefined => {
    const there = files.get(candidate.it.at.section.uri);
    return there && rate(candidate, read(there.ground));
  };
  const hiding = createHiding(units, judged);
  const silences = createSilences(project, units, rules, () => read(waivers), judged);
  const ofWhole = rules.filter((it) => it.checkFile);
  const listOf = (ground: Ground): readonly Rated[] => {
    const { file } = ground;
    const hidden = hiding();
    const list: Judged[] = [];
    const shown = (candidate: Candidate): void => {
      const found = rate(candidate, ground);
      if (found && !hidden(candidate)) list.push(found);
    };
    const own = ofFile(file, ofWhole).concat(units.of(file.uri));
    for (const it of own) shown(it);
    for (const it of silences(file, own)) shown(it);
    if (list.length === 0) return none;
    return list.sort((a, b) => a.stretch.start - b.stretch.start || (a.rule.id < b.rule.id ? -1 : 1));
  };
  const open = (uri: string, first: PlanFile): Listed => {
    const file = source(first);
    const ground = derived((): Ground => {
      const now = read(file);
      const { settings, folder } = project;
      return {
        file: now,
        ignores: grouped(ignoresOf(now), ({ line }) => line),
        severityOf: remembered((rule: Rule) => severityOf(rule, now, { settings, folder })),
        waivers: read(waivers),
        unreadable: project.unreadable,
        rated: new Map(),
      };
    });
    // It is made when somebody asks; that it may be another is enough to know until then.
    const list = watcher(
      () => listOf(read(ground)),
      uri,
      () => undefined,
    );
    return { file, ground, list };
  };
  return {
    findingsIn: (uri) => {
      const there = files.get(uri);
      return there ? read(there.list) : none;
    },
    replace: (uri, file) => {
      const there = files.get(uri);
      if (there && file) set(there.file, file);
      else if (file) files.set(uri, open(uri, file));
      else if (there) {
        files.delete(uri);
        drop(there.list);
      }
    },
  };
}

const whole = new WeakMap<PlanFile, readonly Candidate[]>();

/** What rules say of a file as a whole. */
function ofFile(file: PlanFile, rules: readonly Rule[]): readonly Candidate[] {
  const before = whole.get(file);
  if (before) return before;
  const found: Candidate[] = [];
  for (const rule of rules) for (const it of rule.checkFile?.(file) ?? none) found.push({ rule, it });
  whole.set(file, found);
  return found;
}

/** A finding with what silenced it. */
interface Judged extends Rated {
  readonly comment: LineIgnore | undefined;
  readonly waiver: ActiveWaiver | undefined;
}

/** `undefined`: it is off, or nothing can be said at the moment. */
function rate(candidate: Candidate, ground: Ground): Judged | undefined {
  const { rated } = ground;
  const before = rated.get(candidate);
  if (before || rated.has(candidate)) return before;
  const now = rateAnew(candidate, ground);
  rated.set(candidate, now);
  return now;
}

function rateAnew(candidate: Candidate, ground: Ground): Judged | undefined {
  const { rule, it } = candidate;
  const { file, ignores, waivers, unreadable } = ground;
  const severity = ground.severityOf(rule);
  if (severity === 'off' || (rule.id !== syntax && unreadableAt(it))) return undefined;
  if (rule.absence && unreadable) return undefined;
  const { at, about, related, fixes } = it;
  const stretch = locate(file.document, at);
  const comments = ignores.size === 0 ? none : (ignores.get(file.document.lines.lineAt(stretch.start)) ?? none);
  const { justified, comment, waiver } = silenceOf(candidate, comments, waivers);
  const message = justified === undefined ? accepted(it.message, waiver) : it.message;
  // One literal: the engine is many times slower at one that begins with a spread.
  return {
    at,
    about,
    message,
    related,
    fixes,
    origin: it,
    rule,
    severity,
    file,
    stretch,
    justified,
    comment,
    waiver,
  };
}

/** The comment on its line, or the waiver, that silences a finding, with the reason. */
function silenceOf(
  { rule, it }: Candidate,
  comments: readonly LineIgnore[],
  waivers: readonly ActiveWaiver[],
): Pick<Judged, 'comment' | 'waiver' | 'justified'> {
  const comment = comments.find(({ rules }) => rules.some(({ id }) => id === rule.id && id !== syntax));
  const waiver = waiverOf(waivers, rule, it);
  const justified = comment?.reason ?? (waiver?.expired === false ? waiver.waiver.reason?.value : undefined);
  return { justified, comment, waiver };
}

/** The waiver that covers a finding; one that has expired only where there is no other. */
function waiverOf(waivers: readonly ActiveWaiver[], rule: Rule, finding: Finding): ActiveWaiver | undefined {
  if (waivers.length === 0) return undefined;
  const covering = waivers.filter((it) => covers(it, rule, finding));
  return covering.find((it) => !it.expired) ?? covering[0];
}

function accepted(message: string, waiver: ActiveWaiver | undefined): string {
  const until = waiver?.waiver.until?.value;
  return until === undefined ? message : `${message} It was accepted until ${until}.`;
}

/** Nothing but the syntax is said about a piece of text that cannot be read. */
function unreadableAt({ at }: Finding): boolean {
  return at.section.problems.length > 0;
}

function grouped<K, V>(list: readonly V[], keyOf: (it: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const it of list) {
    const key = keyOf(it);
    const group = groups.get(key);
    if (group) group.push(it);
    else groups.set(key, [it]);
  }
  return groups;
}
