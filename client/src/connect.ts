/** Starts the language server, keeps it alive, and asks it the few questions that only this product knows. */
import { EventEmitter } from 'vscode';
import type { Event, ExtensionContext, LogOutputChannel, Uri } from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { coverageRequest, planChanged, planNewsRequest } from '../../server/src/protocol.ts';
import type { CoverageAnswer, CoverageParams, PlanNewsAnswer, PlanNewsParams } from '../../server/src/protocol.ts';
import { readByServer, selector } from './documents.ts';
import { keepAlive } from './keep-alive.ts';
import type { KeepAlive } from './keep-alive.ts';
import { afterPause } from './pace.ts';
import { rulePagesRoot } from './rule-page.ts';
import { tellOfFolders } from './whole-folders.ts';

export interface Server {
  readonly client: LanguageClient;
  /** Some plan may have changed: the server said so, or it has just come back. */
  readonly changed: Event<void>;
  /** The plan of a document, or what differs in it from the one of the number `since`. */
  planNews(uri: Uri, since: number | undefined): Promise<PlanNewsAnswer>;
  coverage(uri: Uri): Promise<CoverageAnswer>;
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function connect(context: ExtensionContext, log: LogOutputChannel): Server {
  const changed = new EventEmitter<void>();
  const life = keepAlive();
  const client = new LanguageClient('strategy', 'Strategy', serverOptions(context), clientOptions(log, life));
  // What goes wrong on the wire is for the log. Whether that concerns the user is for us to say, in the user's words.
  const note = client.error.bind(client);
  client.error = (message, data) => {
    note(message, data, false);
  };
  const checkAlive = afterPause(1000, () => {
    if (!client.isRunning() && client.state !== State.Starting) life.giveUp();
  });
  context.subscriptions.push(
    changed,
    tellOfFolders(client),
    client.onNotification(planChanged, () => changed.fire()),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) return;
      life.recovered();
      changed.fire();
    }),
  );
  const uriOf = (uri: Uri): string => client.code2ProtocolConverter.asUri(uri);

  const start = async (): Promise<void> => {
    try {
      await client.start();
    } catch (error) {
      log.error('The language server did not start.', String(error));
      checkAlive();
    }
  };

  const stop = async (): Promise<void> => {
    try {
      if (client.needsStop()) await client.stop();
    } catch (error) {
      log.warn('The language server did not stop in time.', String(error));
    }
  };

  return {
    client,
    changed: changed.event,
    planNews: (uri, since) =>
      client.sendRequest<PlanNewsAnswer>(planNewsRequest, {
        uri: uriOf(uri),
        ...(since !== undefined && { since }),
      } satisfies PlanNewsParams),
    coverage: (uri) =>
      client.sendRequest<CoverageAnswer>(coverageRequest, { uri: uriOf(uri) } satisfies CoverageParams),
    start,
    restart: async () => {
      await stop();
      await start();
    },
    stop,
  };
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } } };
}

function clientOptions(log: LogOutputChannel, { handler }: KeepAlive): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel: log,
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onTabs: true,
      onFocus: true,
      // A tab that nobody has looked at yet has an address but no language, so its name has to tell.
      match: (_selector, uri) => readByServer(uri),
    },
    errorHandler: handler,
    initializationFailedHandler: () => false,
    initializationOptions: { rulePages: rulePagesRoot, suggestCommand: 'editor.action.triggerSuggest' },
  };
}
