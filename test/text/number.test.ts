import { describe, expect, it } from 'vitest';
import { agreeWith, compare, endsInHead, isMass, isPlural, makePlural, showsNumber, takesEitherNumber } from '../../server/src/text/number.js';

describe('number', () => {
  it.each(['features', 'people', 'people affected', 'people who use it', 'points of contact', 'skills', 'criteria', 'children', 'new ways of working', 'APIs'])(
    '“%s” is plural',
    (phrase) => {
      expect(isPlural(phrase)).toBe(true);
    },
  );

  it.each([
    'feature',
    'process',
    'status',
    'analysis',
    'news',
    'series',
    'business',
    'address',
    'list of items',
    'person who uses things',
    'Kubernetes',
    'bus',
  ])('“%s” is singular', (phrase) => {
    expect(isPlural(phrase)).toBe(false);
  });

  it.each(['software', 'help', 'staff', 'new equipment', 'training for teams'])('“%s” is not counted', (phrase) => {
    expect(isMass(phrase)).toBe(true);
  });

  it.each(['tool', 'training course', 'help desk'])('“%s” is counted', (phrase) => {
    expect(isMass(phrase)).toBe(false);
  });
});

it('is either where usage is divided', () => {
  expect([takesEitherNumber('old data'), takesEitherNumber('support staff'), takesEitherNumber('facts')]).toEqual([true, true, false]);
});

describe('the plural of a phrase', () => {
  it.each([
    ['easy win', 'easy wins'],
    ['point of contact', 'points of contact'],
    ['person affected', 'people affected'],
    ['person who uses it', 'people who use it'],
    ['person who is away', 'people who are away'],
    ['team that fixes it', 'teams that fix it'],
    ['person who tries it', 'people who try it'],
    ['tool that goes first', 'tools that go first'],
    ['person who can help', 'people who can help'],
    ['return on investment', 'returns on investment'],
    ['software', 'software'],
  ])('%s: %s', (singular, plural) => {
    expect(makePlural(singular)).toBe(plural);
  });
});

it.each([
  ['easy win', true],
  ['person affected', false],
  ['point of contact', false],
  ['person who uses it', false],
  ['switch-off', true],
] as const)('whether “%s” ends in the noun that carries it', (phrase, expected) => {
  expect(endsInHead(phrase)).toBe(expected);
});

describe('a verb agrees', () => {
  it.each([
    ['is', 'are'],
    ['was', 'were'],
    ['has', 'have'],
    ['does', 'do'],
    ["isn't", "aren't"],
    ["doesn't", "don't"],
  ])('%s, %s', (singular, plural) => {
    expect(agreeWith(singular, 'plural')).toBe(plural);
    expect(agreeWith(plural, 'singular')).toBe(singular);
    expect([showsNumber(singular, 'singular'), showsNumber(plural, 'plural'), showsNumber(singular, 'plural')]).toEqual([true, true, false]);
  });

  it('or shows no number', () => {
    expect([agreeWith('will', 'plural'), agreeWith('are', 'plural')]).toEqual([undefined, undefined]);
  });
});

describe('an adjective is compared', () => {
  it.each([
    ['strong', 'stronger', 'strongest'],
    ['safe', 'safer', 'safest'],
    ['big', 'bigger', 'biggest'],
    ['easy', 'easier', 'easiest'],
    ['clear', 'clearer', 'clearest'],
    ['quick', 'quicker', 'quickest'],
    ['new', 'newer', 'newest'],
    ['slow', 'slower', 'slowest'],
    ['simple', 'simpler', 'simplest'],
    ['good', 'better', 'best'],
    ['best', 'better', 'best'],
    ['bad', 'worse', 'worst'],
    ['far', 'further', 'furthest'],
  ])('%s, %s, %s', (adjective, more, most) => {
    expect([compare(adjective, 'more'), compare(adjective, 'most')]).toEqual([more, most]);
  });

  it.each(['careful', 'important', 'useful', 'modern', 'expensive', 'likely to fail'])('but not %s', (adjective) => {
    expect(compare(adjective, 'more')).toBeUndefined();
  });
});
