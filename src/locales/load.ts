import type { Strings } from './en.js';
import type { LanguageTag } from './languages.js';

/** English is always there. */
export type LoadedTag = Exclude<LanguageTag, 'en'>;

/** Gives a language's table, at once or when it has come; rejects when it can't be loaded. */
export type Load = (language: LoadedTag) => Strings | Promise<Strings>;

// Written out, so that bundlers see each as a piece of its own.
const MODULES: Record<LoadedTag, () => Promise<{ strings: Strings }>> = {
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  pt: () => import('./pt.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  tr: () => import('./tr.js'),
  ar: () => import('./ar.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  'zh-Hans': () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
};

/** Words for a passphrase, English whatever the language: they are told and typed alike. Rejects when they can't be loaded. */
export const loadWordList = async (): Promise<readonly string[]> => (await import('./words/en.js')).words;

/** In the package's modules: each language is a module. The bundles have load-beside.ts or load-all.ts in its place. */
export const load: Load = async (language) => (await MODULES[language]()).strings;
