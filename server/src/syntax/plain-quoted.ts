/** Texts in quotes, on one line or on several. */
import {
  backslash,
  codeAt,
  doubleQuote,
  scalarOf,
  singleQuote,
  skipBreak,
  skipSpaces,
  space,
  type Scan,
} from './plain-scan.ts';
import { joined } from './plain-text.ts';
import type { ScalarNode } from './tree.ts';

/** A text in quotes. It may go on in lines deeper than `indent`. */
export function readQuoted(scan: Scan, indent: number): ScalarNode | undefined {
  const { text } = scan;
  const start = scan.at++;
  return codeAt(text, start) === singleQuote ? readSingle(scan, start, indent) : readDouble(scan, start, indent);
}

function readSingle(scan: Scan, start: number, indent: number): ScalarNode | undefined {
  const { text } = scan;
  let doubled = false;
  let broken = false;
  for (;;) {
    const code = codeAt(text, scan.at);
    if (code < space) {
      if (!nextLine(scan, indent)) return undefined;
      broken = true;
      continue;
    }
    scan.at++;
    if (code !== singleQuote) continue;
    if (codeAt(text, scan.at) !== singleQuote) break;
    doubled = true;
    scan.at++;
  }
  const source = text.slice(start, scan.at);
  const inner = source.slice(1, -1);
  const whole = broken ? joined(inner) : inner;
  return scalarOf(scan, doubled ? whole.replaceAll("''", "'") : whole, source, 'single', start);
}

/** Escapes are read in texts on one line only. */
function readDouble(scan: Scan, start: number, indent: number): ScalarNode | undefined {
  const { text } = scan;
  let escaped = false;
  let broken = false;
  for (;;) {
    const code = codeAt(text, scan.at);
    if (code < space) {
      if (escaped || !nextLine(scan, indent)) return undefined;
      broken = true;
      continue;
    }
    scan.at++;
    if (code === doubleQuote) break;
    if (code !== backslash) continue;
    if (broken || codeAt(text, scan.at) < space) return undefined;
    escaped = true;
    scan.at++;
  }
  const source = text.slice(start, scan.at);
  const inner = source.slice(1, -1);
  const value = escaped ? unescaped(inner) : broken ? joined(inner) : inner;
  return value === undefined ? undefined : scalarOf(scan, value, source, 'double', start);
}

/** To the first character of the next line that is not blank, if it is deep enough to belong to the same text. */
function nextLine(scan: Scan, indent: number): boolean {
  while (scan.at < scan.text.length) {
    skipBreak(scan);
    const line = scan.at;
    if (skipSpaces(scan) > space) return scan.at - line > indent;
  }
  return false;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** What stands between double quotes on one line, if its escapes are those of JSON. */
function unescaped(inner: string): string | undefined {
  let result = '';
  let done = 0;
  for (let at = inner.indexOf('\\'); at >= 0; at = inner.indexOf('\\', done)) {
    const sign = inner.charAt(at + 1);
    const letter = sign === 'u' ? byNumber(inner.slice(at + 2, at + 6)) : escapes[sign];
    if (letter === undefined) return undefined;
    result += inner.slice(done, at) + letter;
    done = at + (sign === 'u' ? 6 : 2);
  }
  return result + inner.slice(done);
}

function byNumber(digits: string): string | undefined {
  return /^[\da-fA-F]{4}$/.test(digits) ? String.fromCharCode(parseInt(digits, 16)) : undefined;
}
