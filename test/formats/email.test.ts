import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, chooseSafeEdits, createEngine, Organisations, rules } from '../../server/src/index.js';
import { runs } from '../support/any-markdown.js';
import { frequency, vectors } from '../support/lint-text.js';
import { describeBlocks, locate, readMail, readReason } from '../support/mail.js';
import { loadOrganisation, today } from '../support/organisation.js';

const blocksOf = async (mail: string): Promise<readonly string[]> => describeBlocks(await readMail(mail));
const plain = (text: string, headers = ''): string => `Subject: a\n${headers}\n${text}`;
const quotedPrintable = 'Content-Transfer-Encoding: quoted-printable\n';
const multipart = (kind: string, ...parts: readonly string[]): string =>
  `Subject: a\nContent-Type: multipart/${kind}; boundary="b"\n\nFor old programs.\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\nThe end.\n`;
const html = 'Content-Type: text/html\n\n<p>Shown.</p>';

describe('fields of an email', () => {
  it('are its headers, with their places', async () => {
    const mail =
      'Received: by e.org\nSubject: The portal\n moves\nDATE: Thu, 5 Mar 2026 23:30:00 -0500\nX-Liaison-Kind: status\nx-liaison-audience: it\nX-Liaison-Goals: G1, G2\nX-Liaison-Intent: ask\n\nText.';
    const { fields, source } = await readMail(mail);
    const { kind, audience, goals, intent, subject, date } = fields;
    expect([subject, date, kind, audience, ...(goals ?? []), intent].map((field) => [field?.value, source.slice(field?.span.start, field?.span.end)])).toEqual([
      ['The portal moves', 'The portal\n moves'],
      ['2026-03-05', 'Thu, 5 Mar 2026 23:30:00 -0500'],
      ['status', 'status'],
      ['it', 'it'],
      ['G1', 'G1'],
      ['G2', 'G2'],
      ['ask', 'ask'],
    ]);
    expect(source.slice(fields.span.start, fields.span.end)).toBe(mail.slice(0, mail.indexOf('\n\n')));
  });

  it.each([
    ['encoded words', '=?utf-8?Q?Caf=C3=A9?= =?utf-8?B?IG9wZW5z?=', 'Café opens'],
    ['an old character set', '=?iso-8859-1?Q?Caf=E9?=', 'Café'],
    ['a character set that nobody knows', '=?no-such?Q?Cafe?=', 'Cafe'],
    ['bytes in UTF-8', 'Caf\xC3\xA9', 'Café'],
    ['bytes in Latin-1', 'Caf\xE9', 'Café'],
    ['a word that only looks encoded', '=?cut', '=?cut'],
  ])('decode %s', async (_what, written, subject) => {
    expect((await readMail(`Subject: ${written}\n\nText.`)).fields.subject?.value).toBe(subject);
  });

  it.each([
    ['Thu, 05 Mar 2026 10:00:00 +0000 (GMT)', '2026-03-05'],
    ['5 March 2026 10:00', '2026-03-05'],
    ['next week', 'next week'],
  ])('take %s for the date %s', async (written, date) => {
    expect((await readMail(`Date: ${written}\n\nText.`)).fields.date?.value).toBe(date);
  });

  it('leave what is not said to the folder', async () => {
    expect((await readMail('Subject:\nX-Liaison-Goals:\n\nText.')).fields).toEqual({ span: { start: 0, end: 25 } });
  });
});

describe('text of an email', () => {
  it.each([
    ['its body', plain('One.\n\n- two'), ['paragraph: One.', 'list-item: two']],
    ['a body without a blank line above it', 'Subject: a\nOne goes on.', ['paragraph: One goes on.']],
    ['nothing where there is none', 'Subject: a\n', []],
    ['a body below a header that was broken', 'Subject: a\nbroken off\nTo: b@e.org\n\nOne.', ['paragraph: One.']],
    ['a body below the line that begins a mail in a mailbox', 'From b@e.org Thu Mar  5\nSubject: a\n\nOne.', ['paragraph: One.']],
    ['the plain one of two', multipart('alternative', '\nOne.', html), ['paragraph: One.']],
    ['the HTML where the plain one is empty', multipart('alternative', '\n \n', html), ['paragraph: Shown.']],
    [
      'the HTML where the plain one only points to it',
      multipart('alternative', '\nView this email in your browser: https://e.org', html),
      ['paragraph: Shown.'],
    ],
    ['HTML alone', `Subject: a\n${html}`, ['paragraph: Shown.']],
    [
      'HTML with its images',
      multipart('related; type="text/html"', html, 'Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA'),
      ['paragraph: Shown.'],
    ],
    [
      'parts inside parts',
      multipart('mixed', 'Content-Type: multipart/alternative; boundary=c\n\n--c\n\nOne.\n--c\nContent-Type: text/html\n\n<p>One.</p>\n--c--', '\nTwo.'),
      ['paragraph: One.', 'paragraph: Two.'],
    ],
    ['the part that is signed', multipart('signed', '\nOne.', 'Content-Type: application/pgp-signature\n\nxyz'), ['paragraph: One.']],
    [
      'nothing of attachments',
      multipart('mixed', '\nOne.', 'Content-Disposition: attachment; filename="b.txt"\n\nTwo.', 'Content-Type: text/plain; name="c.txt"\n\nThree.'),
      ['paragraph: One.'],
    ],
    [
      'nothing of calendars and spreadsheets',
      multipart('mixed', '\nOne.', 'Content-Type: text/calendar\n\nBEGIN:VCALENDAR', 'Content-Type: text/csv\n\na,b'),
      ['paragraph: One.'],
    ],
    ['nothing of a mail passed on as a part', multipart('mixed', '\nOne.', 'Content-Type: message/rfc822\n\nSubject: b\n\nTwo.'), ['paragraph: One.']],
    [
      'nothing of what a report is about',
      multipart('report', '\nOne.', 'Content-Type: message/delivery-status\n\nStatus: 5.0.0', 'Content-Type: text/rfc822-headers\n\nTo: b'),
      ['paragraph: One.'],
    ],
    ['nothing of files in uuencode', plain('One.\n\nbegin 644 a.doc\n#0V%T\n`\nend\n\nTwo.'), ['paragraph: One.', 'paragraph: Two.']],
  ])('is %s', async (_what, mail, blocks) => {
    expect(await blocksOf(mail)).toEqual(blocks);
    expect(await blocksOf(mail.replaceAll('\n', '\r\n'))).toEqual(blocks);
  });

  it.each([
    ['UTF-8', 'utf-8', 'caf\xC3\xA9 \xE2\x80\x99'],
    ['Windows-1252', 'windows-1252', 'caf\xE9 \x92'],
    ['Windows-1252 by another name', 'cp1252', 'caf\xE9 \x92'],
    ['ISO 8859-15', 'iso-8859-15', 'caf\xE9 ’'.replace('’', '\xA4')],
    ['a set that nobody knows', 'no-such', 'caf\xE9 \x92'],
    ['UTF-8 that says otherwise', 'iso-8859-1', 'caf\xC3\xA9 \xE2\x80\x99'],
  ])('in %s keeps its letters and its places', async (_what, charset, text) => {
    const document = await readMail(plain(text, `Content-Type: text/plain; charset="${charset}"\n`));
    expect(document.blocks[0]?.text).toBe(charset === 'iso-8859-15' ? 'café €' : 'café ’');
    expect(locate(document, 'café')).toEqual({ written: 'café', isEditable: true });
    expect(document.blocks[0]?.place).toBeUndefined();
  });

  it.each([
    ['koi8-r', '\xF0\xD2\xC9\xD7\xC5\xD4', 'Привет'],
    ['gb18030', '\xC4\xE3\xBA\xC3', '你好'],
    ['utf-16', 'H\0i\0', 'Hi'],
    ['iso-2022-jp', '\x1B$B$"\x1B(B', 'あ'],
  ])('in %s is decoded', async (charset, text, decoded) => {
    expect((await readMail(plain(text, `Content-Type: text/plain; charset=${charset}\n`))).blocks[0]?.text).toBe(decoded);
  });

  it('may have another character set in each part', async () => {
    const mail = multipart(
      'mixed',
      'Content-Type: text/plain; charset=windows-1252\n\ncaf\xE9 one',
      'Content-Type: text/plain; charset=utf-8\n\ncaf\xC3\xA9 two',
    );
    const document = await readMail(mail);
    expect(describeBlocks(document)).toEqual(['paragraph: café one', 'paragraph: café two']);
    expect(locate(document, 'two')).toEqual({ written: 'two', isEditable: true });
  });
});

describe('an email in quoted-printable', () => {
  it('has its places where words stand as they are', async () => {
    const document = await readMail(plain('Caf=C3=A9 users utilise it. They uti=\nlise =E2=80=9Cit=E2=80=9D =3D =\n=E2=9C=\n=93.', quotedPrintable));
    expect(describeBlocks(document)).toEqual(['paragraph: Café users utilise it. They utilise “it” = ✓.']);
    expect(['users utilise', 'They utilise', 'Café', '✓'].map((words) => locate(document, words))).toEqual([
      { written: 'users utilise', isEditable: true },
      { written: 'They uti=\nlise', isEditable: false },
      { written: 'Caf=C3=A9', isEditable: false },
      { written: '=E2=9C=\n=93', isEditable: false },
    ]);
  });

  it('is read as far as it goes where it is broken', async () => {
    expect(await blocksOf(plain('50=25 off=ZZ =\nnow =C3', quotedPrintable))).toEqual(['paragraph: 50% off=ZZ now \uFFFD']);
  });

  it('has places in its HTML', async () => {
    const document = await readMail(`Subject: a\nContent-Type: text/html\n${quotedPrintable}\n<p>We utilise =E2=80=9Cit=E2=80=9D, and uti=\nlise it.</p>`);
    expect(describeBlocks(document)).toEqual(['paragraph: We utilise “it”, and utilise it.']);
    expect([locate(document, 'We utilise'), locate(document, 'and utilise')]).toEqual([
      { written: 'We utilise', isEditable: true },
      { written: 'and uti=\nlise', isEditable: false },
    ]);
  });
});

describe('suggestions for an email', () => {
  const lint = async (mail: string) => {
    const document = await readMail(mail);
    const organisation = await loadOrganisation({
      'liaison.yml': 'glossaries: [./house.yml]',
      'house.yml': 'name: house\nterms:\n  - { term: utilise, partOfSpeech: verb, replacements: [use] }\n',
    });
    const { findings } = createEngine(rules).lint({ document: { ...document, path: '/acme/message.eml' }, organisation, today });
    return { source: document.source, findings: findings.filter(({ rule }) => rule === 'jargon') };
  };

  it.each([
    ['as it is', plain('They utilised it.'), 'They used it.'],
    ['in quoted-printable', plain('=E2=80=9CIt=E2=80=9D is how they utilised=\n it.', quotedPrintable), '“It” is how they used it.'],
    ['as HTML', `Subject: a\n${html.replace('Shown', 'They utilised it')}`, 'They used it.'],
  ])('are written into text that stands %s', async (_how, mail, fixed) => {
    const { source, findings } = await lint(mail);
    expect((await readMail(Buffer.from(applyEdits(source, chooseSafeEdits(findings))).toString('latin1'))).blocks[0]?.text).toBe(fixed);
  });

  it('are left out where the words are in code', async () => {
    const { findings } = await lint(plain('VGhleSB1dGlsaXNlZCBpdC4=', 'Content-Transfer-Encoding: base64\n'));
    expect(findings.map(({ message, place, suggestions }) => [message, place, suggestions])).toEqual([
      ['“utilised” may lose readers: try “used”.', 'text of the mail, paragraph 1', []],
    ]);
  });
});

describe('an email in base64', () => {
  const encode = (text: string): string => Buffer.from(text).toString('base64').replace(/.{20}/g, '$&\n');
  const base64 = 'Content-Transfer-Encoding: base64\n';

  it('says which paragraph is meant, and offers no edits', async () => {
    const document = await readMail(plain(encode('Café one.\n\nWe utilise two.'), base64));
    expect(document.blocks.map(({ place, text }) => [place, text])).toEqual([
      ['text of the mail, paragraph 1', 'Café one.'],
      ['text of the mail, paragraph 2', 'We utilise two.'],
    ]);
    expect(locate(document, 'utilise')?.isEditable).toBe(false);
  });

  it('has the place of a word at the code that stands for it', async () => {
    const words = ['Café', 'one.', 'We', 'utilise', 'two.'];
    const document = await readMail(plain(encode('Café one.\n\nWe utilise two.'), base64));
    const codes = words.map((word) => locate(document, word)?.written.replaceAll('\n', '') ?? '');
    // A code of four characters may begin before the word does.
    expect(codes.map((code) => encode('Café one.\n\nWe utilise two.').replaceAll('\n', '').includes(code) && code.length > 0)).toEqual(words.map(() => true));
    const starts = document.blocks.flatMap(({ map, text }) =>
      Array.from(text.matchAll(/\S+/g), ({ index }) => map.toSource({ start: index, end: index + 1 }).start),
    );
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  });

  it('is HTML as well', async () => {
    const document = await readMail(`Subject: a\nContent-Type: text/html\n${base64}\n${encode('<p>One.</p><p>Two.</p>')}`);
    expect(document.blocks.map(({ place, text }) => [place, text])).toEqual([
      ['text of the mail, paragraph 1', 'One.'],
      ['text of the mail, paragraph 2', 'Two.'],
    ]);
  });
});

describe('an email whose lines flow', () => {
  const flowed = 'Content-Type: text/plain; format=flowed\n';
  it.each([
    ['joins lines that end with a space', 'One goes \non.\nTwo.', '', ['paragraph: One goes\non.↵Two.']],
    ['takes off the space that protects a line', ' From here.', '', ['paragraph: From here.']],
    ['joins without the space where it says so', 'One tog \nether.', '; delsp=yes', ['paragraph: One together.']],
    ['ends at its signature', 'One.\n-- \nUs', '', ['paragraph: One.']],
  ])('%s', async (_what, text, more, blocks) => {
    expect(await blocksOf(plain(text, flowed.replace('\n', `${more}\n`)))).toEqual(blocks);
  });
});

describe('what is not the writer’s own', () => {
  it.each([
    ['quoted lines', 'One.\n\n> Two.\n> Three.\n\nFour.', ['paragraph: One.', 'paragraph: Four.']],
    [
      'who wrote what is quoted',
      'One.\n\nOn Thu, 5 Mar 2026 at 10:00, A Person\n<a@e.org> wrote:\n\n> Two.\n\nThree.',
      ['paragraph: One.', 'paragraph: Three.'],
    ],
    ['what follows such a line without marks', 'One.\n\nOn 5 Mar 2026, at 10:00, A Person <a@e.org> wrote:\n\nTwo.\n\nThree.', ['paragraph: One.']],
    ['the original message', 'One.\n\n-----Original Message-----\nFrom: a@e.org\n\nTwo.', ['paragraph: One.']],
    ['a forwarded message', 'One.\n\n---------- Forwarded message ---------\nFrom: a@e.org\n\nTwo.', ['paragraph: One.']],
    ['Apple’s forwarded message', 'One.\n\nBegin forwarded message:\n\nTwo.', ['paragraph: One.']],
    ['Outlook’s headers', 'One.\n\nFrom: A Person\nSent: 05 March 2026 10:00\nTo: All staff\nSubject: b\n\nTwo.', ['paragraph: One.']],
    [
      'Outlook’s headers below a line',
      'One.\n\n________________________________\nFrom: A Person\nSent: 05 March 2026\nTo: All staff\n\nTwo.',
      ['paragraph: One.'],
    ],
    ['a signature', 'One.\n\n-- \nA Person\nHead of IT', ['paragraph: One.']],
    ['a signature whose space was lost', 'One.\n\n--\nA Person', ['paragraph: One.']],
    ['advertisements of a phone', 'One.\n\nSent from my iPhone', ['paragraph: One.']],
    [
      'notices',
      'One.\n\nThis email and any files with it are confidential and intended solely for the person it is sent to.\n\nTwo.',
      ['paragraph: One.', 'paragraph: Two.'],
    ],
    ['a notice with a title', 'One.\n\nCONFIDENTIALITY NOTICE: The information is privileged. If it reached you by error, delete it.', ['paragraph: One.']],
    ['a mailing list’s last lines', 'One.\n\n_______________________________________________\nstaff mailing list\nhttps://e.org/staff', ['paragraph: One.']],
    ['a signature in code', 'One.\n\n-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----', ['paragraph: One.']],
  ])('leaves out %s', async (_what, text, blocks) => {
    expect(await blocksOf(plain(text))).toEqual(blocks);
  });

  it.each([
    ['days on which somebody wrote', 'On Monday the director wrote:\n\nWe move.', ['paragraph: On Monday the director wrote:', 'paragraph: We move.']],
    [
      'days on which somebody wrote, with a date',
      'On 5 March 2026 the council wrote:\n\nWe move.',
      ['paragraph: On 5 March 2026 the council wrote:', 'paragraph: We move.'],
    ],
    [
      'hours of a meeting',
      'One.\n\nFrom: 9am\nTo: 5pm\nDate: 5 March\n\nTwo.',
      ['paragraph: One.', 'paragraph: From: 9am↵To: 5pm↵Date: 5 March', 'paragraph: Two.'],
    ],
    ['whom an email is for', 'One.\n\nThis email is intended only for managers.', ['paragraph: One.', 'paragraph: This email is intended only for managers.']],
    ['news of notices', 'One.\n\nPrivacy notice changes on 1 June.', ['paragraph: One.', 'paragraph: Privacy notice changes on 1 June.']],
    ['text between lines across the page', 'One.\n\n--\n\nTwo.\n\n--\n\nThree.', ['paragraph: One.', 'paragraph: Two.', 'paragraph: Three.']],
    ['one line with a colon', 'From: Monday\n\nThe portal moves.', ['paragraph: From: Monday', 'paragraph: The portal moves.']],
    ['a first paragraph about email', 'This email is confidential until Monday.', ['paragraph: This email is confidential until Monday.']],
    ['a line across the page', 'One.\n\n____________________\n\nTwo.', ['paragraph: One.', 'paragraph: Two.']],
  ])('keeps %s', async (_what, text, blocks) => {
    expect(await blocksOf(plain(text))).toEqual(blocks);
  });

  it('leaves them out of HTML', async () => {
    const mail = (text: string): string => `Subject: a\nContent-Type: text/html\n\n${text}`;
    expect(await blocksOf(mail('<p>One.</p><p>On 5 Mar 2026 at 10:00 A Person wrote:</p><blockquote>Two.</blockquote><p>Three.</p>'))).toEqual([
      'paragraph: One.',
      'paragraph: Three.',
    ]);
    expect(await blocksOf(mail('<p>One.</p><p>From: A</p><p>Sent: 5 March 2026</p><p>To: All</p><p>Subject: b</p><p>Two.</p>'))).toEqual(['paragraph: One.']);
    expect(await blocksOf(mail('<p>One.</p><blockquote>On 5 Mar 2026 at 10:00 A Person wrote:</blockquote><blockquote>Two.</blockquote>'))).toEqual([
      'paragraph: One.',
    ]);
    expect(await blocksOf(mail('<p>One.</p><blockquote>Two, indented.</blockquote>'))).toEqual(['paragraph: One.', 'quoted paragraph: Two, indented.']);
  });
});

describe('the same text in every code', () => {
  const characters = fc.constantFrom('a', 'B', ' ', '.', '\n', '\n\n', '=', '- ', '> ', 'é', '’', '😀', 'https://e.org/x', '\t', '<', '--\n');
  const encodings: readonly (readonly [string, (text: string) => string])[] = [
    ['8bit', (text) => Buffer.from(text).toString('latin1')],
    [
      'quoted-printable',
      (text) =>
        Buffer.from(text)
          .toString('latin1')
          .replace(/[^ -<>-~\n]|[ \t](?=\n|$)/g, toCode)
          .replace(/[^\n=]{20}(?=[^\n])/g, '$&=\n'),
    ],
    ['base64', (text) => Buffer.from(text).toString('base64').replace(/.{20}/g, '$&\n')],
  ];

  it('has the same blocks, and what can be edited stands in the file as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(characters, { maxLength: 60 }), async (pieces) => {
        const text = pieces.join('');
        const documents = await Promise.all(
          encodings.map(([name, encode]) => readMail(plain(encode(text), `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${name}\n`))),
        );
        const [first, ...others] = documents.map(describeBlocks);
        for (const other of others) expect(other).toEqual(first);
        for (const { blocks, source } of documents)
          for (const block of blocks)
            for (const { textStart, textEnd, verbatim } of block.map.segments) {
              const { start, end } = block.map.toSource({ start: textStart, end: textEnd });
              if (verbatim) expect(source.slice(start, end)).toBe(block.text.slice(textStart, textEnd));
            }
      }),
      runs,
    );
  });
});

function toCode(character: string): string {
  return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

describe('ignores in an email', () => {
  it('cover what they cover in the file', async () => {
    const document = await readMail(plain('Caf=C3=A9.\n\n<!-- liaison-ignore-next-line jargon: a name -->\nWe utilise it.\n\nTwo.', quotedPrintable));
    expect(document.ignores.map(({ rules, reason, covers }) => [rules, reason, document.source.slice(covers.start, covers.end)])).toEqual([
      [['jargon'], 'a name', 'We utilise it.'],
    ]);
    expect(describeBlocks(document)).toEqual(['paragraph: Café.', 'paragraph: We utilise it.', 'paragraph: Two.']);
  });
});

describe('the email among the examples', () => {
  it('has nothing left to say about', async () => {
    const path = '/examples/status/leave-online-week-3.eml';
    const urlOf = (location: string): URL => new URL(`../..${location}`, import.meta.url);
    const mail = await readMail(readFileSync(urlOf(path), 'latin1'));
    const readText = (location: string): Promise<string | undefined> =>
      Promise.resolve(existsSync(urlOf(location)) ? readFileSync(urlOf(location), 'utf8') : undefined);
    const organisation = await new Organisations(readText, rules).forMessage(path);
    const result = createEngine(rules, { frequency, vectors: () => vectors }).lint({ document: { ...mail, path }, organisation, today: '2027-05-06' });
    expect(result.findings.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([]);
    expect(result.checkup.filter(({ met }) => !met)).toEqual([]);
    expect([result.kind, result.audience, ...result.goals]).toEqual(['status', 'executives', 'G1']);
  });
});

describe('a file that is no email', () => {
  it.each([
    ['an image', '\x89PNG\r\n\x1A\n\0', 'it does not begin with lines such as “Subject:” and “From:”. Save the mail as .eml again, or its text as .txt'],
    ['a text', 'Dear all', 'it does not begin with lines such as “Subject:” and “From:”. Save the mail as .eml again, or its text as .txt'],
    ['Outlook’s own', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'it is in Outlook’s own format (.msg). Save the mail as .eml, or its text as .txt'],
    [
      'an encrypted one',
      multipart('encrypted', 'Content-Type: application/pgp-encrypted\n\nVersion: 1'),
      'it is encrypted, or signed as a whole. Save a copy that is not, or its text as .txt',
    ],
    [
      'an encrypted one of Outlook',
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA',
      'it is encrypted, or signed as a whole. Save a copy that is not, or its text as .txt',
    ],
  ])('says so: %s', async (_what, mail, reason) => {
    expect(await readReason(mail)).toBe(reason);
  });
});
