import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Frame } from 'puppeteer-core';
import { DOCS_ALLOW } from './framed.js';
import { BROWSERS, Stage } from './stage.js';

const FILES: Readonly<Record<string, string>> = {
  'embed.html': 'text/html',
  'embed.js': 'text/javascript',
  'private-meet.js': 'text/javascript',
  'private-meet.later.js': 'text/javascript',
};

const HOSTILE = [
  '',
  '?room=',
  '?room=a%00b',
  `?room=${'x'.repeat(129)}`,
  '?room=here&server=https://evil.example',
  '?room=here&server=javascript:alert(1)',
  '?room=here&server=//evil.example',
  '?room=here&server=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
] as const;

describe('The page for iframes', () => {
  let stage: Stage;
  let url: string;
  let close: () => void;
  before(async () => {
    stage = await Stage.open();
    const server = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
      const type = FILES[name];
      const path = new URL(name.startsWith('embed') ? `../../demo/${name}` : `../../dist/${name}`, import.meta.url);
      if (type === undefined) return void response.writeHead(404).end();
      void readFile(path, 'utf8').then((text) => {
        response.setHeader('Content-Type', `${type}; charset=utf-8`);
        response.end(text.replace('servers" content=""', `servers" content="${stage.server.url}"`));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}/embed.html`;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
  });
  afterEach(() => stage.clear());
  after(async () => {
    close();
    await stage.close();
  });

  /** Framed by a page of another origin, its script done. */
  const framed = async (query: string, browser: (typeof BROWSERS)[number]): Promise<Frame> => {
    const page = await stage.page(browser);
    const src = url + query;
    await page.evaluate((given) => document.body.append(Object.assign(document.createElement('iframe'), given)), {
      src,
      allow: DOCS_ALLOW,
      width: '790',
      height: '590',
    });
    const frame = await page.waitForFrame((each) => each.url().startsWith(url));
    await frame.waitForFunction(() => document.querySelector('body > *') !== null);
    return frame;
  };

  for (const browser of BROWSERS) {
    it(`brings about a call from within another origin’s page, in ${browser}`, async () => {
      const frames = [await framed('?room=framed&name=Ann', browser), await framed('?room=framed&name=Bo', browser)];
      for (const frame of frames) {
        await frame.waitForFunction(() => !!document.querySelector('private-meet')?.shadowRoot);
        await frame.evaluate(async () => {
          const meet = document.querySelector('private-meet');
          meet?.setAttribute('ice-servers', '[]');
          await meet?.join();
        });
      }
      for (const [at, other] of [
        [0, 'Bo'],
        [1, 'Ann'],
      ] as const) {
        // prettier-ignore
        await frames[at]!.waitForFunction(
          (name) => {
            const [peer] = document.querySelector('private-meet')?.peers ?? [];
            return peer?.name === name && peer.state === 'connected';
          },
          {},
          other,
        );
      }
    });
  }

  it('does nothing for an address that is hostile', async () => {
    for (const query of HOSTILE) {
      const frame = await framed(query, 'chromium');
      assert.deepEqual(
        await frame.evaluate(() => [...document.body.children].map(({ localName }) => localName)),
        ['p'],
        query,
      );
      await stage.clear();
    }
  });

  it('takes nothing but room, server and name, and these as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const more = '&autojoin&token=eyJ&passphrase=x&controls=none&innerHTML=x';
    const query = `?room=${encodeURIComponent(hostile)}&name=${encodeURIComponent(hostile)}${more}`;
    const frame = await framed(query, 'chromium');
    const attributes = await frame.evaluate(() => {
      const meet = document.querySelector('private-meet')!;
      return ['room', 'server', 'display-name', 'autojoin', 'token', 'controls'].map((name) => meet.getAttribute(name));
    });
    assert.deepEqual(attributes, [hostile, stage.server.url, hostile, null, null, null]);
    assert.equal(await frame.evaluate(() => document.querySelectorAll('img').length), 0);
  });
});
