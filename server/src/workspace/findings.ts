/** The findings of a project as its configuration rates them: hidden behind their root cause, waived, ignored, or shown. */
import type { PlanFile } from '../model/file.ts';
import { uriOf, type Item } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Severity } from '../project/settings.ts';
import { announced } from '../rules/announced.ts';
import type { Finding, Rule, Silence } from '../rules/rule.ts';
import { locate } from '../syntax/document.ts';
import type { Comment } from '../syntax/tree.ts';
import { lineAt } from '../text/lines.ts';
import type { Stretch } from '../text/span.ts';
import { covers, ignoresOf, waiversOf, type ActiveWaiver, type LineIgnore } from './suppressions.ts';

/** The one rule whose findings no comment silences, and that speaks of text that cannot be read. */
const syntax = 'schema/syntax';

/** A finding at its place, with the severity in force. */
export interface Rated extends Finding {
  readonly rule: Rule;
  readonly severity: Exclude<Severity, 'off'>;
  readonly file: PlanFile;
  readonly stretch: Stretch;
  /** The reason, where it is waived or ignored; such a finding is no problem, but is still told of in views and reports. */
  readonly justified?: string;
}

/** By file, sorted by place and rule. Files without findings are absent. */
export type Findings = ReadonlyMap<PlanFile, readonly Rated[]>;

/** In small steps, since a large project takes its time. */
export function* findingsOf(project: Project, rules: readonly Rule[]): Generator<undefined, Findings, undefined> {
  const judge = judgeOf(project);
  const candidates: Candidate[] = [];
  for (const file of project.files) {
    for (const rule of rules) {
      for (const it of ask(rule, file, project)) {
        candidates.push({ rule, it });
        yield;
      }
      yield;
    }
  }
  const judged = judge(candidates);
  yield;
  const late: Candidate[] = [];
  for (const silence of silencesOf(project, judged, rules)) {
    for (const rule of rules) for (const it of rule.checkSilence?.(silence, project) ?? []) late.push({ rule, it });
    yield;
  }
  return group([...judged, ...judge(late)].filter(({ hidden }) => !hidden));
}

/** What can be said about one file before the others were asked: all but what depends on findings elsewhere. */
export function findingsAlone(file: PlanFile, project: Project, rules: readonly Rule[]): readonly Rated[] {
  const candidates = rules.flatMap((rule) => [...ask(rule, file, project)].map((it) => ({ rule, it })));
  return group(judgeOf(project)(candidates).filter(({ hidden }) => !hidden)).get(file) ?? [];
}

function judgeOf(project: Project): (candidates: readonly Candidate[]) => Judged[] {
  return createJudge(project, new Map(project.files.map((it) => [it.uri, it])));
}

function* ask(rule: Rule, file: PlanFile, project: Project): Iterable<Finding> {
  if (rule.absence && project.unreadable) return;
  if (rule.checkFile) yield* rule.checkFile(file, project);
  if (rule.check && file.language === 'strategy') yield* rule.check(file as Strategy, project);
}

interface Candidate {
  readonly rule: Rule;
  readonly it: Finding;
}

/** A finding with what silenced it; `hidden`: its root cause is shown instead. */
interface Judged extends Rated {
  readonly comment?: LineIgnore;
  readonly waiver?: ActiveWaiver;
  readonly hidden: boolean;
}

function createJudge(
  project: Project,
  byUri: ReadonlyMap<string, PlanFile>,
): (candidates: readonly Candidate[]) => Judged[] {
  const waivers = waiversOf(project);
  const ignores = new Map(project.files.map((it) => [it, grouped(ignoresOf(it), ({ line }) => line)]));

  const rate = ({ rule, it }: Candidate): Judged[] => {
    const file = byUri.get(it.at.section.uri);
    const severity = file ? severityOf(rule, file, project) : 'off';
    if (!file || severity === 'off' || (rule.id !== syntax && unreadableAt(it))) return [];
    const stretch = locate(file.document, it.at);
    const line = lineAt(file.document.lines, stretch.start);
    const silence = silenceOf({ rule, it }, ignores.get(file)?.get(line) ?? [], waivers);
    const message = silence.justified === undefined ? accepted(it.message, silence.waiver) : it.message;
    return [{ ...it, message, rule, severity, file, stretch, ...silence, hidden: false }];
  };
  return (candidates) => hide(candidates.flatMap(rate));
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
  return { ...(justified !== undefined && { justified }), ...(comment && { comment }), ...(waiver && { waiver }) };
}

/** The waiver that covers a finding; one that has expired only where there is no other. */
function waiverOf(waivers: readonly ActiveWaiver[], rule: Rule, finding: Finding): ActiveWaiver | undefined {
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
  const path = decodePath(uri.slice(folder.length + 1));
  const off = settings.exceptions.some(
    (it) =>
      it.matches(path) &&
      it.off.some((each) => each === id || (each.endsWith('/*') && id.startsWith(each.slice(0, -1)))),
  );
  return off ? 'off' : (settings.severities.get(id) ?? severity[settings.preset]);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Marks what a shown root cause hides. What is waived, ignored or itself hidden hides nothing. */
function hide(judged: readonly Judged[]): Judged[] {
  const byItem = new Map<Item, Judged[]>();
  for (const it of judged) for (const item of it.about) add(byItem, item, it);
  const answers = new Map<Judged, boolean>();
  const hidden = (it: Judged): boolean => {
    const known = answers.get(it);
    if (known !== undefined) return known;
    answers.set(it, false);
    const answer = (it.hiddenBy ?? []).some(
      ({ rule, about }) => about.length > 0 && about.every((item) => shown(rule, item)),
    );
    answers.set(it, answer);
    return answer;
  };
  const shown = (rule: string, item: Item): boolean =>
    byItem.get(item)?.some((it) => it.rule.id === rule && it.justified === undefined && !hidden(it)) ?? false;
  return judged.map((it) => ({ ...it, hidden: hidden(it) }));
}

/** What is hidden at the moment counts as found here: its comment or waiver is needed as soon as the root cause is gone. */
function silencesOf(project: Project, judged: readonly Judged[], rules: readonly Rule[]): Silence[] {
  const byId = new Map<string, Rule>(rules.map((it) => [it.id, it]));
  const byRule = grouped(judged, ({ rule }) => rule.id as string);
  const ruleIds = [...byId.keys(), ...announced];
  const isOn = (id: string, file: PlanFile): boolean | undefined => {
    const rule = byId.get(id);
    return rule ? severityOf(rule, file, project) !== 'off' : announced.includes(id) ? false : undefined;
  };
  const used = new Map<Comment, Set<string>>();
  for (const { comment, rule } of judged)
    if (comment) used.set(comment.comment, (used.get(comment.comment) ?? new Set()).add(rule.id));
  const waivers = grouped(waiversOf(project), ({ waiver }) => uriOf(waiver));
  const byUri = new Map(project.files.map((it) => [it.uri, it]));
  return project.files.map((file) => ({
    file,
    ruleIds,
    comments: ignoresOf(file).map((ignore) => ({
      ...ignore,
      rules: ignore.rules.map((it) => ({
        ...it,
        used: used.get(ignore.comment)?.has(it.id) ?? false,
        on: isOn(it.id, file),
      })),
    })),
    waivers: (waivers.get(file.uri) ?? []).map((it) => {
      const id = it.waiver.rule?.value ?? '';
      const covered = byRule.get(id)?.some((each) => covers(it, each.rule, each)) ?? false;
      const on = it.targets.map((target) => isOn(id, byUri.get(uriOf(target)) ?? file));
      return { ...it, used: covered, on: on.find((each) => each) ?? on[0] };
    }),
  }));
}

function grouped<K, V>(list: readonly V[], keyOf: (it: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const it of list) add(groups, keyOf(it), it);
  return groups;
}

function add<K, V>(groups: Map<K, V[]>, key: K, it: V): void {
  const group = groups.get(key);
  if (group) group.push(it);
  else groups.set(key, [it]);
}

function group(rated: readonly Rated[]): Findings {
  return grouped(
    rated.toSorted((a, b) => a.stretch.start - b.stretch.start || (a.rule.id < b.rule.id ? -1 : 1)),
    ({ file }) => file,
  );
}
