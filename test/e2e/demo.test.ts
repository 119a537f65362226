import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { waitInPage } from '../rig/wait-in-page.js';
import { freePort } from '../server/free-port.js';
import { BROWSERS, Stage } from './stage.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Milliseconds that the server gets to begin, and to end. */
const CEILING = 60_000;

/** Presses the lobby's one big button, as a person does: with the pointer. */
const pressJoin = async (page: Page): Promise<void> => {
  const button = 'private-meet >>> pm-lobby >>> [part~="join"]:enabled';
  await waitInPage(page, () => {
    const lobby = document.querySelector('private-meet')?.shadowRoot?.querySelector('pm-lobby');
    return !!lobby?.shadowRoot?.querySelector('[part~="join"]:enabled');
  });
  await page.click(button);
};

/** Resolves once the page shows the other's moving picture and has heard a sound. */
const meets = (page: Page, name: string): Promise<unknown> =>
  waitInPage(
    page,
    (other) => {
      const meet = document.querySelector('private-meet');
      const peer = meet?.peers[0];
      const tiles = meet?.shadowRoot?.querySelector('pm-video-grid')?.shadowRoot?.querySelectorAll('pm-video-tile');
      const video = [...(tiles ?? [])].find((tile) => !tile.self)?.shadowRoot?.querySelector('video');
      return (
        peer?.name === other && peer.state === 'connected' && peer.camera && peer.microphone && !!video?.videoWidth
      );
    },
    name,
  );

const hears = (page: Page): Promise<unknown> =>
  waitInPage(page, async () => {
    const [stats] = (await document.querySelector('private-meet')?.getStats()) ?? [];
    const [track] = document.querySelector('private-meet')?.peers[0]?.stream.getAudioTracks() ?? [];
    return (stats?.bitrateIn ?? 0) > 0 && track?.muted === false;
  });

const answers = async (url: string): Promise<boolean> => {
  try {
    await (await fetch(url, { headers: { Connection: 'close' }, signal: AbortSignal.timeout(CEILING) })).text();
    return true;
  } catch {
    return false; // Nobody listens: what the test waits for.
  }
};

describe('npm start, as the README has it', () => {
  let npm: ChildProcess;
  let stage: Stage;
  let origin: string;

  before(async () => {
    const port = await freePort();
    origin = `http://localhost:${String(port)}`;
    stage = await Stage.open();
    npm = spawn('npm', ['start'], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true, // a group of its own, to be ended as a whole should the test fail
    });
    let said = '';
    const { stdout } = npm;
    assert.ok(stdout);
    const chunks = on(stdout.setEncoding('utf8'), 'data', { close: ['end'], signal: AbortSignal.timeout(CEILING) });
    for await (const [text] of chunks as AsyncIterable<[string]>) {
      said += text;
      if (said.includes(origin)) break;
    }
    stdout.resume();
    assert.ok(said.includes(origin), `npm start ended with ${String(npm.exitCode)}: ${said}`);
  });
  after(async () => {
    // First of all: whatever of it is still there holds our pipe, and this process with it.
    if (await answers(`${origin}/health`)) process.kill(-(npm.pid ?? 0), 'SIGKILL');
    npm.stdout?.destroy();
    await stage.close();
  });

  for (const browser of BROWSERS) {
    it(`brings two windows into a call, with a log of events, in ${browser}`, async () => {
      const [ann, bo] = [await stage.window(browser), await stage.window(browser)];
      await ann.goto(`${origin}/?room=${browser}&name=Ann`);
      await bo.goto(`${origin}/?room=${browser}&name=Bo`);
      for (const page of [ann, bo]) await pressJoin(page);
      await Promise.all([meets(ann, 'Bo'), meets(bo, 'Ann')]);
      await Promise.all([hears(ann), hears(bo)]);

      for (const event of ['pm-before-join', 'pm-join', 'pm-peer-join', 'pm-camera-change']) {
        await waitInPage(ann, (type) => document.querySelector('#log')?.textContent.includes(type), event);
      }
      const snippet = await ann.evaluate(() => document.querySelector('#snippet')?.textContent);
      // What the page says to itself in the other window.
      await ann.evaluate(() => document.querySelector<HTMLInputElement>('#poll [value=soon]')?.click());
      for (const page of [ann, bo])
        await waitInPage(page, () => document.querySelectorAll('#poll output')[1]?.textContent === '1');
      assert.match(snippet ?? '', new RegExp(`<private-meet[^>]*room="${browser}"`, 'u'));
      await stage.clear();
    });
  }

  it('shows every element in its gallery, in any look, without a camera or a violation of its policy', async () => {
    const page = await stage.window('chromium');
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    await page.goto(`${origin}/gallery?theme=terminal&colours=dark&direction=rtl`, { waitUntil: 'domcontentloaded' });
    await waitInPage(page, () => {
      const specimens = [...document.querySelectorAll('#gallery .box > :not(button, pm-shortcuts)')];
      return specimens.length > 20 && specimens.every(({ shadowRoot }) => !!shadowRoot?.firstElementChild);
    });
    const looks = await page.evaluate(() => {
      const bar = document.querySelector('#gallery pm-controls');
      const style = bar && getComputedStyle(bar);
      return { accent: style?.getPropertyValue('--pm-accent').trim(), direction: style?.direction };
    });
    assert.deepEqual(looks, { accent: '#38d430', direction: 'rtl' });
    assert.deepEqual(wrong, []);
    await stage.clear();
  });

  it('ends on SIGTERM', async () => {
    assert.equal(npm.exitCode, null, 'it ended before it was told to');
    const exit = once(npm, 'exit', { signal: AbortSignal.timeout(CEILING) });
    npm.kill('SIGTERM');
    await exit;
    // npm does not wait for what it started.
    const end = Date.now() + CEILING;
    while (await answers(`${origin}/health`)) assert.ok(Date.now() < end, 'the server still answers');
  });
});
