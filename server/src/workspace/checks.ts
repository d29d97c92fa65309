/** All rules as one question about a part. */
import type { Item } from '../model/item.ts';
import type { Part } from '../model/part.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Found, Rule } from '../rules/rule.ts';
import { remembered } from './remembered.ts';
import type { Candidate } from './units.ts';

type ItemCheck = (item: Item, strategy: Strategy, project: Project) => Found;

interface Asked<C> {
  readonly rule: Rule;
  readonly check: C;
}

/** What most parts give rise to. */
export const nothing: readonly Candidate[] = [];

type Check = (part: Part, project: Project) => readonly Candidate[];

/** Asks the rules that look at nothing but how the part is written. */
export function formChecksOf(rules: readonly Rule[]): Check {
  const ofForm = asked(rules, 'checkForm');
  return (part, project) => {
    const found: Candidate[] = [];
    for (const { rule, check } of ofForm) take(found, rule, check(part, project));
    return found.length === 0 ? nothing : found;
  };
}

/** Asks all others about what they look at in the part. */
export function checksOf(rules: readonly Rule[]): Check {
  const ofParts = asked(rules, 'checkPart');
  const ofMentions = asked(rules, 'checkMention');
  const ofFaults = asked(rules, 'checkFault');
  const ofKind = remembered((kind: Item['of']): readonly Asked<ItemCheck>[] =>
    rules.flatMap((rule) => {
      const own = rule.check?.[kind] as ItemCheck | undefined;
      return [own, rule.checkEach].flatMap((check) => (check ? [{ rule, check }] : []));
    }),
  );
  return (part, project) => {
    const found: Candidate[] = [];
    for (const { rule, check } of ofParts) take(found, rule, check(part, project));
    for (const fault of part.faults)
      for (const { rule, check } of ofFaults) take(found, rule, check(fault, part, project));
    for (const mention of part.mentions) {
      const link = project.find(mention);
      for (const { rule, check } of ofMentions) take(found, rule, check(mention, link, part, project));
    }
    const [first] = part.items;
    const strategy = part.language === 'strategy' && first ? project.strategyOf(first) : undefined;
    for (const item of strategy ? part.items : [])
      for (const { rule, check } of ofKind(item.of)) if (strategy) take(found, rule, check(item, strategy, project));
    return found.length === 0 ? nothing : found;
  };
}

function asked<K extends keyof Rule>(rules: readonly Rule[], key: K): readonly Asked<NonNullable<Rule[K]>>[] {
  return rules.flatMap((rule) => {
    const check = rule[key];
    return check ? [{ rule, check }] : [];
  });
}

function take(all: Candidate[], rule: Rule, found: Found): void {
  if (!found) return;
  if ('message' in found) all.push({ rule, it: found });
  else for (const it of found) all.push({ rule, it });
}
