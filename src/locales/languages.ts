/** Every language with a table, by BCP 47: `zh` is written in two ways. */
export const LANGUAGES = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'pt',
  'nl',
  'pl',
  'tr',
  'ar',
  'he',
  'hi',
  'ja',
  'ko',
  'zh-Hans',
  'zh-Hant',
] as const;
export type LanguageTag = (typeof LANGUAGES)[number];

/** A tag as it was meant: frameworks write `pt_BR`, pages write what is no tag at all. */
const parse = (tag: string): Intl.Locale | undefined => {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'));
  } catch (error) {
    if ((error as Error).name === 'RangeError') return undefined;
    throw error;
  }
};

/** A language alone or with a country, as most are: to know that much, a browser need not load its tables of all languages. */
const PLAIN = /^(..)(-..)?$/;

/** The language that a tag asks for: `pt-BR` gets `pt`, `zh-TW` gets `zh-Hant`; `undefined` when there is none. */
export const matchLanguage = (tag: string): LanguageTag | undefined => {
  const plain = PLAIN.exec(tag)?.[1];
  const known = LANGUAGES.find((each) => each === plain);
  if (known) return known;
  const locale = parse(tag);
  if (!locale || locale.language === 'und') return undefined;
  const { language, script } = locale.maximize(); // RFC 4647 knows nothing of scripts, UTS 35's likely subtags do
  return LANGUAGES.find((each) => each === language || each === `${language}-${script ?? ''}`);
};

/** What the page says counts alone; where it says nothing, the first of the visitor's languages that there is. */
export const chooseLanguage = (page: string | undefined, visitor: readonly string[]): LanguageTag => {
  if (page !== undefined) return matchLanguage(page) ?? 'en';
  for (const tag of visitor) {
    const match = matchLanguage(tag);
    if (match) return match;
  }
  return 'en';
};
