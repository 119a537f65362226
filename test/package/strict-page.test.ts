import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startServer, type StartedServer } from '../../demo/server/start.js';
import { waitInPage } from '../rig/wait-in-page.js';
import { CHROMIUM_ARGS, chromiumPath, FIREFOX_PREFS, firefoxPath } from '../tools/browsers.js';
import { ROOT } from '../tools/run.js';

/** Notes what the policy stops, but for the icon that Firefox asks of every site. Runs before the bundle. */
const WATCH = `
globalThis.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  if (!blockedURI.endsWith('/favicon.ico')) violations.push([violatedDirective, blockedURI, sample].join(' '));
});
`;

const launch = {
  chromium: () => puppeteer.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] }),
  firefox: () =>
    puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath(), extraPrefsFirefox: { ...FIREFOX_PREFS } }),
};

/** The policy that the docs give. */
const policy = (server: string): string => {
  const page = readFileSync(join(ROOT, 'demo/docs/loading.md'), 'utf8');
  const written = /```\n(default-src[^`]+)```/.exec(page)?.[1];
  assert.ok(written, 'loading.md has no policy');
  const connect = `connect-src ${server} ${server.replace('http', 'ws')}`;
  return written
    .replaceAll(/\s+/g, ' ')
    .replace(/connect-src[^;]+/, connect)
    .trim();
};

/** A page that has nothing but the tag, under the strictest policy. */
const startSite = async (signaling: StartedServer): Promise<Server> => {
  const [bundle, later] = ['private-meet.js', 'private-meet.later.js'].map((file) =>
    readFileSync(join(ROOT, 'dist', file)),
  );
  const scripts: Readonly<Record<string, Buffer | string | undefined>> = {
    '/watch.js': WATCH,
    '/private-meet.js': bundle,
    '/private-meet.later.js': later,
  };
  const site = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
      if (pathname === '/') {
        const token = await signaling.issueToken({ username: searchParams.get('name') ?? 'Guest' });
        response.writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': policy(signaling.url),
          'Permissions-Policy': 'camera=(self), microphone=(self)',
        });
        response.end(
          `<!doctype html><title>Strict</title><script src="/watch.js"></script><script type="module" src="/private-meet.js"></script>` +
            `<private-meet room="strict" server="${signaling.url}" token="${token}" ice-servers="[]" autojoin></private-meet>`,
        );
        return;
      }
      const body = scripts[pathname];
      response.writeHead(body ? 200 : 404, { 'Content-Type': 'text/javascript; charset=utf-8' });
      response.end(body);
    })();
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  return site;
};

for (const name of ['chromium', 'firefox'] as const) {
  describe(`A page with the strict policy of the docs, in ${name}`, () => {
    let signaling: StartedServer;
    let site: Server;
    let browser: Browser;
    const asked = new Set<string>();
    const open = async (person: string): Promise<Page> => {
      const page = await browser.newPage({ type: 'window' });
      page.on('request', (request) => asked.add(new URL(request.url()).origin));
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/?name=${person}`);
      return page;
    };

    before(async () => {
      signaling = await startServer();
      site = await startSite(signaling);
      browser = await launch[name]();
    });
    after(async () => {
      await browser.close();
      site.closeAllConnections();
      site.close();
      await signaling.close();
    });

    it('is in a call with picture, without a violation and without a request to anybody else', async () => {
      const pages = [await open('Ann'), await open('Bo')];
      for (const page of pages) {
        await waitInPage(page, () => {
          const [peer] = document.querySelector('private-meet')?.peers ?? [];
          const tiles = document.querySelector('private-meet')?.shadowRoot?.querySelector('pm-video-grid')?.shadowRoot;
          const videos = [...(tiles?.querySelectorAll('pm-video-tile') ?? [])].map((tile) =>
            tile.shadowRoot?.querySelector('video'),
          );
          return (
            peer?.state === 'connected' && videos.length === 2 && videos.every((video) => (video?.videoWidth ?? 0) > 0)
          );
        });
      }
      for (const page of pages) {
        await page.bringToFront();
        await page.evaluate(() => document.querySelector('private-meet')?.leave());
        assert.deepEqual(await page.evaluate('violations'), []);
      }
      const own = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
      const others = [...asked].filter(
        (origin) => ![own, signaling.url, signaling.url.replace('http', 'ws')].includes(origin),
      );
      assert.deepEqual(others, []);
    });

    it('notices a violation, if there were one', async () => {
      const page = await open('Cy');
      const script = `new Promise((resolve) => {
        addEventListener('securitypolicyviolation', () => violations.length && resolve(violations.length));
        document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'http://127.0.0.1:9/x.css' }));
      })`;
      assert.equal(await page.evaluate(script), 1);
    });
  });
}
