/**
 * Part of speech of each word in a sentence, by a statistical tagger. It costs some tenths of a millisecond a sentence and
 * megabytes at start-up, so it is loaded only where terms name a part of speech, and asked only about sentences in which
 * the words next to a term leave it open.
 */
export interface Tagger {
  /** A Universal Dependencies tag for each word, in order. */
  tag(words: readonly string[]): readonly Tag[];
}

/** The tags of Universal Dependencies, https://universaldependencies.org/u/pos/. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

let loading: Promise<Tagger> | undefined;

/** Loads wink-nlp and its English model. Later calls give the same tagger. */
export function loadTagger(): Promise<Tagger> {
  loading ??= createTagger();
  return loading;
}

async function createTagger(): Promise<Tagger> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
  // Unpacking the model takes as long as loading it, and many texts have no doubtful sentence.
  let nlp: ReturnType<typeof winkNLP> | undefined;
  return {
    tag(words) {
      nlp ??= winkNLP(model, ['pos']);
      const { its } = nlp;
      const tokens = nlp.readDoc(words.join(' ')).tokens();
      const spaces: readonly string[] = tokens.out(its.precedingSpaces);
      const tags: readonly Tag[] = tokens.out(its.pos) as Tag[];
      // A word may be several tokens, do and n't; the first of them says what it is.
      const firsts = spaces.flatMap((space, index) => (index === 0 || space !== '' ? [index] : []));
      return words.map((_, index) => tags[firsts[index] ?? -1] ?? 'X');
    },
  };
}
