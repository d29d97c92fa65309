import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** What may be deleted at any time and is made anew when it is needed; git does not see it. */
export const cache = process.env.STRATEGY_CACHE ? resolve(process.env.STRATEGY_CACHE) : resolve(root, '.cache');

export const vsix = resolve(cache, 'strategy-as-code.vsix');
