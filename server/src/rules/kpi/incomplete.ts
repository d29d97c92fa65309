import { lacks, nameOf, placeOf } from '../../model/item.ts';
import type { Kpi } from '../../model/language.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, quoted, setValue } from '../../syntax/write.ts';
import { listed } from '../kinds.ts';
import { isNamed, isSuccess, tacticsWith } from '../kpis.ts';
import { fix, type Fix, type Rule } from '../rule.ts';

export const incomplete: Rule = {
  id: 'kpi/incomplete',
  finds: 'a KPI in use of which nobody knows how it is counted, where it is read, how often, or by whom',
  severity: { starter: 'off', standard: 'warning', strict: 'error' },
  check: {
    kpi(kpi, strategy, project) {
      const missing = missingIn(kpi);
      if (missing.length === 0 || !project.inUse(kpi) || !project.ask(isNamed, kpi)) return undefined;
      return {
        at: placeOf(kpi),
        about: [kpi],
        message: `KPI '${nameOf(kpi)}' does not say ${listed(
          missing.map((it) => asked[it]),
          'or',
        )}, so its numbers cannot be checked. Add ${listed(missing.map((it) => `\`${it}\``))}.`,
        fixes: () => insert(kpi, missing, strategy, project),
      };
    },
  },
};

const asked = {
  formula: 'how it is counted',
  source: 'where it is read',
  cadence: 'how often',
  owner: 'who reads it',
} as const;
type Key = keyof typeof asked;

/** What is only looked at, and what is read in words, needs no formula. */
function missingIn(kpi: Kpi): readonly Key[] {
  const counted = isSuccess(kpi) && kpi.unit?.value !== 'text';
  return (Object.keys(asked) as Key[]).filter((it) => lacks(kpi, it) && (it !== 'formula' || counted));
}

/** Questions to be answered, and what the plan already knows. Without anybody who could read it, there is nothing to insert. */
function insert(kpi: Kpi, missing: readonly Key[], strategy: Strategy, project: Project): readonly Fix[] {
  const role = [...tacticsWith(kpi, project), strategy.root].flatMap((it) => it.owner.map(({ name }) => name))[0];
  const [listedRole = 'who-reads-it'] = project.settings.roles?.keys() ?? [];
  const cadences = missing.includes('cadence') ? ['monthly', 'quarterly', 'weekly'] : [''];
  return cadences.flatMap((cadence) => {
    const values = {
      formula: quoted('How is it counted?'),
      source: quoted('Where is it read?'),
      cadence,
      owner: role ?? listedRole,
    };
    const edits = missing.map((key) => {
      const entry = entryOf(kpi.node, key);
      return entry ? setValue(entry, values[key]) : addEntry(kpi.node, [key, values[key]]);
    });
    const how = cadence === '' ? '' : `, read ${cadence}`;
    return fix(`Insert ${listed(missing)} to fill in${how}`, ...edits);
  });
}
