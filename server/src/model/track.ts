/**
 * Remembers what was worked out from what, so that a change costs what it touches.
 * A source is set from outside; a derived value is worked out from sources and other derived values, and again only when
 * one of those is another than before. A value that comes out the same stops the change there.
 */

export interface Source<T> {
  value: T;
  /** Those that read it when they were worked out last. */
  users: Set<Derived<unknown>> | undefined;
  /** The one that has it among its sources already, while that is being worked out. */
  reader: Derived<unknown> | undefined;
  /** Called when the last of its users is gone. */
  readonly onIdle: (() => void) | undefined;
}

export interface Derived<T> extends Source<T> {
  readonly compute: () => T;
  sources: (Source<unknown> | Derived<unknown>)[];
  state: State;
  /** Called once when it may have become another; it is clean again after the next reading. */
  readonly onStale: (() => void) | undefined;
}

/** 0: as it is; 1: something behind a source may have changed; 2: a source has changed. */
type State = 0 | 1 | 2;

let current: Derived<unknown> | undefined;
let turn = 0;
let turns = 0;

export function source<T>(value: T, onIdle?: () => void): Source<T> {
  return { value, users: undefined, reader: undefined, onIdle };
}

/** It is forgotten when nobody uses it. `onStale` makes it a watcher: it is kept until it is dropped. */
export function derived<T>(compute: () => T, onStale?: () => void): Derived<T> {
  const value = undefined as T;
  return { value, users: undefined, reader: undefined, onIdle: undefined, compute, sources: [], state: 2, onStale };
}

/** The value as it is now; what is being worked out at the moment depends on it from here on. */
export function read<T>(node: Source<T> | Derived<T>): T {
  if (current) {
    if (node.reader !== current) use(node, current);
  } else if ('compute' in node && !node.onStale && !node.users) return node.compute();
  if ('compute' in node) refresh(node);
  return node.value;
}

function use(node: Source<unknown>, by: Derived<unknown>): void {
  node.reader = by;
  by.sources.push(node);
  (node.users ??= new Set()).add(by);
}

/** Works out something about each thing once, as long as somebody uses it. */
export function memo<A extends object, B>(make: (it: A) => B): (it: A) => B {
  const known = new WeakMap<A, Derived<B>>();
  return (it) => {
    const before = known.get(it);
    if (before) return read(before);
    const made = derived(() => make(it));
    known.set(it, made);
    return read(made);
  };
}

/** Gives a source another value. */
export function set<T>(node: Source<T>, value: T): void {
  if (same(node.value, value)) return;
  node.value = value;
  touch(node);
}

/** Says that the value of a source was changed in place. */
export function touch({ users }: Source<unknown>): void {
  if (users) for (const it of users) stale(it, 2);
}

/** Gives up what a watcher holds on to. */
export function drop(node: Derived<unknown>): void {
  const { sources } = node;
  node.sources = [];
  node.state = 2;
  for (const it of sources) forget(it, node);
}

/** The number of what is being worked out at the moment, each time another; 0: nothing is. Until it is done nothing changes. */
export function working(): number {
  return turn;
}

/** Works something out once: what it derives on the way is worked out once too, and forgotten behind it. */
export function once<T>(work: () => T): T {
  if (current) return work();
  const node = derived(work);
  try {
    compute(node);
    return node.value;
  } finally {
    drop(node);
  }
}

function stale(node: Derived<unknown>, state: State): void {
  if (node.state >= state) return;
  const clean = node.state === 0;
  node.state = state;
  if (!clean) return;
  node.onStale?.();
  if (node.users) for (const it of node.users) stale(it, 1);
}

/** Makes sure that the value is the present one. */
function refresh(node: Derived<unknown>): void {
  if (node.state === 1) settle(node);
  if (node.state === 2) {
    const before = node.value;
    compute(node);
    if (same(before, node.value)) node.value = before;
    else if (node.users) for (const it of node.users) it.state = 2;
  }
}

/** Looks whether any source is really another; the first that is says so itself. */
function settle(node: Derived<unknown>): void {
  for (const it of node.sources) {
    if ('compute' in it) refresh(it);
    if (node.state === 2) return;
  }
  node.state = 0;
}

function compute(node: Derived<unknown>): void {
  const [outer, outerTurn] = [current, turn];
  const before = node.sources;
  node.sources = [];
  current = node;
  turn = ++turns;
  try {
    node.value = node.compute();
    node.state = 0;
  } finally {
    current = outer;
    turn = outerTurn;
    leave(node, before);
  }
}

/** Takes leave of the sources that were not read again. */
function leave(node: Derived<unknown>, before: readonly Source<unknown>[]): void {
  // Another that was worked out on the way may have put itself in between.
  for (const it of node.sources) it.reader = node;
  for (const it of before) if (it.reader !== node) forget(it, node);
  for (const it of node.sources) it.reader = undefined;
}

function forget(node: Source<unknown> | Derived<unknown>, user: Derived<unknown>): void {
  if (!node.users?.delete(user) || node.users.size > 0) return;
  node.users = undefined;
  if ('compute' in node && !node.onStale) {
    drop(node);
    node.value = undefined;
  }
  node.onIdle?.();
}

/** Lists are the same if they hold the same. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((it, index) => it === b[index]);
}
