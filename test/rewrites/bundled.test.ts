import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, chooseSafeEdits, type Finding } from '../../server/src/index.js';
import { listForms } from '../../server/src/text/inflection.js';
import { runs } from '../support/any-markdown.js';
import { fixText, lintText } from '../support/lint-text.js';
import { acmeWithTerms, loadOrganisation } from '../support/organisation.js';

const organisation = await loadOrganisation(acmeWithTerms('[]', 'plain-words, business-buzzwords, it-jargon, it-acronyms'));
const options = { organisation };
const ruleIds = ['jargon', 'undefined-acronym', 'unexplained-term'];
const lint = (text: string): readonly Finding[] => lintText(text, options).filter(({ rule }) => ruleIds.includes(rule));
const fix = (text: string): string => fixText(text, ruleIds, options);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A bundled term in one of its forms, with a capital or not. */
const form = fc
  .constantFrom(...[...organisation.automaton.terms.values()].sort((a, b) => (a.term < b.term ? -1 : 1)))
  .chain((term) => fc.constantFrom(...listForms(term.term, term.partOfSpeech)))
  .chain(({ text }) => fc.constantFrom(text, text, text, capitalised(text), text.toUpperCase()));

/** A sentence, a heading or an item with a place for the term. */
const frame = fc.constantFrom(
  ...['We X it.', 'We will X the plan on Monday.', 'Please X.', 'The X is here.', 'It is a X.', 'An X of it.', '# X', '# The X Plan', 'X.', 'X the plan.'],
  ...['X, it works.', 'It was X by us.', 'She X it with us.', 'By X, we win.', 'Two X’ views.', 'The X’s end.', 'These X help.', 'a X tool', 'More X plans.'],
  ...[
    '**X** it.',
    'We *X* it.',
    '- X',
    '- X it\n- X',
    '(X) is.',
    'It is – X – ok.',
    'Is it, X, ok?',
    'Our X, your X.',
    'X and X.',
    'X/X.',
    'It is X\nto us.',
    '| X |\n| - |\n| X |',
  ],
);
const sentence = fc.tuple(frame, form).map(([text, term]) => text.replaceAll('X', term));
const message = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join('\n\n'));

describe('fixing sentences of bundled terms', () => {
  it('fixes many of them', () => {
    const texts = fc.sample(sentence, runs);
    expect(organisation.automaton.terms.size).toBeGreaterThan(1000);
    expect(texts.filter((text) => fix(text) !== text).length).toBeGreaterThan(texts.length / 5);
  });

  it('leaves nothing to fix', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(chooseSafeEdits(lint(fix(text)))).toEqual([]);
      }),
      runs,
    );
  });

  it('leaves no two spaces, no word twice, no bare punctuation', () => {
    const faults = [/\S {2,}\S/, /\b(\p{L}+) \1\b/iu, / [,;:!?]/, /\(\s*\)/, /,\s*[.,]/, /–\s*–/, /^(?:#+|-)? *$/m];
    fc.assert(
      fc.property(sentence, (text) => {
        const fixed = fix(text);
        for (const fault of faults) if (!fault.test(text)) expect(fixed).not.toMatch(fault);
      }),
      runs,
    );
  });

  it('keeps the capital that a sentence begins with', () => {
    fc.assert(
      fc.property(form, (term) => {
        expect(fix(`${capitalised(term)} it is.`)).toMatch(/^[\p{Lu}\p{N}]|^\p{Ll}+\p{Lu}/u);
      }),
      runs,
    );
  });

  it('puts no suggestion into code, a link’s target or a quotation', () => {
    fc.assert(
      fc.property(sentence, form, (before, term) => {
        const kept = [`\`${term}\``, `](https://example.org/${encodeURIComponent(term)})`, `“${term}”`, `"${term} it"`];
        const text = `${before}\n\nIt says ${kept[0]}, [there${kept[1]}, ${kept[2]} and ${kept[3]}, not “here”. ${term}`;
        for (const { edits } of lint(text).flatMap(({ suggestions }) => suggestions)) {
          const edited = applyEdits(text, edits);
          for (const part of kept) expect(edited).toContain(part);
        }
      }),
      runs,
    );
  });

  it('changes something with every suggestion', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const { edits } of lint(text).flatMap(({ suggestions }) => suggestions)) expect(applyEdits(text, edits)).not.toBe(text);
      }),
      runs,
    );
  });
});
