// How good the rewrites are on the development set, and how many terms get one in a folder of messages:
//   node scripts/measure-rewrites.mjs [--list wrong,alarm,unfixed,unflagged] [--folder FOLDER]

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { importBundled } from './bundle.mjs';

const { values } = parseArgs({ options: { list: { type: 'string', default: '' }, folder: { type: 'string' } } });
const folder = values.folder === undefined ? undefined : resolve(values.folder);
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const listed = values.list.split(',');
const { measureItem, summarise } = await importBundled('test/rewrites/measure.ts');
const measured = [];
for (const item of parse(readFileSync('test/rewrites/sentences.yml', 'utf8'))) measured.push(await measureItem(item));
for (const { item, outcome, text, titles } of measured) {
  if (!listed.includes(outcome)) continue;
  console.log(
    `${outcome}  ${item.term}\n  before  ${item.text}\n  after   ${text}\n  wanted  ${JSON.stringify(item.becomes ?? item.leaves ?? `review: ${item.review}`)}\n  offered ${titles.join('; ')}\n`,
  );
}
const { items, right, wrong, unfixed, unflagged, alarms, left, safeAreRight, flaggedGetSafe } = summarise(measured);
const percent = (share) => `${(share * 100).toFixed(1)}%`;
console.log(
  `${items} sentences: ${right} fixed as an editor would, ${wrong} not, ${unfixed} to look at, ${unflagged} not found, ${alarms} false alarms, ${left} rightly left alone`,
);
console.log(`Safe fixes that are right: ${percent(safeAreRight)}. Found terms that get a safe fix: ${percent(flaggedGetSafe)}.`);

if (folder !== undefined) {
  const { createEngine, Organisations, readDocument, rules } = await importBundled('server/src/index.ts');
  const engine = createEngine(rules.filter(({ meta }) => meta.id === 'jargon'));
  const organisation = await new Organisations(() => Promise.resolve(undefined), rules).load(undefined);
  const policies = new Map(organisation.glossaries.flatMap(({ name, terms }) => terms.map(({ term, policy }) => [`${name} ${term}`, policy])));
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const counts = { found: 0, safe: 0, forReview: 0 };
  for (const name of files) {
    const document = readDocument(`/messages/${name}`, readFileSync(join(folder, name), 'utf8'));
    const { findings } = engine.lint({ document, organisation, today: '2026-06-01', overrides: { kind: 'announcement' } });
    for (const { term, glossary, suggestions } of findings) {
      if (suggestions.length === 0) continue;
      counts.found++;
      if (suggestions.some(({ safety }) => safety === 'safe')) counts.safe++;
      else if (policies.get(`${glossary} ${term}`) === 'avoid') counts.forReview++;
    }
  }
  const { found, safe, forReview } = counts;
  console.log(
    `${files.length} messages: ${found} terms with a replacement, ${safe} with a safe one (${percent(safe / found)}), ${forReview} that their entry leaves to a person.`,
  );
  console.log(`Of those that an entry allows, ${percent(safe / (found - forReview))} get a safe one.`);
}
