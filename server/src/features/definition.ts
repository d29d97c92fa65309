import { DefinitionRequest, type LocationLink } from 'vscode-languageserver-protocol';
import { placeOf } from '../model/item.ts';
import { titlePlace } from '../model/strategy.ts';
import { feature } from './feature.ts';
import { locationOf, mentionAt, rangeOf, toOffset } from './place.ts';

/** From a name to what it stands for, in any file of the project. */
export const definition = feature(
  DefinitionRequest.type,
  { definitionProvider: true },
  (workspace, { textDocument, position }): LocationLink[] => {
    const file = workspace.files.get(textDocument.uri);
    const project = workspace.projectOf(textDocument.uri);
    const mention = file && mentionAt(file, toOffset(file.document, position));
    if (!mention || !project) return [];
    const link = project.find(mention);
    if (link.state !== 'found' && link.state !== 'wrong-kind') return [];
    const { target } = link;
    const strategy = target.of === 'document' ? project.strategies.find((it) => it.root === target) : undefined;
    const location = locationOf(workspace, strategy ? titlePlace(strategy) : placeOf(target));
    if (!location) return [];
    const { uri, range } = location;
    const originSelectionRange = rangeOf(file.document, mention.span);
    return [{ targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange }];
  },
);
