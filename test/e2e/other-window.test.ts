import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { DOCS_ALLOW, openFramed } from './framed.js';
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

describe('in another window, or a frame', () => {
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
          document.body.append(Object.assign(kit.meet().cloneNode(), { cameraTrack, microphoneTrack }));
        });
        await everyoneMeets([ann, bo]);
        for (const { page } of [ann, bo]) assert.deepEqual(await page.evaluate(() => witness.rejections), []);
      });
    }
  }

  it('meets in frames of another origin with the docs’ permissions, and keeps its camera while they are out of sight', async () => {
    const ann = await openFramed(stage, 'chromium', { room: 'framed', name: 'Ann' });
    const bo = await openFramed(stage, 'firefox', { room: 'framed', name: 'Bo' });
    const meet = () =>
      Promise.all([ann.frame.evaluate(() => kit.seeFrames('Bo')), bo.frame.evaluate(() => kit.seeFrames('Ann'))]);
    await meet();
    for (const { page, frame } of [ann, bo]) {
      assert.equal(await frame.evaluate(() => kit.deepQuery('[part~="button-screen"]').length), 1);
      await page.evaluate(() => {
        document.body.style.height = '5000px';
        scrollTo(0, 4000);
      });
    }
    // A camera that gives nothing is opened anew after 5 s and told after 5 more: of one that is not, there is no event.
    await delay(14_000);
    for (const { page, frame } of [ann, bo]) {
      assert.deepEqual((await frame.evaluate(() => kit.story())).filter((entry) => entry.startsWith('pm-error')), []); // prettier-ignore
      assert.equal(await frame.evaluate(() => kit.meet().camera), true);
      assert.equal(await frame.evaluate(() => witness.tracks.filter(({ kind }) => kind === 'video').length), 1);
      await page.evaluate(() => scrollTo(0, 0));
    }
    await meet();
    for (const { frame } of [ann, bo]) assert.deepEqual(await frame.evaluate(() => witness.rejections), []);
  });

  it('does not offer the screen in a frame that keeps it back, or says by name what to allow', async () => {
    const allow = DOCS_ALLOW.replace('display-capture;', '');
    assert.notEqual(allow, DOCS_ALLOW);
    const ann = await openFramed(stage, 'chromium', { room: 'kept', name: 'Ann', allow });
    await ann.frame.waitForFunction(() => kit.deepQuery('[part~="button-leave"]').length === 1);
    assert.equal(await ann.frame.evaluate(() => kit.deepQuery('[part~="button-screen"]').length), 0);

    // Firefox tells of no policy: only by trying, and that takes a person's click.
    const bo = await openFramed(stage, 'firefox', { room: 'kept', name: 'Bo', allow });
    await bo.frame.waitForFunction(() => kit.deepQuery('[part~="button-screen"]').length === 1);
    const button = await bo.frame.evaluateHandle(() => kit.deepQuery('[part~="button-screen"]')[0] ?? document.body);
    await button.click();
    await bo.frame.evaluate(() => kit.failsWith('screen-share-failed'));
    await bo.frame.evaluate(() => kit.until('the words', () => kit.words().includes('allow="display-capture"')));
  });
});
