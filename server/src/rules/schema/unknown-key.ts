import type { PlanFile } from '../../model/file.ts';
import type { Project } from '../../project/project.ts';
import { nearest } from '../../schema/nearest.ts';
import type { Unknown } from '../../schema/validate.ts';
import { entryOf, keyText, type Entry, type MapNode, type Node, type Span } from '../../syntax/tree.ts';
import { removeEntry, renameKey, type Edit } from '../../syntax/write.ts';
import { holderOf, placeName } from '../form.ts';
import { shortened } from '../phrases.ts';
import { fix, type Fix, type Rule } from '../rule.ts';

export const unknownKey: Rule = {
  id: 'schema/unknown-key',
  finds: 'a key that its place does not know',
  severity: { starter: 'warning', standard: 'warning', strict: 'warning' },
  checkFault(fault, part, project) {
    if (fault.is !== 'unknown' || fault.entry.merged) return undefined;
    return {
      at: fault.span,
      about: holderOf(part, fault.span),
      message: message(fault, project),
      fixes: () => fixesFor(fault),
    };
  },
  /** Rules that the configuration rates: which there are is known only here. */
  *checkSilence({ file, ruleIds }) {
    const known = new Set(ruleIds);
    for (const { entry, map } of ratings(file)) {
      const id = keyText(entry);
      if (known.has(id)) continue;
      const near = nearest(id, ruleIds).slice(0, 3);
      const hint =
        near[0] === undefined ? 'Look it up in the list of rules, or remove it.' : `Did you mean \`${near[0]}\`?`;
      yield {
        at: entry.key.span,
        about: [],
        message: `There is no rule \`${id}\`, so this line changes nothing. ${hint}`,
        fixes: () => [
          ...near.flatMap((it) => fix(`Change it to \`${it}\``, renameKey(entry, it))),
          ...removal(id, removeEntry(map, entry)),
        ],
      };
    }
  },
};

function ratings(file: PlanFile): readonly { readonly entry: Entry; readonly map: MapNode }[] {
  const map = file.language === 'config' ? entryOf(file.document.tree, 'rules')?.value : undefined;
  if (map?.is !== 'map') return [];
  const misfits = new Set<Span>(file.faults.map(({ span }) => span));
  return map.entries.filter(({ key }) => !misfits.has(key.span)).map((entry) => ({ entry, map }));
}

function message(fault: Unknown, project: Project): string {
  const { meant, taken, shape, entry } = fault;
  const key = shortened(entry.key.source, 40);
  const place = placeName(shape, project);
  const number = cutNumber(fault);
  if (number)
    return `In braces a comma ends a value, so '${key}' is read as a key. Write ${number.text} without a comma.`;
  if (cutText(fault))
    return `'${key}' is read as a key, because a comma ends a text in braces. Put the whole text in quotes.`;
  const close = closeColon(key);
  if (close) return `\`${key}\` has no space behind its colon, so it is read as one word. Write \`${close}\`.`;
  if (meant !== undefined) return `\`${key}\` is no key of ${place}. Did you mean \`${meant}\`?`;
  if (taken !== undefined)
    return `\`${key}\` is no key of ${place}, and \`${taken}\` is there already. Move what it says, or remove it.`;
  return `\`${key}\` is no key of ${place}, so nothing reads it. Remove it, or begin it with \`x-\` to keep it as your own.`;
}

function fixesFor(fault: Unknown): readonly Fix[] {
  const { key, meant, taken, map, entry } = fault;
  const number = cutNumber(fault);
  if (number) return fix(`Write ${number.text}`, number);
  const cut = cutText(fault);
  if (cut) return fix('Put the whole text in quotes', cut);
  const close = closeColon(key);
  const { section, start, end } = entry.key.span;
  if (close) return fix('Insert the space behind the colon', { at: { section, start, end }, text: close });
  return [
    ...(meant === undefined ? [] : fix(`Change it to \`${meant}\``, renameKey(entry, meant))),
    ...(taken === undefined ? [] : removal(key, removeEntry(map, entry))),
    ...(/^[\w-]+$/.test(key) ? fix(`Keep it as \`x-${key}\``, renameKey(entry, `x-${key}`)) : []),
    ...(taken === undefined ? removal(key, removeEntry(map, entry)) : []),
  ];
}

function removal(key: string, edit: Edit | undefined): readonly Fix[] {
  return fix(`Remove \`${shortened(key, 40)}\``, edit);
}

/** `{id:regulars}`: without a space the colon belongs to the word. */
function closeColon(key: string): string | undefined {
  const [, name, value] = /^([a-z_]+):(\S.*)$/.exec(key) ?? [];
  return name === undefined || value === undefined || value.startsWith('//') ? undefined : `${name}: ${value}`;
}

/** `{ target: 9,000 }`: the edit that makes one number of both halves. */
function cutNumber({ map, entry }: Unknown): Edit | undefined {
  const before = valueBefore(map, entry);
  const number = before?.is === 'scalar' && typeof before.value === 'number' && !before.anchor;
  if (!map.flow || entry.value || !number || !/^\d{3}$/.test(entry.key.source)) return undefined;
  const { section, end } = entry.key.span;
  return { at: { section, start: before.span.start, end }, text: before.source + entry.key.source };
}

function valueBefore({ entries }: MapNode, entry: Entry): Node | undefined {
  return entries[entries.indexOf(entry) - 1]?.value;
}

/** `{ title: Win the routine, not the day-tripper }`: the edit that makes one text of both halves. */
function cutText({ map, entry }: Unknown): Edit | undefined {
  const before = valueBefore(map, entry);
  const last = before?.is === 'scalar' && before.style === 'plain' && typeof before.value === 'string';
  const { section, end } = entry.key.span;
  if (!map.flow || entry.value || !last || before.anchor || !/\s/.test(entry.key.source)) return undefined;
  const at = { section, start: before.span.start, end };
  return { at, text: JSON.stringify(section.text.slice(at.start, end).replace(/\s+/g, ' ')) };
}
