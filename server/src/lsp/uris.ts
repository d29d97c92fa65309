/** One name for each file, however a client spells it: `file:///C:/Käse`, `file:///c%3A/K%C3%A4se` and the disk mean the same. */

/** The spelling by which files are known here, which is that of VS Code. Other schemes than `file` are left as they are. */
export function canonical(uri: string): string {
  const [, path] = /^file:(?:\/\/(?:localhost)?)?(\/(?!\/).*)$/i.exec(uri) ?? [];
  if (path === undefined) return uri;
  const [root = '', first = '', ...more] = path.split('/').map(decoded);
  const drive = /^[A-Z]:$/.test(first) ? first.toLowerCase() : first;
  return `file://${[root, drive, ...more].map(encoded).join('/')}`;
}

/** A folder has no slash at its end. */
export function canonicalFolder(uri: string): string {
  return canonical(uri).replace(/\/+$/, '');
}

/** A name for people; it may be no URI at all. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encoded(text: string): string {
  // A lone half of a pair of surrogates has no encoding.
  const sound = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(sound).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The file that a question is about, in the client's spelling; `undefined`: none. */
export function fileOf(params: unknown): string | undefined {
  const { uri, textDocument } = (params ?? {}) as { uri?: unknown; textDocument?: { uri?: unknown } };
  const named = textDocument?.uri ?? uri;
  return typeof named === 'string' ? named : undefined;
}

/** How the client spells the files that it has opened, so that an answer calls them the same. */
export interface Spellings {
  /** Takes note of a name that the client uses. */
  readonly note: (uri: string) => void;
  /** A question with the files' own names. */
  readonly inwards: (params: unknown) => unknown;
  /** An answer with the client's names, wherever in it a file is named. */
  readonly outwards: <T>(answer: T) => T;
}

export function createSpellings(): Spellings {
  const names = new Map<string, string>();
  const outwards = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(outwards);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [names.get(key) ?? key, outwards(it)]));
  };
  return {
    note: (uri) => {
      const own = canonical(uri);
      if (own === uri) names.delete(own);
      else names.set(own, uri);
    },
    inwards: (params) => {
      const { uri, textDocument } = (params ?? {}) as { uri?: unknown; textDocument?: { uri?: unknown } };
      return {
        ...(params as object),
        ...(typeof uri === 'string' && { uri: canonical(uri) }),
        ...(typeof textDocument?.uri === 'string' && {
          textDocument: { ...textDocument, uri: canonical(textDocument.uri) },
        }),
      };
    },
    outwards: <T>(answer: T) => (names.size === 0 ? answer : (outwards(answer) as T)),
  };
}
