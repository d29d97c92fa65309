/** As much of a browser's document as it takes to draw into one again and again, and to read what then stands there. */

interface Node {
  readonly nodeType: number;
  parentNode: Element | null;
  readonly nextSibling: Node | null;
  remove(): void;
  written(): string;
}

class Piece implements Node {
  parentNode: Element | null = null;
  readonly nodeType: number = 3;

  data: string;

  constructor(data: string) {
    this.data = data;
  }

  get nextSibling(): Node | null {
    const all = this.parentNode?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }

  remove(): void {
    const all = this.parentNode?.childNodes;
    all?.splice(all.indexOf(this), 1);
    this.parentNode = null;
  }

  written(): string {
    return this.data.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  }
}

class Element extends Piece {
  override readonly nodeType = 1;
  readonly childNodes: Node[] = [];
  readonly ownerDocument = page;
  private readonly named = new Map<string, string>();

  readonly namespaceURI: string;
  readonly localName: string;

  constructor(namespace: string, name: string) {
    super('');
    this.namespaceURI = namespace;
    this.localName = name;
  }

  get firstChild(): Node | null {
    return this.childNodes[0] ?? null;
  }

  get attributes(): readonly { name: string; value: string }[] {
    return [...this.named].map(([name, value]) => ({ name, value }));
  }

  insertBefore(node: Node, before: Node | null): Node {
    node.remove();
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, node);
    node.parentNode = this;
    return node;
  }

  setAttribute(name: string, value: unknown): void {
    this.named.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.named.delete(name);
  }

  /** Attributes by name, since the order in which they came tells nothing. */
  override written(): string {
    const words = [...this.named].sort().map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
    return `<${this.localName}${words.join('')}>${this.childNodes.map((it) => it.written()).join('')}</${this.localName}>`;
  }
}

const page = {
  createElementNS: (namespace: string, name: string) => new Element(namespace, name),
  createTextNode: (text: string) => new Piece(text),
};

export interface Root {
  /** To draw into. */
  readonly element: globalThis.Element;
  /** What stands in it. */
  readonly text: () => string;
}

export function emptyRoot(): Root {
  const root = new Element('http://www.w3.org/1999/xhtml', 'main');
  return { element: root as unknown as globalThis.Element, text: () => root.written() };
}
