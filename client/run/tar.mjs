import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { brotliDecompress } from 'node:zlib';
import { promisify } from 'node:util';

const decompress = promisify(brotliDecompress);

/** Decompresses a file that holds one program. */
export async function unpackProgram(source, target) {
  await writeFile(target, await decompress(await readFile(source)));
  await chmod(target, 0o755);
}

/** Unpacks the plain files of a compressed archive, without need of a `tar` on the machine. */
export async function unpackArchive(source, folder) {
  const archive = await decompress(await readFile(source));
  for (const { name, content } of files(archive)) {
    const target = resolve(folder, name);
    if (!target.startsWith(resolve(folder) + sep)) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, { mode: 0o755 });
  }
}

/** An archive is a row of 512-byte heads, each followed by its content, which is filled up to the next full 512. */
function* files(archive) {
  const block = 512;
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const word = (from, length) => archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(word(124, 12).trim() || '0', 8);
    const plain = ['0', ''].includes(word(156, 1));
    const name = word(345, 155) ? `${word(345, 155)}/${word(0, 100)}` : word(0, 100);
    if (plain) yield { name, content: archive.subarray(at + block, at + block + size) };
    at += block + Math.ceil(size / block) * block;
  }
}
