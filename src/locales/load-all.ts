import { strings as de } from './de.js';
import { strings as es } from './es.js';
import { strings as fr } from './fr.js';
import { strings as it } from './it.js';
import { strings as pt } from './pt.js';
import { strings as nl } from './nl.js';
import { strings as pl } from './pl.js';
import { strings as tr } from './tr.js';
import { strings as ar } from './ar.js';
import { strings as he } from './he.js';
import { strings as hi } from './hi.js';
import { strings as ja } from './ja.js';
import { strings as ko } from './ko.js';
import { strings as zhHans } from './zh-Hans.js';
import { strings as zhHant } from './zh-Hant.js';
import { words } from './words/en.js';
import type { Strings } from './en.js';
import type { Load, LoadedTag } from './load.js';

const TABLES: Record<LoadedTag, Strings> = {
  de,
  es,
  fr,
  it,
  pt,
  nl,
  pl,
  tr,
  ar,
  he,
  hi,
  ja,
  ko,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};

/** In `private-meet.all.js`: they are there already. */
export const loadWordList = (): Promise<readonly string[]> => Promise.resolve(words);

/** In `private-meet.all.js`: every language is there already. */
export const load: Load = (language) => TABLES[language];
