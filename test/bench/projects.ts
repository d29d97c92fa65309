/** Whole projects: what a folder holds, by the paths of its files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDocument, type Wanted } from './document.ts';
import { addReadings, writeReadings } from './readings.ts';

export type Project = ReadonlyMap<string, string>;

/** Faults stand in tactics; with this share of them, about 8 percent of all items have one. */
export const faulty = 0.14;

const strict = 'preset: strict\n';

/** The document in which the author of a project writes, and how long it is. */
export const open = 'garden.strategy.yaml';

/** A small company's plans as they lie in the samples, under the strictest preset, and one document of any length in them. */
export async function companyWith(samples: string, lines: number, share = 0): Promise<Project> {
  const folder = join(samples, 'brackenlow');
  const names = (await readdir(folder)).filter((it) => it.endsWith('.yaml'));
  const files = new Map<string, string>();
  for (const it of names) files.set(it, await readFile(join(folder, it), 'utf8'));
  const config = files.get('strategy.config.yaml') ?? '';
  files.set('strategy.config.yaml', config.replace(/^preset: \w+/m, strict.trimEnd()));
  files.set(open, bigDocument(lines, share));
  return files;
}

function bigDocument(lines: number, share: number): string {
  const parent = { id: 'company', goal: 'company/loyal-households', strategy: 'company/win-the-second-order' };
  return writeDocument({ seed: 11, title: 'Brackenlow, help in the garden 2026', lines, faulty: share, parent });
}

/** The same document without a project around it, as command line tools of others see it. */
export function alone(lines: number): Project {
  return new Map([
    ['strategy.config.yaml', strict],
    [open, writeDocument({ seed: 11, title: 'Help in the garden 2026', lines })],
  ]);
}

/** The goal and the strategy of a document's first programme, as another document names them. */
function firstOf(id: string, text: string): NonNullable<Wanted['parent']> {
  const named = (list: string): string => new RegExp(`^${list}:\\n  - id: (\\S+)`, 'm').exec(text)?.[1] ?? '';
  return { id, goal: `${id}/${named('goals')}`, strategy: `${id}/${named('strategies')}` };
}

/** One file of readings comes after so many plans. */
const plansPerReadings = 24;
/** Teams of one area. */
const teams = 19;

/** A large company: areas under one plan, teams under areas, and the readings of their KPIs in YAML and in tables. */
export function largeCompany(count: number, lines: number): Project {
  const files = new Map([['strategy.config.yaml', strict]]);
  const top = writeDocument({ seed: 1, title: 'Company plan 2026', lines });
  files.set('company.strategy.yaml', top);
  const company = firstOf('company', top);
  let readings = '';
  let area = company;
  for (let index = 0; files.size < count; index++) {
    const first = index % (teams + 1) === 0;
    const name = first ? `area-${index}` : `team-${index}`;
    const folder = `area-${index - (index % (teams + 1))}`;
    const share = index % 10 === 5 ? faulty * 3 : 0;
    const parent = first ? company : area;
    const text = writeDocument({ seed: index + 2, title: `Plan of ${name} 2026`, lines, parent, faulty: share });
    files.set(`${folder}/${name}.strategy.yaml`, text);
    if (first) area = firstOf(name, text);
    readings = addReadings(readings, name, text);
    if (index % plansPerReadings !== plansPerReadings - 1) continue;
    const table = index % (2 * plansPerReadings) > plansPerReadings;
    files.set(`readings-${index}.measures.${table ? 'csv' : 'yaml'}`, writeReadings(readings, table, lines));
    readings = '';
  }
  return files;
}

/** The audience that all teams name. */
export const shared = { id: 'first-gardeners', document: 'company.strategy.yaml', places: 100, files: 40 };

/** A company in which 40 files name one id of the top plan, in 100 places together. */
export function sharedCompany(): Project {
  const files = new Map([['strategy.config.yaml', strict]]);
  const top = writeDocument({ seed: 1, title: 'Company plan 2026', lines: 200 });
  const audience = `audiences:\n  - id: ${shared.id}\n    title: All who plant for the first time\n`;
  files.set(shared.document, top.replace('audiences:\n', audience));
  const parent = firstOf('company', top);
  for (let index = 0; index < shared.files; index++) {
    const name = `team-${index + 1}`;
    const text = writeDocument({ seed: index + 2, title: `Plan of ${name} 2026`, lines: 260, tactics: 3, parent });
    const tactics = text.indexOf('\ntactics:');
    files.set(`${name}.strategy.yaml`, text.slice(0, tactics) + naming(text.slice(tactics), 2 + (index % 2)));
  }
  return files;
}

/** The first audiences of some tactics become the shared one. */
function naming(tactics: string, count: number): string {
  let left = count;
  return tactics.replaceAll(/(?<=\n {4}audience: )\S+/g, (own) => (left-- > 0 ? `company/${shared.id}` : own));
}

/** As many tactics as one looks at in one picture. */
export function manyTactics(tactics: number): Project {
  const text = writeDocument({ seed: 11, title: 'Help in the garden 2026', lines: 25 * tactics, tactics });
  return new Map([
    ['strategy.config.yaml', strict],
    [open, text],
  ]);
}
