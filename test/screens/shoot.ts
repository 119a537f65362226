import type { Browser, ElementHandle, Page, ScreenshotClip } from 'puppeteer-core';
import type { Look } from './looks.js';

/** A part of a picture, in pixels. */
export interface Part {
  readonly caption: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One group of the gallery, with what is in it. */
export interface Shot {
  /** As the gallery calls it. */
  readonly group: string;
  /** PNG. */
  readonly image: Uint8Array;
  readonly parts: readonly Part[];
}

/** Long before any clock's now; what the gallery shows counts from it. */
const NOW = Date.UTC(2026, 0, 1);
/** CSS pixels: more than any group is high, so that all of one is in sight. */
const HEIGHT = 7_000;
/** Milliseconds. */
const CEILING = 60_000;

/** Looks in a row after which nothing comes any more. */
const LOOKS = 4;

/** Looks once more after two frames: every tile in sight that has a picture shows it, and nothing is on its way. */
const isAtRest = async (): Promise<boolean> => {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const grids: Element[] = [];
  const tiles: HTMLElementTagNameMap['pm-video-tile'][] = [];
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    grids.push(...root.querySelectorAll('pm-video-grid'));
    tiles.push(...root.querySelectorAll('pm-video-tile'));
  }
  const isFull = grids.length > 0 && grids.every(({ shadowRoot }) => shadowRoot?.querySelector('pm-video-tile'));
  const isShown = tiles.every(({ peer, self, screen, off, shadowRoot }) => {
    const isUp = peer === undefined || (peer.state !== 'failed' && peer.state !== 'connecting');
    const sends = self || screen || (peer?.camera ?? false);
    if (off || !isUp || !sends) return true;
    const readyState = shadowRoot?.querySelector('video')?.readyState ?? 0;
    return shadowRoot?.querySelector('.picture') !== null && readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  });
  const isStill = roots.every((root) => root.getAnimations().every(({ playState }) => playState !== 'running'));
  return isFull && isShown && isStill && document.fonts.status === 'loaded';
};

const rest = async (page: Page): Promise<void> => {
  const end = Date.now() + CEILING;
  for (let count = 0; count < LOOKS;) {
    if (Date.now() > end) throw new Error('the gallery never came to rest');
    count = (await page.evaluate(isAtRest)) ? count + 1 : 0;
  }
};

/** Brings a group to the top and lets every video in it draw a frame: out of sight they draw none. */
const look = async (group: ElementHandle): Promise<Omit<Shot, 'image'> & { readonly clip: ScreenshotClip }> =>
  group.evaluate(async (element) => {
    element.scrollIntoView({ behavior: 'instant' });
    const videos: HTMLVideoElement[] = [];
    const roots: (Element | ShadowRoot)[] = [element];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
      videos.push(...root.querySelectorAll('video'));
    }
    const seen = videos.filter((video) => video.videoWidth > 0 && video.checkVisibility({ visibilityProperty: true }));
    await Promise.all(seen.map((video) => new Promise((resolve) => video.requestVideoFrameCallback(resolve))));
    const { left, top, width, height } = element.getBoundingClientRect();
    const parts = [...element.querySelectorAll('figure')].map((figure) => {
      const box = figure.getBoundingClientRect();
      return {
        caption: figure.querySelector('figcaption')?.textContent ?? '',
        left: Math.round(box.left - left),
        top: Math.round(box.top - top),
        width: Math.round(box.width),
        height: Math.round(box.height),
      };
    });
    return {
      group: element.querySelector('h2')?.textContent ?? '',
      clip: { x: left + scrollX, y: top + scrollY, width: Math.round(width), height: Math.round(height) },
      parts: parts.filter(({ width }) => width > 0),
    };
  });

/** The gallery at rest, in a page of its own. */
export const openGallery = async (browser: Browser, url: string, { width, colours, language }: Look): Promise<Page> => {
  const page = await browser.newPage({ type: 'window' });
  await page.setViewport({ width, height: HEIGHT });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: colours },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluateOnNewDocument((now) => {
    Date.now = () => now;
    performance.now = () => 3_600_000; // so that no timer in a picture runs on
  }, NOW);
  const address = `${url}?${new URLSearchParams({ colours, language }).toString()}`;
  await page.goto(address, { waitUntil: 'domcontentloaded' }); // `load` waits for every video, out of sight for good
  await rest(page);
  return page;
};

/** Pictures of the gallery, group by group. */
export const shoot = async (page: Page): Promise<Shot[]> => {
  const shots: Shot[] = [];
  for (const handle of await page.$$('.group')) {
    const { group, clip, parts } = await look(handle);
    shots.push({ group, parts, image: await page.screenshot({ clip, captureBeyondViewport: false }) });
  }
  return shots;
};
