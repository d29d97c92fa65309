/** What the author has silenced with a reason: comments for a line, waivers for an item. */
import { isA, lacks, uriOf, type Item } from '../model/item.ts';
import type { Waiver } from '../model/language.ts';
import type { PlanFile } from '../model/file.ts';
import type { Project } from '../project/project.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { canBeWaived } from '../rules/waivers.ts';
import { commentsOf, locate, type Document } from '../syntax/document.ts';
import type { Comment, Section, Span } from '../syntax/tree.ts';

export interface LineIgnore {
  readonly comment: Comment;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string;
  readonly line: number;
}

const pattern = /^#[ \t]*strategy-ignore(?=[ \t:]|$)([^:]*)(?::(.*))?$/d;

const known = new WeakMap<PlanFile, readonly LineIgnore[]>();

/** The comments of a file that silence a line: their own behind a value, else the next line that says something. */
export function ignoresOf(file: PlanFile): readonly LineIgnore[] {
  const found = known.get(file) ?? ignoresIn(file);
  known.set(file, found);
  return found;
}

function ignoresIn({ document, commented }: PlanFile): readonly LineIgnore[] {
  const found: LineIgnore[] = [];
  if (!commented.some(silences)) return found;
  let below: Below | undefined;
  // From the last to the first, so that a long block of comments is walked once.
  for (const comment of commentsOf(document).toReversed()) {
    let line = document.lines.lineAt(locate(document, comment.span).start);
    if (document.lines.textOf(line).trimStart().startsWith('#')) {
      below = { comment: line, line: lineBelow(line, document, below) };
      ({ line } = below);
    }
    const match = pattern.exec(comment.text);
    if (match) found.push({ comment, rules: rulesIn(comment, match), reason: (match[2] ?? '').trim(), line });
  }
  return found.reverse();
}

const silencing = new WeakMap<readonly Comment[], boolean>();

function silences({ comments }: Section): boolean {
  const before = silencing.get(comments);
  if (before !== undefined) return before;
  const found = comments.some(({ text }) => pattern.test(text));
  silencing.set(comments, found);
  return found;
}

/** A comment that stands alone, by its line, and the line that it is about. */
interface Below {
  readonly comment: number;
  readonly line: number;
}

function lineBelow(line: number, { lines }: Document, below: Below | undefined): number {
  let next = line + 1;
  while (next < lines.count && next !== below?.comment && lines.textOf(next).trim() === '') next++;
  return next === below?.comment ? below.line : next;
}

/** The ids in front of the colon. Where the colon is forgotten, they end with the first word that is none. */
function rulesIn({ span }: Comment, { 1: words = '', indices }: RegExpExecArray): LineIgnore['rules'] {
  const from = span.start + (indices?.[1]?.[0] ?? 0);
  const all = [...words.matchAll(/[^\s,]+/g)];
  const end = all.findIndex(({ 0: word }, index) => index > 0 && !word.includes('/'));
  return all.slice(0, end < 0 ? all.length : end).map(({ 0: id, index }) => {
    const start = from + index;
    return { id, span: { section: span.section, start, end: start + id.length } };
  });
}

/** A waiver that can cover something: complete, of a rule that can be waived, its targets known. */
export interface ActiveWaiver {
  readonly waiver: Waiver;
  readonly targets: readonly Item[];
  readonly expired: boolean;
}

export function waiversOf(project: Project, waivers: Iterable<Waiver>): readonly ActiveWaiver[] {
  return [...waivers].flatMap((waiver) => {
    const { rule, reason, approved_by, until } = waiver;
    const complete = rule?.value && reason?.value && approved_by.length > 0 && canBeWaived(rule.value);
    const targets = targetsOf(waiver, project);
    if (!complete || targets.length === 0) return [];
    return [{ waiver, targets, expired: until?.value !== undefined && until.value < project.today }];
  });
}

/** What a waiver names, or the document that it stands in. */
function targetsOf(waiver: Waiver, project: Project): readonly Item[] {
  if (lacks(waiver, 'target')) return [project.strategyOf(waiver)?.root ?? []].flat();
  return waiver.target.map(project.find).flatMap((it) => (it.state === 'found' ? [it.target] : []));
}

/** Whether a waiver's target is, or holds, an item that the finding is about. */
export function covers({ waiver, targets }: ActiveWaiver, { id }: Rule, { about }: Finding): boolean {
  return waiver.rule?.value === id && about.some((it) => targets.some((target) => holds(target, it)));
}

function holds(target: Item, item: Item): boolean {
  if (item === target || (isA('document', target) && uriOf(item) === uriOf(target))) return true;
  return item.inside !== undefined && holds(target, item.inside);
}
