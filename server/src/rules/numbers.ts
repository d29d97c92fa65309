/** Numbers as people write them in texts, and how the language writes them. */
import { lacks } from '../model/item.ts';
import type { Kpi, Objective, Reading } from '../model/language.ts';
import type { Part } from '../model/part.ts';
import type { Project } from '../project/project.ts';
import type { Misfit } from '../schema/validate.ts';
import type { ScalarNode } from '../syntax/tree.ts';
import { addEntry, type Edit } from '../syntax/write.ts';
import { itemAt } from './form.ts';

/** A number in a text: as the language writes it, and whether a percent sign stood behind it. */
export interface WrittenNumber {
  readonly text: string;
  readonly percent: boolean;
}

const around = /^(?:[€£$]|[A-Z]{3}(?=[\s\d]))?\s*([-+]?[\d.,' \u00a0]*\d)\s*(%|percent|per cent|[€£$]|[A-Z]{3}|k)?$/;

/** The number that a text means, where there is but one way to read it: `18%`, `£9,000`, `40k`, `1 200`, `"24"`. */
export function numberIn({ value }: ScalarNode): WrittenNumber | undefined {
  const [, digits, unit] = around.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  const plain = digits === undefined ? undefined : plainNumber(digits);
  if (plain === undefined) return undefined;
  const text = unit === 'k' ? String(Math.round(Number(plain) * 1_000_000) / 1000) : plain;
  return { text, percent: unit === '%' || unit === 'percent' || unit === 'per cent' };
}

/** Groups of three digits are thousands; a last mark before one, two or four digits and more is the decimal one. */
function plainNumber(digits: string): string | undefined {
  const text = digits.replace(/^\+/, '').replace(/['\s\u00a0](?=\d{3}(?!\d))/g, '');
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text.replace(/^(-?)0+(?=\d)/, '$1');
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return text.replaceAll(',', '');
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$|^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(text))
    return text.replaceAll('.', '').replace(',', '.');
  return /^-?\d+,(?:\d{1,2}|\d{4,})$/.test(text) ? text.replace(',', '.') : undefined;
}

/** The edit that gives the KPI of this number the unit percent, where it has none yet. */
export function unitFix({ span }: Misfit, part: Part, project: Project): readonly Edit[] {
  const item = itemAt(part, span);
  if (!item) return [];
  const own =
    item.of === 'kpi' ? [item as unknown as Kpi] : project.targets('kpi', (item as unknown as Objective | Reading).kpi);
  return own.flatMap((kpi) => (lacks(kpi, 'unit') ? (addEntry(kpi.node, ['unit', 'percent']) ?? []) : []));
}
