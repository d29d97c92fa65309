/** The words of `words` that were probably meant by `word`: at most two slips away (Levenshtein), the nearest first. */
export function nearest(word: string, words: Iterable<string>): string[] {
  const wanted = word.toLowerCase();
  const most = Math.min(2, Math.max(1, Math.floor(wanted.length / 2)));
  return [...words]
    .map((it) => ({ it, slips: distance(wanted, it.toLowerCase(), most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || Math.abs(a.it.length - word.length) - Math.abs(b.it.length - word.length))
    .map(({ it }) => it);
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; beyond `most` only known to be more. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (above[j - 2] ?? 0) + 1);
      next.push(best);
    }
    above = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
