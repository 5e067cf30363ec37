import { existsSync } from 'node:fs';

/** Where a mended office file goes, beside the one it is a copy of: `letter.liaison.docx`. A copy is mended itself. */
export function nameCopy(location: string): string {
  return /\.liaison\.[^./]+$/i.test(location) ? location : location.replace(/(\.[^./]+)?$/, '.liaison$1');
}

/** Whether the file is such a copy, and stands beside its original: then a folder is read without it. */
export function isCopy(location: string): boolean {
  const original = location.replace(/\.liaison(\.[^./]+)$/i, '$1');
  return original !== location && existsSync(original);
}
