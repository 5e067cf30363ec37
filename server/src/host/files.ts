/** How the host's files are read. A location is an absolute path or address with forward slashes. */
export interface Files {
  /** The text of a file; `undefined` when there is none. Rejects when it is there and cannot be read. */
  readText(location: string): Promise<string | undefined>;
  /** The bytes of a file, as for its text. */
  readBytes(location: string): Promise<Uint8Array | undefined>;
  /** The location that a document's address means. */
  toLocation(uri: string): string;
  /** The address of a location. */
  toUri(location: string): string;
}
