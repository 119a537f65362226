import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { BROWSERS, everyoneMeets, type Guest, Stage } from './stage.js';

const PLACES = ['frame', 'window'] as const;
type Place = (typeof PLACES)[number];

/** Moves the meeting into a document of its own, same origin as the page. */
const moveOut = (page: Page, place: Place): Promise<void> =>
  page.evaluate((into) => {
    const element = kit.meet();
    let view: Window | null;
    if (into === 'frame') {
      const frame = document.createElement('iframe');
      frame.width = '800';
      frame.height = '600';
      document.body.append(frame);
      view = frame.contentWindow;
    } else view = window.open('', '', 'popup,width=800,height=600');
    if (!view) throw new Error(`no ${into}`);
    view.addEventListener('error', ({ message }) => witness.rejections.push(message));
    view.document.body.append(element);
    Object.assign(globalThis, { other: view });
  }, place);

const moveHome = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.body.append(kit.meet());
  });

const closeOther = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { other } = globalThis as typeof globalThis & { other: Window };
    const frame = other.frameElement;
    if (frame) frame.remove();
    else other.close();
  });

/** Each sees the other's picture move. */
const seeEachOther = async (ann: Guest, bo: Guest): Promise<void> => {
  await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);
  await bo.page.evaluate((rgb) => kit.seePicture('Ann', rgb), ann.colour);
};

describe('in another window of the page', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    for (const place of PLACES) {
      it(`goes on with the call and its pictures in a ${place} and at home again, in ${browser}`, async () => {
        const ann = await stage.guest(`moved-${place}`, { browser, name: 'Ann' });
        const bo = await stage.guest(`moved-${place}`, { browser, name: 'Bo' });
        await everyoneMeets([ann, bo]);
        await seeEachOther(ann, bo);
        const told = await ann.page.evaluate(() => kit.story());
        await moveOut(ann.page, place);
        await seeEachOther(ann, bo);
        await moveHome(ann.page);
        await closeOther(ann.page);
        await seeEachOther(ann, bo);

        const notable = (entries: readonly string[]) => entries.filter((entry) => entry !== 'pm-peer-change');
        assert.deepEqual(notable(await ann.page.evaluate(() => kit.story())), notable(told));

        // It goes with the meeting in it: the call is over, as in a page that is closed.
        await moveOut(ann.page, place);
        await seeEachOther(ann, bo);
        await closeOther(ann.page);
        await ann.page.evaluate(() => kit.inState('left'));
        await bo.page.evaluate(() => kit.connectedTo(0));
        await ann.page.evaluate(() => kit.until('nothing open', () => kit.open().connections === 0));

        // Chromium takes all listeners from what goes with its window: who joins again does so by a new element.
        await ann.page.evaluate(() => {
          const { cameraTrack, microphoneTrack } = kit.meet();
          const next = kit.meet().cloneNode() as ReturnType<typeof kit.meet>;
          document.body.append(Object.assign(next, { cameraTrack, microphoneTrack }));
        });
        await everyoneMeets([ann, bo]);
        for (const { page } of [ann, bo]) assert.deepEqual(await page.evaluate(() => witness.rejections), []);
      });
    }
  }
});
