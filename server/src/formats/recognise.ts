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
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return '.html';
  if (isFrontMatter(start)) return '.md';
  return isMail(start) ? '.eml' : undefined;
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
