/**
 * Remembers what was worked out from what, so that a change costs what it touches.
 * A source is set from outside; a derived value is worked out from sources and other derived values, and again only when
 * one of those is another than before. A value that comes out the same stops the change there.
 */

export interface Source<T> {
  value: T;
  /** Those that read it when they were worked out last: mostly one, and seldom so many that a set is worth its room. */
  users: Users | undefined;
  /** The turn in which it was read last. */
  reader: number;
  /** What it is about. */
  readonly about: unknown;
  /** Called with that when the last of its users is gone. */
  readonly onIdle: ((about: never) => void) | undefined;
  readonly compute: ((about: never) => T) | undefined;
}

export interface Derived<T> extends Source<T> {
  readonly compute: (about: never) => T;
  /** Those that were read, in that order. */
  sources: readonly Node[];
  state: State;
  /** Called once when it may have become another; it is clean again after the next reading. */
  readonly onStale: ((about: never) => void) | undefined;
}

type Node = Source<unknown> | Derived<unknown>;
type Users = Derived<unknown> | Derived<unknown>[] | Set<Derived<unknown>>;

/** More users than these are kept in a set. */
const few = 40;

/**
 * 0: as it is; 1: something behind a source may have changed; 2: a source has changed; 3: it is being worked out;
 * 4: the same, and what it has read already has changed since.
 */
type State = 0 | 1 | 2 | 3 | 4;

let current: Derived<unknown> | undefined;
let turn = 0;
let turns = 0;
/** How many of its sources `current` has read again so far, in the same order, and what it has read from there on. */
let kept = 0;
let more: Node[] | undefined;

const none: readonly Node[] = [];

export function source<T>(value: T, onIdle?: () => void): Source<T> {
  return { value, users: undefined, reader: 0, about: undefined, onIdle, compute: undefined };
}

/** It is forgotten when nobody uses it. */
export function derived<T>(compute: () => T): Derived<T> {
  return node(compute, undefined, undefined, undefined);
}

/** It is kept until it is dropped, and says when it may have become another. */
export function watcher<A, T>(compute: (about: A) => T, about: A, onStale: (about: A) => void): Derived<T> {
  return node(compute, about, undefined, onStale);
}

/** Works out something about each thing once, as long as somebody uses it. */
export function memo<A extends object, B>(make: (it: A) => B): (it: A) => B {
  const known = new Map<A, Derived<B>>();
  const forgotten = (it: A): void => {
    known.delete(it);
  };
  return (it) => {
    const before = known.get(it);
    if (before) return read(before);
    if (!current) return make(it);
    const made = node(make, it, forgotten, undefined);
    known.set(it, made);
    return read(made);
  };
}

function node<A, T>(
  compute: (about: A) => T,
  about: A,
  onIdle: ((about: A) => void) | undefined,
  onStale: ((about: A) => void) | undefined,
): Derived<T> {
  const value = undefined as T;
  return { value, users: undefined, reader: 0, about, onIdle, compute, sources: none, state: 2, onStale };
}

/** The value as it is now; what is being worked out at the moment depends on it from here on. */
export function read<T>(it: Source<T> | Derived<T>): T {
  if (!isDerived(it)) {
    if (current && it.reader !== turn) use(it, current);
    return it.value;
  }
  if (!current) {
    if (!it.onStale && !it.users) return it.compute(it.about as never);
  } else if (it.reader !== turn) use(it, current);
  if (it.state !== 0) refresh(it);
  return it.value;
}

function isDerived<T>(it: Source<T> | Derived<T>): it is Derived<T> {
  return it.compute !== undefined;
}

function use(it: Node, by: Derived<unknown>): void {
  it.reader = turn;
  if (!more && by.sources[kept] === it) {
    kept++;
    return;
  }
  (more ??= []).push(it);
  it.users = withUser(it.users, by);
}

function withUser(users: Users | undefined, by: Derived<unknown>): Users {
  if (!users || users === by) return by;
  if (users instanceof Set) return users.add(by);
  if (!Array.isArray(users)) return [users, by];
  if (users.includes(by)) return users;
  if (users.length >= few) return new Set(users).add(by);
  users.push(by);
  return users;
}

function withoutUser(users: Users | undefined, by: Derived<unknown>): Users | undefined {
  if (users instanceof Set) return users.delete(by) && users.size === 0 ? undefined : users;
  if (!Array.isArray(users)) return users === by ? undefined : users;
  const at = users.indexOf(by);
  if (at >= 0) users.splice(at, 1);
  return users.length === 0 ? undefined : users;
}

/** Gives a source another value. */
export function set<T>(it: Source<T>, value: T): void {
  if (same(it.value, value)) return;
  it.value = value;
  touch(it);
}

/** Says that the value of a source was changed in place. */
export function touch({ users }: Source<unknown>): void {
  tell(users, 2);
}

/** Gives up what a watcher holds on to. */
export function drop(it: Derived<unknown>): void {
  const { sources } = it;
  it.sources = none;
  it.state = 2;
  for (const each of sources) forget(each, it);
}

/** Whether something is being worked out, so that it would be told of changes of what it reads. */
export function isWorking(): boolean {
  return current !== undefined;
}

/** Whether what was worked out rests on nothing that can change. */
export function isConstant({ sources, state }: Derived<unknown>): boolean {
  return state === 0 && sources.length === 0;
}

/** Works something out once: what it derives on the way is worked out once too, and forgotten behind it. */
export function once<T>(work: () => T): T {
  if (current) return work();
  const it = derived(work);
  try {
    compute(it);
    return it.value;
  } finally {
    drop(it);
  }
}

/** Works something out that does not count as asked by what is being worked out at the moment. */
export function apart(work: () => void): void {
  const outer = current;
  const outerTurn = turn;
  const outerKept = kept;
  const outerMore = more;
  current = undefined;
  turn = 0;
  try {
    work();
  } finally {
    current = outer;
    turn = outerTurn;
    kept = outerKept;
    more = outerMore;
  }
}

function tell(users: Node['users'], state: 1 | 2): void {
  if (users instanceof Set || Array.isArray(users)) for (const it of users) stale(it, state);
  else if (users) stale(users, state);
}

function stale(it: Derived<unknown>, state: 1 | 2): void {
  if (it.state === 3) it.state = 4;
  if (it.state >= state) return;
  const clean = it.state === 0;
  it.state = state;
  if (!clean) return;
  it.onStale?.(it.about as never);
  tell(it.users, 1);
}

/** Makes sure that the value is the present one. */
function refresh(it: Derived<unknown>): void {
  if (it.state === 1) settle(it);
  if (it.state !== 2) return;
  const before = it.value;
  compute(it);
  if (same(before, it.value)) it.value = before;
  else if (it.users instanceof Set || Array.isArray(it.users)) it.users.forEach(isAnother);
  else if (it.users) isAnother(it.users);
}

function isAnother(user: Derived<unknown>): void {
  if (user.state < 2) user.state = 2;
}

/** Looks whether any source is really another; the first that is says so itself. */
function settle(it: Derived<unknown>): void {
  for (const each of it.sources) {
    if (isDerived(each) && each.state !== 0) refresh(each);
    if (it.state === 2) return;
  }
  it.state = 0;
}

function compute(it: Derived<unknown>): void {
  const outer = current;
  const outerTurn = turn;
  const outerKept = kept;
  const outerMore = more;
  current = it;
  turn = ++turns;
  kept = 0;
  more = undefined;
  it.state = 3;
  try {
    it.value = it.compute(it.about as never);
    done(it);
  } catch (error) {
    it.state = 2;
    throw error;
  } finally {
    keep(it);
    current = outer;
    turn = outerTurn;
    kept = outerKept;
    more = outerMore;
  }
}

function done(it: Derived<unknown>): void {
  const again = it.state === 4;
  it.state = 0;
  if (again) stale(it, 2);
}

/** Keeps the sources that were read, and takes leave of those that were not read again. */
function keep(it: Derived<unknown>): void {
  const before = it.sources;
  if (!more && kept === before.length) return;
  const now = before.slice(0, kept).concat(more ?? none);
  it.sources = now;
  if (before.length === 0) return;
  const mark = ++turns;
  for (const each of now) each.reader = mark;
  for (const each of before) if (each.reader !== mark) forget(each, it);
}

function forget(it: Node, user: Derived<unknown>): void {
  if (!it.users) return;
  it.users = withoutUser(it.users, user);
  if (it.users) return;
  if (isDerived(it) && !it.onStale) {
    drop(it);
    it.value = undefined;
  }
  it.onIdle?.(it.about as never);
}

/** Lists are the same if they hold the same. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((it, index) => it === b[index]);
}
