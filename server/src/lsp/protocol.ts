import type { Location, Position, Range, TextEdit } from 'vscode-languageserver-protocol';

/** What the client tells the server when it starts. */
export interface InitializationOptions {
  /** Address of the folder that holds the page of each rule. */
  readonly rulePages?: string;
  /** Address of the list of word frequencies, for a server that has none beside it. */
  readonly wordFrequency?: string;
  /** The same for the list of word vectors. */
  readonly wordVectors?: string;
  /**
   * Commands that the client has and the server may name in lenses and code actions: `showReferencesCommand` and
   * `openPageCommand`. Without the first, lenses say how many and lead nowhere.
   */
  readonly commands?: readonly string[];
  /** Whether the client wants `statusMethod` notifications. */
  readonly wantsStatus?: boolean;
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

/**
 * The second request of a server that cannot read files itself: a folder goes out, and the addresses of all files below it
 * whose names end in one of the extensions come back, or null when the client cannot list them. Without it only open
 * documents are known. Node lists files itself and never asks.
 */
export const listFilesMethod = 'liaison/listFiles';

export interface ListFilesParams {
  /** Address of the folder. */
  readonly folder: string;
  /** In small letters with the dot: `.md`. */
  readonly extensions: readonly string[];
}

/**
 * A command of the client's, named by lenses: shows places. Its arguments are those of `ShowReferences`. In VS Code it
 * turns them into the editor's own types and calls `editor.action.showReferences`.
 */
export const showReferencesCommand = 'liaison.showReferences';

/** Address of the document, position of the lens, and the places to show. */
export type ShowReferences = readonly [uri: string, position: Position, places: readonly Location[]];

/**
 * A command of the client's, named by the code action “Show documentation”: opens the page of a rule, whose address is its
 * one argument. For a client that has none the server offers the same command itself and asks for `window/showDocument`.
 */
export const openPageCommand = 'liaison.openPage';

/** A notification of the server's, whenever it changes and only to a client that asked for it: whether all that messages hang on can be read. */
export const statusMethod = 'liaison/status';

export interface Status {
  /** `broken`: a liaison.yml cannot be read, or a file that it names is not there. What could be read last holds, where there is such a thing. */
  readonly state: 'ready' | 'broken';
  /** Each liaison.yml that is broken, with the first thing that is wrong in it. */
  readonly broken: readonly { readonly uri: string; readonly message: string; readonly range: Range }[];
}
