/** What the author has silenced with a reason: comments for a line, waivers for an item. */
import { isA, uriOf, type Item } from '../model/item.ts';
import type { Waiver } from '../model/language.ts';
import type { PlanFile } from '../model/file.ts';
import type { Project } from '../project/project.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { commentsOf, locate } from '../syntax/document.ts';
import type { Comment, Span } from '../syntax/tree.ts';
import { lineAt, lineText } from '../text/lines.ts';

export interface LineIgnore {
  readonly comment: Comment;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string;
  readonly line: number;
}

const pattern = /^#\s*strategy-ignore\b[ \t]*([^:]*)(?::(.*))?$/;

/** The comments of a file that silence a line: their own behind a value, else the next line that says something. */
export function ignoresOf({ document }: PlanFile): readonly LineIgnore[] {
  return commentsOf(document).flatMap((comment) => {
    const [, ids = '', reason = ''] = pattern.exec(comment.text) ?? [];
    if (!pattern.test(comment.text)) return [];
    const own = lineAt(document.lines, locate(document, comment.span).start);
    const alone = lineText(document.text, document.lines, own).trimStart().startsWith('#');
    const rules = [...ids.matchAll(/[^\s,]+/g)].map(([id]) => ({ id, span: wordIn(comment, id) }));
    return [{ comment, rules, reason: reason.trim(), line: alone ? nextLine(own, document) : own }];
  });
}

function wordIn({ span, text }: Comment, word: string): Span {
  const start = span.start + text.indexOf(word);
  return { section: span.section, start, end: start + word.length };
}

function nextLine(line: number, { text, lines }: PlanFile['document']): number {
  let next = line + 1;
  while (next < lines.starts.length && /^\s*(?:#|$)/.test(lineText(text, lines, next))) next++;
  return next;
}

/** Rules that no waiver covers: form, broken links, and silence itself. */
export function canBeWaived(rule: string): boolean {
  return !/^(?:schema|waiver|ignore)\/|^trace\/(?:unknown-reference|wrong-kind|cycle|duplicate-id)$/.test(rule);
}

/** A waiver that can cover something: complete, of a rule that can be waived, its target known. */
export interface ActiveWaiver {
  readonly waiver: Waiver;
  readonly target: Item;
  readonly expired: boolean;
}

export function waiversOf(project: Project): readonly ActiveWaiver[] {
  return project.all('waiver').flatMap((waiver) => {
    const { rule, reason, approved_by, until } = waiver;
    const complete = rule?.value && reason?.value && approved_by.length > 0 && canBeWaived(rule.value);
    const [mention] = waiver.target;
    const link = mention && project.find(mention);
    const target = mention ? (link?.state === 'found' ? link.target : undefined) : project.strategyOf(waiver)?.root;
    if (!complete || !target) return [];
    return [{ waiver, target, expired: until?.value !== undefined && until.value < project.today }];
  });
}

/** Whether a waiver's target is, or holds, an item that the finding is about. */
export function covers({ waiver, target }: ActiveWaiver, { id }: Rule, { about }: Finding): boolean {
  return waiver.rule?.value === id && about.some((it) => holds(target, it));
}

function holds(target: Item, item: Item): boolean {
  if (item === target || (isA('document', target) && uriOf(item) === uriOf(target))) return true;
  return item.inside !== undefined && holds(target, item.inside);
}
