/** The findings of a project as its configuration rates them: hidden behind their root cause, waived, ignored, or shown. */
import type { PlanFile } from '../model/file.ts';
import type { Item } from '../model/item.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Severity } from '../project/settings.ts';
import type { Finding, Rule, Silence } from '../rules/rule.ts';
import { locate } from '../syntax/document.ts';
import { lineAt } from '../text/lines.ts';
import type { Stretch } from '../text/span.ts';
import { covers, ignoresOf, waiversOf, type ActiveWaiver, type LineIgnore } from './suppressions.ts';

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

export function findingsOf(project: Project, rules: readonly Rule[]): Findings {
  const byUri = new Map(project.files.map((it) => [it.uri, it]));
  const judge = createJudge(project, byUri);
  const candidates = [...project.files].flatMap((file) => rules.flatMap((rule) => [...ask(rule, file, project)].map((it) => ({ rule, it }))));
  const found = judge(candidates).filter(({ hidden }) => !hidden);
  const silences = silencesOf(project, found, rules);
  const late = silences.flatMap((silence) =>
    rules.flatMap((rule) => [...(rule.checkSilence?.(silence, project) ?? [])].map((it) => ({ rule, it }))),
  );
  return group([...found, ...judge(late)]);
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

function createJudge(project: Project, byUri: ReadonlyMap<string, PlanFile>): (candidates: readonly Candidate[]) => Judged[] {
  const waivers = waiversOf(project);
  const ignores = new Map(project.files.map((it) => [it, ignoresOf(it)]));

  const rate = ({ rule, it }: Candidate): Judged[] => {
    const file = byUri.get(it.at.section.uri);
    const severity = file ? severityOf(rule, file, project) : 'off';
    if (!file || severity === 'off' || (rule.id !== 'schema/syntax' && unreadableAt(it))) return [];
    const stretch = locate(file.document, it.at);
    const line = lineAt(file.document.lines, stretch.start);
    const comment = ignores.get(file)?.find((each) => each.line === line && each.rules.some(({ id }) => id === rule.id));
    const covering = waivers.filter((each) => covers(each, rule, it));
    const waiver = covering.find((each) => !each.expired) ?? covering[0];
    const ignored = comment && rule.id !== 'schema/syntax' ? comment.reason : undefined;
    const justified = ignored ?? (waiver?.expired === false ? waiver.waiver.reason?.value : undefined);
    return [
      {
        ...it,
        message: justified === undefined ? accepted(it.message, waiver) : it.message,
        rule,
        severity,
        file,
        stretch,
        ...(justified !== undefined && { justified }),
        ...(comment && { comment }),
        ...(waiver && { waiver }),
        hidden: false,
      },
    ];
  };
  return (candidates) => hide(candidates.flatMap(rate));
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
    (it) => it.matches(path) && it.off.some((each) => each === id || (each.endsWith('/*') && id.startsWith(each.slice(0, -1)))),
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
  for (const it of judged) for (const item of it.about) byItem.set(item, [...(byItem.get(item) ?? []), it]);
  const answers = new Map<Judged, boolean>();
  const hidden = (it: Judged): boolean => {
    const known = answers.get(it);
    if (known !== undefined) return known;
    answers.set(it, false);
    const answer = (it.hiddenBy ?? []).some(({ rule, about }) => about.length > 0 && about.every((item) => shown(rule, item)));
    answers.set(it, answer);
    return answer;
  };
  const shown = (rule: string, item: Item): boolean =>
    byItem.get(item)?.some((it) => it.rule.id === rule && it.justified === undefined && !hidden(it)) ?? false;
  return judged.map((it) => ({ ...it, hidden: hidden(it) }));
}

function silencesOf(project: Project, found: readonly Judged[], rules: readonly Rule[]): Silence[] {
  const byId = new Map(rules.map((it) => [it.id as string, it]));
  const isOn = (id: string, file: PlanFile): boolean | undefined => {
    const rule = byId.get(id);
    return rule && severityOf(rule, file, project) !== 'off';
  };
  return project.files.map((file) => ({
    file,
    comments: ignoresOf(file).map((comment) => ({
      ...comment,
      rules: comment.rules.map((it) => ({
        ...it,
        used: found.some((each) => each.comment?.comment === comment.comment && each.rule.id === it.id),
        on: isOn(it.id, file),
      })),
    })),
    waivers: waiversOf(project)
      .filter(({ waiver }) => waiver.node.span.section.uri === file.uri)
      .map(({ waiver, expired, target }) => ({
        waiver,
        used: found.some((each) => each.rule.id === waiver.rule?.value && covers({ waiver, target, expired }, each.rule, each)),
        on: isOn(waiver.rule?.value ?? '', file),
        expired,
      })),
  }));
}

function group(rated: readonly Rated[]): Findings {
  const all = new Map<PlanFile, Rated[]>();
  const sorted = rated.toSorted((a, b) => a.stretch.start - b.stretch.start || (a.rule.id < b.rule.id ? -1 : 1));
  for (const it of sorted) {
    const list = all.get(it.file);
    if (list) list.push(it);
    else all.set(it.file, [it]);
  }
  return all;
}
