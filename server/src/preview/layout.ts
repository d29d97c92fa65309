/** Where things stand in the map: columns for layers, lanes for documents, cards stacked where both meet. */

export interface Node {
  readonly key: string;
  readonly lane: string;
  readonly column: number;
  readonly height: number;
}

export interface Link {
  readonly above: string;
  readonly below: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout<L extends Link> {
  readonly width: number;
  readonly height: number;
  /** Left edges of the columns that hold something, by column. */
  readonly columns: ReadonlyMap<number, number>;
  readonly lanes: readonly { readonly key: string; readonly y: number; readonly height: number }[];
  readonly boxes: ReadonlyMap<string, Box>;
  /** Each link with its line, as the data of an SVG path. */
  readonly lines: readonly { readonly link: L; readonly d: string }[];
}

export const sizes = { card: 184, gutter: 44, margin: 12, head: 30, laneHead: 26, row: 12, lane: 14 } as const;

/** The same nodes in the same order give the same picture, to the pixel. */
export function layoutOf<L extends Link>(
  lanes: readonly string[],
  nodes: readonly Node[],
  links: readonly L[],
): Layout<L> {
  const columns = columnsOf(nodes);
  const above = aboveOf(links);
  const boxes = new Map<string, Box>();
  const bands: { key: string; y: number; height: number }[] = [];
  let y = sizes.head;
  for (const key of lanes) {
    const inLane = nodes.filter((it) => it.lane === key);
    if (inLane.length === 0) continue;
    const height = place(inLane, { columns, above, boxes, top: y + sizes.laneHead }) + sizes.laneHead + sizes.lane;
    bands.push({ key, y, height });
    y += height + sizes.lane;
  }
  const width = 2 * sizes.margin + columns.size * sizes.card + Math.max(0, columns.size - 1) * sizes.gutter;
  return {
    width,
    height: Math.max(sizes.head, y - sizes.lane),
    columns,
    lanes: bands,
    boxes,
    lines: linesOf(links, boxes),
  };
}

/** Columns that hold nothing take no room. */
function columnsOf(nodes: readonly Node[]): ReadonlyMap<number, number> {
  const used = [...new Set(nodes.map((it) => it.column))].sort((one, other) => one - other);
  return new Map(used.map((column, index) => [column, sizes.margin + index * (sizes.card + sizes.gutter)]));
}

function aboveOf(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string[]>();
  for (const link of links) {
    const known = above.get(link.below);
    if (known) known.push(link.above);
    else above.set(link.below, [link.above]);
  }
  return above;
}

interface Ground {
  readonly columns: ReadonlyMap<number, number>;
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly boxes: Map<string, Box>;
  readonly top: number;
}

/** Stacks the nodes of one lane, column by column, and says how high it grew. */
function place(nodes: readonly Node[], { columns, above, boxes, top }: Ground): number {
  let highest = 0;
  for (const [column, x] of columns) {
    let y = top;
    for (const { key, height } of sorted(
      nodes.filter((it) => it.column === column),
      above,
      boxes,
    )) {
      boxes.set(key, { x, y, width: sizes.card, height });
      y += height + sizes.row;
    }
    highest = Math.max(highest, y - top - sizes.row);
  }
  return highest;
}

/** Beside what they serve, so that lines cross seldom; those that serve nothing placed yet go last, as written. */
function sorted(nodes: readonly Node[], above: Ground['above'], boxes: Ground['boxes']): readonly Node[] {
  const wish = (node: Node): number => {
    const middles = (above.get(node.key) ?? []).flatMap((it) => boxes.get(it) ?? []).map(middle);
    return middles.length === 0 ? Number.MAX_SAFE_INTEGER : middles.reduce((sum, it) => sum + it, 0) / middles.length;
  };
  return nodes
    .map((node) => ({ node, wish: wish(node) }))
    .sort((one, other) => one.wish - other.wish)
    .map(({ node }) => node);
}

function linesOf<L extends Link>(links: readonly L[], boxes: ReadonlyMap<string, Box>): Layout<L>['lines'] {
  let bends = 0;
  return links.flatMap((link) => {
    const above = boxes.get(link.above);
    const below = boxes.get(link.below);
    if (!above || !below || above === below) return [];
    return [{ link, d: above.x === below.x ? bend(above, below, bends++) : curve(above, below) }];
  });
}

function curve(above: Box, below: Box): string {
  const start = above.x + above.width;
  const reach = Math.max(24, (below.x - start) / 2);
  return `M${start} ${middle(above)}C${start + reach} ${middle(above)} ${below.x - reach} ${middle(below)} ${below.x} ${middle(below)}`;
}

/** Within a column the line swings out to the left, a little further each time, so that two can be told apart. */
function bend(above: Box, below: Box, index: number): string {
  const out = above.x - 22 - 6 * (index % 4);
  return `M${above.x} ${middle(above)}C${out} ${middle(above)} ${out} ${middle(below)} ${below.x} ${middle(below)}`;
}

function middle({ y, height }: Box): number {
  return Math.round(y + height / 2);
}
