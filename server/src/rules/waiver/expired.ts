import { isA, nameOf, type Item } from '../../model/item.ts';
import type { Waiver } from '../../model/language.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { setValue } from '../../syntax/write.ts';
import { a, nounsOf } from '../kinds.ts';
import { shortened } from '../phrases.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { removeWaiver } from '../waivers.ts';

export const expired: Rule = {
  id: 'waiver/expired',
  finds: 'a waiver whose time is over while its finding is still there',
  severity: { starter: 'warning', standard: 'warning', strict: 'error' },
  *checkSilence({ file, waivers }, project) {
    for (const { waiver, used, expired } of waivers) {
      const { until } = waiver;
      if (!expired || !used || !until) continue;
      yield {
        at: until.span,
        about: [waiver],
        message: message(waiver, project),
        fixes: () => [...renewals(waiver, project), ...fix('Remove the waiver', ...removeWaiver(waiver, file))],
      };
    }
  },
};

function message(waiver: Waiver, project: Project): string {
  const { rule, until } = waiver;
  const id = rule?.value ?? '';
  const what = lacking(id, project);
  const accepted = what === undefined ? `with \`${id}\`` : `without ${what}`;
  return `${subject(waiver, project)} was accepted ${accepted} until ${until?.value ?? ''}. Renew it with a reason, or ${what === undefined ? 'put it right' : `give it ${what}`}.`;
}

function subject({ target: [mention] }: Waiver, project: Project): string {
  const link = mention && project.find(mention);
  const item: Item | undefined = link?.state === 'found' ? link.target : undefined;
  return item && !isA('document', item)
    ? `'${shortened(nameOf(item))}'`
    : item
      ? `Plan '${shortened(nameOf(item))}'`
      : 'This plan';
}

/** What a rule such as `trace/metric-without-goal` finds missing: `a goal`. */
function lacking(id: string, project: Project): string | undefined {
  const [, word] = /(?:-without-|\/no-)([a-z]+)$/.exec(id) ?? [];
  return word === undefined ? undefined : a(nounsOf(project)(word));
}

/** Until the plan ends or is looked at again, or for another year. */
function renewals(waiver: Waiver, project: Project): readonly Fix[] {
  const entry = entryOf(waiver.node, 'until');
  const { next_review } = project.strategyOf(waiver)?.root ?? {};
  const year = Number(project.today.slice(0, 4));
  const days = [next_review?.value, `${year}-12-31`, `${year + 1}-12-31`].filter(
    (it) => it !== undefined && it >= project.today,
  );
  return [...new Set(days)].flatMap((it) => fix(`Accept it until ${it}`, entry && setValue(entry, it ?? '')));
}
