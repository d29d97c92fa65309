import { HoverRequest, MarkupKind, type Hover, type Range } from 'vscode-languageserver-protocol';
import type { PlanFile } from '../model/file.ts';
import { shapeAt } from '../schema/walk.ts';
import { describeItem, describeKey, describeValue, valuesOf } from './describe.ts';
import { feature } from './feature.ts';
import { definedAt, mentionAt, rangeOf, stepsTo, toOffset } from './place.ts';

/** Of a name: the card of what it means. Of a key: what it is. Of a fixed word: its meaning. Of an id: where it is used. */
export const hover = feature(HoverRequest.type, { hoverProvider: true }, (workspace, { textDocument, position }) => {
  const file = workspace.files.get(textDocument.uri);
  const project = workspace.projectOf(textDocument.uri);
  if (!file || !project) return null;
  const { document } = file;
  const offset = toOffset(document, position);

  const mention = mentionAt(file, offset);
  if (mention) {
    const link = project.find(mention);
    const known = link.state === 'found' || link.state === 'wrong-kind';
    if (known) return card(describeItem(link.target, project), rangeOf(document, mention.span));
    const role = project.settings.roles?.get(mention.name);
    if (mention.kinds.includes('role') && role !== undefined)
      return card(`**Role** ${role}`, rangeOf(document, mention.span));
  }
  const item = definedAt(file, offset);
  if (item?.id) return card(describeItem(item, project), rangeOf(document, item.id.span));
  return ofForm(file, offset);
});

/** What stands there as the language has it: a key, or one of the words that a key takes. */
function ofForm({ document, language }: PlanFile, offset: number): Hover | null {
  const steps = stepsTo(document, offset);
  const last = steps.at(-1);
  if (!last) return null;
  const path = steps.map((it) => it.key);
  if (last.onKey) {
    const key = shapeAt(language, path.slice(0, -1))?.map?.keys.get(last.key);
    return key ? card(describeKey(key), rangeOf(document, last.span)) : null;
  }
  const shape = shapeAt(language, path);
  const { node } = last;
  if (!shape || node?.is !== 'scalar') return null;
  const value = valuesOf(shape).find((it) => it.value === node.value);
  return value ? card(describeValue(value, shape), rangeOf(document, node.span)) : null;
}

function card(value: string, range: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}
