import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { BROWSERS, everyoneMeets, type Guest, Stage } from './stage.js';

/** Milliseconds in which nothing may be drawn; a clock in the bar, the levels of voices and the figures all go on in it. */
const REST = 5_000;
/** Spans that a call has to come to rest in. */
const SPANS = 12;

/** Counts from now on which of our elements are drawn, by name. */
const countDrawings = ({ page }: Guest): Promise<void> =>
  page.evaluate(() => {
    interface Drawn extends HTMLElement {
      isUpdatePending: boolean;
      performUpdate: () => void;
    }
    const drawn: string[] = [];
    Object.assign(globalThis, { drawn });
    let owner = Object.getPrototypeOf(document.querySelector('private-meet')) as Drawn;
    while (!Object.hasOwn(owner, 'performUpdate')) owner = Object.getPrototypeOf(owner) as Drawn;

    const { performUpdate } = owner;
    owner.performUpdate = function (this: Drawn) {
      if (this.isUpdatePending) drawn.push(this.localName);
      performUpdate.call(this);
    };
  });

/** What was drawn since it was asked for last. */
const drawnBy = ({ page }: Guest): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { drawn: string[] }).drawn.splice(0));

describe('a call in which nothing changes', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`draws nothing again, though its clock goes on, in ${browser}`, async () => {
      const ann = await stage.guest('steady', { browser, name: 'Ann' });
      const bo = await stage.guest('steady', { browser, name: 'Bo' });
      await everyoneMeets([ann, bo]);
      await ann.page.setViewport({ width: 1280, height: 720 });
      const clock = () => ann.page.evaluate(() => kit.deepQuery('[role="timer"]')[0]?.textContent ?? '');
      await ann.page.evaluate(() => kit.until('a clock', () => kit.deepQuery('[role="timer"]').length > 0));
      await countDrawings(ann);
      let drawn = ['not looked at yet'];
      for (let span = 0; span < SPANS && drawn.length > 0; span += 1) {
        await drawnBy(ann);
        const begun = await clock();
        await new Promise((resolve) => setTimeout(resolve, REST));
        drawn = await drawnBy(ann);
        assert.notEqual(await clock(), begun);
      }
      assert.deepEqual(drawn, []);
    });
  }
});
