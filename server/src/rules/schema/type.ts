import type { Part } from '../../model/part.ts';
import type { Project } from '../../project/project.ts';
import type { Shape } from '../../schema/shape.ts';
import type { Misfit } from '../../schema/validate.ts';
import type { Document } from '../../syntax/document.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import { setValue, type Edit } from '../../syntax/write.ts';
import { expected, fixesIn, found, holderOf, isTable, placeOfNode, shown } from '../form.ts';
import { trapOf } from '../older-readers.ts';
import { asList, underKey } from '../reshape.ts';
import { fix, type Fix, type Rule } from '../rule.ts';
import { numberIn, unitFix } from '../numbers.ts';

export const type: Rule = {
  id: 'schema/type',
  finds: 'a value of another sort than its key takes, such as a text where a number stands',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkFault(fault, part, project) {
    if (fault.is !== 'type' || saidElsewhere(fault)) return undefined;
    return {
      at: placeOfNode(fault.node, fault.entry),
      about: holderOf(part, fault.span),
      message: message(fault, project),
      fixes: () => fixesIn(part, project, ({ document }) => fixesFor(fault, part, document, project)),
    };
  },
};

/** Several where one is asked for may be the business of a rule of its own, and what only lacks quotes is told of as that. */
function saidElsewhere({ node, shape }: Misfit): boolean {
  if (shape.listRule !== undefined && node.is === 'list') return true;
  return node.is === 'scalar' && takesText(shape) && trapOf(node) !== undefined;
}

function takesText({ scalars }: Shape): boolean {
  return scalars.some(({ types, values }) => types.includes('string') && !values);
}

function takesNumber({ scalars }: Shape): boolean {
  return scalars.some(({ types }) => types.includes('number') || types.includes('integer'));
}

function message({ key, node, entry, shape }: Misfit, project: Project): string {
  const inList = entry?.value?.is === 'list' && entry.value !== node;
  const subject = inList ? `An entry of \`${key}\`` : `\`${key}\``;
  return `${subject} takes ${expected(shape, project)}; ${found(node)}.${nextStep(node, shape)}`;
}

function nextStep(node: Misfit['node'], shape: Shape): string {
  if (node.is === 'scalar') {
    const number = takesNumber(shape) ? numberIn(node) : undefined;
    if (number)
      return number.percent ? ` Write ${number.text}, and \`unit: percent\` on the KPI.` : ` Write ${number.text}.`;
    if (takesText(shape) && typeof node.value !== 'string') return ' Put it in quotes.';
    return shape.list?.map ? ' Begin each entry with a hyphen.' : '';
  }
  if (node.is === 'list' && !shape.list && shape.scalars.length > 0) return ' Choose one.';
  return node.is === 'map' && shape.list ? ' Begin each entry with a hyphen.' : '';
}

function fixesFor(fault: Misfit, part: Part, document: Document, project: Project): readonly Fix[] {
  const { node, entry, shape, key } = fault;
  if (node.anchor) return [];
  if (node.is === 'scalar') return scalarFixes(node, fault, part, project);
  if (node.is === 'map') return shape.list ? fix(`Make a list of \`${key}\``, ...asList(node, entry, document)) : [];
  const whole = entry?.value === node ? entry : undefined;
  const choices = node.items.filter((it): it is ScalarNode => it.is === 'scalar' && it.value !== null).slice(0, 6);
  const choose = (it: ScalarNode): Edit | undefined => (whole && node.flow ? setValue(whole, it.source) : undefined);
  return choices.flatMap((it) =>
    fix(choices.length === 1 ? `Write '${shown(it)}' without the list` : `Keep only '${shown(it)}'`, choose(it)),
  );
}

function scalarFixes(node: ScalarNode, fault: Misfit, part: Part, project: Project): readonly Fix[] {
  const { shape, entry } = fault;
  const at = node.span;
  const number = takesNumber(shape) ? numberIn(node) : undefined;
  if (number) {
    const unit = number.percent ? unitFix(fault, part, project) : [];
    return unit.length > 0
      ? fix(`Write ${number.text}, and \`unit: percent\` on the KPI`, { at, text: number.text }, ...unit)
      : fix(`Write ${number.text}`, { at, text: number.text });
  }
  if (isTable(part)) return [];
  const truth = shape.scalars.some(({ types }) => types.includes('boolean')) ? truthIn(node) : undefined;
  if (truth !== undefined) return fix(`Write ${truth}`, { at, text: truth });
  if (takesText(shape) && typeof node.value !== 'string')
    return fix(`Put ${node.source} in quotes`, { at, text: JSON.stringify(node.source) });
  return entry?.value === node ? underKey(node, shape) : [];
}

function truthIn({ value }: ScalarNode): string | undefined {
  const word = String(value).trim().toLowerCase();
  if (['yes', 'y', 'true', 'on', '1'].includes(word)) return 'true';
  return ['no', 'n', 'false', 'off', '0'].includes(word) ? 'false' : undefined;
}
