/** All rules as one question about a part. */
import type { Item } from '../model/item.ts';
import type { Part } from '../model/part.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { remembered } from './remembered.ts';
import type { Candidate } from './units.ts';

type ItemCheck = (item: Item, strategy: Strategy, project: Project) => Iterable<Finding>;

interface Asked<Check> {
  readonly rule: Rule;
  readonly check: Check;
}

/** Asks each rule about what it looks at in the part. */
export function checksOf(rules: readonly Rule[]): (part: Part, project: Project) => readonly Candidate[] {
  const ofParts = rules.flatMap((rule) => (rule.checkPart ? [{ rule, check: rule.checkPart }] : []));
  const ofKind = remembered((kind: Item['of']): readonly Asked<ItemCheck>[] =>
    rules.flatMap((rule) => {
      const own = rule.check?.[kind] as ItemCheck | undefined;
      return [own, rule.checkEach].flatMap((check) => (check ? [{ rule, check }] : []));
    }),
  );
  return (part, project) => {
    const found: Candidate[] = [];
    for (const { rule, check } of ofParts) for (const it of check(part, project)) found.push({ rule, it });
    const [first] = part.items;
    const strategy = part.language === 'strategy' && first ? project.strategyOf(first) : undefined;
    if (!strategy) return found;
    for (const item of part.items)
      for (const { rule, check } of ofKind(item.of))
        for (const it of check(item, strategy, project)) found.push({ rule, it });
    return found;
  };
}
