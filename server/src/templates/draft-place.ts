import picomatch from 'picomatch/posix';
import { resolveFrom } from '../engine/location.js';
import type { Organisation } from '../engine/organisation.js';
import type { DraftKind, DraftRequest } from './draft.js';

/** What of a draft goes into the name of its file. */
type NamedBy = Pick<DraftRequest, 'kind' | 'date' | 'subject'>;

/**
 * Where a draft without a name of its own belongs: in the folder at `here` when messages of its kind live there, else in
 * the first folder that `liaison.yml` gives to its kind, else at `here`. Gives a location; nothing is looked up on disk.
 */
export function placeDraft(organisation: Organisation, here: string, request: NamedBy): string {
  const { folder } = organisation;
  const folders = folder === undefined ? [] : listFolders(organisation, request.kind).map((path) => resolveFrom(folder, path));
  const home = [here, ...folders].find((candidate) => isHomeOf(candidate, organisation, request));
  return nameDraftIn(home ?? here, organisation, request);
}

/** The location of a draft in a folder, named by its date and subject. Where other kinds live too, its kind stands between them. */
export function nameDraftIn(folder: string, organisation: Organisation, request: NamedBy): string {
  return resolveFrom(folder, nameDraft(request, isHomeOf(folder, organisation, request)));
}

function isHomeOf(folder: string, organisation: Organisation, request: NamedBy): boolean {
  const location = resolveFrom(folder, nameDraft(request, true));
  return organisation.defaultsFor(location)?.kind === request.kind && !organisation.isIgnored(location);
}

function nameDraft({ kind, date, subject }: NamedBy, isAmongItsKind: boolean): string {
  const slug = toSlug(subject ?? '');
  const parts = slug === '' ? [date, kind] : [date, ...(isAmongItsKind ? [] : [kind]), slug];
  return `${parts.join('-')}.md`;
}

/** Words in small letters with hyphens between them, as file names have them; empty when there is none. At most 60 characters. */
export function toSlug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? word.slice(0, 60) : `${slug}-${word}`;
    if (longer.length > 60) break;
    slug = longer;
  }
  return slug;
}

/** The folders that the globs of a kind begin with, relative to that of `liaison.yml`. */
function listFolders({ config }: Organisation, kind: DraftKind): string[] {
  return config.messages.filter((entry) => entry.kind === kind).flatMap(({ files }) => [files].flat().map((glob) => picomatch.scan(glob).base));
}
