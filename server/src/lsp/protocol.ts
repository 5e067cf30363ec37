/** What the client tells the server when it starts. */
export interface InitializationOptions {
  /** Address of the folder that holds the page of each rule. */
  readonly rulePages?: string;
  /** Address of the list of word frequencies, for a server that has none beside it. */
  readonly wordFrequency?: string;
  /** The same for the list of word vectors. */
  readonly wordVectors?: string;
}

/**
 * The request of a server that cannot read files itself: an address goes out, the text of the file comes back, or null
 * when there is none.
 */
export const readFileMethod = 'liaison/readFile';
