import { ReferencesRequest, type Location } from 'vscode-languageserver-protocol';
import { feature } from './feature.ts';
import { locationOf, toOffset } from './place.ts';
import { inner, namedAt, placesOf } from './symbol.ts';

/** Everywhere that an item is named, over all files of the project. */
export const references = feature(
  ReferencesRequest.type,
  { referencesProvider: true },
  (workspace, { textDocument, position, context }): Location[] => {
    const file = workspace.files.get(textDocument.uri);
    const project = workspace.projectOf(textDocument.uri);
    if (!file || !project) return [];
    const named = namedAt(file, toOffset(file.document, position), project);
    if (!named) return [];
    const own = named.item.id && inner(named.item.id.span);
    const places = placesOf(named.item, project).filter(
      (it) => context.includeDeclaration || it.section !== own?.section || it.start !== own.start,
    );
    return places.flatMap((it) => locationOf(workspace, it) ?? []);
  },
);
