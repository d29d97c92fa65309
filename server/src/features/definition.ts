import { DefinitionRequest, type LocationLink } from 'vscode-languageserver-protocol';
import type { PlanFile } from '../model/file.ts';
import { placeOf, type Item } from '../model/item.ts';
import type { Config } from '../model/language.ts';
import { titlePlace } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import type { Span } from '../syntax/tree.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { feature, type Client } from './feature.ts';
import { locationOf, rangeOf, toOffset } from './place.ts';
import { formAt, ruleAt } from './form.ts';
import { mentionAt } from './spot.ts';
import { namedAt } from './symbol.ts';

/** From a name to what it stands for, in any file of the project; from an alias to its anchor, and from a rule to its page. */
export const definition = feature(
  DefinitionRequest.type,
  { definitionProvider: true },
  (workspace, { textDocument, position }, client): LocationLink[] => {
    const file = workspace.files.get(textDocument.uri);
    const project = workspace.projectOf(textDocument.uri);
    if (!file || !project) return [];
    const offset = toOffset(file.document, position);
    const named = namedAt(file, offset, project);
    if (named) return linkTo(workspace, file, named.span, placeOfItem(named.item, project));
    const mention = mentionAt(file, offset);
    if (mention?.kinds.includes('role')) return linkTo(workspace, file, mention.span, roleNamed(mention.name, project));
    return ofForm(workspace, file, offset, client);
  },
);

function linkTo(workspace: Workspace, { document }: PlanFile, from: Span, to: Span | undefined): LocationLink[] {
  const location = to && locationOf(workspace, to);
  if (!location) return [];
  const { uri, range } = location;
  const originSelectionRange = rangeOf(document, from);
  return [{ targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange }];
}

function placeOfItem(item: Item, project: Project): Span {
  const strategy = item.of === 'document' ? project.strategies.find((it) => it.root === item) : undefined;
  return strategy ? titlePlace(strategy) : placeOf(item);
}

/** Where the project lists a role. */
function roleNamed(name: string, { config }: Project): Span | undefined {
  const root = config?.root as unknown as Config | undefined;
  return root?.roles.find(({ key }) => String(key.value) === name)?.key.span;
}

function ofForm(workspace: Workspace, file: PlanFile, offset: number, { rulePages }: Client): LocationLink[] {
  const form = formAt(file, offset);
  if (!form) return [];
  const rule = ruleAt(form);
  if (rule && rulePages !== undefined) {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const originSelectionRange = rangeOf(file.document, form.span);
    const targetUri = `${rulePages}${rule.id}.md`;
    return [{ targetUri, targetRange: range, targetSelectionRange: range, originSelectionRange }];
  }
  return form.node?.anchor ? linkTo(workspace, file, form.span, form.node.anchor) : [];
}
