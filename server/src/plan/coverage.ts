/** How much of the project traces: in tactics, and in planned money. */
import { broken } from '../model/item.ts';
import type { Tactic } from '../model/language.ts';
import { itemsOf, type Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { plannedOf } from './cards.ts';
import { foundIn } from './found.ts';
import type { Keys } from './keys.ts';
import type { MoneyCoverage, TraceCoverage, TraceState } from './plan.ts';
import type { Scene } from './scene.ts';
import { spotsOf } from './spots.ts';
import { textOf } from './statements.ts';
import { marksOf } from './states.ts';

type Counts = Record<'traced' | 'holes' | 'justified', number>;
const names: Readonly<Record<TraceState, keyof Counts>> = { ok: 'traced', hole: 'holes', justified: 'justified' };

/** The tactics that count: in use, in text that can be read. */
export function judgedTactics(strategy: Strategy, { project }: Pick<Scene, 'project'>): readonly Tactic[] {
  return itemsOf(strategy, 'tactic').filter((it) => project.inUse(it) && !broken(it));
}

export function coverage(scene: Scene): TraceCoverage {
  return { tactics: count(scene), money: money(scene) };
}

/** The tactics alone. Nothing is placed for it but what stands in files in which something is found. */
export function tacticsOf(workspace: Workspace, present: Project): Counts {
  const project = workspace.lastReadable(present);
  const findings = workspace.findings(project);
  const shown = project.strategies
    .filter(({ uri }) => findings.has(uri))
    .map((it) => ({ file: it.file, spots: spotsOf(it, nameless), broken: [] }));
  const marks = marksOf(findings, foundIn(shown, findings).holders);
  return count({ project, documents: project.strategies, marks });
}

const nameless: Keys = { of: () => '', document: () => '' };

function count({ documents, marks, project }: Pick<Scene, 'documents' | 'marks' | 'project'>): Counts {
  const counts = none();
  for (const it of documents.flatMap((each) => judgedTactics(each, { project }))) counts[names[marks.of(it).state]]++;
  return counts;
}

interface Sum extends Counts {
  /** Of documents with a budget the budget, of others what they plan. */
  total: number;
  /** Whether any document states a budget in this unit. */
  stated: boolean;
}

function money(scene: Scene): readonly MoneyCoverage[] {
  const sums = new Map<string, Sum>();
  const sumOf = (unit: string): Sum => {
    const sum = sums.get(unit) ?? { ...none(), total: 0, stated: false };
    sums.set(unit, sum);
    return sum;
  };
  for (const strategy of scene.documents) {
    const { budget, status } = strategy.root;
    const limit = status?.value === 'retired' ? undefined : budget?.total?.value;
    const unit = textOf(budget?.unit) ?? '';
    for (const tactic of judgedTactics(strategy, scene)) {
      const planned = plannedOf(tactic, scene);
      if (!planned) continue;
      const sum = sumOf(planned.unit);
      sum[names[scene.marks.of(tactic).state]] += planned.value;
      if (limit === undefined || planned.unit !== unit) sum.total += planned.value;
    }
    if (limit === undefined) continue;
    sumOf(unit).total += limit;
    sumOf(unit).stated = true;
  }
  return [...sums].map(([unit, sum]) => moneyIn(unit, sum));
}

function moneyIn(unit: string, { traced, holes, justified, total, stated }: Sum): MoneyCoverage {
  const counts = { unit, traced: exact(traced), holes: exact(holes), justified: exact(justified) };
  return stated ? { ...counts, total: exact(total), unallocated: exact(total - traced - holes - justified) } : counts;
}

/** Sums of cents come out as cents: 0.1 and 0.2 are 0.3. */
function exact(value: number): number {
  return Number(value.toFixed(4));
}

function none(): Counts {
  return { traced: 0, holes: 0, justified: 0 };
}
