import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflect } from '../../server/src/text/inflection.js';
import { listReadings } from '../../server/src/text/lemmas.js';
import { runs } from '../support/any-markdown.js';

const read = (word: string): readonly string[] => listReadings(word).map(({ lemma, partOfSpeech, inflection }) => `${lemma} ${partOfSpeech} ${inflection}`);

describe('a word may be a form of', () => {
  it.each([
    ['leveraging', 'leverage verb presentParticiple'],
    ['used', 'use verb past'],
    ['tries', 'try verb thirdPerson'],
    ['tries', 'try noun plural'],
    ['fixes', 'fix verb thirdPerson'],
    ['planned', 'plan verb past'],
    ['planning', 'plan verb presentParticiple'],
    ['agreed', 'agree verb past'],
    ['tying', 'tie verb presentParticiple'],
    ['dying', 'die verb presentParticiple'],
    ['did', 'do verb past'],
    ['undertaken', 'undertake verb pastParticiple'],
    ['rebuilt', 'rebuild verb past'],
    ['went', 'go verb past'],
    ['learnt', 'learn verb past'],
    ['learned', 'learn verb past'],
    ['proven', 'prove verb pastParticiple'],
    ['is', 'be verb thirdPerson'],
    ['people', 'person noun plural'],
    ['persons', 'person noun plural'],
    ['criteria', 'criterion noun plural'],
    ['indices', 'index noun plural'],
    ['indexes', 'index noun plural'],
    ['cancelled', 'cancel verb past'],
    ['canceled', 'cancel verb past'],
    ['focused', 'focus verb past'],
    ['focussed', 'focus verb past'],
    ['benefiting', 'benefit verb presentParticiple'],
    ['set', 'set verb past'],
    ['sunsetting', 'sunset verb presentParticiple'],
    ['onboarding', 'onboard verb presentParticiple'],
    ['liaising', 'liaise verb presentParticiple'],
    ['apis', 'api noun plural'],
  ])('%s: %s', (word, reading) => {
    expect(read(word)).toContain(reading);
  });
});

describe('a word is no form of', () => {
  it.each([
    ['pass', 'pas'],
    ['process', 'proces'],
    ['need', 'ne'],
    ['relaid', 'relay'],
    ['use', 'use'],
    ['planed', 'plan'],
  ])('%s: %s', (word, lemma) => {
    expect(listReadings(word).map((reading) => reading.lemma)).not.toContain(lemma);
  });
});

it('finds back every lemma that was inflected', () => {
  const lemma = fc.constantFrom(
    ...'use plan try fix agree tie leave visit refer commit set go do write cancel model program travel lie input output sunset echo buzz miss touch copy enjoy queue free'.split(
      ' ',
    ),
  );
  const verbForm = fc.constantFrom(...(['thirdPerson', 'past', 'pastParticiple', 'presentParticiple'] as const));
  fc.assert(
    fc.property(lemma, verbForm, (word, form) => {
      const inflected = inflect(word, 'verb', form);
      expect(listReadings(inflected).some((reading) => reading.lemma === word && reading.partOfSpeech === 'verb')).toBe(true);
      const plural = inflect(word, 'noun', 'plural');
      expect(listReadings(plural).some((reading) => reading.lemma === word && reading.inflection === 'plural')).toBe(true);
    }),
    runs,
  );
});
