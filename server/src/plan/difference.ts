/** How one plan becomes the next, so that a keystroke costs what it has changed on each of the ways that a plan goes. */
import { commonEnds } from '../text/order.ts';

/**
 * `is`: another value. `in`: the same record, or a list as long as before, other at some of its keys.
 * `at`: a list in which so many values from a place on have others instead.
 */
export type Difference =
  | readonly ['is', unknown]
  | readonly ['in', readonly (readonly [key: string, Difference])[], gone: readonly string[]]
  | readonly ['at', start: number, count: number, instead: readonly unknown[]];

/** Of plain data as JSON has it; `undefined` where both say the same. The order of a record's keys says nothing. */
export function differenceOf(before: unknown, after: unknown): Difference | undefined {
  if (before === after) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after);
  return isRecord(before) && isRecord(after) ? ofRecords(before, after) : ['is', after];
}

/** What `after` was for `differenceOf`. What is the same is shared with `before`, so that it can be told by its identity. */
export function changed(before: unknown, difference: Difference): unknown {
  switch (difference[0]) {
    case 'is':
      return difference[1];
    case 'in':
      return Array.isArray(before) ? listIn(before, difference) : recordIn(before, difference);
    case 'at': {
      const [, start, count, instead] = difference;
      return Array.isArray(before) ? before.toSpliced(start, count, ...(instead as unknown[])) : before;
    }
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Nearly all is the same each time, so that is only looked at, and nothing is made of it.
 * Authors choose the keys, and `__proto__` is one like any other: what a record does not hold itself is not in it.
 */
function ofRecords(before: Fields, after: Fields): Difference | undefined {
  let inside: [string, Difference][] | undefined;
  let gone: string[] | undefined;
  for (const key in after) {
    const value = after[key];
    if (before[key] === value) continue;
    const difference = Object.hasOwn(before, key) ? differenceOf(before[key], value) : (['is', value] as const);
    if (difference) (inside ??= []).push([key, difference]);
  }
  for (const key in before) if (!Object.hasOwn(after, key)) (gone ??= []).push(key);
  return inside || gone ? ['in', inside ?? [], gone ?? []] : undefined;
}

function recordIn(before: unknown, [, inside, gone]: Extract<Difference, readonly ['in', ...unknown[]]>): Fields {
  const entries = new Map(isRecord(before) ? Object.entries(before) : []);
  for (const [key, it] of inside) entries.set(key, changed(entries.get(key), it));
  for (const key of gone) entries.delete(key);
  return Object.fromEntries(entries);
}

function ofLists(before: readonly unknown[], after: readonly unknown[]): Difference | undefined {
  if (before.length === after.length) {
    let inside: [string, Difference][] | undefined;
    for (let index = 0; index < after.length; index++) {
      const difference = differenceOf(before[index], after[index]);
      if (difference) (inside ??= []).push([String(index), difference]);
    }
    return inside && ['in', inside, []];
  }
  const same = (one: number, other: number): boolean => !differenceOf(before[one], after[other]);
  const { head, tail } = commonEnds(before.length, after.length, same);
  return ['at', head, before.length - head - tail, after.slice(head, after.length - tail)];
}

function listIn(before: readonly unknown[], [, inside]: Extract<Difference, readonly ['in', ...unknown[]]>): unknown[] {
  const list = [...before];
  for (const [key, it] of inside) list[Number(key)] = changed(list[Number(key)], it);
  return list;
}
