import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, COLOURS, everyoneMeets, type Guest, leaves, Stage } from './stage.js';

/** How many offers were taken by anyone; those of spare connections reach nobody. */
const offers = async (guests: readonly Guest[]): Promise<number> => {
  const counts = await Promise.all(guests.map(({ page }) => page.evaluate(() => witness.counts.offersIn)));
  return counts.reduce((sum, count) => sum + count, 0);
};

const connections = (guests: readonly Guest[]) =>
  Promise.all(guests.map(({ page }) => page.evaluate(() => kit.connectedTo(1))));

const nothingUncaught = async (guests: readonly Guest[]): Promise<void> => {
  for (const { page } of guests) assert.deepEqual(await page.evaluate(() => witness.rejections), []);
};

/** The browser finds no camera, as it says in its own way. */
const noCamera = (): void => {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (wanted) =>
    wanted?.video ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError')) : open(wanted);
};

const noMicrophone = (): void => {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (wanted) =>
    wanted?.audio ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError')) : open(wanted);
};

const noDevices = (): void => {
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('Requested device not found', 'NotFoundError'));
};

/** Camera and microphone open, and give no frame and no sound until `give()` is called. */
const nothingFromThem = (): void => {
  const opened: (() => void)[] = [];
  const canvas = document.createElement('canvas');
  const picture = canvas.getContext('2d');
  let isGiving = false;
  navigator.mediaDevices.getUserMedia = (wanted) => {
    const tracks: MediaStreamTrack[] = [];
    if (wanted?.video) tracks.push(...canvas.captureStream().getVideoTracks());
    if (wanted?.audio) {
      const context = new AudioContext();
      const gain = new GainNode(context, { gain: isGiving ? 0.2 : 0 });
      const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      const oscillator = new OscillatorNode(context);
      oscillator.connect(gain).connect(destination);
      oscillator.start();
      opened.push(() => (gain.gain.value = 0.2));
      tracks.push(...destination.stream.getAudioTracks());
    }
    // As a device's tracks do, they bear the same id however often it is opened.
    for (const track of tracks) track.getSettings = () => ({ deviceId: track.kind });
    return Promise.resolve(new MediaStream(tracks));
  };
  Object.assign(globalThis, {
    give() {
      isGiving = true;
      for (const begin of opened) begin();
      let tick = 0;
      setInterval(() => {
        if (!picture) return;
        picture.fillStyle = (tick += 1) % 2 ? 'teal' : 'navy';
        picture.fillRect(0, 0, canvas.width, canvas.height);
      }, 100);
    },
  });
};

describe('devices', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`turns cameras off and on without an offer, and the other sees it, in ${browser}`, async () => {
      // One with a device, one with the page's own tracks.
      const ann = await stage.guest('toggle', { browser, name: 'Ann', hasOwnTracks: false });
      const bo = await stage.guest('toggle', { browser, name: 'Bo' });
      await connections([ann, bo]);
      await bo.page.evaluate(() => kit.seeFrames('Ann'));
      await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);
      const before = await offers([ann, bo]);

      await ann.page.evaluate(() => kit.meet().toggleCamera());
      await bo.page.evaluate(() => kit.seeInitials('Ann'));
      // Its light is out.
      const open = await ann.page.evaluate(() => witness.tracks.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind)); // prettier-ignore
      assert.deepEqual(open, ['audio']);
      await bo.page.evaluate(() => kit.meet().toggleCamera());
      await ann.page.evaluate(() => kit.seeInitials('Bo'));
      await ann.page.evaluate(() => kit.meet().toggleCamera());
      await bo.page.evaluate(() => kit.seeFrames('Ann'));
      await bo.page.evaluate(() => kit.meet().toggleCamera());
      await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);

      assert.equal((await offers([ann, bo])) - before, 0);
      await nothingUncaught([ann, bo]);
    });

    it(`obeys microphone-off and camera-off, and turns nothing on when they go, in ${browser}`, async () => {
      const attributes = { 'camera-off': '' };
      const ann = await stage.guest('off', { browser, name: 'Ann', hasOwnTracks: false, attributes });
      const bo = await stage.guest('off', { browser, name: 'Bo' });
      await connections([ann, bo]);
      await bo.page.evaluate(() => kit.seeInitials('Ann'));
      await ann.page.evaluate(() => kit.until('the microphone', () => kit.meet().microphone));
      await bo.page.evaluate(() => kit.hear(1));
      const before = await offers([ann, bo]);

      const afterRemoval = await ann.page.evaluate(async () => {
        const element = kit.meet();
        element.removeAttribute('camera-off');
        await element.updateComplete;
        return element.camera;
      });
      assert.equal(afterRemoval, false);
      await ann.page.evaluate(() => kit.meet().toggleCamera(true));
      await bo.page.evaluate(() => kit.seeFrames('Ann'));

      const both = await ann.page.evaluate(async () => {
        const element = kit.meet();
        for (const name of ['camera-off', 'microphone-off']) element.setAttribute(name, '');
        await element.updateComplete;
        return [element.camera, element.microphone];
      });
      assert.deepEqual(both, [false, false]);
      await bo.page.evaluate(() => kit.seeInitials('Ann'));
      await bo.page.evaluate(() => kit.until('a muted microphone', () => kit.meet().peers[0]?.microphone === false));
      assert.match(await bo.page.evaluate(() => kit.tileOf('Ann')?.shadowRoot?.textContent ?? ''), /microphone off/);

      const still = await ann.page.evaluate(async () => {
        const element = kit.meet();
        for (const name of ['camera-off', 'microphone-off']) element.removeAttribute(name);
        await element.updateComplete;
        return [element.camera, element.microphone, element.matches(':state(camera), :state(microphone)')];
      });
      assert.deepEqual(still, [false, false, false]);
      assert.equal((await offers([ann, bo])) - before, 0);
      await nothingUncaught([ann, bo]);
    });

    it(`sends the page's own tracks, swaps them, and never stops one, in ${browser}`, async () => {
      const ann = await stage.guest('own', { browser, name: 'Ann' });
      const bo = await stage.guest('own', { browser, name: 'Bo' });
      await everyoneMeets([ann, bo]);
      const before = await offers([ann, bo]);
      const other = COLOURS[4];
      await ann.page.evaluate((rgb) => {
        const element = kit.meet();
        const given = [element.cameraTrack, element.microphoneTrack].filter((track) => track !== null);
        element.cameraTrack = kit.createCanvasTrack(`rgb(${rgb.join(' ')})`, { fps: 8 }).track;
        element.microphoneTrack = kit.createToneTrack(700).track;
        Object.assign(globalThis, { given: [...given, element.cameraTrack, element.microphoneTrack] });
      }, other);
      await bo.page.evaluate((rgb) => kit.seePicture('Ann', rgb), other);
      await bo.page.evaluate(() => kit.hear(1));

      // Without the page's picture there is none, until somebody asks for the device.
      await ann.page.evaluate(() => (kit.meet().cameraTrack = null));
      await bo.page.evaluate(() => kit.seeInitials('Ann'));
      await ann.page.evaluate(() => kit.meet().toggleCamera(true));
      await bo.page.evaluate(() => kit.seeFrames('Ann'));
      assert.equal((await offers([ann, bo])) - before, 0);

      await leaves(ann);
      const states = await ann.page.evaluate(() =>
        (globalThis as typeof globalThis & { given: MediaStreamTrack[] }).given.map(
          ({ readyState, enabled }) => `${readyState} ${String(enabled)}`,
        ),
      );
      assert.ok(states.length >= 3);
      assert.deepEqual(new Set(states), new Set(['live true']));
      assert.deepEqual(await ann.page.evaluate(() => kit.open()), { connections: 0, tracks: 0 });
      await nothingUncaught([ann, bo]);
    });

    it(`tells both sides of a camera and a microphone that give nothing, until they do, in ${browser}`, async () => {
      const ann = await stage.guest('nothing', { browser, name: 'Ann', hasOwnTracks: false, init: nothingFromThem });
      const bo = await stage.guest('nothing', { browser, name: 'Bo' });
      await connections([ann, bo]);
      const told = await ann.page.evaluate(async () => {
        await kit.until('both', () => kit.events.filter(({ type }) => type === 'pm-error').length === 2);
        return kit.events.flatMap((event) => {
          const { error } = event as Event & { error?: { code: string; device?: string; kept?: boolean } };
          return error ? [[error.code, error.device, error.kept].join(' ')] : [];
        });
      });
      assert.deepEqual(told.sort(), ['device-lost camera true', 'device-lost microphone true']);
      assert.match(await ann.page.evaluate(() => kit.words()), /No (picture|sound) comes from the (camera|microphone)/);
      assert.deepEqual(await ann.page.evaluate(() => [kit.meet().microphone, kit.meet().camera]), [true, false]);
      await bo.page.evaluate(async () => {
        await kit.until('word of both', () =>
          /No sound[^]*No picture/.test(kit.tileOf('Ann')?.shadowRoot?.textContent ?? ''),
        );
        if (kit.meet().peers[0]?.stalled !== 'both') throw new Error('the page is not told');
      });
      await bo.page.evaluate(() => kit.seeInitials('Ann'));

      await ann.page.evaluate(() => (globalThis as typeof globalThis & { give: () => void }).give());
      await bo.page.evaluate(() => kit.seeFrames('Ann'));
      await bo.page.evaluate(() => kit.hear(1));
      await bo.page.evaluate(async () => {
        await kit.until('no word any more', () => !/No (sound|picture)/.test(kit.tileOf('Ann')?.shadowRoot?.textContent ?? '')); // prettier-ignore
      });
      await ann.page.evaluate(() => kit.until('no notice', () => !/No (picture|sound)/.test(kit.words())));
      await nothingUncaught([ann, bo]);
    });

    it(`lets people in without a camera, a microphone, or both, and says so, in ${browser}`, async () => {
      const bo = await stage.guest('without', { browser, name: 'Bo' });
      for (const [init, missing, kinds] of [
        [noCamera, 'camera', ['microphone']],
        [noMicrophone, 'microphone', ['camera']],
        [noDevices, undefined, []],
      ] as const) {
        const ann = await stage.guest('without', { browser, name: 'Ann', hasOwnTracks: false, init });
        await connections([ann, bo]);
        await ann.page.evaluate(() => kit.failsWith('device-missing'));
        assert.match(
          await ann.page.evaluate(() => kit.words()),
          missing ? RegExp(`No ${missing} was found`) : /was found/,
        );
        await ann.page.evaluate((rgb) => kit.seePicture('Bo', rgb), bo.colour);
        await ann.page.evaluate(() => kit.hear(1));
        const has = (kind: string) => (kinds as readonly string[]).includes(kind);
        if (has('microphone')) await bo.page.evaluate(() => kit.hear(1));
        await bo.page.evaluate((camera) => (camera ? kit.seeFrames('Ann') : kit.seeInitials('Ann')), has('camera'));
        const shown = await ann.page.evaluate(() => [kit.meet().microphone, kit.meet().camera]);
        assert.deepEqual(shown, [has('microphone'), has('camera')]);
        await nothingUncaught([ann, bo]);
        await leaves(ann);
        await bo.page.evaluate(() => kit.connectedTo(0));
      }
    });
  }
});
