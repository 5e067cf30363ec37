import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBytes } from './node-files.js';

// From the bundle in dist/, from the parts in dist/chunks/ that it was split into, and from this file in the project.
const folders = ['.', '..', '../../../data'];

/** The text of a file that ships beside the program, such as `word-frequency/en.txt`; `undefined` when it is not there. */
export function readShippedFile(path: string): string | undefined {
  for (const folder of folders) {
    const bytes = readBytes(fileURLToPath(new URL(`${folder}/${path}`, import.meta.url)));
    if (bytes !== undefined) return new TextDecoder().decode(bytes);
  }
  return undefined;
}

/** Address of a folder that ships beside the program, such as `rules`; `undefined` when it is not there. */
export function findShippedFolder(path: string): string | undefined {
  const addresses = folders.map((folder) => new URL(`${folder}/${path}`, import.meta.url));
  return addresses.find((address) => existsSync(address))?.href;
}
