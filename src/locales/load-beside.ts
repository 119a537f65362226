import type { Strings } from './en.js';
import type { Load } from './load.js';

/** A classic script knows where it came from only while it first runs; a module always does. */
const current = typeof document === 'undefined' ? null : (document.currentScript as HTMLScriptElement | null);
const BASE = current?.src || import.meta.url;

const fetched = async (name: string) => {
  const url = new URL(`./locales/${name}.js`, BASE).href;
  return (await import(/* @vite-ignore */ url)) as { strings: Strings; words: readonly string[] };
};

/** In `private-meet.js` and `private-meet.iife.js`: each language is a file in `locales/` beside the script. */
export const load: Load = async (language) => (await fetched(language)).strings;

/** The words for a passphrase likewise. */
export const loadWordList = async (): Promise<readonly string[]> => (await fetched('words/en')).words;
