import type { Part } from '../../model/part.ts';
import type { Project } from '../../project/project.ts';
import { idPattern } from '../../schema/formats.ts';
import { nearest } from '../../schema/nearest.ts';
import type { ScalarShape, Shape } from '../../schema/shape.ts';
import type { Misfit } from '../../schema/validate.ts';
import type { Node, ScalarNode } from '../../syntax/tree.ts';
import { renamings } from '../correct-id.ts';
import { betterDays, betterPeriods, whyNoDay, whyNoPeriod } from '../days.ts';
import { exampleOf, expected, holderOf, isTable, lookThrough, placeOfNode, shown, textOf } from '../form.ts';
import { aboutWords, choices } from '../list-words.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { idFrom } from '../suggest.ts';

export const value: Rule = {
  id: 'schema/value',
  finds:
    'a value outside the list or the form that its key takes, such as an unknown status or a day that does not exist',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  checkFault(fault, part, project) {
    if (fault.is !== 'value' || namesRule(fault) || echoes(fault, part, project)) return undefined;
    return {
      at: placeOfNode(fault.node, fault.entry),
      about: holderOf(part, fault.span),
      message: message(fault, project),
      fixes: () => (fault.node.is === 'scalar' && !fault.node.anchor ? fixesFor(fault.node, fault, part, project) : []),
    };
  },
  /** Rules that the configuration switches off for some files: which there are is known only here. */
  *checkSilence({ file, ruleIds }) {
    if (file.language !== 'config') return;
    const selectors = new Set([...ruleIds, ...ruleIds.map((it) => `${it.split('/')[0] ?? ''}/*`)]);
    for (const [node, id] of file.parts.flatMap(namesOfRules))
      if (!selectors.has(id)) yield unknownRule(node, id, [...selectors]);
  },
};

function namesOfRules(part: Part): readonly (readonly [ScalarNode, string])[] {
  const names: [ScalarNode, string][] = [];
  lookThrough(part, (node, shape) => {
    if (node.is === 'scalar' && shape?.lists === 'rules' && typeof node.value === 'string')
      names.push([node, node.value]);
  });
  return names;
}

function unknownRule(node: ScalarNode, id: string, selectors: readonly string[]): Finding {
  const near = nearest(id, selectors).slice(0, 3);
  const hint =
    near[0] === undefined ? 'Look it up in the list of rules, or remove it.' : `Did you mean \`${near[0]}\`?`;
  return {
    at: node.span,
    about: [],
    message: `There is no rule \`${id}\`, so nothing is switched off. ${hint}`,
    fixes: () => near.flatMap((it) => replace(node, it)),
  };
}

/** Which rules there are is asked when all are known. */
function namesRule({ shape, node }: Misfit): boolean {
  return shape.lists === 'rules' && node.is === 'scalar' && typeof node.value === 'string';
}

/** A reference to an id that is itself not well written: told of once, where the id stands. */
function echoes({ node, shape }: Misfit, { uri }: Part, { miswritten }: Project): boolean {
  if (!shape.refs || node.is !== 'scalar') return false;
  const text = String(node.value);
  return miswritten(`${uri}#${text}`) || miswritten(text);
}

function message({ key, node, entry, shape }: Misfit, project: Project): string {
  if (node.is !== 'scalar') return `\`${key}\` takes ${expected(shape, project)}.`;
  if (!entry) return `'${shown(node)}' cannot be a key here. ${keyHint(shape.scalars[0], key)}`;
  const [form] = shape.scalars;
  const sentence = form?.format === undefined ? undefined : aboutForms[form.format]?.(shown(node), key);
  return (
    sentence ??
    aboutWords(key, node, shape.scalars) ??
    `\`${key}\` takes ${expected(shape, project)}; '${shown(node)}' does not fit.`
  );
}

/** The sentence for each written form of the language. */
const aboutForms: Readonly<Record<string, (text: string, key: string) => string>> = {
  date: (text, key) => whyNoDay(text) ?? `\`${key}\` takes a day, such as 2026-12-31; '${text}' is none.`,
  period: (text, key) =>
    whyNoPeriod(text) ?? `\`${key}\` takes a period, such as 2026, 2026-09 or 2026-Q3; '${text}' is none.`,
  id: (text) =>
    `'${text}' cannot be an id, because links are written with it. Use lower-case words joined by hyphens${better(idFrom(text, 6))}.`,
  reference: (text, key) =>
    `\`${key}\` takes an id, and '${text}' is none: ids are lower-case words joined by hyphens${better(refFrom(text))}.`,
};

function better(text: string): string {
  return text === '' ? '' : `, such as ${text}`;
}

function keyHint(form: ScalarShape | undefined, key: string): string {
  if (form?.format === 'period' || /^\d/.test(key)) return 'Write a period, such as 2026-09 or 2026-Q3.';
  return 'Use lower-case words joined by hyphens.';
}

function fixesFor(node: ScalarNode, { shape, entry }: Misfit, part: Part, project: Project): readonly Fix[] {
  const [form] = shape.scalars;
  if (!entry) return keyFixes(node);
  if (form?.format === 'id') return isTable(part) ? [] : renamings(node, part, project);
  const found = form?.format === undefined ? undefined : betterForms[form.format]?.(textOf(node));
  const better = found ?? choices(node, shape.scalars) ?? [];
  return better.length > 0
    ? better.flatMap((it) => replace(node, it))
    : [...asWords(node, shape), ...limit(node, shape.scalars)];
}

/** What was probably meant, in the written form of the language. */
const betterForms: Readonly<Record<string, (text: string) => readonly string[]>> = {
  date: betterDays,
  period: betterPeriods,
  reference: (text) => [refFrom(text)].filter((it) => it !== ''),
};

/** Where lower-case words with hyphens are asked for, the text in that form. */
function asWords(node: ScalarNode, shape: Shape): readonly Fix[] {
  const example = exampleOf(shape);
  const words = idFrom(textOf(node), 6);
  const asked = example !== undefined && idPattern.test(example) && typeof node.value === 'string';
  return asked && idPattern.test(words) ? replace(node, words) : [];
}

/** A key that the author chose: a period in a trajectory, a role in the configuration. */
function keyFixes(node: ScalarNode): readonly Fix[] {
  const text = node.source.replace(/^(["'])(.*)\1$/, '$2');
  const periods = betterPeriods(text);
  const id = text.includes('/') ? '' : idFrom(text, 6);
  return periods.length > 0 ? periods.flatMap((it) => replace(node, it)) : id === '' ? [] : replace(node, id);
}

/** A number beyond its limits moves to the limit; `90` where a share up to 1 is asked for means 0.9. */
function limit(node: ScalarNode, forms: readonly ScalarShape[]): readonly Fix[] {
  const { value: number } = node;
  const { minimum = -Infinity, maximum = Infinity } =
    forms.find(({ types }) => types.some((it) => it !== 'string')) ?? {};
  if (typeof number !== 'number' || !Number.isFinite(number)) return [];
  const share = maximum === 1 && number > 1 && number <= 100 ? replace(node, String(number / 100)) : [];
  const near = number > maximum ? maximum : number < minimum ? minimum : undefined;
  return [...share, ...(near === undefined ? [] : replace(node, String(near)))];
}

/** `Company / Second order` as a reference: each half as an id. */
function refFrom(text: string): string {
  const halves = text.split('/').map((it) => idFrom(it, 6));
  return halves.length <= 2 && halves.every((it) => it !== '') ? halves.join('/') : '';
}

function replace({ span, style }: Node & ScalarNode, text: string): readonly Fix[] {
  const quote = style === 'single' ? "'" : style === 'double' ? '"' : '';
  return fix(`Change it to '${text}'`, { at: span, text: `${quote}${text}${quote}` });
}
