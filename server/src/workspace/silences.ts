/** What there is to say about comments and waivers themselves, when all else has been said. */
import type { PlanFile } from '../model/file.ts';
import { uriOf } from '../model/item.ts';
import type { Project } from '../project/project.ts';
import { announced } from '../rules/announced.ts';
import type { Rule, Silence } from '../rules/rule.ts';
import type { Comment } from '../syntax/tree.ts';
import { severityOf } from './severity.ts';
import { covers, ignoresOf, type ActiveWaiver, type LineIgnore } from './suppressions.ts';
import type { Candidate, Units } from './units.ts';

/** What is known of a candidate that is not switched off. */
interface Judged {
  readonly comment: LineIgnore | undefined;
}

const none: readonly never[] = [];

/**
 * What is said about comments and waivers of a file, given all that was found in it. What is hidden at the moment counts
 * as found here: its comment or waiver is needed as soon as the root cause is gone.
 */
export function createSilences(
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
    if (ignores.length === 0 && file.language !== 'config' && units.waiversIn(file.uri).length === 0) return none;
    const silence = silenceIn(file, ignores, own);
    const late: Candidate[] = [];
    for (const rule of speaking)
      for (const it of rule.checkSilence?.(silence, project) ?? none) late.push({ rule, it });
    return late;
  };
}
