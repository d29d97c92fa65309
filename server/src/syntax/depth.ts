/** Levels deeper than anyone writes, and than the stack of a parser goes. */
export const deepest = 60;

export function tooDeep(text: string): boolean {
  return /(?:[-?:][ \t]+){60}/.test(text) || bracketsTooDeep(text) || linesTooDeep(text);
}

export function bracketsTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= deepest; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
  }
  return depth > deepest;
}

/** Each line that stands further to the right than the one above may be a level. */
function linesTooDeep(text: string): boolean {
  const columns: number[] = [];
  for (const [, spaces = ''] of text.matchAll(/^( *)[^\s]/gm)) {
    while ((columns.at(-1) ?? -1) >= spaces.length) columns.pop();
    columns.push(spaces.length);
    if (columns.length > deepest) return true;
  }
  return false;
}
