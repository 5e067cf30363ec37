import type { YamlFile } from './yaml-file.js';

/** Tells of the signs that reading a file as UTF-8 leaves where it is not. */
export function reportEncoding(file: YamlFile, text: string): void {
  const first = text.indexOf('\ufffd');
  if (first < 0) return;
  const count = text.split('\ufffd').length - 1;
  const others = count > 1 ? ` The same goes for ${(count - 1).toLocaleString('en')} more places.` : '';
  file.addAtOffset(
    first,
    'error',
    'not-utf8',
    `A character here could not be read, because the file is not saved as UTF-8. Save it as UTF-8, and write the character again.${others}`,
  );
}
