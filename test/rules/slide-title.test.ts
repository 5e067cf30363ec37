import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/index.js';
import { lintWith } from '../support/lint-text.js';

const deck = (...slides: readonly string[]): string => `---\nkind: deck\n---\n\n${slides.join('\n\n---\n\n')}\n`;
const untitled = (...slides: readonly string[]): readonly string[] => lintWith('slide-title', deck('# Opening', ...slides)).map(({ message }) => message);

describe('a slide without a title', () => {
  it.each([
    ['of a list', '- 22 doors\n- one sensor above each'],
    ['of a table', '| Chip | Price |\n|---|---|\n| old | £1 |'],
    ['of prose', 'This is what we have to say about the doors of the library, and about those who go through them.'],
    ['of a picture and a list', '![](a.png)\n\n- one\n- two'],
    ['with a bold word at its start', '**All** doors get a sensor above them, and each of these counts the heads that go in and out.'],
  ])('%s is found', (_what, slide) => {
    expect(untitled(slide)).toEqual(['Slide 2 has no title: give it one that says its point.']);
  });

  it.each([
    ['that is a picture', '![A door](door.png)'],
    ['that is a picture with a line below it', '![A door](door.png)\n\nThe door of the library, in May'],
    ['that is code', '```\na\n```'],
    ['that is a film', '<video src="a.mp4"></video>'],
    ['that asks a question', 'Any questions?'],
    ['that quotes somebody', '> We never know whether there is a seat left until we have been all the way up.\n\nA student'],
    ['whose first line is bold', '**Doors and sensors**\n\n- 22 doors\n- one sensor above each'],
    ['with a heading in HTML', '<h1>Doors</h1>\n\n- 22 doors\n- one sensor above each'],
    ['with nothing on it', ''],
    ['with notes only', '<!-- Wait until they sit. -->'],
  ])('%s is left alone', (_what, slide) => {
    expect(untitled(slide)).toEqual([]);
  });

  it('may be the first', () => {
    expect(lintWith('slide-title', deck('The doors of the library, and who goes through them every day', '# Two'))).toEqual([]);
  });

  it('may have a layout that has none', () => {
    const slides = (layout: string): string => `---\ntheme: seriph\nkind: deck\n---\n\n# One\n\n---\nlayout: ${layout}\n---\n\n- 22 doors\n- 22 sensors\n`;
    expect(lintWith('slide-title', slides('quote'))).toEqual([]);
    expect(lintWith('slide-title', slides('two-cols'))).toHaveLength(1);
  });

  it('is offered one, of the depth that the others have', () => {
    const text = deck('# One', '### Two', '### Three', '- four\n- five');
    const [finding] = lintWith('slide-title', text);
    expect(finding?.suggestions.map(({ title, safety }) => `${title} (${safety})`)).toEqual(['Add a title (review)']);
    expect(applyEdits(text, finding?.suggestions[0]?.edits ?? [])).toBe(deck('# One', '### Two', '### Three', '### [what this slide says]\n\n- four\n- five'));
  });

  it('is offered one in the heading that stands empty', () => {
    const text = deck('# One', '##\n\n- four\n- five');
    expect(applyEdits(text, lintWith('slide-title', text)[0]?.suggestions[0]?.edits ?? [])).toBe(deck('# One', '## [what this slide says]\n\n- four\n- five'));
  });
});
