import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, everyoneMeets, type Guest, Stage } from './stage.js';

/** Pictures that the page's encoders have made, over all its connections. */
const encoded = ({ page }: Guest): Promise<number> =>
  page.evaluate(async () => {
    let frames = 0;
    for (const connection of witness.connections) {
      if (connection.signalingState === 'closed') continue;
      for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] === 'outbound-rtp' && entry['kind'] === 'video')
          frames += Number(entry['framesEncoded'] ?? 0);
      }
    }
    return frames;
  });

/** Resolves once no picture is made between two looks, a few times over. */
const rests = async (guest: Guest): Promise<void> => {
  for (let quiet = 0, last = -1; quiet < 3;) {
    const now = await encoded(guest);
    quiet = now === last ? quiet + 1 : 0;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
};

describe('a picture that nobody looks at', () => {
  let stage: Stage;
  let rooms = 0;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    const two = async (): Promise<[Guest, Guest]> => {
      const room = `unseen-${String((rooms += 1))}`;
      const ann = await stage.guest(room, { browser, name: 'Ann' });
      const bo = await stage.guest(room, { browser, name: 'Bo' });
      await everyoneMeets([ann, bo]);
      return [ann, bo];
    };
    const seesAgain = (guest: Guest, { name, colour }: Guest): Promise<unknown> =>
      guest.page.evaluate((who, rgb) => kit.seePicture(who, rgb), name, colour);

    it(`is not made while the element is scrolled away, and again when it is back, in ${browser}`, async () => {
      const [ann, bo] = await two();
      await ann.page.evaluate(() => kit.meet().style.setProperty('margin-top', '400vh'));
      await rests(bo);
      assert.equal(await ann.page.evaluate(() => kit.meet().peers[0]?.camera), true);
      await ann.page.evaluate(() => kit.meet().style.removeProperty('margin-top'));
      await seesAgain(ann, bo);
      await seesAgain(bo, ann);
    });

    it(`is not made for who saves, whose tile says so, in ${browser}`, async () => {
      const [ann, bo] = await two();
      await ann.page.evaluate(() => kit.meet().setAttribute('saving', 'Video-Off'));
      await rests(bo);
      await ann.page.evaluate(() =>
        kit.until(
          'a tile that says so',
          () => kit.tileOf('Bo')?.shadowRoot?.textContent.includes('Video paused') === true,
        ),
      );
      assert.equal(await ann.page.evaluate(() => kit.meet().peers[0]?.camera), true, 'the camera is on');
      await seesAgain(bo, ann);
      await ann.page.evaluate(() => kit.meet().removeAttribute('saving'));
      await seesAgain(ann, bo);
    });

    it(`is made all the same by a deployed client, and for one, in ${browser}`, async () => {
      const room = `unseen-${String((rooms += 1))}`;
      const ann = await stage.guest(room, { browser, name: 'Ann' });
      const dee = await stage.deployed(room, { browser, name: 'Dee' });
      await seesAgain(ann, dee);
      await ann.page.evaluate(() => kit.meet().setAttribute('saving', 'video-off'));
      await dee.page.evaluate((id, rgb) => kit.standIn?.sees(id, rgb), ann.id, ann.colour);
      const before = await encoded(dee);
      await dee.page.evaluate((id) => kit.standIn?.hears(id), ann.id);
      await ann.page.evaluate(() => kit.meet().removeAttribute('saving'));
      await seesAgain(ann, dee);
      assert.ok((await encoded(dee)) > before);
    });
  }
});
