/** What is made for a drawing is kept for the next one, so that a letter costs what it changes. */

/** What was made last for a thing; it is made again where something else that it is made from is another than then. */
export function keepMade<Of extends object, From extends readonly unknown[], Made>(
  make: (of: Of, ...from: From) => Made,
): (of: Of, ...from: From) => Made {
  const kept = new WeakMap<Of, { readonly from: From; readonly made: Made }>();
  return (of, ...from) => {
    const known = kept.get(of);
    if (known && areSame(known.from, from)) return known.made;
    const made = make(of, ...from);
    kept.set(of, { from, made });
    return made;
  };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((it, index) => isSame(it, other[index]));
}

/** Lists are made anew for each drawing, so of them counts what they hold. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((it, index) => it === other[index]);
}
