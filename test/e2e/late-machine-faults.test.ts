import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { burn } from '../rig/burn.js';
import { each, nothingUncaught, pair, settled } from '../rig/people.js';
import { BROWSERS, Stage } from './stage.js';

/** Runs in a page: does nothing else for `ms` milliseconds, and is hidden and shown meanwhile, as a phone that wakes is. */
const block = (ms: number): void => {
  document.dispatchEvent(new Event('visibilitychange'));
  const end = performance.now() + ms;
  while (performance.now() < end);
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('a machine that is late', () => {
  for (const browser of BROWSERS) {
    it(`loses no line and nobody while both cores are busy and timers are late by 5 s, in ${browser}`, async () => {
      const stage = await Stage.open({ fps: 2 });
      const cool = burn();
      try {
        // Nothing is sent but receipts and checks: the hardest case, for a page that stands still says neither.
        const off = { 'camera-off': '', 'microphone-off': '' };
        const guests = await pair(stage, 'late', [browser, browser, browser], off);
        const before = await settled(guests);
        for (const late of [0, 1, 2]) {
          await guests[late]?.page.evaluate(block, 5_000);
          await delay(2_000);
        }
        await Promise.all(guests.map(({ page }) => page.evaluate(block, 4_000)));
        await each(guests, () => kit.flowing(2));
        assert.deepEqual(await settled(guests), before, 'the same connections, and nobody came or went');
        for (const story of await each(guests, () => kit.story())) {
          assert.equal(story.filter((entry) => entry === 'pm-state-change').length, 2, story.join(', '));
          assert.equal(
            story.some((entry) => entry.startsWith('pm-error')),
            false,
            story.join(', '),
          );
        }
        await nothingUncaught(guests);
      } finally {
        cool();
        await stage.close();
      }
    });
  }
});
