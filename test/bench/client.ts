/** A client that speaks to a server process and knows the moment of each message. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createFrames, frame, type Message } from './frames.ts';

export interface Server {
  readonly name: string;
  readonly command: readonly string[];
  /** Answers the server's questions about settings, section by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The findings of one file, as they came. */
export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Found[];
  readonly at: number;
}

interface Found {
  readonly message: string;
}

export interface Answer {
  readonly result: unknown;
  readonly error?: { readonly code: number; readonly message: string } | undefined;
  readonly at: number;
}

export interface Client {
  readonly server: Server;
  /** When the process was started. */
  readonly began: number;
  readonly notify: (method: string, params: unknown) => number;
  readonly ask: (method: string, params: unknown, cancelled?: boolean) => Promise<Answer>;
  /** Calls back for each list of findings; returns how to stop that. */
  readonly onPublished: (listener: (published: Published) => void) => () => void;
  readonly spent: () => Spent;
  readonly stop: () => Promise<void>;
}

/** What a process has taken of the machine so far; 0 where the machine does not tell. */
export interface Spent {
  /** Memory at its peak (MB). */
  readonly peak: number;
  /** Time on a processor (ms), which other programs do not lengthen. */
  readonly processor: number;
}

/** Promises that something is done however this process ends; returns how to call that off. */
export type AtEnd = (duty: () => unknown) => () => void;

const secretly = { NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };

/** What a process of any tool is started with: nothing that slows down every start here and nowhere else. */
export const environment: NodeJS.ProcessEnv = { ...process.env, ...secretly };

/** Starts a server in a folder and shakes hands. */
export async function connect(server: Server, folder: string, atEnd: AtEnd): Promise<Client> {
  const [command = '', ...args] = server.command;
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env: environment });
  const relieve = atEnd(() => child.kill('SIGKILL'));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const listeners = new Set<(published: Published) => void>();
  const waiting = new Map<number, (answer: Answer) => void>();
  const { settings = {} } = server;
  void gone.then(() => {
    relieve();
    const error = { code: 0, message: `${server.name} has ended.` };
    for (const resolve of waiting.values()) resolve({ result: undefined, error, at: performance.now() });
  });

  const send = (message: object): number => {
    const bytes = frame(message);
    const at = performance.now();
    child.stdin.write(bytes);
    return at;
  };
  const hear = ({ id, method, params, result, error }: Message, at: number): void => {
    if (method === 'textDocument/publishDiagnostics') {
      const published = { ...(params as Omit<Published, 'at'>), at };
      for (const it of [...listeners]) it(published);
    } else if (method !== undefined && id !== undefined) send({ id, result: reply(method, params, settings) });
    else if (typeof id === 'number') {
      waiting.get(id)?.({ result, error, at });
      waiting.delete(id);
    }
  };
  child.stdout.on('data', createFrames(hear));
  child.stdin.on('error', () => undefined);
  let last = 0;
  const ask: Client['ask'] = (method, params, cancelled = false) => {
    const id = ++last;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    send({ id, method, params });
    if (cancelled) send({ method: '$/cancelRequest', params: { id } });
    return answer;
  };
  const notify: Client['notify'] = (method, params) => send({ method, params });

  const { error } = await ask('initialize', hello(folder));
  if (error) throw new Error(`${server.name} does not start: ${error.message}`);
  notify('initialized', {});
  if (server.settings) notify('workspace/didChangeConfiguration', { settings });
  return {
    server,
    began,
    notify,
    ask,
    onPublished: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    spent: () => spentBy(child.pid ?? 0),
    stop: async () => {
      const hard = setTimeout(() => child.kill('SIGKILL'), 1000);
      await Promise.race([ask('shutdown', null), gone]);
      notify('exit', null);
      await gone;
      clearTimeout(hard);
    },
  };
}

function hello(folder: string): object {
  const uri = pathToFileURL(folder).href;
  return {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        synchronization: {},
        publishDiagnostics: { relatedInformation: true, versionSupport: true },
        completion: { completionItem: { snippetSupport: true } },
        rename: { prepareSupport: true },
      },
    },
  };
}

function reply(method: string, params: unknown, settings: Readonly<Record<string, unknown>>): unknown {
  if (method !== 'workspace/configuration') return null;
  const { items } = params as { items: readonly { section?: string }[] };
  return items.map(({ section }) => settings[section ?? ''] ?? null);
}

/** Linux tells of a process in /proc: the peak of its memory in kB, and its time in hundredths of a second. */
function spentBy(pid: number): Spent {
  try {
    const [, peak = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user = '0', system = '0'] = rest.split(' ').slice(11);
    return { peak: Math.round(Number(peak) / 1024), processor: 10 * (Number(user) + Number(system)) };
  } catch {
    return { peak: 0, processor: 0 };
  }
}
