import type { PlanFile } from '../../model/file.ts';
import { lacks, placeOf } from '../../model/item.ts';
import type { Waiver } from '../../model/language.ts';
import { itemsOf } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../schema/nearest.ts';
import { addEntry, setValue, type Edit } from '../../syntax/write.ts';
import { entryOf } from '../../syntax/tree.ts';
import { listed } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { canBeWaived } from '../waivers.ts';

export const waiverInvalid: Rule = {
  id: 'waiver/invalid',
  finds: 'a waiver that says too little, or that is for a rule that no waiver can cover',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  *checkSilence({ file, ruleIds }, project) {
    for (const waiver of itemsOf(file, 'waiver')) {
      const missing = ['rule', 'reason', 'approved_by'].filter((it) => lacks(waiver, it));
      if (missing.length > 0) yield incomplete(waiver, missing, file, project);
      const finding = aboutRule(waiver, ruleIds);
      if (finding) yield finding;
    }
  },
};

function incomplete(waiver: Waiver, missing: readonly string[], file: PlanFile, project: Project): Finding {
  const id = waiver.rule?.value;
  const subject = id === undefined ? 'This waiver' : `The waiver for \`${id}\``;
  return {
    at: placeOf(waiver),
    about: [waiver],
    message: `${subject} has no ${listed(
      missing.map((it) => `\`${it}\``),
      'or',
    )}, so it covers nothing. Say which finding is accepted, why, and who agreed.`,
    fixes: () =>
      missing.flatMap((key) =>
        valuesFor(key, file, project).flatMap((it) => fix(`Add \`${key}: ${it}\``, put(waiver, key, it))),
      ),
  };
}

/** Only a role of the plan can be guessed; which finding, and why, the author must say. */
function valuesFor(key: string, file: PlanFile, { settings, strategies }: Project): readonly string[] {
  if (key !== 'approved_by') return [];
  const owner = strategies.find(({ uri }) => uri === file.uri)?.root.owner[0]?.name;
  const roles = [...(settings.roles?.keys() ?? [])];
  return [...new Set([...(owner === undefined ? [] : [owner]), ...roles])].slice(0, 6);
}

function put(waiver: Waiver, key: string, text: string): Edit | undefined {
  const entry = entryOf(waiver.node, key);
  return entry ? setValue(entry, text) : addEntry(waiver.node, [key, text]);
}

function aboutRule(waiver: Waiver, ruleIds: readonly string[]): Finding | undefined {
  const { rule } = waiver;
  const id = rule?.node?.value;
  if (!rule || typeof id !== 'string' || id.trim() === '') return undefined;
  const known = ruleIds.includes(id);
  if (known && canBeWaived(id)) return undefined;
  const near = known ? [] : nearest(id, ruleIds.filter(canBeWaived)).slice(0, 3);
  const hint = near[0] === undefined ? 'Copy the name that stands behind the message.' : `Did you mean \`${near[0]}\`?`;
  return {
    at: rule.span,
    about: [waiver],
    message: known ? cannot(id) : `There is no rule \`${id}\`, so this waiver covers nothing. ${hint}`,
    fixes: () =>
      near.flatMap((it): readonly Fix[] =>
        fix(`Change it to \`${it}\``, rule.node && { at: rule.node.span, text: it }),
      ),
  };
}

function cannot(id: string): string {
  return `\`${id}\` cannot be accepted with a waiver, because other findings depend on it. Mend the fault, and remove the waiver.`;
}
