/** The part of the package `sax` that is used here. Its own types ask for Node's. */
declare module 'sax' {
  export interface Tag {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }

  export interface Parser {
    readonly line: number;
    readonly column: number;
    /** Code units read so far. */
    readonly position: number;
    /** Just behind the “<” of the tag that was read last. */
    readonly startTagPosition: number;
    /** From where on the lengths of what is gathered are looked at. */
    bufferCheckPosition: number;
    textNode: string;
    cdata: string;
    readonly attribValue: string;
    readonly comment: string;
    readonly procInstBody: string;
    readonly sgmlDecl: string;
    /** `true` once one was read. */
    readonly doctype: string | boolean;
    error: Error | null;
    onopentagstart: () => void;
    onopentag: (tag: Tag) => void;
    onattribute: () => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (text: string) => void;
    onerror: (error: Error) => void;
    write(text: string): Parser;
    close(): Parser;
  }

  const sax: {
    parser(strict: boolean, options: { readonly strictEntities: boolean; readonly position: boolean }): Parser;
  };
  export default sax;
}
