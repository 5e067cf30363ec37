import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintResult, lintWith, markFindings } from '../support/lint-text.js';

const id = 'reader-first';
const offersOf = (text: string): readonly string[] => lintWith(id, text).flatMap(({ suggestions }) => suggestions.map(({ edits }) => applyEdits(text, edits)));

describe('an opening about us', () => {
  it.each([
    '‹We are delighted to announce that the IT team has finished the new portal.›',
    '‹We’re very excited to share the new portal with you.›',
    '‹I am proud to present the new portal.›',
    '‹The project team is pleased to announce the new portal.›',
    '‹IT Services is happy to announce the new portal.›',
    '‹Today we are thrilled to launch the new portal.›',
    '‹After two years of work, we are proud to present the new portal.›',
    '‹It is with great pleasure that we announce the new portal.›',
    '‹It gives us great pleasure to announce the new portal.›',
    '‹We take pride in the new portal.›',
    '‹We are immensely proud to announce the end of phase two.›',
    '‹We have had a wonderful year!› You can read about it here.',
    '‹Our team has worked hard on the new portal.› You can use it from Monday.',
    '‹The IT department has been working tirelessly on a new portal.›',
    '‹We have successfully upgraded the mail servers to version 12.›',
    '‹As part of our digital programme, the IT department has implemented a new portal.›',
    '‹The service desk is committed to excellence in all that it does.›',
    'Dear all,\n\n‹we are delighted to announce a new portal.›',
    '# News\n\nFor: everyone who books rooms\n\nHi everyone!\n\nI hope you are all well.\n\n‹Our team has worked hard on a portal.›',
  ])('is flagged in %j', (marked) => {
    expect(markFindings(id, marked)).toBe(marked);
  });

  it('is a target of the check-up, with a sentence for the writer', () => {
    const stateOf = (text: string): unknown => lintResult(text).checkup.find(({ part }) => part === id);
    expect(lintWith(id, 'We are proud of the new portal.')[0]?.message).toBe('This opens with us: start with what readers get, will see or have to do.');
    expect(stateOf('We are proud of the new portal.')).toEqual({ part: id, met: false });
    expect(stateOf('Hello.\n\nYou can use the new portal.')).toEqual({ part: id, met: true, evidence: { start: 8, end: 35 } });
    expect(stateOf('Hello.')).toBeUndefined();
  });
});

describe('an opening for the reader', () => {
  it.each([
    'From Monday you can book rooms in the new portal. Our team has worked hard on it.',
    'The new portal opens on Monday. We are very proud of it.',
    'We will move your mailbox on Friday 5 June.',
    'We are closing the old portal on Friday.',
    'We have built a page where you can book rooms.',
    'We have completed the move, and staff can sign in again.',
    'The service desk is closed on Friday.',
    'We are happy to help with any of this.',
    'We need ten people to test the portal.',
    'The IT team will visit block C on Monday.',
    'Thank you for your patience while we worked on the portal.',
    '> We are delighted to announce the portal.\n\nShe said so on Monday morning.',
  ])('is left alone in %j', (text) => {
    expect(lintWith(id, text)).toEqual([]);
  });

  it('may report what was done in a status message, but not praise it', () => {
    const status = '---\nkind: status\n---\n\n';
    expect(lintWith(id, `${status}The team has completed the tests of the portal.`)).toEqual([]);
    expect(lintWith(id, `${status}The team has worked tirelessly on the tests of the portal.`)).toHaveLength(1);
  });

  it('is not asked of a page', () => {
    expect(lintWith(id, '---\nkind: page\n---\n\nWe are proud of the new portal.')).toEqual([]);
  });
});

describe('what is offered', () => {
  it('is the news without the announcing', () => {
    expect(offersOf('We are delighted to announce that, from Monday, rooms are booked online. It is simple.')).toEqual([
      'From Monday, rooms are booked online. It is simple.',
    ]);
    expect(offersOf('The IT team is pleased to let you know that you can book rooms online.')).toEqual(['You can book rooms online.']);
    expect(lintWith(id, 'We are happy that you can book rooms online.')[0]?.suggestions.map(({ title, safety }) => [title, safety])).toEqual([
      ['Start with “You can book rooms …”', 'review'],
    ]);
  });

  it('is the sentence that speaks to the readers, moved to the top', () => {
    expect(offersOf('Our team has worked hard on a portal. From Monday you can book rooms in the portal. We hope for the best.')).toEqual([
      'From Monday you can book rooms in the portal. Our team has worked hard on a portal. We hope for the best.',
    ]);
    expect(offersOf('Our team has worked hard on a portal.\n\nYour desk phone will stop on Friday.\n\nGoodbye.')).toEqual([
      'Your desk phone will stop on Friday. Our team has worked hard on a portal.\n\nGoodbye.',
    ]);
    expect(offersOf('Our team has worked hard on a portal.\n\nYou can use the portal now.\n')).toEqual([
      'You can use the portal now. Our team has worked hard on a portal.\n',
    ]);
    expect(offersOf('Our team has worked hard on a portal.\n\nMuch is new. You can use the portal now.')).toEqual([
      'You can use the portal now. Our team has worked hard on a portal.\n\nMuch is new.',
    ]);
  });

  it.each([
    ['the rest is still about us', 'We are pleased to announce that we have finished the portal.'],
    ['no clause follows', 'We are pleased to announce the launch of the portal.'],
    ['markup stands in the way', 'We are pleased to **announce that the** portal is open.'],
    ['the other sentence leans on one before', 'Our team has worked hard on a portal. You can use it now. That is all.'],
    ['the other sentence holds markup', 'Our team has worked hard on a portal. You can use the **portal** now.'],
    ['the other sentence is in a list', 'Our team has worked hard on a portal.\n\n- You can use the portal now.'],
  ])('is nothing where %s', (_, text) => {
    expect([lintWith(id, text).length, offersOf(text)]).toEqual([1, []]);
  });
});
