import fc from 'fast-check';
import type { Entry, Header } from '../../../server/src/glossary/exchange/imported.js';
import { policies, statuses } from '../../../server/src/glossary/schema.js';
import { severities } from '../../../server/src/model/finding.js';
import { partsOfSpeech } from '../../../server/src/text/part-of-speech.js';

/** Pieces that formats stumble over, beside words. */
const awkward = [
  ...[
    '=1+1',
    '+',
    '-',
    '@SUM(A1)',
    "'",
    "'=",
    '"',
    '""',
    ',',
    ';',
    ' ; ',
    '\\',
    '\\;',
    '\\\\',
    '->',
    '=>',
    '→',
    '|',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '  ',
    '#',
    ': ',
  ],
  ...[
    '<b>',
    '&amp;',
    '&lol;',
    ']]>',
    '_x0041_',
    '_x000D_',
    'é',
    '“”',
    '日本',
    '👍',
    '\u00a0',
    '\u0007',
    '\ufeff',
    'null',
    'yes',
    '2027-01-01',
    '007',
    '1e3',
    '{',
    '[',
    '%',
    '*a',
    '!x',
  ],
];
const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('use', 'a tool', 'SSO', 'log in') },
      { weight: 2, arbitrary: fc.constantFrom(...awkward) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));
const anyWords = anyText.map((text) => text.trim()).filter((text) => text !== '');
const anyList = fc.array(anyWords, { minLength: 1, maxLength: 4 });

const anyEntry: fc.Arbitrary<Entry> = fc.record(
  {
    term: anyWords,
    status: fc.constantFrom(...statuses),
    caseSensitive: fc.boolean(),
    variants: anyList,
    partOfSpeech: fc.constantFrom(...partsOfSpeech),
    replacements: anyList,
    expansion: anyWords,
    definition: anyWords,
    reason: anyWords,
    exceptions: anyList,
    knownTo: anyList,
    domain: anyWords,
    severity: fc.constantFrom(...severities),
    policy: fc.constantFrom(...policies),
    owner: anyWords,
    examples: fc
      .record({ flags: anyList, allows: anyList, becomes: fc.dictionary(anyText, anyText, { minKeys: 1, maxKeys: 3 }) }, { requiredKeys: [] })
      .filter((examples) => Object.keys(examples).length > 0),
  },
  { requiredKeys: ['term', 'status', 'caseSensitive'] },
);

/** Entries of all kinds, each term once. */
export const anyEntries = fc.uniqueArray(anyEntry, { maxLength: 5, selector: ({ term }) => term.toLowerCase() });

/** What may stand above them. */
export const anyHeader: fc.Arbitrary<Header> = fc.record(
  {
    name: anyWords,
    title: anyWords,
    owner: anyWords,
    reviewBy: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    licence: anyWords,
  },
  { requiredKeys: [] },
);
