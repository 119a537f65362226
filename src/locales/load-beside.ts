import type { Strings } from './en.js';
import type { Load } from './load.js';

/** A classic script knows where it came from only while it first runs; a module always does. */
const current = typeof document === 'undefined' ? null : (document.currentScript as HTMLScriptElement | null);
const BASE = current?.src || import.meta.url;

/** In `private-meet.js` and `private-meet.iife.js`: each language is a file in `locales/` beside the script. */
export const load: Load = async (language) => {
  const url = new URL(`./locales/${language}.js`, BASE).href;
  const { strings } = (await import(/* @vite-ignore */ url)) as { strings: Strings };
  return strings;
};
