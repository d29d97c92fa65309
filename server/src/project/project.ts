/** One project: the documents, readings and configuration of one folder, linked, as they are at the moment and seen on one day. */
import { createFacts } from '../model/facts.ts';
import type { PlanFile } from '../model/file.ts';
import { createGroups, type Groups } from '../model/groups.ts';
import { isA, type Item, type Mention } from '../model/item.ts';
import type { Kind, Reading } from '../model/language.ts';
import { createLinks, type Links } from '../model/link.ts';
import type { Part } from '../model/part.ts';
import type { Strategy } from '../model/strategy.ts';
import { createTrace, type Trace } from '../model/trace.ts';
import { derived, memo, read, set, source, touch, type Derived, type Source } from '../model/track.ts';
import { locate } from '../syntax/document.ts';
import { commonEnds, firstWhere } from '../text/order.ts';
import { createGathered, type Gathered, type Gathering } from './gather.ts';
import { openStrategy, type OpenStrategy } from './open-strategy.ts';
import { readSettings, type Settings } from './settings.ts';

/** The same object over all edits: what it says holds at the moment, and what asks it while being judged is asked again when that changes. */
export interface Project extends Links, Trace {
  /** The folder, as a URI without a slash at its end. */
  readonly folder: string;
  /** The documents, in the order of their URIs. */
  readonly strategies: readonly Strategy[];
  /** In the order of their URIs. */
  readonly files: readonly PlanFile[];
  readonly fileAt: (uri: string) => PlanFile | undefined;
  readonly measures: readonly PlanFile[];
  /** All readings, in the order of files and lines. */
  readonly readings: readonly Reading[];
  readonly config: PlanFile | undefined;
  readonly settings: Settings;
  /** The day on which the project is judged, as `2026-11-21`. */
  readonly today: string;
  /** Some document cannot be read at the moment, or has not been read yet, so nothing can be concluded from what is not found. */
  readonly unreadable: boolean;
  /**
   * What a function says about an item or a document. It is worked out once, and whoever asks is not told of a change behind it that leaves
   * the answer as it is. The function is a constant of the module that asks.
   */
  readonly ask: <A extends Item | Strategy, B>(question: (about: A, project: Project) => B, about: A) => B;
  /** What the items of a document, or of all, answer to a question. */
  readonly gathered: <K extends Kind>(gathering: Gathering<K>, strategy?: Strategy) => ReadonlySet<string>;
}

/** A project whose files can be replaced. */
export interface OpenProject {
  readonly project: Project;
  /** Puts a version of a file in place of another; either may be absent. Gives the parts that went and that came. */
  readonly replace: (before: PlanFile | undefined, after: PlanFile | undefined) => Difference;
  readonly setToday: (today: string) => void;
  /** While not all files are there, nothing is concluded from what is not found. A project is complete unless told otherwise. */
  readonly setComplete: (complete: boolean) => void;
  /** Brings together what is kept item by item; until then answers may be those of before. */
  readonly settle: () => Generator<undefined, void, undefined>;
  /** Whether there is anything to be brought together. */
  readonly unsettled: () => boolean;
}

export interface Difference {
  readonly gone: readonly Part[];
  readonly come: readonly Part[];
}

export function openProject(folder: string, today: string): OpenProject {
  const facts = createFacts();
  const files = new Map<string, PlanFile>();
  const opened = new Map<string, OpenStrategy>();
  const byUri = new Map<string, Strategy>();
  const strategies = source<readonly Strategy[]>([]);
  /** Addresses of all files, in their order. */
  const addresses = source<readonly string[]>([]);
  const texts = source(files);
  const day = source(today);
  const complete = source(true);
  const config = source<PlanFile | undefined>(undefined);
  const settings = derived(() => readSettings(read(config)));
  const roles = derived(() => {
    const { roles: list } = read(settings);
    return list && new Set(list.keys());
  });
  const unreadable = derived(() => !read(complete) || read(strategies).some((it) => !it.readable));
  const questions = new Map<Gathering, Gathered>();
  const asked = new Map<unknown, unknown>();
  /** All items, as long as nothing changes: many questions are asked for the first time at once. */
  let kinds: Groups<Kind, Item> | undefined;

  /** Files in the order of their URIs, sections in that of their text. */
  const inOrder = (mentions: readonly Mention[]): readonly Mention[] => {
    if (mentions.length < 2) return mentions;
    const placed = mentions.map((it) => {
      const { uri } = it.span.section;
      const document = files.get(uri)?.document;
      return { it, uri, start: document ? locate(document, it.span).start : 0 };
    });
    placed.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.start - b.start));
    return placed.map(({ it }) => it);
  };
  const links = createLinks({ facts, strategies, byUri, roles: () => read(roles), complete, inOrder });
  const now = new Present({ folder, files, addresses, texts, strategies, config, settings, day, unreadable });
  const project: Project = Object.assign(now, links, createTrace(links), {
    fileAt: (uri) => read(texts).get(uri),
    ask: (question, about) => {
      const known = asked.get(question) as ((it: typeof about) => ReturnType<typeof question>) | undefined;
      if (known) return known(about);
      const made = memo((it: typeof about) => question(it, project));
      asked.set(question, made);
      return made(about);
    },
    gathered: (gathering, strategy) => {
      const question = gathering as unknown as Gathering;
      return (questions.get(question) ?? begin(question)).answers(strategy?.uri);
    },
  } satisfies Pick<Project, 'fileAt' | 'ask' | 'gathered'>);
  const begin = (gathering: Gathering): Gathered => {
    const made = createGathered((item) => gathering.of(item as never, project));
    questions.set(gathering, made);
    kinds ??= itemsByKind(files.values());
    for (const it of kinds.get(gathering.kind)) made.add(it);
    return made;
  };
  const tell = (item: Item, change: 'add' | 'remove'): void => {
    for (const [{ kind }, it] of questions) if (kind === item.of) it[change](item);
  };
  const put = (file: PlanFile): void => {
    files.set(file.uri, file);
    if (file.language === 'config') set(config, file);
    if (file.language !== 'strategy') return;
    const before = opened.get(file.uri);
    if (before) {
      before.update(file);
      return;
    }
    const strategy = openStrategy(file, facts);
    opened.set(file.uri, strategy);
    byUri.set(file.uri, strategy.strategy);
    set(
      strategies,
      inserted(read(strategies), strategy.strategy, (it) => it.uri),
    );
  };
  const take = ({ uri, language }: PlanFile): void => {
    files.delete(uri);
    if (language === 'config') set(config, undefined);
    if (!opened.delete(uri)) return;
    byUri.delete(uri);
    set(
      strategies,
      read(strategies).filter((it) => it.uri !== uri),
    );
  };
  const change = ({ gone, come }: Difference): void => {
    kinds = undefined;
    for (const part of gone) {
      facts.remove(part);
      if (part.language === 'strategy') for (const it of part.items) tell(it, 'remove');
    }
    for (const part of come) {
      facts.add(part);
      if (part.language === 'strategy') for (const it of part.items) tell(it, 'add');
    }
  };
  const replace: OpenProject['replace'] = (before, after) => {
    const difference = between(before?.parts ?? [], after?.parts ?? []);
    if (before && before.language !== after?.language) take(before);
    if (after) put(after);
    change(difference);
    touch(texts);
    if (after && !before)
      set(
        addresses,
        inserted(read(addresses), after.uri, (it) => it),
      );
    if (before && !after)
      set(
        addresses,
        read(addresses).filter((it) => it !== before.uri),
      );
    return difference;
  };
  return {
    project,
    replace,
    setToday: (it) => {
      set(day, it);
    },
    setComplete: (it) => {
      set(complete, it);
    },
    unsettled: () => [...questions.values()].some((it) => it.waits()),
    settle: function* () {
      for (const it of questions.values()) yield* it.settle();
    },
  };
}

interface Sources {
  readonly folder: string;
  readonly files: ReadonlyMap<string, PlanFile>;
  /** Addresses of all files, in their order. */
  readonly addresses: Source<readonly string[]>;
  readonly texts: Source<ReadonlyMap<string, PlanFile>>;
  readonly strategies: Source<readonly Strategy[]>;
  readonly config: Source<PlanFile | undefined>;
  readonly settings: Derived<Settings>;
  readonly day: Source<string>;
  readonly unreadable: Derived<boolean>;
}

/** What there is of a project at the moment. A class, since getters on an object of its own make it slow to look into. */
class Present {
  readonly folder: string;
  readonly #of: Sources;

  constructor(of: Sources) {
    this.folder = of.folder;
    this.#of = of;
  }

  get strategies(): readonly Strategy[] {
    return read(this.#of.strategies);
  }

  get files(): readonly PlanFile[] {
    const { addresses, texts, files } = this.#of;
    read(texts);
    return read(addresses).flatMap((it) => files.get(it) ?? []);
  }

  get measures(): readonly PlanFile[] {
    return this.files.filter((it) => it.language === 'measures');
  }

  get readings(): readonly Reading[] {
    return this.measures.flatMap(({ items }) => items.filter((it) => isA('reading', it)));
  }

  get config(): PlanFile | undefined {
    return read(this.#of.config);
  }

  get settings(): Settings {
    return read(this.#of.settings);
  }

  get today(): string {
    return read(this.#of.day);
  }

  get unreadable(): boolean {
    return read(this.#of.unreadable);
  }
}

/** A sorted list with one more. */
function inserted<T>(list: readonly T[], it: T, addressOf: (it: T) => string): readonly T[] {
  const address = addressOf(it);
  const place = firstWhere(0, list.length, (index) => addressOf(list[index] as T) >= address);
  return list.toSpliced(place, 0, it);
}

function itemsByKind(files: Iterable<PlanFile>): Groups<Kind, Item> {
  const kinds = createGroups<Kind, Item>();
  for (const { language, parts } of files)
    for (const { items } of language === 'strategy' ? parts : []) for (const it of items) kinds.add(it.of, it);
  return kinds;
}

/** What is not at the same turn in both lists, between their common beginning and their common end. */
function between(before: readonly Part[], after: readonly Part[]): Difference {
  const { head, tail } = commonEnds(before.length, after.length, (one, other) => before[one] === after[other]);
  const gone = before.slice(head, before.length - tail);
  const come = after.slice(head, after.length - tail);
  if (gone.length < 2 && come.length < 2) return { gone, come };
  const kept = new Set(come);
  const old = new Set(gone);
  return { gone: gone.filter((it) => !kept.has(it)), come: come.filter((it) => !old.has(it)) };
}
