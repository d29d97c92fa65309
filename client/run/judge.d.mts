import type { build, Plugin } from 'esbuild';

export declare function readyJudge(esbuild: { readonly build: typeof build }): Plugin;
