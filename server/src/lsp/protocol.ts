import type { Range, TextEdit } from 'vscode-languageserver-protocol';

/** What the client tells the server when it starts. */
export interface InitializationOptions {
  /** Address of the folder that holds the page of each rule. */
  readonly rulePages?: string;
  /** Address of the list of word frequencies, for a server that has none beside it. */
  readonly wordFrequency?: string;
  /** The same for the list of word vectors. */
  readonly wordVectors?: string;
}

/** The request for the check-up of an open message: its document goes out, a `CheckUp` comes back, or null for what is no message. */
export const checkUpMethod = 'liaison/checkUp';

export interface CheckUpParams {
  readonly textDocument: { readonly uri: string };
}

/** What a message has and lacks. */
export interface CheckUp {
  readonly kind: string;
  readonly audience: string;
  readonly goals: readonly string[];
  /** In the order in which a writer would fill them in; what does not apply is left out. */
  readonly parts: readonly CheckUpPart[];
}

export interface CheckUpPart {
  /** As in the JSON of the command line: `what-changes`. */
  readonly part: string;
  /** What it means to a writer. */
  readonly title: string;
  readonly isMet: boolean;
  /** The words that show it. */
  readonly evidence?: Range;
  /** Edits that write what is missing, for the writer to complete: the best first. */
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
}

/** The scheme of text views of files that are no text. The query holds the address of the file. */
export const textViewScheme = 'liaison-text';

/** The request for the text of a file that is none, such as a deck: paragraph by paragraph, under a line for each slide. */
export const textViewMethod = 'liaison/textView';

export interface TextViewParams {
  /** Address of the file. */
  readonly uri: string;
}

export interface TextView {
  /** Absent when the file cannot be read. */
  readonly text?: string;
  /** Why it cannot: what is wrong, then what to try. */
  readonly reason?: string;
}

/** The same as the request for a file’s text, for its bytes, in base64. */
export const readBytesMethod = 'liaison/readBytes';

/**
 * The request of a server that cannot read files itself: an address goes out, the text of the file comes back, or null
 * when there is none.
 */
export const readFileMethod = 'liaison/readFile';
