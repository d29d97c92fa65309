import { nameOf, uriOf, type Item } from '../../model/item.ts';
import type { Kpi, Reading } from '../../model/language.ts';
import { intervalOf } from '../../model/periods.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { removeName, type Edit } from '../../syntax/write.ts';
import { fix, type Finding, type Rule } from '../rule.ts';

export const duplicate: Rule = {
  id: 'measure/duplicate',
  finds: 'two readings of one KPI for the same period and audience with different values',
  severity: { starter: 'warning', standard: 'warning', strict: 'error' },
  check: {
    kpi(kpi, _, project) {
      const readings = project.inUse(kpi) ? project.readingsOf(kpi) : [];
      return readings.length > 1 ? duplicatesIn(readings, kpi, project) : undefined;
    },
  },
};

/** Each reading is compared with the last one before it that is about the same; the last of all counts. */
function duplicatesIn(readings: readonly Reading[], kpi: Kpi, project: Project): readonly Finding[] {
  const found: Finding[] = [];
  const last = new Map<string, Reading>();
  for (const reading of readings) {
    const about = subjectOf(reading, project);
    if (about === undefined || reading.value?.value === undefined) continue;
    const earlier = last.get(about);
    if (earlier && earlier.value?.value !== reading.value.value) found.push(finding(kpi, earlier, reading, project));
    last.set(about, reading);
  }
  return found;
}

/** Period and audience: two readings with the same are about the same. */
function subjectOf({ period, audience }: Reading, { find, settings }: Project): string | undefined {
  const days = period?.value === undefined ? undefined : intervalOf(period.value, settings.fiscalYearStart);
  if (!days) return undefined;
  const names = audience.map((it) => {
    const link = find(it);
    return link.state === 'found' ? identity(link.target) : it.name;
  });
  return [days.first, days.last, ...names.sort()].join(' ');
}

function identity(item: Item): string {
  return `${uriOf(item)}#${item.id?.value ?? ''}`;
}

function finding(kpi: Kpi, earlier: Reading, later: Reading, project: Project): Finding {
  const [before, now] = [String(earlier.value?.value), String(later.value?.value)];
  const period = String(later.period?.value);
  return {
    at: later.value?.span ?? later.node.span,
    about: [kpi, later],
    message: `'${nameOf(kpi)}' was ${before} for ${period} in an earlier reading, and is ${now} here. This one counts; remove the one that is wrong.`,
    related: [{ at: earlier.value?.span ?? earlier.node.span, message: `The earlier reading: ${before}` }],
    fixes: () => [
      ...fix(`Keep ${now}, and remove the earlier reading of ${before}`, removed(earlier, project)),
      ...fix(`Keep ${before}, and remove this reading`, removed(later, project)),
    ],
  };
}

/** Takes a reading out: its row in a table, its item in a list. */
function removed({ node }: Reading, { measures }: Project): Edit | undefined {
  const { section, start, end } = node.span;
  const file = measures.find((it) => it.uri === section.uri);
  const root = file?.document.tree;
  if (!file || root?.is !== 'map') return undefined;
  if (/\.csv$/i.test(file.uri)) {
    const rest = /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(section.text.slice(end))?.[0].length ?? 0;
    return { at: { section, start, end: end + rest }, text: '' };
  }
  const entry = entryOf(root, 'measurements');
  return entry && removeName(root, entry, node);
}
