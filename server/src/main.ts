/** The language server as a process: over stdio, node IPC or a socket, as its arguments say; stdio without any. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from './disk.ts';
import { serve } from './lsp/serve.ts';
import { today } from './today.ts';

const chosen = process.argv.some((it) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(it));
if (!chosen) process.argv.push('--stdio');
// Beside the program itself, also where that was called through a link.
const home = dirname(realpathSync(process.argv[1] ?? '.'));
const rulePages = `${pathToFileURL(join(home, 'rules')).href}/`;
serve(createConnection(ProposedFeatures.all), { today, disk, rulePages });
