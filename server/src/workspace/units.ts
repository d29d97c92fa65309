/** What each part of a project gave rise to: judged once, and again only when something that its rules asked is another. */
import { createGroups, createWatchedGroups } from '../model/groups.ts';
import { isA, type Item } from '../model/item.ts';
import type { Waiver } from '../model/language.ts';
import type { Part } from '../model/part.ts';
import { drop, read, watcher, type Derived } from '../model/track.ts';
import type { Difference, Project } from '../project/project.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { checksOf, formChecksOf, nothing } from './checks.ts';

/** A finding before configuration, waivers and comments are looked at. */
export interface Candidate {
  readonly rule: Rule;
  readonly it: Finding;
}

export interface Units {
  readonly change: (difference: Difference) => void;
  /** Judges what waits, a step for each part that had to be judged; or only what waits in one file. */
  readonly judge: (uri?: string) => Generator<undefined, void, undefined>;
  /** Whether something waits. */
  readonly waits: () => boolean;
  /** Candidates that stand in a file. Whoever asks for these and what follows is told when they change. */
  readonly of: (uri: string) => readonly Candidate[];
  readonly about: (item: Item) => readonly Candidate[];
  readonly byRule: (rule: string) => readonly Candidate[];
  readonly waiversIn: (uri: string) => readonly Waiver[];
  /** All waivers of the project, in the order of their files' coming. */
  readonly waivers: () => readonly Waiver[];
}

interface Unit {
  readonly part: Part;
  readonly node: Derived<readonly Candidate[]>;
  said: readonly Candidate[];
  /** What rules say of how it is written, which stays. */
  form: readonly Candidate[] | undefined;
}

/** So many parts are looked at without a pause where nothing that they asked has changed. */
const atOnce = 200;

export function createUnits(project: Project, rules: readonly Rule[]): Units {
  const formChecks = formChecksOf(rules);
  const checks = checksOf(rules);
  const units = new Map<Part, Unit>();
  const waiting = createGroups<string, Unit>();
  /** By the file in which they stand, which may be another than the one that was judged. */
  const byPlace = createWatchedGroups<string, Candidate>();
  const about = createWatchedGroups<Item, Candidate>();
  const byRule = createWatchedGroups<string, Candidate>();
  const waivers = createWatchedGroups<string, Waiver>();
  const all = createWatchedGroups<'waivers', Waiver>();

  /** How often rules were asked about a part. */
  let times = 0;
  const say = (unit: Unit, now: readonly Candidate[]): void => {
    for (const it of unit.said) {
      for (const item of it.it.about) about.delete(item, it);
      byRule.delete(it.rule.id, it);
      byPlace.delete(it.it.at.section.uri, it);
    }
    for (const it of now) {
      for (const item of it.it.about) about.add(item, it);
      byRule.add(it.rule.id, it);
      byPlace.add(it.it.at.section.uri, it);
    }
    unit.said = now;
  };
  const judgePart = (part: Part): readonly Candidate[] => {
    times++;
    const unit = units.get(part);
    const form = unit?.form ?? formChecks(part, project);
    if (unit) unit.form = form;
    const others = checks(part, project);
    return form.length === 0 ? others : [...form, ...others];
  };
  const toBeJudged = (part: Part): void => {
    const unit = units.get(part);
    if (unit) waiting.add(part.uri, unit);
  };
  const come = (part: Part): void => {
    const node = watcher(judgePart, part, toBeJudged);
    const unit: Unit = { part, node, said: nothing, form: undefined };
    units.set(part, unit);
    for (const it of part.items) {
      if (!isA('waiver', it)) continue;
      waivers.add(part.uri, it);
      all.add('waivers', it);
    }
    waiting.add(part.uri, unit);
  };
  const go = (part: Part): void => {
    const unit = units.get(part);
    if (!unit) return;
    units.delete(part);
    waiting.delete(part.uri, unit);
    drop(unit.node);
    say(unit, []);
    for (const it of part.items) {
      if (!isA('waiver', it)) continue;
      waivers.delete(part.uri, it);
      all.delete('waivers', it);
    }
  };
  return {
    change: ({ gone, come: more }) => {
      gone.forEach(go);
      more.forEach(come);
    },
    judge: function* (uri) {
      let unchanged = 0;
      for (const file of uri === undefined ? waiting.keys() : [uri]) {
        for (const unit of waiting.get(file)) {
          waiting.delete(file, unit);
          // It may have gone since the last step.
          if (units.get(unit.part) !== unit) continue;
          const before = times;
          const now = read(unit.node);
          if (now !== unit.said) say(unit, now);
          if (times > before || ++unchanged % atOnce === 0) yield;
        }
      }
    },
    waits: () => !waiting.isEmpty(),
    of: (uri) => byPlace.get(uri),
    about: (item) => about.get(item),
    byRule: (rule) => byRule.get(rule),
    waiversIn: (uri) => waivers.get(uri),
    waivers: () => all.get('waivers'),
  };
}
