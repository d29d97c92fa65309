import { HoverRequest, MarkupKind, type Hover, type Range } from 'vscode-languageserver-protocol';
import type { PlanFile } from '../model/file.ts';
import type { Item } from '../model/item.ts';
import { describeItem, describeKey, describeValue, valuesOf } from './describe.ts';
import { feature } from './feature.ts';
import { formAt, ruleAt } from './form.ts';
import { rangeOf, toOffset } from './place.ts';
import { at, definedAt, mentionAt } from './spot.ts';

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
  const item = definedAt(file, offset) ?? ownId(file, offset);
  if (item?.id) return card(describeItem(item, project), rangeOf(document, item.id.span));
  return ofForm(file, offset);
});

/** The document itself, where its id is written. */
function ownId({ document, root }: PlanFile, offset: number): Item | undefined {
  return root?.is === 'item' && root.id && at(document, root.id.span, offset) ? root : undefined;
}

/** A key, or one of the words that a key takes. */
function ofForm(file: PlanFile, offset: number): Hover | null {
  const form = formAt(file, offset);
  if (!form) return null;
  const { key, node, shape, span } = form;
  const range = rangeOf(file.document, span);
  if (key) return card(describeKey(key), range);
  const rule = ruleAt(form);
  if (rule) return card(`**${rule.id}**\n\nFinds ${rule.finds}.`, range);
  const value = shape && node?.is === 'scalar' ? valuesOf(shape).find((it) => it.value === node.value) : undefined;
  return shape && value ? card(describeValue(value, shape), range) : null;
}

function card(value: string, range: Range): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}
