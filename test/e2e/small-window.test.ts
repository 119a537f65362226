import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { each, pair } from '../rig/people.js';
import { Stage } from './stage.js';

/** The document of the small window that the page has opened. */
interface Lending {
  readonly documentPictureInPicture: { readonly window: Window | null };
}

/** Clicks like a person: the browser lends a window to nobody else. */
const click = async (page: Page, words: RegExp): Promise<void> => {
  const at = await page.evaluate(async (source) => {
    const words = new RegExp(source, 'u');
    await kit.until(`a button ${source}`, () => kit.deepQuery('button').some((each) => words.test(each.textContent)));
    const button = kit.deepQuery('button').find((each) => words.test(each.textContent));
    button?.scrollIntoView();
    const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, words.source);
  await page.mouse.click(at.x, at.y);
};

const press = (page: Page, label: string): Promise<void> =>
  page.evaluate((wanted) => {
    const { window: lent } = (globalThis as unknown as Lending).documentPictureInPicture;
    const button = [...(lent?.document.querySelectorAll('button') ?? [])].find((each) => each.title === wanted);
    if (!button) throw new Error(`the small window has no button ${wanted}`);
    button.click();
  }, label);

/** Resolves once the small window's words and the names of its buttons have all of `wanted`. */
const says = (page: Page, ...wanted: string[]): Promise<void> =>
  page.evaluate(
    (all) =>
      kit.until(`a small window that says ${all.join(', ')}`, () => {
        const body = (globalThis as unknown as Lending).documentPictureInPicture.window?.document.body;
        const labels = [...(body?.querySelectorAll('button') ?? [])].map((button) => button.title);
        return all.every((one) => body?.innerText.includes(one) === true || labels.includes(one));
      }),
    wanted,
  );

describe('the small window', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());

  it('shows who is there, takes orders, and goes with the call', async () => {
    const guests = await pair(stage, 'pip', ['chromium', 'chromium']);
    const [ann, bo] = guests;
    assert.ok(ann && bo);
    await each(guests, () => kit.flowing(1));
    await ann.page.bringToFront();
    await ann.page.evaluate(() => kit.deepQuery('[popovertarget="more"]')[0]?.click());
    await click(ann.page, /Picture in picture/u);
    await says(ann.page, bo.name, 'Mute microphone', 'Turn camera off');
    await ann.page.evaluate(() =>
      kit.until('a picture in the small window', () => {
        const { window: lent } = (globalThis as unknown as Lending).documentPictureInPicture;
        return (lent?.document.querySelector('video')?.videoWidth ?? 0) > 0;
      }),
    );

    await press(ann.page, 'Mute microphone');
    await says(ann.page, 'Unmute microphone');
    assert.equal(await ann.page.evaluate(() => kit.meet().microphone), false);
    await bo.page.evaluate(() => kit.meet().leave());
    await says(ann.page, 'You’re the only one here.');
    await press(ann.page, 'Leave the call');
    await ann.page.evaluate(() =>
      kit.until('no small window', () => !(globalThis as unknown as Lending).documentPictureInPicture.window),
    );
    assert.equal(await ann.page.evaluate(() => kit.meet().state), 'left');
  });
});
