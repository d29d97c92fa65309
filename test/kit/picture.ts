/** All that a document says, as plain data, so that two ways to the same document can be compared. */
import assert from 'node:assert/strict';
import { commentsOf, locate, sectionAt, startOfSection, type Document } from '../../server/src/syntax/document.ts';
import type { Node, Span } from '../../server/src/syntax/tree.ts';
import type { Lines } from '../../server/src/text/lines.ts';

/** Everything at its places in the whole text. */
export function picture(document: Document): unknown {
  const { tree, root, problems, sections, text, length } = document;
  const at = (span: Span): unknown => [locate(document, span), startOfSection(document, span.section)];
  const of = (node: Node): unknown => {
    const own = [node.is, at(node.span), node.anchor && at(node.anchor)];
    if (node.is === 'scalar') return [...own, node.value, node.source, node.style];
    if (node.is === 'list') return [...own, node.flow, node.cut, node.items.map(of)];
    return [
      ...own,
      node.flow,
      node.entries.map((it) => [of(it.key), it.value && of(it.value), at(it.span), it.merged]),
    ];
  };
  return {
    text,
    length,
    lines: linesIn(document.lines),
    sections: sections.map((it) => [it.text, it.item, startOfSection(document, it)]),
    at: Array.from({ length: 12 }, (_, nth) => sectionAt(document, Math.round((nth * length) / 11))?.section.text),
    root: root && of(root),
    tree: tree && of(tree),
    problems: problems.map(({ code, span }) => [code, at(span)]),
    comments: commentsOf(document).map(({ span, text: words }) => [at(span), words]),
  };
}

/** Everything that lines tell, of some hundred offsets where there are more. */
export function linesIn(lines: Lines): unknown {
  const all = Array.from({ length: lines.count + 2 }, (_, line) => [
    lines.startOf(line),
    lines.endOf(line),
    lines.textOf(line),
  ]);
  const step = Math.max(1, Math.floor(lines.length / 200));
  const offsets = Array.from({ length: Math.ceil((lines.length + 1) / step) }, (_, nth) => nth * step);
  return [lines.length, lines.count, all, offsets.map(lines.lineAt)];
}

/** As text first, which is quicker by far; the difference is looked for where there is one. */
export function assertSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected);
}
