import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

import Mocha from 'mocha';

/**
 * Runs the suites inside the extension host and leaves what came of it in a folder: `lines` while they run, `counts`
 * when they are through. A host that dies leaves no counts, and that is how it is noticed.
 */
export async function runSuites(load: () => void): Promise<void> {
  const folder = demand('STRATEGY_RESULTS');
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => {
    appendFileSync(join(folder, 'lines'), `${format(...words)}\n`);
  };
  const mocha = new Mocha({ ui: 'tdd', reporter: 'spec', timeout: 30_000, slow: 5000, ...chosen() });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  load();
  const counts = await finished(mocha);
  const part = join(folder, 'counts.part');
  writeFileSync(part, JSON.stringify(counts));
  renameSync(part, join(folder, 'counts'));
  if (counts.failed > 0) throw new Error(`${String(counts.failed)} failed`);
}

function chosen(): { grep?: string } {
  const grep = process.env['STRATEGY_GREP'];
  return grep ? { grep } : {};
}

function finished(mocha: Mocha): Promise<{ passed: number; failed: number; skipped: number }> {
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ passed: runner.stats?.passes ?? 0, failed, skipped: runner.stats?.pending ?? 0 });
    });
  });
}

function demand(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The launcher must set ${name}.`);
  return value;
}
