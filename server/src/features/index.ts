/** Every question that the server answers; a new one is its file and a line here. */
import { completion, completionCard } from './completion.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import { hover } from './hover.ts';
import { coverage, plan, planNews } from './plan.ts';
import { quickFixes } from './quick-fixes.ts';
import { references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { documentSymbols, workspaceSymbols } from './symbols.ts';

export const features: readonly Feature[] = [
  completion,
  completionCard,
  coverage,
  definition,
  diagnostics,
  documentSymbols,
  hover,
  plan,
  planNews,
  prepareRename,
  quickFixes,
  references,
  rename,
  workspaceSymbols,
];
