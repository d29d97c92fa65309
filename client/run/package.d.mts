/** Packs the built extension and gives the path of the file. */
export declare function pack(): Promise<string>;
