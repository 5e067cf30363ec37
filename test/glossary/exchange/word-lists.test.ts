import { describe, expect, it } from 'vitest';
import { readCspell } from '../../../server/src/glossary/exchange/cspell.js';
import { guessFormat } from '../../../server/src/glossary/exchange/formats.js';
import type { Imported } from '../../../server/src/glossary/exchange/imported.js';
import { readPrh } from '../../../server/src/glossary/exchange/prh.js';
import { readVale } from '../../../server/src/glossary/exchange/vale.js';
import { writeGlossary } from '../../../server/src/glossary/exchange/write-glossary.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const vale = (text: string, path = 'A.yml'): Imported => readVale(path, [{ path, bytes: bytesOf(text) }]);
const tell = ({ problems }: Imported): readonly string[] =>
  problems.map(({ path, start, severity, message }) => `${path}:${start.line}:${start.column} ${severity} ${message}`);
const yaml = ({ entries }: Imported): string => writeGlossary({}, entries);

describe('a rule of Vale', () => {
  it('that finds words gives terms, with its message as the reason', () => {
    const imported = vale(`extends: existence
message: "'%s' is a cliché."
level: error
ignorecase: true
action: { name: remove }
exceptions: [at the end of the day shift]
tokens:
  - at the end of the day
  - synerg(?:y|ies)
  - very \\w+
`);
    expect(yaml(imported)).toBe(`terms:
  - term: at the end of the day
    reason: “at the end of the day” is a cliché.
    exceptions: [at the end of the day shift]
    policy: omit
    severity: error
  - term: synergy
    reason: “synergy” is a cliché.
    policy: omit
    severity: error
`);
    expect(tell(imported)).toEqual([
      'A.yml:10:5 error “very \\w+” was left out: “\\w” stands for many characters. Add the words that it is meant for by hand.',
    ]);
  });

  it('that swaps words gives terms with replacements, in their own capitals unless it ignores them', () => {
    const imported = vale(`extends: substitution
message: Use '%s' instead of '%s'.
level: suggestion
swap:
  utili[sz]e: use|apply
  '(\\w)-mail': $1mail
`);
    expect(yaml(imported)).toBe(`terms:
  - term: utilise
    caseSensitive: true
    variants: [utilize]
    replacements: [use, apply]
    severity: info
`);
    expect(tell(imported)).toEqual([
      'A.yml:6:3 error “(\\w)-mail” was left out: its replacement repeats what the pattern found. Add the words that it is meant for by hand.',
    ]);
  });

  it('of another kind is told as what it is', () => {
    expect(tell(vale('extends: occurrence\nmax: 3\ntoken: x\n'))).toEqual([
      'A.yml:1:10 error A rule of the kind “occurrence” counts how often something comes, which a glossary cannot, so it was left out.',
    ]);
    expect(tell(vale('tokens: [a]\n'))).toEqual([
      'A.yml:1:1 error This is not a rule of Vale: it has no “extends”. Leave the file out, or say what it is with --from.',
    ]);
    expect(tell(vale('extends: existence\nscope: heading\nnonword: true\ntokens: [via]\n'))).toEqual([
      'A.yml:2:1 warning Vale looks for these in “heading” only. A glossary flags them anywhere.',
      'A.yml:3:1 warning Vale looks for these inside words too (“nonword”). A glossary flags whole words only.',
    ]);
  });

  it('may be one of a folder: what several say of a word is joined', () => {
    const imported = readVale('styles', [
      { path: 'styles/A.yml', bytes: bytesOf('extends: existence\nignorecase: true\ntokens: [via, Utilise]\n') },
      { path: 'styles/B.yml', bytes: bytesOf('extends: substitution\nignorecase: true\nswap: { utilise: use }\n') },
      { path: 'styles/C.yml', bytes: bytesOf('extends: existence\ntokens: [\n') },
      { path: 'styles/Vocab/accept.txt', bytes: bytesOf('# ours\nKubernetes\nSSO\n') },
      { path: 'styles/Vocab/reject.txt', bytes: bytesOf('(?i)guys\n') },
    ]);
    expect(yaml(imported)).toBe(
      'terms:\n  - term: via\n    severity: warning\n  - term: Utilise\n    replacements: [use]\n    severity: warning\n  - term: guys\n    policy: avoid\n',
    );
    expect(tell(imported)).toEqual([
      'styles/C.yml:3:1 error A bracket is not closed before this place. Close it with “]”.',
      'styles/Vocab/accept.txt:1:1 info The 2 accepted words of this list need no entry: only what a glossary lists is flagged.',
    ]);
  });
});

describe('cspell', () => {
  it('gives the words it forbids, and says what else its settings name', () => {
    const imported = readCspell({
      path: 'cspell.json',
      bytes: bytesOf(`{
	// ours
	"words": ["kubernetes", "!blacklist"],
	"flagWords": ["utilise->use, apply", "hte: the", "whitelist", "a*b"],
	"suggestWords": ["colour->color"],
	"import": ["./other.json"],
}`),
    });
    expect(yaml(imported)).toBe(`terms:
  - term: blacklist
    policy: avoid
  - term: utilise
    replacements: [use, apply]
  - term: hte
    replacements: [the]
  - term: whitelist
    policy: avoid
  - term: colour
    replacements: [color]
    severity: info
`);
    expect(tell(imported)).toEqual([
      'cspell.json:1:1 info The accepted word of this list needs no entry: only what a glossary lists is flagged.',
      'cspell.json:4:64 error “a*b” was left out: it is not a word. Write it as “word->suggestion”.',
      'cspell.json:6:2 warning “import” names other files, which are not opened. Import them by themselves.',
    ]);
  });

  it('gives the forbidden words of a list', () => {
    const imported = readCspell({ path: 'words.txt', bytes: bytesOf('# ours\nfine\n!hte # a slip\nincase->in case\n') });
    expect(imported.entries.map(({ term, replacements }) => [term, replacements])).toEqual([
      ['hte', undefined],
      ['incase', ['in case']],
    ]);
  });
});

describe('prh', () => {
  it('gives its patterns as terms, and its specs as examples', () => {
    const imported = readPrh({
      path: 'prh.yml',
      bytes: bytesOf(`version: 1
imports: [base.yml]
rules:
  - expected: email
    patterns: [e-mail, /E-?mail/i, '/\\w+mail/']
    prh: One word is enough.
    specs: [{ from: an e-mail, to: an email }]
  - JavaScript
  - expected: $1 px
    pattern: /(\\d)px/
`),
    });
    expect(yaml(imported)).toContain(`  - term: e-mail
    variants: [Email]
    replacements: [email]
    reason: One word is enough.
    examples:
      becomes: { "an e-mail": "an email" }
`);
    expect(yaml(imported)).toContain('  - term: javascript\n    caseSensitive: true\n    variants: [JAVASCRIPT, Javascript]\n    replacements: [JavaScript]\n');
    expect(tell(imported)).toEqual([
      'prh.yml:2:1 warning “imports” names other files, which are not opened. Import them by themselves.',
      'prh.yml:5:36 error “/\\w+mail/” was left out: “\\w” stands for many characters. Add the words that it is meant for by hand.',
      'prh.yml:9:15 error “$1 px” was left out: it repeats what the pattern found. Add the words that it is meant for by hand.',
    ]);
  });
});

describe('the format of a file', () => {
  it.each([
    ['a.csv', '', 'csv'],
    ['a.tsv', '', 'csv'],
    ['a.bin', 'PK', 'xlsx'],
    ['a.xml', '<?xml version="1.0"?><martif>', 'tbx'],
    ['a.xml', '<html>', undefined],
    ['a.yml', 'extends: existence\n', 'vale'],
    ['a.yml', 'version: 1\nrules:\n', 'prh'],
    ['a.yml', 'flagWords: [a]\n', 'cspell'],
    ['a.yml', 'other: 1\n', undefined],
    ['Vocab/accept.txt', '', 'vale'],
    ['words.txt', '', 'cspell'],
  ])('of %s with “%s” is told', (path, start, format) => {
    expect(guessFormat(path, bytesOf(start))).toBe(format);
  });
});
