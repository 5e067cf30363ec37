import type { Unreadable } from '../format.js';
import { findParts, type MimePart } from './mime-parts.js';
import { nameCharset } from './part-text.js';

/** A mail as text. `start` is the offset behind a byte order mark. */
export interface DecodedMail {
  readonly source: string;
  readonly start: number;
}

/**
 * Turns the bytes of a mail into the text that an editor shows. A mail may have parts in several character sets: where it is not
 * UTF-8 as a whole, each part is decoded as it says.
 */
export function decodeMail(bytes: Uint8Array): DecodedMail | Unreadable {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return { reason: 'it is in Outlook’s own format (.msg). Save the mail as .eml, or its text as .txt' };
  const source = tryDecode(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8');
  return source === undefined ? decodeByParts(bytes) : { source, start: source.startsWith('\uFEFF') ? 1 : 0 };
}

function decodeByParts(bytes: Uint8Array): DecodedMail | Unreadable {
  // Here a byte is a character, so that offsets of the one are those of the other.
  const source = new TextDecoder('windows-1252').decode(bytes);
  const root = findParts(source, 0);
  if ('reason' in root) return root;
  const pieces: string[] = [];
  let from = 0;
  const decode = (start: number, end: number, label: string): void => {
    pieces.push(source.slice(from, start), decodeFirst(bytes.subarray(start, end), ['utf-8', label]));
    from = end;
  };
  const visit = (part: MimePart): void => {
    decode(part.start, part.bodyStart, 'windows-1252');
    if (part.parts.length === 0 && part.type.startsWith('text/') && !part.isAttachment && !/^(?:base64|quoted-printable)$/.test(part.encoding))
      decode(part.bodyStart, part.bodyEnd, nameCharset(part.parameters.get('charset')).label);
    for (const inner of part.parts) visit(inner);
  };
  visit(root);
  pieces.push(source.slice(from));
  return { source: pieces.join(''), start: 0 };
}

/** Programs that say another character set often write UTF-8; text in another set is hardly ever right as UTF-8 by chance. */
function decodeFirst(bytes: Uint8Array, [label = 'windows-1252', ...others]: readonly string[]): string {
  return tryDecode(bytes, label) ?? (others.length > 0 ? decodeFirst(bytes, others) : new TextDecoder(label).decode(bytes));
}

function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
