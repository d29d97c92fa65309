import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { atEnd } from './ending.mjs';
import { say } from './terminal.mjs';

const beat = 1000;
const dead = 8000;

/**
 * Does work that two runs must not do at once.
 * The holder touches the lock each second, so one that was left behind by a killed run is recognised and taken over.
 */
export async function alone(lock, work) {
  await mkdir(dirname(lock), { recursive: true });
  await take(lock);
  const pulse = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => clearInterval(pulse)), beat);
  const release = async () => {
    clearInterval(pulse);
    await rm(lock, { recursive: true, force: true });
  };
  const relieve = atEnd(release);
  try {
    return await work();
  } finally {
    relieve();
    await release();
  }
}

async function take(lock) {
  for (let told = false; !(await made(lock)); told = true) {
    if (!told) say('Waiting for another run of these scripts, which is setting things up …');
    if (await abandoned(lock)) await rm(lock, { recursive: true, force: true });
    else await wait(250);
  }
}

async function made(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A lock that vanishes while it is looked at was given back, which is as good. */
async function abandoned(lock) {
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > dead;
}
