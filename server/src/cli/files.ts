type Read = { readonly text: string } | { readonly failure: string };

/** How a command reads files: at once, or when they come. */
export interface Files {
  readonly read: (uri: string) => Read | Promise<Read>;
  readonly find: (folder: string) => Iterable<string> | AsyncIterable<string>;
}
