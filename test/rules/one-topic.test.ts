import { describe, expect, it } from 'vitest';
import { lintResult, lintWith, markFindings } from '../support/lint-text.js';

const id = 'one-topic';
const wifi = 'The wifi in block C is off on Saturday. Bring a cable if you work there.';

describe('another topic', () => {
  it.each([
    ['behind words that change the subject', `${wifi}\n\n‹On another note,› travel claims are due on Friday.`],
    ['in the middle of a paragraph', `${wifi} ‹In other news,› the canteen has a menu.`],
    ['under such a heading', `# Wifi\n\n${wifi}\n\n## ‹Other news›\n\nThe canteen has a menu.`],
    ['in a postscript', `${wifi}\n\n‹PS:› The canteen serves pizza and pasta from Monday.`],
    ['in one more thing', `${wifi}\n\n‹One more thing:› the canteen is closed on Monday, so have a packed lunch.`],
    ['in a reminder', `${wifi}\n\n‹A reminder:› mandatory fire safety training must be finished by 12 June.`],
    ['behind “also”', `${wifi}\n\n‹Also,› please remember to submit your travel claims with the new cost codes by Friday.`],
    [
      'in a section of its own',
      `# IT update\n\n## Wifi in block C\n\n${wifi}\n\n## ‹Canteen menu›\n\nThe canteen serves pizza and pasta from Monday.\n\n## Expense codes\n\nPlease use the new cost codes in travel claims from 1 June.`,
    ],
    [
      'in a list item with a title',
      '- **Wifi:** off on Saturday 6 June from 8:00 in block C.\n- **‹Canteen›:** from Monday there is pizza and pasta.\n- **Parking:** please register your number plate by 9 June.',
    ],
    [
      'that the subject already promises',
      '# Printers move, and other news\n\n## Printers\n\nThe printers on floor two move to the corridor on Friday 5 June.\n\n## ‹Summer party›\n\nThe summer party is on 20 June in the garden.',
    ],
    [
      'in a paragraph, where there are several',
      'The canteen has pizza from Monday 8 June with salad.\n\n‹The annual fire drill› takes place on Tuesday at ten in the courtyard.\n\nTravel claims with the old cost codes are refused by Finance from 1 July.',
    ],
  ])('is found %s', (_, marked) => {
    expect(markFindings(id, marked)).toBe(marked);
  });

  it('is named where it has a name', () => {
    const other = '## Canteen menu\n\nThe canteen serves pizza and pasta from Monday.';
    const text = `## Wifi in block C\n\n${wifi}\n\n${other}`;
    expect(lintWith(id, text).map(({ message }) => message)).toEqual([
      'This message turns to another topic at “Canteen menu”: try one message for each, or a newsletter.',
    ]);
    expect(lintWith(id, `${wifi}\n\nIn other news, we have a menu.`).map(({ message }) => message)).toEqual([
      'This message turns to another topic: try one message for each, or a newsletter.',
    ]);
    const stateOf = (source: string): unknown => lintResult(source).checkup.find(({ part }) => part === id);
    expect([stateOf(text), stateOf(wifi), stateOf(`---\nkind: newsletter\n---\n\n${text}`)]).toEqual([
      { part: id, met: false },
      { part: id, met: true },
      undefined,
    ]);
  });
});

describe('one topic', () => {
  it.each([
    [
      'the sides of it',
      `# Wifi off\n\n## What changes\n\nThere is no signal.\n\n## When\n\nOn Saturday.\n\n## Who to ask\n\nPhone Facilities on 1234 from Monday.`,
    ],
    [
      'the steps of it',
      '# New laptops\n\n## Collect your laptop\n\nCome to the hall on 5 June with a badge.\n\n## Copy your files\n\nMove documents to the cloud folder before 4 June.\n\n## Return the old one\n\nBring charger and bag to the counter by Friday.',
    ],
    [
      'sections with words in common',
      '# New phones\n\n## Voicemail\n\nRecordings on your phone will be deleted on 5 June.\n\n## Numbers\n\nThe extension of your phone stays the same from 8 June.',
    ],
    [
      'what happens to several things on one day',
      '# Weekend work\n\n- **Email:** will be off from 8:00 on Saturday for everybody.\n- **Printers:** will get drivers on Saturday from noon onwards.\n- **Calendar:** read only on Saturday and Sunday.',
    ],
    [
      'a status in its usual parts',
      '# Laptop roll-out\n\n## Done\n\n40 machines came on Monday.\n\n## Next\n\nBlock D follows on 3 June.\n\n## Risks\n\nThe supplier will be late.',
    ],
    ['a postscript to it', `${wifi}\n\nPS: If the cable does not fit, borrow an adapter from the desk on Friday.`],
    ['more of it behind “also”', `${wifi}\n\nAlso, the wifi in block D will be slow until Friday.`],
    ['one more step behind “also”', `${wifi}\n\nAlso, download the manual and the map to your phone before Friday.`],
    ['thanks at the end', `${wifi}\n\nFinally, thank you all for your patience in a difficult period, and enjoy the bank holiday.`],
    [
      'a few paragraphs',
      'The mail server gets new disks on Saturday 6 June from 8:00.\n\nOutlook will be closed until Sunday.\n\nThe service desk answers questions on 1234.',
    ],
    ['words that change the subject first of all', 'On another note, the wifi is off.'],
    ['what somebody else wrote', `${wifi}\n\n> In other news, the canteen has a menu.`],
  ])('may have %s', (_, text) => {
    expect(lintWith(id, text)).toEqual([]);
  });
});
