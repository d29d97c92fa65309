import { isA, nameOf, type Item } from '../../model/item.ts';
import type { Goal, StrategyItem } from '../../model/language.ts';
import { itemsOf, type Strategy } from '../../model/strategy.ts';
import type { Project } from '../../project/project.ts';
import { entryOf, type Entry, type Span } from '../../syntax/tree.ts';
import { addItem, quoted, removeEntry, setValue, type Edit, type Field } from '../../syntax/write.ts';
import { a, nounsOf } from '../kinds.ts';
import { findPhrases, shortened, wordsOf } from '../phrases.ts';
import { namesOnlyMedium, residueOf, type Residue } from '../residue.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { freeId, idFrom, reference } from '../suggest.ts';
import { wordsFor, type WordLists } from '../words.ts';

export const mediumAsStrategy: Rule = {
  id: 'strategy/medium-as-strategy',
  finds: 'a strategy or a goal that names a medium and nothing else',
  severity: { starter: 'error', standard: 'error', strict: 'error' },
  check: { strategy: judge, goal: judge },
};

function judge(item: StrategyItem | Goal, strategy: Strategy, project: Project): Finding | undefined {
  const lists = project.inUse(item) ? wordsFor(strategy, project) : undefined;
  const text = lists && emptyText(item, lists);
  if (!text) return undefined;
  return {
    at: text.at,
    about: [item],
    message: message(text, lists, nounsOf(project)('tactic')),
    fixes: () => [
      ...(isA('strategy', item) ? approachAsTitle(item, text, lists) : []),
      ...asTactic(item, text, strategy, project),
      ...askInstead(item, text),
    ],
  };
}

/** The text at fault, under the key where it stands. */
interface EmptyText extends Residue {
  readonly key: 'title' | 'approach';
  readonly text: string;
  readonly at: Span;
}

/** The title, else a strategy's approach. */
function emptyText(item: Item, lists: WordLists): EmptyText | undefined {
  const { title, approach } = item as Partial<StrategyItem>;
  const residue = title?.value === undefined ? undefined : residueOf(title.value, lists);
  if (title?.value !== undefined && residue?.left.length === 0 && !saysHow(residue, approach?.value, lists))
    return { ...residue, key: 'title', text: title.value, at: title.span };
  if (item.of !== 'strategy' || approach?.value === undefined) return undefined;
  const how = residueOf(approach.value, lists);
  return how?.left.length === 0 ? { ...how, key: 'approach', text: approach.value, at: approach.span } : undefined;
}

/** “Mobile-first” is a choice where the approach says what it means. */
function saysHow({ mediumFirst }: Residue, approach: string | undefined, lists: WordLists): boolean {
  if (approach === undefined || !mediumFirst) return false;
  return wordsOf(approach).length >= 5 && !namesOnlyMedium(approach, lists);
}

function message({ key, text, media }: EmptyText, { platforms }: WordLists, tactic: string): string {
  const start = key === 'title' ? `'${shortened(text)}'` : `The approach '${shortened(text)}'`;
  const platform = media.find((it) => findPhrases(wordsOf(it), platforms).length > 0) ?? 'it';
  return `${start} names a medium. A medium is ${a(tactic)}'s tool: say what should change for whom, and use ${platform} in ${a(tactic)}.`;
}

/** A good approach under an empty title is the better title. */
function approachAsTitle({ node, approach }: StrategyItem, { key }: EmptyText, lists: WordLists): readonly Fix[] {
  const title = entryOf(node, 'title');
  const entry = entryOf(node, 'approach');
  if (key !== 'title' || !title || !entry || approach?.value === undefined) return [];
  const text = approach.value.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (wordsOf(text).length < 3 || namesOnlyMedium(text, lists)) return [];
  const moved = [setValue(title, quoted(text, node)), ...(hasComment(entry) ? [] : [removeEntry(node, entry)])];
  return fix('Use the approach as the title', ...moved);
}

/** A comment behind an entry would go with it. */
function hasComment({ span: { section, end } }: Entry): boolean {
  return section.comments.some((it) => it.span.start >= end && !/[\r\n]/.test(section.text.slice(end, it.span.start)));
}

const question = 'What should change, for whom?';

/** What is there becomes a tactic on a channel; the strategy keeps its id and its links, and asks for a title. */
function asTactic(item: Item, { text, media, key }: EmptyText, strategy: Strategy, project: Project): readonly Fix[] {
  const title = entryOf(item.node, key);
  const [medium] = media;
  if (!title || medium === undefined || !item.id?.value) return [];
  const channel = channelFor(medium, strategy, project);
  const tactic: Field[] = [
    ['id', freeId(idFrom(text) || 'tactic', strategy)],
    ['title', quoted(text.replace(/\s+/g, ' ').trim())],
    [item.of, item.id.value],
    ['channel', channel.name],
  ];
  const edits: (Edit | undefined)[] = [
    setValue(title, quoted(question, item.node)),
    ...channel.edits,
    addItem(strategy.document, 'tactics', tactic),
  ];
  return fix(`Make it a tactic on channel '${channel.title}', and ask what should change for whom`, ...edits);
}

interface ChannelChoice {
  readonly name: string;
  readonly title: string;
  readonly edits: readonly (Edit | undefined)[];
}

/** A channel of the chain that bears the medium's name, else a new one. */
function channelFor(medium: string, strategy: Strategy, project: Project): ChannelChoice {
  const wanted = medium.toLowerCase();
  const channels = project.chain(strategy).flatMap((it) => itemsOf(it, 'channel'));
  const known = channels.find(
    (it) =>
      it.id?.value && [it.title?.value, it.platform?.value, it.id.value].some((name) => name?.toLowerCase() === wanted),
  );
  if (known) return { name: reference(known, strategy.root, project), title: nameOf(known), edits: [] };
  const id = freeId(idFrom(medium) || 'channel', strategy);
  const fields: Field[] = [
    ['id', id],
    ['title', quoted(medium)],
  ];
  return { name: id, title: medium, edits: [addItem(strategy.document, 'channels', fields)] };
}

function askInstead({ node }: Item, { key }: EmptyText): readonly Fix[] {
  const entry = entryOf(node, key);
  return entry ? fix(`Ask '${question}' in its place`, setValue(entry, quoted(question, node))) : [];
}
