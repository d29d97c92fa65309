/** Where the time of one change or one question goes, told line by line to those who have asked for it (`$/setTrace`). */
import { LogTraceNotification, SetTraceNotification, type Connection } from 'vscode-languageserver';
import { decoded, fileOf } from './uris.ts';

export interface Trace {
  /** What the client said of it at its start. */
  readonly setTo: (value: unknown) => void;
  /** Begins the line of a change; nothing while nobody reads along, so that nothing is counted then either. */
  readonly change: (uri: string, version: number) => Line | undefined;
  /** The line of the change of a file that is still on its way. */
  readonly following: (uri: string) => Line | undefined;
  readonly question: (method: string, params: unknown) => Line | undefined;
}

/** One line, which grows with what is done. */
export interface Line {
  /** What has been done since the line was begun, or since the last note: the words, that time, and more words. */
  readonly note: (done: string, more?: string) => void;
  /** The next note speaks of what is done from here on. */
  readonly pause: () => void;
  /** Tells the line, once, with the time since it was begun behind these words; what is noted after that is lost. */
  readonly end: (outcome?: string) => void;
}

export function createTrace(connection: Connection): Trace {
  const changes = new Map<string, Line>();
  let on = false;
  const setTo: Trace['setTo'] = (value) => {
    on = typeof value === 'string' && value !== 'off';
    if (!on) changes.clear();
  };
  // A client that is gone reads no traces.
  const tell = (message: string): void => {
    connection.sendNotification(LogTraceNotification.type, { message }).catch(() => undefined);
  };
  connection.onNotification(SetTraceNotification.type, ({ value }) => {
    setTo(value);
  });
  return {
    setTo,
    change: (uri, version) => {
      if (!on) return undefined;
      changes.get(uri)?.end('left to the next change after');
      const line = createLine(`change ${nameOf(uri)} v${version}`, (text) => {
        changes.delete(uri);
        tell(text);
      });
      changes.set(uri, line);
      return line;
    },
    following: (uri) => (on ? changes.get(uri) : undefined),
    question: (method, params) => (on ? createLine(`${shortOf(method)}${about(params)}`, tell) : undefined),
  };
}

function createLine(what: string, tell: (text: string) => void): Line {
  const begun = performance.now();
  const notes: string[] = [];
  let last = begun;
  let ended = false;
  return {
    note: (done, more = '') => {
      const now = performance.now();
      notes.push(`${done} ${time(now - last)}${more}`);
      last = now;
    },
    pause: () => {
      last = performance.now();
    },
    end: (outcome) => {
      if (ended) return;
      ended = true;
      if (outcome !== undefined) notes.push(`${outcome} ${time(performance.now() - begun)}`);
      tell(`${what}: ${notes.join(', ')}`);
    },
  };
}

/** How much there is in an answer, where it is a list. */
export function sizeOf(answer: unknown): string {
  if (answer === null || answer === undefined) return ' (nothing)';
  const list = Array.isArray(answer) ? answer : (answer as { items?: unknown }).items;
  return Array.isArray(list) ? ` (${counted(list.length, 'item')})` : '';
}

export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function time(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}

function shortOf(method: string): string {
  return method.replace(/^textDocument\//, '');
}

function about(params: unknown): string {
  const uri = fileOf(params);
  return uri === undefined ? '' : ` ${nameOf(uri)}`;
}

function nameOf(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}
