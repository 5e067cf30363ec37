import { listFamily, listRespellings, listRoots } from './word-family.js';

// Distinct words whose family has been looked up: more than any document has, and bounded all the same.
const keptFamilies = 50_000;

// How much commoner a root has to be to carry a word that adds a meaning of its own.
const rootMargin = 1.3;

// Shorter words turn into each other by a letter: “parse” is not a slip for “spare”.
const shortestMisspelt = 8;

/**
 * How often words occur in English at large, on the Zipf scale: the base-10 logarithm of uses in a billion words.
 * “The” is near 8, “laptop” near 4, and at 3 a word turns up once in a million.
 *
 * The scale is that of van Heuven, Mandera, Keuleers and Brysbaert (2014), SUBTLEX-UK.
 */
export class WordFrequency {
  private listed: ReadonlyMap<string, number> | undefined;
  private readonly families = new Map<string, number>();

  /** Takes a list in the form of data/word-frequency/en.txt: on each line a Zipf value and the words that have it. */
  constructor(private readonly text: string) {}

  /** The Zipf value of exactly this word, in lower case; `undefined` when it is rarer than the list goes. */
  zipfOf(word: string): number | undefined {
    this.listed ??= parse(this.text);
    return this.listed.get(word);
  }

  /**
   * The Zipf value of the commonest word that readers know it by: `deployments` counts as `deployment`, `unhelpful` as
   * `helpful`, `colour` as `color`, a slip of the pen as what was meant. 0 when none is listed.
   */
  zipfOfFamily(word: string): number {
    const known = this.families.get(word);
    if (known !== undefined) return known;
    let highest = Math.max(this.zipfOf(word) ?? 0, this.highestOf(listFamily(word)));
    // What costs more is asked only about the few words that have no listed relative.
    if (highest === 0) highest = Math.max(0, this.highestOf(listRoots(word)) - rootMargin);
    if (highest === 0 && word.length >= shortestMisspelt) highest = this.highestOf(listRespellings(word));
    if (this.families.size >= keptFamilies) this.families.clear();
    this.families.set(word, highest);
    return highest;
  }

  private highestOf(words: Iterable<string>): number {
    let highest = 0;
    for (const word of words) highest = Math.max(highest, this.zipfOf(word) ?? 0);
    return highest;
  }
}

function parse(text: string): ReadonlyMap<string, number> {
  const listed = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [zipf, ...words] = line.trimEnd().split(' ');
    const value = Number(zipf);
    if (zipf === '' || Number.isNaN(value)) continue;
    for (const word of words) listed.set(word, value);
  }
  return listed;
}
