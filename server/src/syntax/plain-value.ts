/** What a text without quotes means, by YAML's core schema. */
import type { ScalarNode } from './tree.ts';

const whole = /^[-+]?\d+$/;
const decimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[\da-fA-F]+$/;
const infinite = /^[-+]?\.(?:inf|Inf|INF)$/;

export function valueOf(source: string): ScalarNode['value'] {
  const code = source.charCodeAt(0);
  if (code <= nine) return code < plus || code === slash ? source : (numberOf(source) ?? source);
  return source.length <= longestWord && firstOfWord(code) ? wordOf(source) : source;
}

const plus = 43;
const slash = 47;
const nine = 57;
const longestWord = 'false'.length;

function numberOf(source: string): number | undefined {
  if (whole.test(source)) return parseInt(source, 10);
  if (decimal.test(source)) return parseFloat(source);
  if (octal.test(source)) return parseInt(source.slice(2), 8);
  if (hexadecimal.test(source)) return parseInt(source.slice(2), 16);
  if (infinite.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  return source === '.nan' || source === '.NaN' || source === '.NAN' ? NaN : undefined;
}

/** Whether it is one of `n`, `t`, `f`, in either case, or `~`. */
function firstOfWord(code: number): boolean {
  const letter = code | 32;
  return letter === 110 || letter === 116 || letter === 102 || code === 126;
}

function wordOf(source: string): ScalarNode['value'] {
  switch (source) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return source;
  }
}
