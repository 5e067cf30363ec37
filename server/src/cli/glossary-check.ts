import { bundledGlossaries, GlossaryChecker, type Organisations, readDocument, rules } from '../index.js';
import { type CheckOptions, checkFiles, findYamlFiles, readCheckOptions } from './check-files.js';
import { createOrganisations } from './messages.js';
import { UsageError } from './usage-error.js';

/**
 * Checks glossaries: those named, or the organisation's own. Returns the exit code: 1 with problems at or over `--fail-on`.
 */
export async function checkGlossaries(paths: readonly string[], options: CheckOptions): Promise<number> {
  const read = readCheckOptions(options);
  const organisations = createOrganisations();
  const checker = new GlossaryChecker(rules, readDocument);
  const today = new Date().toISOString().slice(0, 10);
  const locations = paths.length === 0 ? await listOwnGlossaries(organisations) : await findGlossaries(paths);
  const check = async (location: string, text: string) => checker.check(location, text, await organisations.forMessage(location), today);
  return checkFiles({ locations, nouns: ['glossary', 'glossaries'], check }, read);
}

async function listOwnGlossaries(organisations: Organisations): Promise<readonly string[]> {
  const here = `${process.cwd().replaceAll('\\', '/')}/message.md`;
  const organisation = await organisations.forMessage(here);
  const own = organisation.glossaries.flatMap(({ path }) => path ?? []);
  if (own.length === 0)
    throw new UsageError(
      'No liaison.yml from here up names a glossary of your own. Name the files to check, as in liaison glossary check glossaries/house.yml.',
    );
  return own;
}

function findGlossaries(paths: readonly string[]): Promise<readonly string[]> {
  const isBundled = (path: string): boolean => (bundledGlossaries as readonly string[]).includes(path);
  return findYamlFiles(paths, {
    holds: 'glossaries',
    explain: (path) => (isBundled(path) ? ' The glossary of that name ships with Liaison and is checked at build time.' : ''),
  });
}
