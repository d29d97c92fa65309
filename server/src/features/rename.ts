import { PrepareRenameRequest, RenameRequest } from 'vscode-languageserver-protocol';
import type { PlanFile } from '../model/file.ts';
import { nameOf } from '../model/item.ts';
import type { Project } from '../project/project.ts';
import { idPattern } from '../schema/formats.ts';
import { quoted } from '../syntax/write.ts';
import { feature, Refusal } from './feature.ts';
import { rangeOf, toOffset, toWorkspaceEdit } from './place.ts';
import { mentionAt } from './spot.ts';
import { namedAt, placesOf, type Named } from './symbol.ts';
import { kindName } from './describe.ts';

/** The part of the text that a rename changes, or a reason why there is none. */
export const prepareRename = feature(
  PrepareRenameRequest.type,
  { renameProvider: { prepareProvider: true } },
  (workspace, { textDocument, position }) => {
    const file = workspace.files.get(textDocument.uri);
    const project = workspace.projectOf(textDocument.uri);
    if (!file || !project) return null;
    const { span, item } = renamed(file, toOffset(file.document, position), project);
    return { range: rangeOf(file.document, span), placeholder: item.id?.value ?? '' };
  },
);

/** Changes an id and every mention of it, in all files; quoting and form of each place stay. */
export const rename = feature(
  RenameRequest.type,
  { renameProvider: { prepareProvider: true } },
  (workspace, { textDocument, position, newName }) => {
    const file = workspace.files.get(textDocument.uri);
    const project = workspace.projectOf(textDocument.uri);
    if (!file || !project) return null;
    const { item } = renamed(file, toOffset(file.document, position), project);
    if (!idPattern.test(newName))
      throw new Refusal('An id is made of lower-case words joined by hyphens, such as first-orders.');
    if (quoted(newName) !== newName)
      throw new Refusal(`${newName} reads as a number or as a truth value. Begin an id with a word.`);
    const strategy = project.strategyOf(item);
    const taken =
      item.of === 'document'
        ? project.strategies.find((it) => it.name === newName && it.root !== item)?.root
        : strategy?.byId.get(newName)?.find((it) => it !== item);
    if (taken) throw new Refusal(`${kindName(taken.of)} '${nameOf(taken)}' has the id ${newName} already.`);
    return toWorkspaceEdit(
      workspace,
      placesOf(item, project).map((at) => ({ at, text: newName })),
    );
  },
);

function renamed(file: PlanFile, offset: number, project: Project): Named {
  const named = namedAt(file, offset, project);
  if (!named) throw new Refusal(whyNot(file, offset, project));
  const { item } = named;
  if (item.of === 'document' && !item.id) {
    throw new Refusal(
      'The id of this plan is the name of its file. Rename the file, or give the plan an id of its own.',
    );
  }
  if (!item.id) throw new Refusal('This item has no id that could be renamed.');
  return named;
}

function whyNot(file: PlanFile, offset: number, project: Project): string {
  const mention = mentionAt(file, offset);
  if (!mention) return 'There is no id here. Put the cursor on an id, or on a name that refers to one.';
  if (mention.kinds.includes('role'))
    return 'Roles are listed in strategy.config.yaml and cannot be renamed from here.';
  if (project.find(mention).state === 'unclear')
    return 'The document that this refers to cannot be read at the moment.';
  const [first, second] = project.strategies.filter((it) => it.byId.has(mention.name));
  return first && second
    ? `Several plans have the id ${mention.name}. Say which one is meant, as in ${first.name}/${mention.name}.`
    : `Nothing in this project has the id ${mention.name}.`;
}
