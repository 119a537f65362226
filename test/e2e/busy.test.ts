import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { burn } from '../rig/burn.js';
import { type Guest, Stage } from './stage.js';

/** Milliseconds of a call: longer than any limit that a line or a path in doubt has. */
const CALL = 20_000;

/** A connection of each that came up and did not stay. */
const replaced = ({ page }: Guest): Promise<number> =>
  page.evaluate(
    () => [...witness.everConnected].filter(({ connectionState }) => connectionState !== 'connected').length,
  );

describe('a machine that has something else to do', () => {
  let stage: Stage;
  let cool: () => void = () => undefined;
  before(async () => {
    stage = await Stage.open({ fps: 2 });
  });
  afterEach(async () => {
    cool();
    await stage.clear();
  });
  after(() => stage.close());

  it('is late with everything, and takes no line and no path for dead', async () => {
    cool = burn();
    // All at once, with voices, one of them with a picture.
    const guests = await Promise.all(
      (['chromium', 'firefox', 'chromium', 'firefox'] as const).map((browser, index) =>
        stage.guest('busy', {
          browser,
          name: `Guest ${String(index)}`,
          attributes: index === 0 ? {} : { 'camera-off': '' },
        }),
      ),
    );
    const [seen, ...others] = guests;
    assert.ok(seen);
    await Promise.all(guests.map(({ page }) => page.evaluate((count) => kit.connectedTo(count), others.length)));
    await Promise.all(guests.map(({ page }) => page.evaluate((count) => kit.hear(count), others.length)));
    await Promise.all(
      others.map(({ page }) => page.evaluate((name, rgb) => kit.seePicture(name, rgb), seen.name, seen.colour)),
    );
    await delay(CALL);
    for (const guest of guests) {
      const { page, name } = guest;
      const story = await page.evaluate(() => kit.story());
      assert.deepEqual(
        story.filter((entry) => /pm-(?:error|leave|peer-leave)/u.test(entry)),
        [],
        name,
      );
      assert.equal(story.filter((entry) => entry === 'pm-state-change').length, 2, `${name}: connecting, joined`);
      assert.equal(await replaced(guest), 0, name);
      assert.deepEqual(await page.evaluate(() => witness.rejections), []);
      await page.evaluate((count) => kit.connectedTo(count), others.length);
      await page.evaluate((count) => kit.hear(count), others.length);
    }
  });
});
