import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintWith } from '../support/lint-text.js';
import { acme, loadOrganisation } from '../support/organisation.js';

const id = 'long-sentence';
const organisation = await loadOrganisation({ ...acme, 'liaison.yml': `${acme['liaison.yml']}rules: { long-sentence: { maxWords: 8 } }\n` });
const split = (text: string): string | undefined => {
  const edits = lintWith(id, text, { organisation })[0]?.suggestions[0]?.edits;
  return edits === undefined ? undefined : applyEdits(text, edits);
};

describe('a long sentence', () => {
  it.each([
    ['We move your files on Friday; you find them in the new portal.', 'We move your files on Friday. You find them in the new portal.'],
    ['We move your files on Friday; but you find them in the new portal.', 'We move your files on Friday. But you find them in the new portal.'],
    ['We move your files on Friday, and you find them in the portal.', 'We move your files on Friday. You find them in the portal.'],
    ['We move your files on Friday, but the old portal will stay open.', 'We move your files on Friday. But the old portal will stay open.'],
    ['We move your files on Friday, so you cannot open them then.', 'We move your files on Friday. So you cannot open them then.'],
    ['The files are moved on Friday and we check all of them.', 'The files are moved on Friday. We check all of them.'],
    ['Your files are moved on Friday, and users will be told in time.', 'Your files are moved on Friday. Users will be told in time.'],
    ['Your files are moved on Friday, and support tickets are moved in June.', 'Your files are moved on Friday. Support tickets are moved in June.'],
    ['Your files are moved on Friday, and Acme Services will check all of them.', 'Your files are moved on Friday. Acme Services will check all of them.'],
    ['Your files are moved on Friday, which means that you cannot open them.', 'Your files are moved on Friday. This means that you cannot open them.'],
    ['We have three new rooms in block C, which are open to all of you.', 'We have three new rooms in block C. These are open to all of you.'],
    ['Please save your files by Friday, and we will move them for you.', 'Please save your files by Friday. We will move them for you.'],
    ['If you use the portal, you save files on Friday, and we move them at once.', 'If you use the portal, you save files on Friday. We move them at once.'],
  ])('is split in %j', (text, halves) => {
    expect(split(text)).toBe(halves);
  });

  it('is split nearest to the middle, and says where', () => {
    expect(split('We close the old portal then; we move your files to the new one by Friday; you find them there at once.')).toBe(
      'We close the old portal then; we move your files to the new one by Friday. You find them there at once.',
    );
    const [finding] = lintWith(id, 'We close the portal on Friday, and your files will be moved to the new one.', { organisation });
    expect(finding?.suggestions.map(({ title, safety }) => [title, safety])).toEqual([['Start a new sentence at “Your files will be …”', 'review']]);
  });

  it.each([
    ['the second half has no verb of its own', 'We move your files and your mail on Friday, and all of your other things.'],
    ['a list follows a colon', 'You need three things from us: the new badge; the blue card is one; a chair.'],
    ['names stand in a row', 'We were helped by people such as Ann, Bob, and Acme Services have thanked them.'],
    ['clauses stand in a row', 'The portal is open, the desk is shut, and the phone is new since Friday.'],
    ['a condition has not been answered', 'If you use the old portal on Friday, and you have files in there, call us.'],
    ['both halves belong together', 'This is good both for the people who work here, and you will see that.'],
    ['“that” goes back to a noun', 'There are files that are in the old portal, and that can be moved by you.'],
    ['“and” joins two people', 'We looked for the things that Ann and I have heard on Friday in town.'],
    ['“everyone” is one more of a list', 'We thank Ann for all of her work there, and everyone else who was here.'],
    ['what “which” stands for is open', 'We have three rooms for all of your workshops, which will be open to all.'],
    ['the clause with “which” is not the last', 'The portal that you use now, which is old, will be closed on Friday.'],
    ['“so” says what for', 'We move all of the files on Friday so you can find them at once.'],
    ['it asks', 'Do you want to keep your files, and will the portal be of use to you?'],
    ['it stands in brackets', 'We move your files on Friday (you will be told, and we will check them all).'],
    ['it is quoted', 'She said to us that “we move your files on Friday, and we check them”.'],
    ['it is between dashes', 'The files – they are moved on Friday, and we check them – are safe with us.'],
    ['a full stop would stand twice', 'We move your files, mails, notes, etc., and it is done by us on Friday.'],
    ['a half would be a stump', 'We move your files on Friday to the new portal, and we check.'],
    ['markup stands in the way', 'We move your files on **Friday, and** you find them in the portal.'],
  ])('is left whole where %s', (_, text) => {
    expect([lintWith(id, text, { organisation }).length, split(text)]).toEqual([1, undefined]);
  });
});
