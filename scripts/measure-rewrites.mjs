// How good the rewrites are on the development set: node scripts/measure-rewrites.mjs [--list wrong,alarm,unfixed,unflagged]

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { importBundled } from './bundle.mjs';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const listed = process.argv[2] === '--list' ? (process.argv[3] ?? 'wrong').split(',') : [];
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
