/** Anchors and aliases. Names in other signs than everybody uses are left to the package. */
import { codeAt, hyphen, isFlowSign, isLetter, space, type Scan } from './plain-scan.ts';
import type { Alias, Anchored, Written } from './written.ts';

const dot = 46;
const underscore = 95;

export function readAlias(scan: Scan, inFlow: boolean): Alias | undefined {
  const start = scan.at;
  const name = readName(scan, inFlow);
  return name === '' ? undefined : { is: 'alias', name, span: { section: scan.section, start, end: scan.at } };
}

/** The name behind the sign at `at`; empty if there is none that ends where a name can. */
export function readName(scan: Scan, inFlow: boolean): string {
  const { text } = scan;
  const start = ++scan.at;
  let code = codeAt(text, start);
  while (isLetter(code) || code === hyphen || code === underscore || code === dot) code = codeAt(text, ++scan.at);
  return code <= space || (inFlow && isFlowSign(code)) ? text.slice(start, scan.at) : '';
}

export function anchoredOf(name: string, node: Written | undefined): Anchored | undefined {
  if (!node || node.is === 'alias' || node.is === 'anchored') return undefined;
  return { is: 'anchored', name, node, span: node.span };
}
