import { setTimeout as pause } from 'node:timers/promises';
import type { EvaluateFunc, Page } from 'puppeteer-core';

/** Milliseconds. */
const CEILING = 180_000;

/**
 * Resolves to what `look` gives in the page, once that is something. Asked again from here: the runner's own way to wait
 * makes a function from text in the page, which a strict policy stops in Firefox 140.
 */
export const waitInPage = async <Args extends unknown[], Found>(
  page: Page,
  look: (...args: Args) => Found,
  ...args: Args
): Promise<Awaited<Found>> => {
  const end = performance.now() + CEILING;
  for (;;) {
    const found = (await page.evaluate(look as EvaluateFunc<unknown[]>, ...args)) as Awaited<Found>;
    if (found) return found;
    if (performance.now() > end) throw new Error(`The page never came to ${String(look)}`);
    await pause(100);
  }
};
