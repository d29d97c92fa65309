/** How the server reads files that are not open. Failure is normal here and is told in words. */

/** A file's text, or why there is none. */
export type Read = { readonly text: string } | { readonly failure: string };

export interface Disk {
  /** The text of a file. A directory, a missing right or another encoding is a failure, never an exception. */
  readonly read: (uri: string) => Promise<Read>;
  /** URIs of the files of the language below a folder; what is ignored or cannot be entered is left out, a loop of links entered once. */
  readonly find: (folder: string) => AsyncIterable<string>;
  /** URIs of the files that belong together with one: those of its project, or without a configuration those beside it. */
  readonly around: (uri: string) => AsyncIterable<string>;
}
