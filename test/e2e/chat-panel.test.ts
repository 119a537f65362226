import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { each, nothingUncaught, pair } from '../rig/people.js';
import { BROWSERS, Stage } from './stage.js';

/** Clicks like a person. */
const click = async (page: Page, selector: string): Promise<void> => {
  const at = await page.evaluate(async (wanted) => {
    await kit.until(wanted, () => kit.deepQuery(wanted).length > 0);
    const { x, y, width, height } = kit.deepQuery(wanted)[0]?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.mouse.click(at.x, at.y);
};

/** Resolves once something that matches says `words`. */
const says = (page: Page, selector: string, words: string): Promise<void> =>
  page.evaluate(
    (wanted, text) =>
      kit.until(`${wanted} with ${text}`, () => kit.deepQuery(wanted).some((each) => each.textContent.includes(text))),
    selector,
    words,
  );

const focusInField = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await kit.until('a field', () => kit.deepQuery('textarea').length > 0);
    kit.deepQuery('textarea')[0]?.focus();
  });

describe('the chat of two people', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browser of BROWSERS) {
    it(`takes what is typed to the other one, who is told and answers, in ${browser}`, async () => {
      const guests = await pair(stage, 'chat', [browser, browser]);
      const [ann, bo] = guests;
      assert.ok(ann && bo);
      await ann.page.bringToFront();
      await click(ann.page, '[data-control="chat"]');
      await focusInField(ann.page);
      await ann.page.keyboard.type('Hello there, see https://example.com');
      await ann.page.keyboard.press('Enter');
      await says(ann.page, '.own .bubble', 'Hello there');
      await says(ann.page, '.state.sent', 'Sent');

      await bo.page.bringToFront();
      await says(bo.page, '[data-control="chat"] .fresh', '1');
      await click(bo.page, '[data-control="chat"]');
      await says(bo.page, '.bubble a', 'https://example.com');
      await bo.page.evaluate(() => kit.until('nothing new', () => kit.deepQuery('.fresh').length === 0));

      await focusInField(bo.page);
      await bo.page.keyboard.type('Hi ');
      await click(bo.page, '.tool[popovertarget="emoji"]');
      await bo.page.evaluate(() =>
        kit.until('an emoji with the focus', () => kit.deepQuery('.emoji button:focus').length === 1),
      );
      await bo.page.keyboard.press('Enter');
      await bo.page.evaluate(() =>
        kit.until('the field with the focus', () => kit.deepQuery('textarea:focus').length === 1),
      );
      await bo.page.keyboard.press('Enter');
      await says(ann.page, '.group:not(.own) .bubble', 'Hi 👍');
      const shown = await each(guests, () => kit.meet().messages.map(({ text, state }) => `${text} ${state}`));
      assert.deepEqual(shown[0], ['Hello there, see https://example.com sent', 'Hi 👍 received']);
      await nothingUncaught(guests);
    });
  }
});
