import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { CHROMIUM_ARGS, chromiumPath } from '../tools/browsers.js';
import { ROOT } from '../tools/run.js';
import { type Look, nameOf } from './looks.js';

/** Where a picture stands that is looked at in review. */
export const expectedPath = (look: Look, group: string): string =>
  join(import.meta.dirname, 'pictures', nameOf(look), `${fileName(group)}.png`);

/** Where a picture goes that is not as expected; `what` tells it from what differs in it. */
export const foundPath = (look: Look, group: string, what: 'is' | 'differs'): string =>
  join(ROOT, '.cache/screens', nameOf(look), `${fileName(group)}.${what}.png`);

const fileName = (group: string): string => group.toLowerCase().replace(/\W+/gu, '-');

export const save = async (path: string, image: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, image);
};

/** A browser that draws the same on every machine: letters neither hinted nor in the colours of a screen. */
export const launchPainter = (): Promise<Browser> =>
  puppeteer.launch({
    executablePath: chromiumPath(),
    args: [
      ...CHROMIUM_ARGS,
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
    ],
    protocolTimeout: 240_000,
  });
