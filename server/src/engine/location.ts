/**
 * A location names a file for the engine: an absolute path or address with forward slashes. What it means is the
 * host's business; here it is only cut and joined.
 */

/** The folder of a location; `undefined` at the top. */
export function parentOf(location: string): string | undefined {
  const slash = location.lastIndexOf('/');
  if (slash < 0 || /^[^/]*:\/\/[^/]*$/.test(location)) return undefined;
  // The root is the empty string, so that joining a name to it gives an absolute path again.
  return location.slice(0, slash);
}

/** Where a path written in a file of `folder` leads. */
export function resolveFrom(folder: string, path: string): string {
  const normalised = path.replaceAll('\\', '/');
  if (/^\/|^[A-Za-z]:\//.test(normalised)) return normalised;
  const parts = folder.split('/');
  for (const part of normalised.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The location as seen from a folder, with `..` where it lies outside. */
export function relativeTo(folder: string, location: string): string {
  const from = folder.split('/');
  const to = location.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
