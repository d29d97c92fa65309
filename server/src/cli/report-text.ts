/** Findings for people: by file, the place first, the rule last. */
import { styleText } from 'node:util';
import type { Report, Reported } from './check.ts';

export function reportText({ findings, summary }: Report, colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const;
  const byFile = new Map<string, Reported[]>();
  for (const it of findings) byFile.set(it.file, [...(byFile.get(it.file) ?? []), it]);
  const blocks = [...byFile].map(([file, list]) => {
    const lines = list.map((it) => {
      const place = `${it.line}:${it.column}`.padEnd(8);
      const word = it.justified === undefined ? paint(styles[it.severity], it.severity.padEnd(9)) : 'accepted ';
      const reason = it.justified === undefined ? '' : ` (accepted: ${it.justified || 'no reason given'})`;
      return `  ${place}${word} ${it.message}${reason}  ${paint('dim', it.rule)}`;
    });
    return `${paint('bold', file)}\n${lines.join('\n')}\n`;
  });
  return [...blocks, summaryLine(summary)].join('\n') + '\n';
}

function summaryLine({ files, errors, warnings, infos, justified, tactics }: Report['summary']): string {
  const counts = [count(errors, 'error'), count(warnings, 'warning'), ...(infos > 0 ? [count(infos, 'note')] : [])];
  const found = errors + warnings + infos === 0 ? ', nothing found.' : `: ${counts.join(', ')}.`;
  const accepted = justified > 0 ? ` ${justified} accepted with a reason.` : '';
  const all = tactics.traced + tactics.holes;
  const apart = tactics.justified > 0 ? `, ${tactics.justified} justified` : '';
  const trace = all + tactics.justified > 0 ? `\n${tactics.traced} of ${count(all, 'tactic')} traced${apart}.` : '';
  return `${count(files, 'file')} checked${found}${accepted}${trace}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
