import { expect } from '@open-wc/testing';
import { chooseLanguage, LANGUAGES, matchLanguage } from '../../src/locales/languages.js';

const MATCHES: Record<string, string | undefined> = {
  en: 'en',
  'en-GB': 'en',
  de: 'de',
  'de-CH-1996': 'de',
  'es-419': 'es',
  'pt-BR': 'pt',
  'pt-PT': 'pt',
  pt_BR: 'pt',
  ' fr-CA ': 'fr',
  'FR-fr': 'fr',
  iw: 'he',
  'ar-EG-u-nu-latn': 'ar',
  zh: 'zh-Hans',
  'zh-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
  'zh-Hant': 'zh-Hant',
  'zh-Hans-HK': 'zh-Hans',
  'zh-Hant-CN': 'zh-Hant',
  sv: undefined,
  und: undefined,
  '': undefined,
  'not a tag': undefined,
  'e"><script>': undefined,
};

const CHOICES: [says: string, page: string | undefined, visitor: readonly string[], chosen: string][] = [
  ['the page goes before the visitor', 'it', ['de'], 'it'],
  ['what the page says in vain is not made up for by the visitor', 'sv', ['de'], 'en'],
  ['what is no tag at all is English', 'deutsch!', ['de'], 'en'],
  ['a page that says nothing leaves it to the visitor', undefined, ['pl-PL', 'en'], 'pl'],
  ['the first of the visitor’s languages that there is', undefined, ['sv-SE', 'zh-TW', 'en'], 'zh-Hant'],
  ['English when none of them is there', undefined, ['sv', 'fi'], 'en'],
  ['English when the visitor has none', undefined, [], 'en'],
];

describe('the language that fits a tag', () => {
  for (const [tag, match] of Object.entries(MATCHES)) {
    it(`${JSON.stringify(tag)}: ${match ?? 'none'}`, () => {
      expect(matchLanguage(tag)).to.equal(match);
    });
  }

  for (const language of LANGUAGES) {
    it(`${language} fits itself`, () => {
      expect(matchLanguage(language)).to.equal(language);
    });
  }
});

describe('the choice of a language', () => {
  for (const [says, page, visitor, chosen] of CHOICES) {
    it(says, () => {
      expect(chooseLanguage(page, visitor)).to.equal(chosen);
    });
  }
});
