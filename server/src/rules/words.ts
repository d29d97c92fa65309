/** The word lists of a language. A list is data: one file for each list and language. */
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Settings } from '../project/settings.ts';
import { phraseOf, phrases, withMore, type Phrases } from './phrases.ts';
import { activity } from './words/en/activity.ts';
import { generic } from './words/en/generic.ts';
import { media, mediaAsWritten } from './words/en/media.ts';
import { counters, vanity, verbSigns, type VanityGroup } from './words/en/vanity.ts';
import { article, how, leadIn, wish } from './words/en/wish.ts';
import { platforms, platformsAsWritten } from './words/platforms.ts';

export type { VanityGroup } from './words/en/vanity.ts';

/** The lists of one language. */
export interface WordLists {
  /** All words that name a medium. */
  readonly media: Phrases;
  /** Those of them that are names. */
  readonly platforms: Phrases;
  readonly generic: Phrases;
  readonly vanity: VanityWords;
  readonly wish: Phrases;
  readonly how: Phrases;
  readonly leadIn: Phrases;
  readonly article: Phrases;
  readonly activity: Phrases;
}

/** The names of vanity numbers, each with its group. */
interface VanityWords {
  readonly names: Phrases;
  readonly groups: ReadonlyMap<string, VanityGroup>;
  /** Behind these a name is a verb, and means nothing of the kind. */
  readonly verbSigns: Phrases;
}

function english(): WordLists {
  return {
    media: phrases([...platforms, ...media], [...platformsAsWritten, ...mediaAsWritten]),
    platforms: phrases(platforms, platformsAsWritten),
    generic: phrases(generic),
    vanity: vanityWords(vanity),
    wish: phrases(wish),
    how: phrases(how),
    leadIn: phrases(leadIn),
    article: phrases(article),
    activity: phrases(activity),
  };
}

/** Each list is made ready when a document is written in its language. */
const languages: ReadonlyMap<string, () => WordLists> = new Map([['en', english]]);
const lists = new Map<string, WordLists>();

function listsOf(language: string): WordLists | undefined {
  const known = lists.get(language) ?? languages.get(language)?.();
  if (known) lists.set(language, known);
  return known;
}

/**
 * The lists of the document's language with the project's own words; the language is the nearest in its chain, else English.
 * `undefined`: nobody has written lists for that language, so rules about words are silent.
 */
export function wordsFor(strategy: Strategy, project: Project): WordLists | undefined {
  const found = listsOf(project.ask(languageOf, strategy));
  return found && withOwnWords(found, project.settings.words);
}

/** The first part of its code, in lower case. */
function languageOf(strategy: Strategy, { chain }: Project): string {
  const language = chain(strategy).find(({ root }) => root.language)?.root.language;
  return language ? (language.value?.split('-')[0]?.toLowerCase() ?? '') : 'en';
}

/** The lists with a project's own words belong to these, and last as long. */
const own = new WeakMap<Settings['words'], Map<WordLists, WordLists>>();

function withOwnWords(base: WordLists, words: Settings['words']): WordLists {
  const { media, channels, activity, vanity } = words;
  if (media.length + channels.length + activity.length + vanity.length === 0) return base;
  const known = own.get(words) ?? new Map<WordLists, WordLists>();
  own.set(words, known);
  const before = known.get(base);
  if (before) return before;
  const made = {
    ...base,
    media: withMore(base.media, [...media, ...channels]),
    activity: withMore(base.activity, activity),
    vanity: withOwnVanity(base.vanity, vanity),
  };
  known.set(base, made);
  return made;
}

function vanityWords(groups: readonly VanityGroup[]): VanityWords {
  const byName = new Map(groups.flatMap(namesOfGroup));
  return { names: phrases([...byName.keys()]), groups: byName, verbSigns: phrases(verbSigns) };
}

/** What a project itself calls vanity is so under all circumstances. */
function withOwnVanity(base: VanityWords, names: readonly string[]): VanityWords {
  if (names.length === 0) return base;
  const more = vanityWords([{ names, raw: false, instead: [] }]);
  return {
    ...base,
    names: withMore(base.names, [...more.names.known]),
    groups: new Map([...base.groups, ...more.groups]),
  };
}

/** The names of a group, and their singulars before a word that counts. */
function namesOfGroup(group: VanityGroup): readonly (readonly [string, VanityGroup])[] {
  return group.names.map(phraseOf).flatMap((name) => {
    const singular = name.endsWith('s') ? counters.map((it) => `${name.slice(0, -1)} ${it}`) : [];
    return [name, ...singular].map((it) => [it, group] as const);
  });
}
