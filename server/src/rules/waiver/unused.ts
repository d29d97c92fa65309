import { fix, type Rule } from '../rule.ts';
import { removeWaiver } from '../waivers.ts';

export const waiverUnused: Rule = {
  id: 'waiver/unused',
  finds: 'a waiver that covers no finding',
  severity: { starter: 'off', standard: 'warning', strict: 'warning' },
  *checkSilence({ file, waivers }, { unreadable }) {
    // What cannot be read may hold what the waiver is there for.
    if (unreadable) return;
    for (const { waiver, used, on, expired } of waivers) {
      const { rule } = waiver;
      if (!rule || on !== true || used || expired) continue;
      yield {
        at: rule.span,
        about: [waiver],
        message: `This waiver covers nothing: \`${rule.value ?? ''}\` finds no fault there. Remove it, or a later fault would go unseen.`,
        fixes: () => fix('Remove the waiver', ...removeWaiver(waiver, file)),
      };
    }
  },
};
