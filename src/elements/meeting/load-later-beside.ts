import { oncePerPage } from '../../room/later-fetch.js';

declare const __BUILD__: string;

/** What the build makes of `later.ts`: it is handed what it shares with the script. */
interface LaterFile {
  readonly build: string;
  readonly start: (shared: unknown) => void;
}

let tries = 0;

/** In `private-meet.js`: what a call can begin without is a file beside the script. */
export const loadLater = oncePerPage(async () => {
  const url = new URL(/* @vite-ignore */ './private-meet.later.js', import.meta.url);
  url.search = new URL(import.meta.url).search; // the version that a page asks for
  if (tries++ > 0) url.searchParams.set('again', String(tries)); // a browser may remember that an address failed
  const { build, start } = (await import(/* @vite-ignore */ url.href)) as LaterFile;
  if (build !== __BUILD__) throw new Error(`${url.href} is of another version than the script`);
  start(await import('./later.js')); // in its place the build puts what is shared
});
