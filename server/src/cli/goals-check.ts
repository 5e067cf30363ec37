import { checkGoals, type Organisation, type Problem, parseGoals, resolveFrom } from '../index.js';
import { type CheckOptions, checkFiles, findYamlFiles, readCheckOptions } from './check-files.js';
import { createOrganisations, toLocation } from './messages.js';
import { UsageError } from './usage-error.js';

/** Checks goals files: those named, or the organisation's own. Returns the exit code: 1 with problems at or over `--fail-on`. */
export async function checkGoalsFiles(paths: readonly string[], options: CheckOptions): Promise<number> {
  const read = readCheckOptions(options);
  const today = new Date().toISOString().slice(0, 10);
  const { locations, problems } = paths.length === 0 ? await findOwnGoals() : { locations: await findYamlFiles(paths, { holds: 'goals files' }), problems: [] };
  const check = (location: string, text: string) => Promise.resolve(checkGoals(parseGoals(location, text), today));
  return checkFiles({ locations, problems, nouns: ['goals file', 'goals files'], check }, read);
}

/** The goals file of the nearest liaison.yml, or what is wrong with the name of it there. */
async function findOwnGoals(): Promise<{ readonly locations: readonly string[]; readonly problems: readonly Problem[] }> {
  const { config, folder, goals, problems } = await createOrganisations().forMessage(toLocation('message.md'));
  if (config.goals === undefined || folder === undefined)
    throw new UsageError('No liaison.yml from here up names a goals file. Name the file to check, as in liaison goals check goals.yml.');
  const location = resolveFrom(folder, config.goals);
  return { locations: [location], problems: goals === undefined ? aboutName(config.goals, { folder, problems }) : [] };
}

function aboutName(name: string, { folder, problems }: Pick<Organisation, 'folder' | 'problems'>): readonly Problem[] {
  return problems.filter(({ path, message }) => path === `${folder}/liaison.yml` && message.includes(`“${name}”`));
}
