/** A browser to drive: its program, and the arguments and environment that it needs on this machine. */
export declare function chromium(): Promise<{
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}>;
