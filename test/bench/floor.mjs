/**
 * A server that does nothing, on the library that ours is built on: no other server on it can be faster.
 * Each change is answered with an empty list at once, each question with nothing.
 */
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: {},
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: true,
  },
}));

const tell = ({ textDocument: { uri, version } }) =>
  void connection.sendDiagnostics({ uri, version, diagnostics: [] }).catch(() => undefined);
connection.onDidOpenTextDocument(tell);
connection.onDidChangeTextDocument(tell);

const nothing = () => null;
connection.onCompletion(nothing);
connection.onHover(nothing);
connection.onDefinition(nothing);
connection.onReferences(nothing);
connection.onRenameRequest(nothing);
connection.listen();
