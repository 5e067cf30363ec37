import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintWith, markFindings } from '../support/lint-text.js';

const id = 'closed-door';

describe('a refusal that stands alone', () => {
  it.each([
    '‹We cannot support private tablets.›',
    '‹We can’t fix private phones.› The desk is busy.',
    '‹We do not offer training on this.› It is a simple tool.',
    '‹IT does not support home printers.› There are too many kinds.',
    '‹We are unable to respond to phone calls.› The team is small.',
    '‹We can no longer repair laptops older than five years.› Parts are gone.',
    '‹We are sorry that we cannot offer the course in May.› The room is shut.',
    '‹Sorry, we cannot help with private printers.› Thank you for your understanding.',
    '‹Requests without a cost code will be rejected.› The form is long.',
    '‹Applications received after 5 June will be rejected.›',
    '‹Late claims will not be accepted.› The office closes on Friday.',
    '‹No exceptions will be made.› The date is fixed.',
    '‹There are no exceptions.› The rule is old.',
    '‹Tablets are not supported.› The portal is quick.',
    '‹Personal devices are not permitted on the network.› This is for safety.',
    '‹Staff are not allowed to install software.› The list is long.',
    '‹It is not possible to change the date of your course.› There are many people.',
    'Some of you asked for it. ‹Unfortunately this is out of scope.› The project ends in May.',
    '‹Access from home will not be possible.› The work is on a private network.',
    '‹We can’t support tablets yet.› The screen is too small.',
    '- ‹We cannot support tablets.›\n- The office is closed.',
    '‹Requests for your own printers will be rejected.›\n\nLook up what you print on [the page](https://example.org).',
    '‹We cannot accept cash.› The shop is quiet. Use your card.',
  ])('is flagged in %j', (marked) => {
    expect(markFindings(id, marked)).toBe(marked);
  });

  it('is offered a line to complete, which counts once it is', () => {
    const text = '**We cannot support tablets.**\n\nThe portal opens.';
    const [finding] = lintWith(id, text);
    expect(finding?.message).toBe('This says no and stops there: add what readers can do instead, whom to ask, or when it will be possible.');
    const added = applyEdits(text, finding?.suggestions[0]?.edits ?? []);
    expect(added).toBe('**We cannot support tablets. Instead, [what readers can do].**\n\nThe portal opens.');
    expect(lintWith(id, added)).toHaveLength(1);
    expect(lintWith(id, added.replace('[what readers can do]', 'the desk lends laptops'))).toEqual([]);
  });
});

describe('a refusal with a way forward', () => {
  it.each([
    'We cannot support tablets. You can borrow a laptop.',
    'You can borrow a laptop. We cannot support tablets.',
    'Mobile phones are not supported; please use a laptop.',
    'We cannot accept cash. Use your card.',
    '- We cannot support tablets.\n- Use a laptop.',
    'We cannot support tablets.\n\n## What to do\n\nUse a laptop.',
    'We cannot support tablets. Questions go to [the desk](https://example.org).',
    'We cannot support tablets. Questions go to help@example.org.',
    'We cannot offer the course until 6 June.',
    'We can’t support tablets yet. We are working on it.',
    'Late requests will be rejected unless your manager has agreed.',
    'Requests will be rejected if the form has no cost code.',
    'Our team does not take calls at weekends. The desk opens again on Monday 1 June.',
    'This is not possible at home. Staff can come to the office.',
  ])('is left alone in %j', (text) => {
    expect(lintWith(id, text)).toEqual([]);
  });
});

describe('an ordinary negative', () => {
  it.each([
    'You cannot miss the new sign by the door.',
    'We cannot thank you enough.',
    'We cannot wait to see you there.',
    'We can’t do it without you.',
    'You will not be able to log in between 18:00 and 20:00.',
    'We will not be able to answer calls between 18:00 and 20:00 on 3 March.',
    'Access will not be possible on 3 March from 18:00.',
    'We cannot take calls while the team moves.',
    'We will not change your password. We do not share your data.',
    'We do not provide your details to others.',
    'If we cannot fix it by six, the old one comes back.',
    'The table shows phones that we do not support. It is long.',
    'It doesn’t answer questions about that. It is a small tool.',
    'Your old password will not be accepted. The new one is on your card.',
    'This is not possible to overstate.',
    'Nothing is lost. It is not possible to read your files.',
    'The system does not allow more than ten people.',
    'This change cannot be reversed. It was tested twice.',
    'Is it not possible to change the date? Some asked.',
    '“We cannot support tablets,” she said. The room fell silent.',
    '> We cannot support tablets.',
    '# Tablets are not supported',
  ])('is no refusal in %j', (text) => {
    expect(lintWith(id, text)).toEqual([]);
  });
});
