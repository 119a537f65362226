import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { en, type Strings } from '../../src/locales/en.js';
import { LANGUAGES } from '../../src/locales/languages.js';
import { load } from '../../src/locales/load.js';
import type { Refusal } from '../../src/room/types.js';

const REFUSALS: readonly Refusal[] = [
  'passphrase',
  'no-passphrase',
  'unsupported',
  'identity',
  'name',
  'changed',
  'attempts',
  'liar',
];
/** The longest name that a guest may have. */
const LONG = 'Wilhelmina Featherstonehaugh-Cho';

for (const language of LANGUAGES) {
  describe(`the words for a refusal in ${language}`, () => {
    let table: Strings;
    before(async () => {
      table = language === 'en' ? en : await load(language);
    });
    const told = (reason: string | undefined, name?: string): string => {
      const { title, hint } = table.errors['peer-refused'](
        new MeetError('peer-refused', '', reason ? { reason } : {}),
        name,
      );
      expect(title).to.have.length.within(3, 110);
      expect(hint).to.have.length.within(3, 140);
      expect(title).to.match(/[^\s.。।]$/u);
      return `${title} ${hint}`;
    };

    it('tell each reason apart, with a name and without', () => {
      expect(new Set(REFUSALS.map((reason) => told(reason, LONG))).size).to.equal(REFUSALS.length);
      expect(new Set(REFUSALS.map((reason) => told(reason))).size).to.equal(REFUSALS.length);
    });

    it('name the person, but not by a name that may be another’s', () => {
      for (const reason of ['passphrase', 'no-passphrase', 'unsupported', 'identity', 'changed', 'liar']) {
        expect(told(reason, LONG), reason).to.contain(LONG);
      }
      expect(told('name', LONG)).not.to.contain(LONG);
    });

    it('say something of a reason that has no words yet', () => {
      expect(told('new', 'Ann')).to.equal(told(undefined, 'Ann'));
      expect(told('toString', 'Ann')).to.equal(told(undefined, 'Ann'));
    });
  });
}
