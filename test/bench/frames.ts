/** The framing of the language server protocol, by hand: nothing stands between a message and its moment. */

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** Takes bytes as they come. A message is told with the moment at which its last byte had come, before it was read. */
export function createFrames(tell: (message: Message, at: number) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let needed = 1;
  return (chunk) => {
    const at = performance.now();
    chunks.push(chunk);
    length += chunk.length;
    if (length < needed) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    needed = 1;
    for (let it = next(rest); it; it = next(rest)) {
      if (rest.length < it.end) {
        needed = it.end;
        break;
      }
      tell(JSON.parse(rest.toString('utf8', it.start, it.end)) as Message, at);
      rest = rest.subarray(it.end);
    }
    chunks = rest.length > 0 ? [rest] : [];
    length = rest.length;
  };
}

/** Where the first message stands; `undefined` while its header has not come. */
function next(bytes: Buffer): { readonly start: number; readonly end: number } | undefined {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const size = Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1', 0, head))?.[1]);
  if (!Number.isInteger(size)) throw new Error('A server sent something that is no message.');
  return { start: head + 4, end: head + 4 + size };
}
