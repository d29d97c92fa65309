/** Items, keys and values in words, as Markdown: for hovers and for the cards beside completions. */
import { broken, isA, nameOf, type Item, type Value } from '../model/item.ts';
import type { Kpi, Objective } from '../model/language.ts';
import type { Project } from '../project/project.ts';
import type { EnumValue, Key, Shape } from '../schema/shape.ts';

const kindWords: Readonly<Record<string, string>> = { kpi: 'KPI', document: 'Plan' };

/** A kind as a word that begins a sentence. */
export function kindName(kind: string): string {
  return kindWords[kind] ?? `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}`;
}

/** What an item is, what it says of itself, and what hangs on it. */
export function describeItem(item: Item, project: Project): string {
  const strategy = project.strategyOf(item);
  const head = `**${kindName(item.of)}** ${plain(nameOf(item))}`;
  const own = facts(item, project).map((it) => `- ${it}`);
  const text = first(item, ['approach', 'text', 'description', 'finding', 'question', 'intent']);
  const where =
    strategy && item.of !== 'document' ? `In ${plain(strategy.root.title?.value ?? strategy.name)}` : undefined;
  const unread = broken(item) ? 'This part of the file cannot be read at the moment.' : undefined;
  return [head, text, own.join('\n'), used(item, project), unread, where && `*${where}*`].filter(Boolean).join('\n\n');
}

function first(item: Item, keys: readonly string[]): string | undefined {
  const fields = item as unknown as Record<string, Value | undefined>;
  const found = keys.map((it) => fields[it]?.value).find((it) => typeof it === 'string' && it !== item.title?.value);
  return found === undefined ? undefined : plain(String(found));
}

function facts(item: Item, project: Project): string[] {
  if (isA('goal', item))
    return [
      ...names('moves', project.targets('metric', item.metric)),
      ...names('supports', project.targets('goal', item.supports)),
      ...item.objectives.map((it) => objectiveLine(it, project)),
    ];
  if (isA('objective', item)) return [objectiveLine(item, project)];
  if (isA('strategy', item))
    return [
      ...names('pursues', project.pursues(item)),
      ...item.trade_offs.flatMap((it) => (it.value ? [`not: ${plain(it.value)}`] : [])),
    ];
  if (isA('tactic', item)) {
    return [
      ...names('carries out', project.targets('strategy', item.strategy)),
      ...names('serves', project.targets('goal', item.goal)),
      ...names('moves', project.targets('kpi', item.kpi)),
      ...(item.status?.value ? [`status: ${item.status.value}`] : []),
    ];
  }
  return isA('kpi', item) ? kpiFacts(item, project) : [];
}

function kpiFacts(kpi: Kpi, project: Project): string[] {
  const words = [kpi.level?.value, kpi.unit?.value, kpi.direction?.value].filter((it) => it !== undefined);
  return [
    ...(words.length > 0 ? [words.join(', ')] : []),
    ...names('drives', project.targets('kpi', kpi.drives)),
    ...project.objectivesOf(kpi).map((it) => objectiveLine(it, project)),
  ];
}

function names(verb: string, items: readonly Item[]): string[] {
  return items.length === 0 ? [] : [`${verb} ${items.map((it) => `'${plain(nameOf(it))}'`).join(', ')}`];
}

/** "Weekly regulars: from 40 to 90 by 2026-12-31". */
export function objectiveLine(objective: Objective, project: Project): string {
  const [kpi] = project.targets('kpi', objective.kpi);
  const unit = kpi?.unit?.value === 'text' ? undefined : kpi?.unit?.value;
  const words = [...wayOf(objective), unit, after('by', objective.by?.value)].filter((it) => it !== undefined);
  return `${plain(nameOf(kpi ?? objective))}: ${words.join(' ') || 'no number yet'}`;
}

function wayOf({ baseline, target }: Objective): (string | undefined)[] {
  const from = baseline?.is === 'value' ? baseline.value : baseline?.value?.value;
  const to = target?.is === 'value' ? target.value : limits(target?.min?.value, target?.max?.value);
  return [after('from', from), after('to', to)];
}

function after(word: string, value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : `${word} ${value}`;
}

function limits(min: number | undefined, max: number | undefined): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  return min === undefined
    ? `at most ${max ?? ''}`
    : max === undefined
      ? `at least ${min}`
      : `between ${min} and ${max}`;
}

/** Which items name it, by kind. */
function used(item: Item, project: Project): string | undefined {
  const users = new Set(project.mentionsOf(item).map((it) => it.from));
  if (users.size === 0) return item.of === 'document' ? undefined : 'Nothing refers to it yet.';
  const counts = group([...users]);
  return `Used by ${[...counts].map(([kind, count]) => `${count} ${plural(kind, count)}`).join(', ')}.`;
}

function group(items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { of } of items) counts.set(of, (counts.get(of) ?? 0) + 1);
  return counts;
}

function plural(kind: string, count: number): string {
  const word = kind === 'kpi' ? 'KPI' : kind === 'document' ? 'plan' : kind;
  if (count === 1 || word === 'evidence') return word;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(?:s|ch)$/.test(word) ? `${word}es` : `${word}s`;
}

/** A key: what it is, and one example. */
export function describeKey({ name, shape }: Key): string {
  const [example] = shape.examples;
  const sample = example === undefined ? '' : `\n\nFor example: \`${name}: ${sampleText(example)}\``;
  return `**${shape.title ?? name}**\n\n${shape.description ?? ''}${sample}`;
}

function sampleText(example: unknown): string {
  if (Array.isArray(example)) return `[${example.map(sampleText).join(', ')}]`;
  if (typeof example === 'object' && example !== null) {
    return `{ ${Object.entries(example)
      .map(([key, value]) => `${key}: ${sampleText(value)}`)
      .join(', ')} }`;
  }
  return String(example);
}

/** A fixed word: its own meaning first, then at most eight others. */
export function describeValue(value: EnumValue, shape: Shape): string {
  const others = valuesOf(shape)
    .filter((it) => it.value !== value.value)
    .slice(0, 8);
  const list = others.map((it) => `\`${it.value}\``).join(', ');
  return `**${value.value}**${value.description === undefined ? '' : `: ${value.description}`}${list === '' ? '' : `\n\nAlso: ${list}`}`;
}

export function valuesOf({ scalars, list }: Shape): readonly EnumValue[] {
  const own = scalars.flatMap((it) => it.values ?? []);
  return own.length > 0 || !list ? own : valuesOf(list);
}

/** Text of the author in Markdown: shown as it was written, never as formatting or a link. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replace(/\s+/g, ' ');
}
