export interface Places {
  /** The user's settings and state; a new one is made quiet. */
  readonly userData: string;
  readonly extensions: string;
}

export interface Running {
  readonly url: string;
  /** Ends the editor with all that it has started. */
  readonly stop: () => Promise<void>;
  /** Fulfilled with the exit code if the editor ends without having been stopped. */
  readonly broken: Promise<number | null>;
}

export interface StartOptions extends Places {
  readonly port?: number;
  readonly smokeTestDriver?: boolean;
  readonly extraArgs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export declare const quiet: Readonly<Record<string, unknown>>;
/** Writes the user's settings where there are none yet. */
export declare function writeSettings(userData: string, settings?: Readonly<Record<string, unknown>>): Promise<void>;
export declare function installExtension(file: string, places: Places): Promise<void>;
export declare function start(options: StartOptions): Promise<Running>;
