import { spawn } from 'node:child_process';
import { basename } from 'node:path';

import { atEnd } from './ending.mjs';
import { failure } from './terminal.mjs';

/** Runs a program to its end and gives what it said. It does not outlive this process. */
export function run(command, args, { cwd, env = {}, shell = false, timeout, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'];
    const child = spawn(command, args, {
      cwd,
      shell,
      stdio,
      timeout,
      env: { ...process.env, ...env },
      windowsHide: true,
    });
    const said = { stdout: '', stderr: '' };
    for (const channel of ['stdout', 'stderr']) {
      child[channel]?.setEncoding('utf8').on('data', (text) => (said[channel] += text));
    }
    const relieve = atEnd(() => stop(child));
    child.on('error', (error) => (relieve(), reject(error)));
    child.on('close', (code, signal) => (relieve(), resolve({ code: code ?? signal, ...said })));
  });
}

/** Ends a program and waits until it has ended, since it may be writing what the next run would write too. */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  const hard = setTimeout(() => child.kill('SIGKILL'), 2000);
  await gone;
  clearTimeout(hard);
}

/** Runs npm, the one that started us where there is one, and turns its failure into words. */
export async function npm(args, cwd) {
  const ours = basename(process.env.npm_execpath ?? '') === 'npm-cli.js' ? [process.env.npm_execpath] : undefined;
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--prefer-offline',
    '--fetch-retry-maxtimeout=20000',
    '--loglevel=error',
  ];
  const [command, before, shell] = ours ? [process.execPath, ours, false] : ['npm', [], process.platform === 'win32'];
  const { code, stderr } = await run(command, [...before, ...args, ...quiet], { cwd, shell }).catch(noNpm);
  if (code !== 0) throw npmFailure(args[0], stderr);
}

function noNpm(error) {
  throw failure(`npm could not be started (${error.code}).`, 'install Node.js 20.19 or newer together with npm.');
}

const causes = [
  [/ENOSPC/, 'the disk is full. Free about 2 GB, then run the same command again.'],
  [/E401|E403|EAUTH/, 'the npm registry refused. Check `npm config get registry` and the login to it.'],
  [/EACCES|EPERM/, 'npm may not write here. Check who owns this folder and the folder of `npm config get cache`.'],
  [
    /ENOTEMPTY|EBUSY/,
    'another program is using the folder that is being filled. Close it, then run the same command again.',
  ],
  [/EUSAGE|in sync/, 'package.json and package-lock.json do not agree. Restore both, for example with git.'],
  [/EINTEGRITY/, 'a download was damaged. Run `npm cache verify`, then the same command again.'],
  [/E404|ETARGET/, 'the npm registry does not have one of the packages. Check `npm config get registry`.'],
];
const offline = 'check the network (and the proxy: `npm config get proxy`), then run the same command again.';

function npmFailure(command, stderr) {
  const lines = stderr
    .split('\n')
    .filter((line) => /\S/.test(line) && !/complete log of this run|^npm error\s+at /.test(line));
  const advice = causes.find(([pattern]) => pattern.test(stderr))?.[1] ?? offline;
  return failure(`npm ${command} failed.`, advice, lines.slice(0, 6).join('\n'));
}
