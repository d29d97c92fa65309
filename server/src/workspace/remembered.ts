/** A function that works its answers out once. What has no answer is asked again. */
export function remembered<A, B>(make: (it: A) => B): (it: A) => B {
  const known = new Map<A, B>();
  return (it) => {
    const before = known.get(it);
    if (before !== undefined) return before;
    const made = make(it);
    known.set(it, made);
    return made;
  };
}
