/** The ending that a file's content deserves, whatever it is called; `undefined` when its first bytes do not tell. */
export function recogniseBytes(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03 || bytes[3] !== 0x04) return undefined;
  // The directory at the end of a zip lists what it holds; a zip cut short has it at most at the start.
  const names = toLatin(bytes.subarray(0, 4096)) + toLatin(bytes.subarray(-65_536));
  if (names.includes('word/')) return '.docx';
  return names.includes('ppt/') ? '.pptx' : undefined;
}

/** As `recogniseBytes`, for a file that is text. */
export function recogniseText(text: string): string | undefined {
  const start = text.slice(0, 4096).replace(/^\uFEFF+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(skipComments(start))) return '.html';
  if (isFrontMatter(start)) return '.md';
  return isMail(start) ? '.eml' : undefined;
}

/** The text behind what XML and comments may put above a page. */
function skipComments(start: string): string {
  let rest = start.trimStart();
  for (let lead = commentOf(rest); lead > 0; lead = commentOf(rest)) rest = rest.slice(lead).trimStart();
  return rest;
}

function commentOf(text: string): number {
  const close = text.startsWith('<!--') ? '-->' : text.startsWith('<?xml') ? '>' : undefined;
  if (close === undefined) return 0;
  const end = text.indexOf(close, 4);
  return end < 0 ? 0 : end + close.length;
}

function isFrontMatter(start: string): boolean {
  return /^(---|\+\+\+)[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?[\w-]+[ \t]*[:=][^\r\n]*\r?\n(?:[^\r\n]*\r?\n)*?\1[ \t]*(?:\r?\n|$)/.test(start);
}

// A message that says “Subject:” and “Date:” of itself is no mail yet: those that only a mail program writes make the difference.
const mailHeaders = /^(?:received|return-path|message-id|mime-version|delivered-to|content-type|content-transfer-encoding|dkim-signature|x-mailer)$/i;

function isMail(start: string): boolean {
  const names: string[] = [];
  for (const line of start.split(/\r\n|\n|\r/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && names.length > 0) continue;
    // Mailboxes kept in one file begin each mail so.
    const name = /^([!-9;-~]+):/.exec(line)?.[1];
    if (name === undefined) {
      if (names.length === 0 && /^From \S+/.test(line)) continue;
      return false;
    }
    names.push(name);
  }
  return (
    names.some((name) => mailHeaders.test(name)) || (names.some((name) => /^from$/i.test(name)) && names.some((name) => /^(?:to|subject|date)$/i.test(name)))
  );
}

function toLatin(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}
