import type { MimePart } from './mime-parts.js';

/** A part of a mail that holds its text. */
export interface TextPart {
  readonly part: MimePart;
  readonly isHtml: boolean;
}

/** Ways to write the text of a mail, as its program offers them: the one to be read is chosen by what it holds. */
export interface Alternatives {
  readonly choices: readonly (readonly Body[])[];
}

/** What stands in a mail's body, in order. */
export type Body = TextPart | Alternatives;

/** Whether the whole mail is in an envelope that only the right program or key opens: encrypted, or signed together with its text (S/MIME). */
export function isSealed(part: MimePart): boolean {
  const isEnvelope = part.type === 'multipart/encrypted' || /^application\/(?:x-)?pkcs7-mime$/.test(part.type);
  return isEnvelope || (part.type === 'multipart/mixed' && part.parts.length === 1 && part.parts.every(isSealed));
}

/** Finds the parts that are the mail's own text: no attachments, no mails passed on, no reports of programs. */
export function findBodies(part: MimePart): readonly Body[] {
  const bodies = listBodies(part);
  const texts = bodies.filter((body) => 'choices' in body || !body.part.hasFileName);
  return texts.length > 0 ? texts : bodies;
}

function listBodies(part: MimePart): readonly Body[] {
  if (part.isAttachment) return [];
  if (!part.type.startsWith('multipart/')) return listText(part);
  const { parts } = part;
  // Where no boundary is found, the body is all that there is.
  if (parts.length === 0) return [{ part, isHtml: false }];
  switch (part.type) {
    case 'multipart/alternative':
      return [{ choices: parts.map(listBodies) }];
    case 'multipart/related':
    case 'multipart/signed':
    case 'multipart/report':
      // The first is the text, the others are what it shows, proves or reports on.
      return parts.map(listBodies).find((bodies) => bodies.length > 0) ?? [];
    default:
      return parts.flatMap(listBodies);
  }
}

function listText(part: MimePart): readonly Body[] {
  if (part.type !== 'text/plain' && part.type !== 'text/html') return [];
  // These hold a file. A name that nobody knows is most often a slip.
  return /^(?:x-?)?(?:uu|yenc|binhex|mac-binhex)/.test(part.encoding) ? [] : [{ part, isHtml: part.type === 'text/html' }];
}
