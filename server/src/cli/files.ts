/** How a command reads files. */
export interface Files {
  readonly read: (uri: string) => Promise<{ readonly text: string } | { readonly failure: string }>;
  readonly find: (folder: string) => AsyncIterable<string>;
}
