import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import type { BrowserName, Stage } from './stage.js';

const PAGE = readFileSync(new URL('../../demo/docs/embedding.md', import.meta.url), 'utf8');

/** What the docs have a page write on the frame around a meeting. */
export const DOCS_ALLOW = /<iframe src="…" allow="([^"]+)"/u.exec(PAGE)?.[1] ?? '';

interface Framed {
  readonly page: Page;
  readonly frame: Frame;
}

interface FramedOptions {
  readonly room: string;
  readonly name: string;
  /** What is written on the frame instead of the docs'. */
  readonly allow?: string;
}

/** A page of the site with a frame in it, and in that, from another origin, a meeting with the browser's own devices. */
export const openFramed = async (stage: Stage, browser: BrowserName, options: FramedOptions): Promise<Framed> => {
  const { room, name, allow = DOCS_ALLOW } = options;
  const page = await stage.page(browser);
  const url = stage.site.url.replace('127.0.0.1', 'localhost');
  await page.evaluate(
    (given) => {
      document.body.append(Object.assign(document.createElement('iframe'), { width: '796', height: '590', ...given }));
    },
    { src: url, allow },
  );
  const frame = await page.waitForFrame((each) => each.url() === url);
  await frame.waitForFunction(() => 'kit' in globalThis && customElements.get('private-meet') !== undefined);
  await frame.evaluate(
    (attributes) => {
      const element = document.createElement('private-meet');
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      document.body.append(element);
    },
    {
      room,
      token: await stage.server.issueToken({ username: name }),
      server: stage.server.url,
      'ice-servers': '[]',
      autojoin: '',
    },
  );
  return { page, frame };
};
