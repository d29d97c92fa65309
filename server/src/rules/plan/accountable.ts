import { lacks, nameOf, placeOf, unusable, type Mention } from '../../model/item.ts';
import type { Tactic } from '../../model/language.ts';
import { itemsOf, type Strategy } from '../../model/strategy.ts';
import { unique } from '../../model/trace.ts';
import type { Project } from '../../project/project.ts';
import { entryOf } from '../../syntax/tree.ts';
import { addEntry, endOf, setValue } from '../../syntax/write.ts';
import { listed, nounsOf } from '../kinds.ts';
import { fix, type Finding, type Fix, type Rule } from '../rule.ts';
import { most } from '../suggest.ts';

export const accountable: Rule = {
  id: 'plan/accountable',
  finds: 'a tactic for which nobody answers, or more than one',
  severity: { starter: 'warning', standard: 'error', strict: 'error' },
  check: {
    tactic(tactic, strategy, project) {
      const { status } = tactic;
      if (status?.value === 'proposed' || status?.value === 'done' || unclear(tactic) || !project.inUse(tactic))
        return undefined;
      return (
        nobody(tactic, strategy, project) ??
        several(tactic, project) ??
        divided(tactic, project) ??
        noHands(tactic, project)
      );
    },
  },
};

/** Something stands there that cannot be read, so who answers is not known. */
function unclear(tactic: Tactic): boolean {
  const { raci } = tactic;
  const twoOwners = entryOf(tactic.node, 'owner')?.value?.is === 'list';
  if (twoOwners || unusable(tactic, 'owner') || unusable(tactic, 'raci') || unusable(tactic, 'status')) return true;
  return raci !== undefined && (unusable(raci, 'accountable') || unusable(raci, 'responsible'));
}

function namesOf(mentions: readonly Mention[] | undefined): readonly string[] {
  return unique((mentions ?? []).map((it) => it.name));
}

/** The tactic by the project's word for it, and its name. */
function named(tactic: Tactic, project: Project): string {
  return `${nounsOf(project)('tactic')} '${nameOf(tactic)}'`;
}

function nobody(tactic: Tactic, strategy: Strategy, project: Project): Finding | undefined {
  const { raci } = tactic;
  if (!lacks(tactic, 'owner') || (raci && !lacks(raci, 'accountable'))) return undefined;
  return {
    at: placeOf(tactic),
    about: [tactic],
    message: `Nobody answers for ${named(tactic, project)}, so nobody will notice when it stops. Name one role as its owner.`,
    fixes: () => rolesFor(tactic, strategy, project).flatMap((it) => makeOwner(tactic, it)),
  };
}

/** Those who do the work, who own the strategy or the plan, then whoever is listed. */
function rolesFor(tactic: Tactic, strategy: Strategy, project: Project): readonly string[] {
  const near = [
    ...namesOf(tactic.raci?.responsible),
    ...tactic.activities.flatMap((it) => namesOf(it.owner)),
    ...project.targets('strategy', tactic.strategy).flatMap((it) => namesOf(it.owner)),
    ...namesOf(strategy.root.owner),
  ];
  const { roles } = project.settings;
  const known = roles ? near.filter((it) => roles.has(it)) : near;
  const others = itemsOf(strategy, 'tactic').flatMap((it) => namesOf(it.owner));
  return unique([...known, ...(roles ? roles.keys() : others)]).slice(0, most);
}

function makeOwner({ node }: Tactic, role: string): readonly Fix[] {
  const entry = entryOf(node, 'owner');
  return fix(`Let '${role}' answer for it`, entry ? setValue(entry, role) : addEntry(node, ['owner', role]));
}

function several(tactic: Tactic, project: Project): Finding | undefined {
  const names = namesOf(tactic.raci?.accountable);
  const [first] = tactic.raci?.accountable ?? [];
  if (names.length < 2 || !first) return undefined;
  const quantity = names.length === 2 ? 'both' : 'all';
  const last = tactic.raci?.accountable.at(-1)?.span ?? first.span;
  return {
    at: { ...first.span, end: Math.max(first.span.end, last.end) },
    about: [tactic],
    message: `${listed(names.map((it) => `'${it}'`))} ${quantity} answer for ${named(tactic, project)}, so in the end nobody does. Choose one.`,
    fixes: () => {
      const owner = tactic.owner.map((it) => it.name).filter((it) => names.includes(it));
      return unique([...owner, ...names]).flatMap((it) => chooseWithOwner(tactic, it));
    },
  };
}

/** The owner, if there is one, follows: two names in two places would be the same fault again. */
function chooseWithOwner(tactic: Tactic, role: string): readonly Fix[] {
  const owners = tactic.owner.every((it) => it.name === role) ? [] : makeOwner(tactic, role).flatMap((it) => it.edits);
  return choose(tactic, role).map(({ title, edits }) => ({ title, edits: [...edits, ...owners] }));
}

/** One name in place of all that stands there; a list with comments of its own is left to the author. */
function choose({ raci }: Tactic, role: string): readonly Fix[] {
  const entry = raci && entryOf(raci.node, 'accountable');
  if (!entry?.value || entry.value.anchor) return [];
  const { section, start } = entry.value.span;
  const { end } = endOf(entry);
  const colon = section.text.indexOf(':', entry.key.span.end);
  const commented = section.comments.some((it) => it.span.start > colon && it.span.start < end);
  const block = entry.value.is === 'list' && !entry.value.flow;
  const edit = block
    ? { at: { section, start: colon + 1, end }, text: ` ${role}` }
    : { at: { section, start, end }, text: role };
  return commented ? [] : fix(`Let '${role}' alone be accountable`, edit);
}

function divided(tactic: Tactic, project: Project): Finding | undefined {
  const [owner] = tactic.owner;
  const [other] = tactic.raci?.accountable ?? [];
  if (!owner || !other || owner.name === other.name) return undefined;
  return {
    at: other.span,
    about: [tactic],
    message: `'${owner.name}' owns ${named(tactic, project)}, but '${other.name}' is accountable for it. One role answers: choose which.`,
    related: [{ at: owner.span, message: 'The owner' }],
    fixes: () => [
      ...choose(tactic, owner.name).map((it) => ({ ...it, title: `Use the owner '${owner.name}' as accountable` })),
      ...makeOwner(tactic, other.name).map((it) => ({ ...it, title: `Make '${other.name}' the owner` })),
    ],
  };
}

function noHands(tactic: Tactic, project: Project): Finding | undefined {
  const { raci } = tactic;
  const [answers] = raci?.accountable ?? [];
  if (!raci || !answers || !lacks(raci, 'responsible') || !lacks(tactic, 'owner')) return undefined;
  return {
    at: placeOf(tactic),
    about: [tactic],
    message: `'${answers.name}' answers for ${named(tactic, project)}, but nobody is named who does the work. Say who is responsible.`,
    fixes: () => {
      const entry = entryOf(raci.node, 'responsible');
      const edit = entry
        ? setValue(entry, answers.name)
        : addEntry(raci.node, ['responsible', answers.name], 'accountable');
      return fix(`Let '${answers.name}' do the work too`, edit);
    },
  };
}
