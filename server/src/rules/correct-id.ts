/** Ids that are not well written, and their correction with all that refers to them. */
import type { Mention } from '../model/item.ts';
import type { Part } from '../model/part.ts';
import type { Strategy } from '../model/strategy.ts';
import type { Project } from '../project/project.ts';
import { idPattern } from '../schema/formats.ts';
import { entryOf, type ScalarNode } from '../syntax/tree.ts';
import type { Edit } from '../syntax/write.ts';
import { textOf } from './form.ts';
import { fix, type Fix } from './rule.ts';
import { freeId, idFrom } from './suggest.ts';

/** The well-written form of an id, put in its place and in every reference to it. */
export function renamings(node: ScalarNode, part: Part, project: Project): readonly Fix[] {
  const strategy = project.strategies.find(({ uri }) => uri === part.uri);
  const written = textOf(node);
  const wanted = idFrom(written, 6);
  if (!strategy || !idPattern.test(wanted)) return [];
  const id = freeId(wanted, strategy);
  const meant = referrers(node, written, strategy, project);
  const references =
    meant.length === 0
      ? ''
      : meant.length === 1
        ? ', here and in one reference'
        : `, here and in ${meant.length} references`;
  return fix(`Change it to '${id}'${references}`, rewrite(node, id), ...meant.map((it) => rewriteMention(it, id)));
}

/** What refers to the id: of the document itself by its name alone, of others with the document in front. */
function referrers(
  node: ScalarNode,
  written: string,
  { uri, name, root }: Strategy,
  project: Project,
): readonly Mention[] {
  const all = [...project.strategies, ...project.measures].flatMap((it) => it.mentions);
  const whole = entryOf(root.node, 'id')?.value === node;
  return all.filter(({ id, document, span, kinds }) => {
    if (whole) return kinds.includes('document') && document === undefined && id === written;
    return (
      id === written &&
      (document === undefined ? span.section.uri === uri && !kinds.includes('role') : document === name)
    );
  });
}

function rewrite({ span, style }: ScalarNode, text: string): Edit {
  const quote = style === 'single' ? "'" : style === 'double' ? '"' : '';
  return { at: span, text: `${quote}${text}${quote}` };
}

function rewriteMention({ idSpan }: Mention, text: string): Edit {
  return { at: idSpan, text };
}
