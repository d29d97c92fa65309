/** What a rule is: one thing that can be wrong with a strategy, why, and how to put it right. */
import type { PlanFile } from '../model/file.ts';
import type { Item, Mention } from '../model/item.ts';
import type { Kind, Kinds, Waiver } from '../model/language.ts';
import type { Link } from '../model/link.ts';
import type { Part } from '../model/part.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Fault } from '../schema/validate.ts';
import type { Preset, Severity } from '../project/settings.ts';
import type { Comment, Span } from '../syntax/tree.ts';
import type { Edit } from '../syntax/write.ts';

export interface Rule {
  /** Where its file lies: group and name. Also its key in the config, the code of its findings and the heading of its page. */
  readonly id: `${string}/${string}`;
  /** Completes "This rule finds …". */
  readonly finds: string;
  readonly severity: Readonly<Record<Preset, Severity>>;
  /** It concludes from something that it did not find anywhere, so it is silent while any document cannot be read. */
  readonly absence?: true;
  /**
   * Looks at the items of documents one by one, each kind by a function of its own; `document` is a plan's own keys.
   * What it asks of the project is remembered, and it looks again when an answer is another: so it asks for what it
   * needs, and walks through no whole document.
   */
  readonly check?: Checks;
  /** The same for items of any kind. */
  readonly checkEach?: (item: Item, strategy: Strategy, project: Project) => Found;
  /** Looks at how a part of any file is written, once: it asks the project for nothing but fixes. */
  readonly checkForm?: (part: Part, project: Project) => Found;
  /** Looks at a part of any file: a document, readings, the configuration. */
  readonly checkPart?: (part: Part, project: Project) => Found;
  /** Looks at the links of a part, each with what it leads to. */
  readonly checkMention?: (mention: Mention, link: Link, part: Part, project: Project) => Found;
  /** Looks at what does not fit the schema, one by one. */
  readonly checkFault?: (fault: Fault, part: Part, project: Project) => Found;
  /** Looks at a file as a whole, and asks nothing of the project. */
  readonly checkFile?: (file: PlanFile) => Iterable<Finding>;
  /** Looks at what was silenced in a file, after all other rules have spoken. */
  readonly checkSilence?: (silence: Silence, project: Project) => Iterable<Finding>;
}

export type Checks = {
  readonly [K in Kind]?: (item: Kinds[K] & Item, strategy: Strategy, project: Project) => Found;
};

/** Most have nothing to say most of the time, and it costs nothing to say so. */
export type Found = Finding | readonly Finding[] | undefined;

export interface Finding {
  readonly at: Span;
  /** The items that it is about: a waiver of one of them, or of what it is nested in, covers it. */
  readonly about: readonly Item[];
  /** What is wrong, in the author's words; why; one next step. */
  readonly message: string;
  /** Other places that belong to it. */
  readonly related?: readonly Related[];
  /** Made when they are asked for; the likeliest first. */
  readonly fixes?: () => readonly Fix[];
  /** It is silent while one of these root causes is shown. Worked out when findings are listed. */
  readonly hiddenBy?: () => readonly RootCause[];
}

export interface Related {
  readonly at: Span;
  readonly message: string;
}

export interface Fix {
  /** An order, without a period. */
  readonly title: string;
  /** In any files of the project; a span's section says in which. */
  readonly edits: readonly Edit[];
}

/** A finding of `rule` about each of the items; `about` empty never hides. */
export interface RootCause {
  readonly rule: string;
  readonly about: readonly Item[];
}

/** What the comments and waivers of one file have silenced. */
export interface Silence {
  readonly file: PlanFile;
  /** Every rule that there is or is going to be. */
  readonly ruleIds: readonly string[];
  readonly comments: readonly IgnoreComment[];
  readonly waivers: readonly WaiverUse[];
}

/** `# strategy-ignore group/rule, group/other: reason`. */
export interface IgnoreComment {
  readonly comment: Comment;
  readonly rules: readonly IgnoredRule[];
  readonly reason: string;
  /** The line, from 0, that it silences. */
  readonly line: number;
}

export interface IgnoredRule {
  readonly id: string;
  readonly span: Span;
  /** Whether it silenced something. */
  readonly used: boolean;
  /** Whether the rule is switched on in this file; `undefined`: there is no such rule. */
  readonly on: boolean | undefined;
}

export interface WaiverUse {
  readonly waiver: Waiver;
  /** Whether it covers a finding, or would if it had not expired. */
  readonly used: boolean;
  readonly on: boolean | undefined;
  readonly expired: boolean;
}

/** A fix, if all its edits could be made. */
export function fix(title: string, ...edits: readonly (Edit | undefined)[]): readonly Fix[] {
  const made = edits.filter((it) => it !== undefined);
  return made.length === edits.length && made.length > 0 ? [{ title, edits: made }] : [];
}
