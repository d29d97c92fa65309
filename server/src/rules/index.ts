/** Every rule there is; a new one is its file, its page, and a line here. */
import type { Rule } from './rule.ts';
import { tacticWithoutGoal } from './trace/tactic-without-goal.ts';

export const rules: readonly Rule[] = [tacticWithoutGoal];
