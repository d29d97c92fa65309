/** The findings of a project as its configuration rates them: hidden behind their root cause, waived, ignored, or shown. */
import type { PlanFile } from '../model/file.ts';
import { uriOf, type Item } from '../model/item.ts';
import { derived, drop, read, set, source, type Derived, type Source } from '../model/track.ts';
import type { Project } from '../project/project.ts';
import type { Severity } from '../project/settings.ts';
import { announced } from '../rules/announced.ts';
import type { Finding, Rule, Silence } from '../rules/rule.ts';
import { locate } from '../syntax/document.ts';
import type { Comment } from '../syntax/tree.ts';
import type { Stretch } from '../text/span.ts';
import { remembered } from './remembered.ts';
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
  const listOf = (file: PlanFile): readonly Rated[] => {
    const own = [...ofFile(file, rules), ...units.of(file.uri)].filter(judged);
    const late = silences(file, own);
    if (own.length + late.length === 0) return none;
    const hidden = hiding();
    const list: Judged[] = [];
    for (const it of [...own, ...late]) {
      const found = judged(it);
      if (found && !hidden(it)) list.push(found);
    }
    return list.sort((a, b) => a.stretch.start - b.stretch.start || (a.rule.id < b.rule.id ? -1 : 1));
  };
  const open = (first: PlanFile): Listed => {
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
    // That it may be another is enough to know; it is made when somebody asks.
    const list = derived(
      () => listOf(read(file)),
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
      else if (file) files.set(uri, open(file));
      else if (there) {
        files.delete(uri);
        drop(there.list);
      }
    },
  };
}

/** Whether a shown root cause hides a candidate. What is waived, ignored or itself hidden hides nothing. */
function createHiding(
  units: Units,
  judged: (candidate: Candidate) => Judged | undefined,
): () => (candidate: Candidate) => boolean {
  return () => {
    const answers = new Map<Candidate, boolean>();
    const hidden = (candidate: Candidate): boolean => {
      const { hiddenBy } = candidate.it;
      if (!hiddenBy) return false;
      const before = answers.get(candidate);
      if (before !== undefined) return before;
      answers.set(candidate, false);
      const answer = hiddenBy().some(({ rule, about }) => about.length > 0 && about.every((item) => shown(rule, item)));
      answers.set(candidate, answer);
      return answer;
    };
    const shown = (rule: string, item: Item): boolean => {
      for (const it of units.about(item)) {
        if (it.rule.id !== rule) continue;
        const found = judged(it);
        if (found && found.justified === undefined && !hidden(it)) return true;
      }
      return false;
    };
    return hidden;
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
  const place = { at, about, message, related, fixes, origin: it };
  return { ...place, rule, severity, file, stretch, justified, comment, waiver };
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

export function severityOf(
  { id, severity }: Rule,
  { uri }: PlanFile,
  { settings, folder }: Pick<Project, 'settings' | 'folder'>,
): Severity {
  const { exceptions, severities, preset } = settings;
  const path = exceptions.length === 0 ? '' : decodePath(uri.slice(folder.length + 1));
  const off = exceptions.some(
    (it) =>
      it.matches(path) &&
      it.off.some((each) => each === id || (each.endsWith('/*') && id.startsWith(each.slice(0, -1)))),
  );
  return off ? 'off' : (severities.get(id) ?? severity[preset]);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * What is said about comments and waivers of a file, given all that was found in it. What is hidden at the moment counts
 * as found here: its comment or waiver is needed as soon as the root cause is gone.
 */
function createSilences(
  project: Project,
  units: Units,
  rules: readonly Rule[],
  waivers: () => readonly ActiveWaiver[],
  judged: (candidate: Candidate) => Judged | undefined,
): (file: PlanFile, own: readonly Candidate[]) => readonly Candidate[] {
  const byId = new Map<string, Rule>(rules.map((it) => [it.id, it]));
  const ruleIds = [...byId.keys(), ...announced];
  const speaking = rules.filter((it) => it.checkSilence);
  const isOn = (id: string, file: PlanFile): boolean | undefined => {
    const rule = byId.get(id);
    return rule ? severityOf(rule, file, project) !== 'off' : announced.includes(id) ? false : undefined;
  };
  const found = ({ waiver, targets }: ActiveWaiver): boolean => {
    for (const it of units.byRule(waiver.rule?.value ?? ''))
      if (judged(it) && covers({ waiver, targets, expired: false }, it.rule, it.it)) return true;
    return false;
  };
  const silenceIn = (file: PlanFile, ignores: readonly LineIgnore[], own: readonly Candidate[]): Silence => {
    const used = new Map<Comment, Set<string>>();
    for (const it of own) {
      const comment = judged(it)?.comment?.comment;
      if (comment) used.set(comment, (used.get(comment) ?? new Set()).add(it.rule.id));
    }
    return {
      file,
      ruleIds,
      comments: ignores.map((ignore) => ({
        ...ignore,
        rules: ignore.rules.map((it) => ({
          ...it,
          used: used.get(ignore.comment)?.has(it.id) ?? false,
          on: isOn(it.id, file),
        })),
      })),
      waivers: waivers().flatMap((it) => {
        if (uriOf(it.waiver) !== file.uri) return none;
        const id = it.waiver.rule?.value ?? '';
        const on = it.targets.map((target) => isOn(id, project.fileAt(uriOf(target)) ?? file));
        return { ...it, used: found(it), on: on.find((each) => each) ?? on[0] };
      }),
    };
  };
  return (file, own) => {
    const ignores = ignoresOf(file);
    if (ignores.length === 0 && file.language !== 'config' && isEmpty(units.waiversIn(file.uri))) return none;
    const silence = silenceIn(file, ignores, own);
    const late: Candidate[] = [];
    for (const rule of speaking)
      for (const it of rule.checkSilence?.(silence, project) ?? none) late.push({ rule, it });
    return late;
  };
}

function isEmpty(list: Iterable<unknown>): boolean {
  return list[Symbol.iterator]().next().done === true;
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
