import { describe, expect, it } from 'vitest';
import { expandPattern } from '../../../server/src/glossary/exchange/spellings.js';

/** `term (variant, variant) partOfSpeech -exception`, or why there is none. */
function expand(pattern: string): readonly string[] | string {
  const expansion = expandPattern(pattern);
  if ('fault' in expansion) return expansion.fault;
  return expansion.words.map(({ term, variants, partOfSpeech, exceptions }) =>
    [term, ...(variants.length > 0 ? [`(${variants.join(', ')})`] : []), ...(partOfSpeech ? [partOfSpeech] : []), ...exceptions.map((text) => `-${text}`)].join(
      ' ',
    ),
  );
}

describe('a pattern comes in', () => {
  it.each([
    ['utilise', ['utilise']],
    ['utili[sz]e', ['utilise (utilize)']],
    ['utili[sz](?:e|es|ed|ing)', ['utilise (utilize) verb']],
    ['leverag(?:ing|ed|e)', ['leverage verb']],
    ['synergy|synergies', ['synergy']],
    ['enplan(?:e|ed|ing|ement)', ['enplane (enplanement) verb']],
    ['happy[ -]?hour', ['happy hour (happyhour)']],
    ['end[ -]user', ['end user']],
    ['modems?', ['modem']],
    ['\\be\\.g\\.\\B'.replace('\\B', ''), ['e.g.']],
    ['(?:foo|bar)', ['foo', 'bar']],
    ['(?i)kick off', ['kick off']],
    ['in\\s+order\\s+to', ['in order to']],
    ['(?<!financial )leverage', ['leverage -financial leverage']],
    ['leverage(?! ratio)', ['leverage -leverage ratio']],
    ['a{1,2}h', ['ah (aah)']],
    ['[a-c]list', ['alist (blist, clist)']],
  ])('%s', (pattern, words) => {
    expect(expand(pattern)).toEqual(words);
  });
});

describe('a pattern is refused', () => {
  it.each([
    ['\\w+ly', '“\\w” stands for many characters'],
    ['very .*', '“.” stands for any character'],
    ['[^a]b', '“[^” stands for all other characters'],
    ['go+gle', 'it repeats a part without end'],
    ['^So', '“^” ties it to the start of a text'],
    ['(?=a)b', 'it looks at the words around'],
    ['(?<!/)var', 'it looks at the letters around the word'],
    ['(the) \\1', '“\\1” repeats what another part found'],
    ['[a-z][a-z]x', 'it stands for more than 32 spellings'],
    ['(?:a|b)?(?:c|d)?(?:e|f)?(?:g|h)?', 'it stands for more than 32 spellings'],
    ['!!', 'it stands for marks and not for words'],
    ['(a', 'a bracket is never closed'],
    ['a)', 'a bracket is closed that is not open'],
    ['[a', 'a bracket is never closed'],
  ])('%s', (pattern, why) => {
    expect(expand(pattern)).toBe(why);
  });

  it('in little time, whatever it is', () => {
    expect(expand('(?:a?){3}'.repeat(50))).toContain('more than 32');
    expect(expand(`${'('.repeat(2000)}a${')'.repeat(2000)}`)).toBe('brackets are nested more than 20 deep');
  });
});
