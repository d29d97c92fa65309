/** The findings of a project as its configuration rates them: hidden behind their root cause, waived, ignored, or shown. */
import type { PlanFile } from '../model/file.ts';
import { uriOf, type Item } from '../model/item.ts';
import { once } from '../model/track.ts';
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

/** Lists findings as everything is at one moment; what was found out about one is remembered for the others. */
export interface Lister {
  readonly findingsIn: (file: PlanFile) => readonly Rated[];
}

export function createLister(project: Project, units: Units, rules: readonly Rule[]): Lister {
  const waivers = waiversOf(project, units.waivers());
  const rate = createRater(project, waivers);
  const known = new Map<Candidate, Judged | undefined>();
  const judged = (candidate: Candidate): Judged | undefined => {
    if (!known.has(candidate)) known.set(candidate, rate(candidate));
    return known.get(candidate);
  };
  const answers = new Map<Candidate, boolean>();
  /** Whether a shown root cause hides it. What is waived, ignored or itself hidden hides nothing. */
  const hidden = (candidate: Candidate): boolean => {
    const before = answers.get(candidate);
    if (before !== undefined) return before;
    answers.set(candidate, false);
    const causes = candidate.it.hiddenBy?.() ?? [];
    const answer = causes.some(({ rule, about }) => about.length > 0 && about.every((item) => shown(rule, item)));
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
  const silences = createSilences(project, units, rules, waivers, judged);
  return {
    findingsIn: (file) =>
      once(() => {
        const own = [...ofFile(file, rules), ...units.of(file.uri)].filter(judged);
        const late = [...silences(file, own)];
        return [...own, ...late]
          .flatMap((it) => {
            const found = judged(it);
            return found && !hidden(it) ? [found] : [];
          })
          .sort((a, b) => a.stretch.start - b.stretch.start || (a.rule.id < b.rule.id ? -1 : 1));
      }),
  };
}

const whole = new WeakMap<PlanFile, readonly Candidate[]>();

/** What rules say of a file as a whole. */
function ofFile(file: PlanFile, rules: readonly Rule[]): readonly Candidate[] {
  const before = whole.get(file);
  if (before) return before;
  const found = rules.flatMap((rule) => [...(rule.checkFile?.(file) ?? [])].map((it) => ({ rule, it })));
  whole.set(file, found);
  return found;
}

/** A finding with what silenced it. */
interface Judged extends Rated {
  readonly comment: LineIgnore | undefined;
  readonly waiver: ActiveWaiver | undefined;
}

/** `undefined`: it is off, or nothing can be said at the moment. */
function createRater(project: Project, waivers: readonly ActiveWaiver[]): (candidate: Candidate) => Judged | undefined {
  const inFile = remembered((uri: string) => {
    const file = project.fileAt(uri);
    return (
      file && {
        file,
        ignores: grouped(ignoresOf(file), ({ line }) => line),
        severityOf: remembered((rule: Rule) => severityOf(rule, file, project)),
      }
    );
  });
  return (candidate) => {
    const { rule, it } = candidate;
    const there = inFile(it.at.section.uri);
    const severity = there?.severityOf(rule) ?? 'off';
    if (!there || severity === 'off' || (rule.id !== syntax && unreadableAt(it))) return undefined;
    if (rule.absence && project.unreadable) return undefined;
    const { file, ignores } = there;
    const stretch = locate(file.document, it.at);
    const comments = ignores.size === 0 ? [] : (ignores.get(file.document.lines.lineAt(stretch.start)) ?? []);
    const { justified, comment, waiver } = silenceOf(candidate, comments, waivers);
    const message = justified === undefined ? accepted(it.message, waiver) : it.message;
    const { at, about, related, fixes } = it;
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

export function severityOf({ id, severity }: Rule, { uri }: PlanFile, { settings, folder }: Project): Severity {
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
  waivers: readonly ActiveWaiver[],
  judged: (candidate: Candidate) => Judged | undefined,
): (file: PlanFile, own: readonly Candidate[]) => Iterable<Candidate> {
  const byId = new Map<string, Rule>(rules.map((it) => [it.id, it]));
  const ruleIds = [...byId.keys(), ...announced];
  const speaking = rules.filter((it) => it.checkSilence);
  const isOn = (id: string, file: PlanFile): boolean | undefined => {
    const rule = byId.get(id);
    return rule ? severityOf(rule, file, project) !== 'off' : announced.includes(id) ? false : undefined;
  };
  const byFile = grouped(waivers, ({ waiver }) => uriOf(waiver));
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
      waivers: (byFile.get(file.uri) ?? []).map((it) => {
        const id = it.waiver.rule?.value ?? '';
        const on = it.targets.map((target) => isOn(id, project.fileAt(uriOf(target)) ?? file));
        return { ...it, used: found(it), on: on.find((each) => each) ?? on[0] };
      }),
    };
  };
  return function* (file, own) {
    const ignores = ignoresOf(file);
    if (ignores.length === 0 && file.language !== 'config' && isEmpty(units.waiversIn(file.uri))) return;
    const silence = silenceIn(file, ignores, own);
    for (const rule of speaking) for (const it of rule.checkSilence?.(silence, project) ?? []) yield { rule, it };
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
