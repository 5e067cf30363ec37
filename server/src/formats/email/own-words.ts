import type { Block } from '../../model/block.js';

/** A line of a mail, whether of its text or of what its HTML shows. */
export interface MailLine {
  /** Empty for a blank line. The mark above a signature keeps the space at its end: `-- `. */
  readonly text: string;
  readonly isQuoted: boolean;
}

// What mail programs write above a mail that is answered or passed on.
const passedOn =
  /^(?:-{2,}\s*(?:original (?:message|appointment)|forwarded message|forwarded by\b.*|reply message|end of forwarded message)\s*-{2,}|begin forwarded message:)$/i;
const headerName = /^[*_]{0,2}(from|sent|date|to|cc|subject|reply-to)\s?:[*_]{0,2}(?:\s|$)/i;
const endsAttribution = /\b(?:wrote|writes|said)\s?:$/i;
const beginsAttribution = /^(?:on\b|le\b|am\b|\d{4}-\d{2}-\d{2}\b|.{1,80}<\S+@\S+>)/i;
const namesSender = /\b\d{1,2}[:.]\d{2}\b|\S@\S/;
const sentFrom = /^(?:sent (?:from|with|via) (?:my\s)?\p{L}[\p{L}\d .'’-]{1,40}|get outlook for (?:ios|android)(?:\s?<\S+>)?)\.?$/iu;
const armour = /^-----BEGIN PGP (?:SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----$/;
const armourEnd = /^-----END PGP /;
const coded = /^begin(?:-base64)? [0-7]{3,4} \S/;
const codedEnd = /^(?:end|====)$/;
const listFooter = /mailing list|unsubscribe|https?:\/\//i;

// “On Monday, 5 March 2026 at 10:00, Somebody <somebody@example.org> wrote:” is broken at the width of a mail.
const longestAttribution = 3; // lines
const longestName = 300; // characters
const blankLines = 8;
const longestFooter = 8;
const headerBlock = 8;
const longestSignature = 30;

/** Tells for each line whether it is the writer's own: not quoted, passed on, a signature or a program's advertisement. */
export function findOwnLines(lines: readonly MailLine[]): readonly boolean[] {
  const lastCode = lines.findLastIndex(({ text }) => codedEnd.test(text));
  const bareMark = findBareMark(lines);
  const own = lines.map(({ text, isQuoted }) => text !== '' && !isQuoted);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || own[index] !== true) continue;
    if (endsOwnWords(lines, index) || (index > 0 && index === bareMark)) {
      own.fill(false, index);
      break;
    }
    const attribution = measureAttribution(lines, index);
    if (attribution > 0) {
      own.fill(false, index, index + attribution);
      // Without marks of quotation nothing tells where the quoted mail ends.
      if (nextLine(lines, index + attribution)?.isQuoted !== true) own.fill(false, index);
    } else if (sentFrom.test(line.text)) own[index] = false;
    else if (armour.test(line.text)) own.fill(false, index, findEnd(lines, index, armourEnd) + 1);
    else if (index < lastCode && coded.test(line.text)) own.fill(false, index, findEnd(lines, index, codedEnd) + 1);
  }
  return own;
}

const notice =
  /^\W*(?:(?:(?:confidentiality|legal|privacy) (?:notice|statement|disclaimer)|disclaimer|notice)\s*(?:[:.\u2013\u2014-]|$)|(?:this|the (?:information|contents?)(?: contained)? (?:in|of) this) (?:e-?mail|message|communication|transmission|electronic)\b)/i;
const legalWord =
  /\bconfidential|\bprivileged|\bintended (?:only|solely|exclusively|recipients?|for the (?:sole |exclusive )?(?:use|addressee|named|individual|person))|\bunauthori[sz]ed|\b(?:in|by) error\b|\bdelete\b|\bdisclos|\bdisseminat|\bviruse?s?\b|\bliab(?:le|ility)\b|\battachments?\b/gi;
const wholeNotice =
  /^\W*(?:if you (?:are not|have received) (?:the (?:intended|named)|this (?:e-?mail|message|communication) (?:in|by) error)|please consider the environment before|think before you print)/i;

/** Leaves out the notices that organisations put below every mail: nobody wrote them for this one. A message may be about an email too, so that more than one word has to tell. */
export function leaveOutNotices(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ text }, index) => index === 0 || !isNotice(text.slice(0, noticeSample)));
}

const noticeSample = 800;

function isNotice(text: string): boolean {
  return wholeNotice.test(text) || (notice.test(text) && new Set(text.match(legalWord)?.map((word) => word.toLowerCase())).size >= 2);
}

function endsOwnWords(lines: readonly MailLine[], index: number): boolean {
  const text = lines[index]?.text ?? '';
  if (text === '-- ') return true;
  if (/^_{20,}$/.test(text)) return startsHeaderBlock(lines, index + 1) || isListFooter(lines, index + 1);
  return passedOn.test(text) || startsHeaderBlock(lines, index);
}

/** The mark above a signature whose space was lost on the way. Two of them, or one above a long text, are lines across the page. */
function findBareMark(lines: readonly MailLine[]): number {
  const isMark = ({ text, isQuoted }: MailLine): boolean => text === '--' && !isQuoted;
  const mark = lines.findIndex(isMark);
  if (mark < 0 || lines.findLastIndex(isMark) !== mark) return -1;
  const below = lines.slice(mark + 1).filter(({ text, isQuoted }) => text !== '' && !isQuoted).length;
  return below <= longestSignature ? mark : -1;
}

/** The first line behind `from` that ends what begins there; the last of all when none does. */
function findEnd(lines: readonly MailLine[], from: number, end: RegExp): number {
  for (let index = from + 1; index < lines.length; index++) if (end.test(lines[index]?.text ?? '')) return index;
  return lines.length - 1;
}

/** “From:”, “Sent:”, “To:” and “Subject:” of the mail below, as Outlook writes them. */
function startsHeaderBlock(lines: readonly MailLine[], from: number): boolean {
  const names: string[] = [];
  for (const { text } of lines.slice(from, from + headerBlock)) {
    const name = headerName.exec(text)?.[1]?.toLowerCase();
    if (name !== undefined) names.push(name);
    else if (names.length === 0 && text !== '') return false;
  }
  // “From: 9am”, “To: 5pm” and “Date: 5 March” announce a meeting.
  return names[0] === 'from' && names.length >= 3 && names.some((name) => name === 'sent' || name === 'subject');
}

function isListFooter(lines: readonly MailLine[], from: number): boolean {
  const below = lines.slice(from, from + longestFooter + 1).filter(({ text }) => text !== '');
  return lines.length - from <= longestFooter && below.some(({ text }) => listFooter.test(text));
}

/** How many lines say who wrote what is quoted below; 0 when these do not. */
function measureAttribution(lines: readonly MailLine[], index: number): number {
  let written = '';
  for (let length = 1; length <= longestAttribution; length++) {
    const line = lines[index + length - 1];
    if (line === undefined || line.text === '' || line.isQuoted || line.text.length > longestName) return 0;
    written += `${length === 1 ? '' : ' '}${line.text}`;
    const isQuoteBelow = nextLine(lines, index + length)?.isQuoted === true;
    if (isQuoteBelow ? endsAttribution.test(written) : isAttribution(written)) return length;
    if (/<\S+@\S+>:$/.test(written) && isQuoteBelow) return length;
    if (!beginsAttribution.test(written)) return 0;
  }
  return 0;
}

/** Whether a text says who wrote what is quoted below it: “On 5 March 2026 at 10:00 Somebody wrote:”. */
export function isAttribution(text: string): boolean {
  return text.length <= longestName && endsAttribution.test(text) && beginsAttribution.test(text) && namesSender.test(text);
}

function nextLine(lines: readonly MailLine[], from: number): MailLine | undefined {
  for (let index = from; index < Math.min(lines.length, from + blankLines); index++) if (lines[index]?.text !== '') return lines[index];
  return undefined;
}
