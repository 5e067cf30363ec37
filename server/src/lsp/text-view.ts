import { textViewScheme } from './protocol.js';

/** The address of the file that a text view shows; `undefined` for any other document. */
export function fileOfTextView(uri: string): string | undefined {
  if (!uri.startsWith(`${textViewScheme}:`)) return undefined;
  const query = /\?([^#]*)/.exec(uri)?.[1];
  return query === undefined ? undefined : decodeURIComponent(query);
}
