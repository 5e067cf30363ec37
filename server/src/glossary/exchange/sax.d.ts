/** The part of the package `sax` that is used here. Its own types ask for Node's. */
declare module 'sax' {
  export interface Tag {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }

  export interface Parser {
    readonly line: number;
    readonly column: number;
    error: Error | null;
    onopentagstart: () => void;
    onopentag: (tag: Tag) => void;
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
