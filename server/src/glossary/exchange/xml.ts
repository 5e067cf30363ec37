import sax from 'sax';
import type { Place } from './imported.js';

/** An element as it opens. */
export interface XmlElement {
  /** Without its namespace's prefix. */
  readonly name: string;
  /** As written, prefixes included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Place;
}

/** What a reader wants to hear of. */
export interface XmlListener {
  open(element: XmlElement): void;
  close(name: string): void;
  text(text: string): void;
  /** A reference to an entity of the file's own. It is never looked up, let alone expanded. */
  unknownEntity(at: Place): void;
}

/** Why reading stopped. */
export interface XmlFault {
  readonly at: Place;
  readonly reason: string;
}

/** Elements within elements. No format here comes near it. */
const deepest = 64;
/** Characters that the parser gets at once: it checks its own buffers between two pieces. */
const pieceLength = 16_384;

/**
 * Reads XML piece by piece in bounded memory. A document type is skipped: nothing it names is fetched, and nothing it
 * declares is expanded. Reading stops at the first place that is not well-formed.
 */
export class XmlReader {
  fault: XmlFault | undefined;
  private readonly parser = sax.parser(true, { strictEntities: true, position: true });
  private depth = 0;
  private opened: Place = { line: 1, column: 1 };
  private nameLength = 0;

  constructor(listener: XmlListener) {
    const { parser } = this;
    parser.onopentagstart = () => {
      this.opened = this.place();
    };
    parser.onopentag = ({ name, attributes }) => {
      if (this.fault !== undefined) return;
      this.depth++;
      if (this.depth > deepest) {
        this.fault = { at: this.opened, reason: `elements are nested more than ${deepest} deep` };
        return;
      }
      this.nameLength = name.length;
      // The parser has read the name and one character behind it.
      const column = Math.max(1, this.opened.column - this.nameLength - 1);
      listener.open({ name: localName(name), attributes, at: { line: this.opened.line, column } });
    };
    parser.onclosetag = (name) => {
      if (this.fault !== undefined) return;
      this.depth--;
      listener.close(localName(name));
    };
    parser.ontext = (text) => {
      if (this.fault === undefined) listener.text(text);
    };
    parser.oncdata = parser.ontext;
    parser.onerror = (error) => {
      // Goes on; what counts is kept in `fault`.
      parser.error = null;
      if (this.fault !== undefined) return;
      const [reason = ''] = error.message.split('\n');
      if (/^Invalid character (?:entity|in entity name)/.test(reason)) listener.unknownEntity(this.place());
      else this.fault = { at: this.place(), reason: describe(reason) };
    };
  }

  write(text: string): void {
    for (let start = 0; start < text.length && this.fault === undefined; start += pieceLength) this.parser.write(text.slice(start, start + pieceLength));
  }

  end(): void {
    if (this.fault === undefined) this.parser.close();
  }

  private place(): Place {
    return { line: this.parser.line + 1, column: Math.max(1, this.parser.column) };
  }
}

/** Text as it stands between tags and in attributes. Characters that XML has no place for must be gone already. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => (character === '\r' ? '&#13;' : (entities[character] ?? character)));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that may not stand in XML 1.0, not even as references. */
export const notXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function describe(reason: string): string {
  const unexpected = /^Unexpected close tag/.test(reason) ? 'an element is closed that is not open' : undefined;
  if (/^Max buffer length exceeded/.test(reason)) return 'a comment, an attribute or the document type is longer than 65,536 characters';
  if (/^(?:Unclosed root tag|Unexpected end)/.test(reason)) return 'the file ends before its elements do';
  if (/^Non-whitespace before first tag/.test(reason)) return 'it does not start with an element';
  return unexpected ?? `${reason.slice(0, 1).toLowerCase()}${reason.slice(1).replace(/\.$/, '')}`;
}
