/** Projects on the disk, in a folder that goes away with the run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Project } from './projects.ts';

export async function layOut(folder: string, project: Project): Promise<string> {
  for (const it of new Set([...project.keys()].map((path) => dirname(join(folder, path))))) {
    await mkdir(it, { recursive: true });
  }
  for (const [path, text] of project) await writeFile(join(folder, path), text);
  return folder;
}
