/** Sections of one document that name things for each other: which of them say something else once others do. */
import { nothingAbove, passesMost, type Above, type Links } from './resolve.ts';
import type { Anchored } from './written.ts';
import type { Problem, Section } from './tree.ts';

const known = new WeakMap<Section, Links>();

export function noteLinks(section: Section, links: Links | undefined): void {
  if (links) known.set(section, links);
}

/** A section that says less than what was read: it depends on the same, and names nothing. */
export function takeLinks(section: Section, from: Section): void {
  const links = known.get(from);
  if (links) known.set(section, { ...links, names: nothingAbove.anchors });
}

/** Goes through a document from the top. `read` reads a section below all those that came before. */
export class LinkedReader {
  readonly #anchors = new Map<string, Anchored>();
  #fromAliases = 0;

  next(before: Section | undefined, read: (above: Above) => Section): Section {
    const above = { anchors: this.#anchors, fromAliases: this.#fromAliases };
    const section = before && saysTheSame(before, above) ? before : read(above);
    const links = known.get(section);
    if (links) {
      for (const [name, it] of links.names) this.#anchors.set(name, it);
      this.#fromAliases += links.fromAliases;
    }
    return section;
  }
}

function saysTheSame(section: Section, above: Above): boolean {
  const links = known.get(section);
  if (!links) return true;
  for (const [name, it] of links.asked) if (above.anchors.get(name) !== it) return false;
  const [before, now] = [links.start, above.fromAliases].map((it) => passesMost(it, links.fromAliases));
  return links.start === above.fromAliases || (before === now && now !== 'within');
}

/** Of what is wrong with links only the first of each sort is told: the others follow from it, as a rule. */
export function withoutFollowers(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code }) => {
    const isLink = code === 'alias-unknown' || code === 'alias-bomb';
    const follows = isLink && seen.has(code);
    seen.add(code);
    return !follows;
  });
}
