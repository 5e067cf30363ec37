/** How the host's files are read. A location is an absolute path or address with forward slashes. */
export interface Files {
  /** The text of a file; `undefined` when there is none. Rejects when it is there and cannot be read. */
  readText(location: string): Promise<string | undefined>;
  /** The bytes of a file, as for its text. */
  readBytes(location: string): Promise<Uint8Array | undefined>;
  /**
   * Locations of all files in a folder and below it whose names end in one of `extensions`, in no order. What git ignores
   * may be left out. Empty where the host cannot list files, and for a folder that is no workspace, such as the root of a disk.
   */
  listFiles(folder: string, extensions: readonly string[]): Promise<readonly string[]>;
  /** The location that a document's address means. */
  toLocation(uri: string): string;
  /** The address of a location. */
  toUri(location: string): string;
}
