import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { MediaRelay } from '../rig/media-relay.js';
import { each, nothingUncaught, pair, selectedPorts, settled } from '../rig/people.js';
import { BROWSERS, Stage } from './stage.js';

/** As far away as the other side of the Earth, and by a way that shuffles and loses. */
const FAR = { delay: [190, 230], reorder: 0.1, drop: 0.03 } as const;

describe('media on a long and bad way', () => {
  let stage: Stage;
  let relay: MediaRelay;
  before(async () => {
    stage = await Stage.open({ fps: 4, seed: 1 });
  });
  beforeEach(async () => {
    relay = await MediaRelay.open();
    stage.proxy.rewrite = relay.rewrite;
  });
  afterEach(async () => {
    await stage.clear();
    relay.close();
  });
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`is late, shuffled and lost: the same connections go on, and the figures say so, in ${browser}`, async () => {
      const guests = await pair(stage, 'far', [browser, browser]);
      for (const guest of guests) {
        const [, remote] = await selectedPorts(guest);
        assert.ok(relay.masks.includes(remote), `port ${String(remote)} leads past the relay`);
      }
      await each(guests, () => kit.flowing(1));
      const before = await settled(guests);
      relay.setFaults(FAR);
      const far = await each(guests, () =>
        kit.figures(({ roundTripTime = 0, fractionLost = 0 }) => roundTripTime > 0.35 && fractionLost > 0),
      );
      for (const { bitrateIn, path } of far) assert.ok(bitrateIn > 0 && path === 'direct');
      await each(guests, () => kit.until('a bad quality', () => /fair|poor/u.test(kit.quality())));
      await each(guests, () => kit.flowing(1));
      relay.setFaults({});
      await each(guests, () => kit.until('a good quality', () => kit.quality() === 'good'));
      await each(guests, () => kit.flowing(1));
      assert.deepEqual(await settled(guests), before);
      assert.deepEqual(await each(guests, () => kit.meet().error), [undefined, undefined]);
      await nothingUncaught(guests);
    });
  }
});
