/** The findings of a project, each with its key and the thing that it bites. */
import type { PlanFile } from '../model/file.ts';
import type { Findings, Rated } from '../workspace/findings.ts';
import type { Stretch } from '../text/span.ts';
import type { PlanFinding } from './plan.ts';
import { byStart, holdersOf, type Spot } from './spots.ts';

export interface Found {
  /** What is not justified, in the order of documents and lines. */
  readonly all: readonly PlanFinding[];
  /** Its keys by the key of what it bites; what bites a line of a card bites the card. */
  readonly on: ReadonlyMap<string, readonly string[]>;
  readonly keys: ReadonlyMap<Rated, string>;
  /** The innermost thing at the place of each finding, justified ones too. */
  readonly holders: ReadonlyMap<Rated, Spot>;
  readonly spots: readonly Spot[];
}

/** A file as it is shown, and the syntax findings of its present text where that cannot be read. */
export interface Shown {
  readonly file: PlanFile;
  /** The document's key; absent for readings and the configuration. */
  readonly key?: string;
  readonly spots: readonly Spot[];
  readonly broken: readonly Rated[];
}

export function foundIn(files: readonly Shown[], findings: Findings): Found {
  const found: Writable = { all: [], on: new Map(), keys: new Map(), holders: new Map(), spots: [] };
  const numbers = new Map<string, number>();
  const add = (rated: Rated, file: PlanFile, range: Stretch, holder: Spot | undefined): void => {
    const on = holder?.key ?? '';
    const number = (numbers.get(on) ?? 0) + 1;
    numbers.set(on, number);
    const key = `${on}#finding-${number}`;
    const { rule, severity, message } = rated;
    found.all.push({ key, ...(holder && { on }), rule: rule.id, severity, message });
    found.keys.set(rated, key);
    found.spots.push({ key, file, range, extent: range, aside: true });
    for (const it of [holder?.key, holder?.inside]) if (it !== undefined) append(found.on, it, key);
  };
  for (const { file, spots, broken, key } of files) {
    const whole = spots.find((it) => it.key === key);
    for (const it of broken) add(it, it.file, it.stretch, whole);
    const rated = findings.get(file.uri) ?? [];
    const holders = holdersOf(
      spots.toSorted(byStart),
      rated.map((it) => it.stretch),
    );
    for (const [index, it] of rated.entries()) {
      const holder = holders[index];
      if (holder) found.holders.set(it, holder);
      if (it.justified === undefined) add(it, file, it.stretch, holder);
    }
  }
  return found;
}

interface Writable {
  readonly all: PlanFinding[];
  readonly on: Map<string, string[]>;
  readonly keys: Map<Rated, string>;
  readonly holders: Map<Rated, Spot>;
  readonly spots: Spot[];
}

function append(lists: Map<string, string[]>, key: string, one: string): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** Why the present text of a document cannot be read. */
export function syntaxFindings(now: PlanFile | undefined, findings: Findings): readonly Rated[] {
  return now ? (findings.get(now.uri) ?? []).filter((it) => it.rule.id === 'schema/syntax') : [];
}
