import { describe, expect, it } from 'vitest';
import { describeBlocks, readMail, readReason } from '../support/mail.js';

const boundary = 'Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n';
const nest = (depth: number): string =>
  `${Array.from({ length: depth }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`).join('')}\nOne.`;

describe('a mail made to do harm', () => {
  it.each([
    ['parts 1000 deep', `Subject: a\n${nest(1000)}`, 'it has parts inside parts, more than 50 deep. Save its text in a mail of its own'],
    ['100,000 parts', `${boundary}${'--b\n\nOne.\n'.repeat(100_000)}`, 'it has more than 5000 parts. Save its text in a mail of its own'],
    [
      'a line of 50 MB in base64',
      `Subject: a\nContent-Transfer-Encoding: base64\n\n${'QUJD'.repeat(12_500_000)}`,
      'its text is longer than a million characters. Save the part to be checked as .txt',
    ],
  ])(
    'with %s is refused in plain words',
    async (_what, mail, reason) => {
      expect(await readReason(Buffer.from(mail, 'latin1'))).toBe(reason);
    },
    20_000,
  );

  it.each([
    ['parts 40 deep', `Subject: a\n${nest(40)}`, 'One.'],
    ['a header of 1 MB', `Subject: ${'a'.repeat(1_000_000)}\n\nOne.`, 'One.'],
    ['a header over 100,000 lines', `Subject: a${'\n b'.repeat(100_000)}\n\nOne.`, 'One.'],
    ['100,000 headers', `Subject: a\n${'X-A: b\n'.repeat(100_000)}\nOne.`, 'One.'],
    ['a parameter that never ends', `Subject: a\nContent-Type: text/plain; ${'a="'.repeat(100_000)}\n\nOne.`, 'One.'],
    ['parts that never end', `${boundary}--b\n\nOne.`, 'One.'],
    ['a boundary that is used again inside', `${boundary}${'--b\nContent-Type: multipart/mixed; boundary=b\n\n'.repeat(20)}--b\n\nOne.\n--b--\n`, 'One.'],
    ['a boundary that is never used', `${boundary}One.`, 'One.'],
    ['lines that look like boundaries', `${boundary}--b\n\nOne.\n--b--\n${'--c\n'.repeat(500_000)}`, 'One.'],
    [
      'an attachment of 20 MB in one line',
      `${boundary}--b\n\nOne.\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n${'QUJD'.repeat(5_000_000)}\n--b--`,
      'One.',
    ],
    ['NUL characters', 'Subject: a\0\n\nO\0ne.\0', 'One.'],
    ['line ends of every kind', 'Subject: a\r\nTo: b\n\r\nOne\ron.\n\r', 'One\non.'],
    ['white space without end', `Subject: a\n\n${' '.repeat(900_000)}One.`, 'One.'],
    ['equals signs without end', `Subject: a\nContent-Transfer-Encoding: quoted-printable\n\nOne.\n\n${'= \n'.repeat(200_000)}`, 'One.'],
    ['marks of quotation without end', `Subject: a\n\nOne.\n${'>'.repeat(900_000)}`, 'One.'],
    ['comments that never end', `Subject: a\n\nOne.\n\n> ${'<!-- liaison-ignore a '.repeat(40_000)}`, 'One.'],
    ['comments in one line', `Subject: a\n\nOne.${'<!-- liaison-ignore-next-line a: b -->'.repeat(20_000)}`, 'One.'],
    ['lines that begin like a reply', `Subject: a\n\nOne.\n\n> a\n${'On 5 March 2026\n> \n'.repeat(40_000)}-- \n`, undefined],
    ['starts of coded files', `Subject: a\n\nOne.\n\n-- \n${'begin 644 a\n'.repeat(60_000)}`, 'One.'],
    ['angle brackets without end', `Subject: a\n\nOne.\n> ${'<'.repeat(900_000)}`, 'One.'],
  ])(
    'with %s is read in time',
    async (_what, mail, text) => {
      const document = await readMail(mail);
      if (text !== undefined) expect(describeBlocks(document)).toEqual([`paragraph: ${text}`]);
    },
    5000,
  );
});
