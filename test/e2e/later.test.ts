import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { each, nothingUncaught, pair } from '../rig/people.js';
import { BROWSERS, type Guest, Stage } from './stage.js';

const press = ({ page }: Guest, selector: string): Promise<void> =>
  page.evaluate(async (selector) => {
    await kit.until(selector, () => kit.deepQuery(selector).length > 0);
    kit.deepQuery(selector)[0]?.click();
  }, selector);

/** Resolves once the menu "more" is open, its first choice with the focus. */
const seeMenu = ({ page }: Guest): Promise<void> =>
  page.evaluate(() =>
    kit.until('an open menu', () => {
      const [menu] = kit.deepQuery('#more:popover-open');
      return menu?.shadowRoot?.activeElement?.matches('[role^="menuitem"]') === true;
    }),
  );

const words = (page: Page, wanted: string): Promise<void> =>
  page.evaluate((wanted) => kit.until(wanted, () => kit.words().includes(wanted)), wanted);

const isDefined = (name: string) => `customElements.get('${name}') !== undefined`;

for (const browser of BROWSERS) {
  describe(`What a call can begin without, in ${browser}`, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.open();
    });
    after(() => stage.close());
    afterEach(async () => {
      stage.site.later.isThere = () => Promise.resolve(true);
      await stage.clear();
    });

    it('comes by itself once joined, and is there although the network goes', async () => {
      const [ann] = await pair(stage, 'rest', [browser, browser]);
      assert.ok(ann);
      await ann.page.evaluate(() => customElements.whenDefined('pm-details').then(() => undefined));
      stage.site.later.isThere = () => Promise.resolve(false);
      await press(ann, '[data-control="more"]');
      await seeMenu(ann);
    });

    it('opens the menu that somebody wanted before it was there', async () => {
      let arrive = (): void => undefined;
      const arrived = new Promise<boolean>((resolve) => {
        arrive = () => resolve(true);
      });
      stage.site.later.isThere = () => arrived;
      const [ann] = await pair(stage, 'late', [browser, browser]);
      assert.ok(ann);
      await press(ann, '[data-control="more"]');
      await ann.page.evaluate(() =>
        kit.until(
          'a button that says it is open',
          () => kit.deepQuery('[data-control="more"][aria-expanded="true"]').length === 1,
        ),
      );
      assert.equal(await ann.page.evaluate(isDefined('pm-menu')), false);
      arrive();
      await seeMenu(ann);
    });

    it('lets one choose devices in the lobby as soon as it is there, with a word while it does not come', async () => {
      let isThere = false;
      stage.site.later.isThere = () => Promise.resolve(isThere);
      const page = await stage.page(browser);
      await page.evaluate((server) => {
        const element = document.createElement('private-meet');
        Object.assign(element, { room: 'choice', server, iceServers: [] });
        document.body.append(element);
      }, stage.server.url);
      await words(page, 'Check camera and microphone');
      assert.equal(await page.evaluate(isDefined('pm-menu')), false);
      await page.evaluate(() => kit.deepQuery('button.line')[0]?.click());
      await words(page, 'The choices couldn’t be loaded');
      assert.equal(await page.evaluate(() => kit.deepQuery('select').length), 0);
      isThere = true;
      await page.evaluate(() =>
        kit.until('the choice', () => kit.deepQuery('select[data-kind=audioinput]').length === 1),
      );
      await words(page, 'Play a test sound');
    });

    it('is fetched once somebody touches the lobby, so that a call has it whatever becomes of the page’s server', async () => {
      const page = await stage.page(browser);
      await page.evaluate((server) => {
        const element = document.createElement('private-meet');
        Object.assign(element, { room: 'touched', server, iceServers: [] });
        document.body.append(element);
      }, stage.server.url);
      await words(page, 'Check camera and microphone');
      assert.equal(await page.evaluate(isDefined('pm-menu')), false);
      await page.evaluate(() => {
        kit
          .deepQuery('button[data-device]')[0]
          ?.dispatchEvent(new Event('pointerdown', { bubbles: true, composed: true }));
      });
      await page.evaluate(() => customElements.whenDefined('pm-details').then(() => undefined));
    });

    it('tells the page, and whoever looks, of a call that goes on without it', async () => {
      stage.site.later.isThere = () => Promise.resolve(false);
      const guests = await pair(stage, 'without', [browser, browser]);
      const [ann] = guests;
      assert.ok(ann);
      const error = await ann.page.evaluate(
        () =>
          new Promise<readonly unknown[]>((resolve) => {
            document.addEventListener('pm-error', (event) => {
              const { code, fatal, cause } = (
                event as Event & { error: { code: string; fatal: boolean; cause: unknown } }
              ).error;
              resolve([code, fatal, cause !== undefined]);
            });
          }),
      );
      assert.deepEqual(error, ['internal', false, true]);
      await words(ann.page, 'controls couldn’t be loaded');
      await each(guests, () => kit.flowing(1));
    });

    it('is tried again when it did not come, with a word to who wanted it, and the call goes on', async () => {
      let isThere = false;
      stage.site.later.isThere = () => Promise.resolve(isThere);
      const guests = await pair(stage, 'failing', [browser, browser]);
      const [ann] = guests;
      assert.ok(ann);
      await press(ann, '[data-control="people"]');
      await ann.page.evaluate(() =>
        kit.until('words', () =>
          kit.deepQuery('[part~="banner"]').some((line) => line.textContent.includes('controls couldn’t be loaded')),
        ),
      );
      await each(guests, () => kit.flowing(1));
      isThere = true;
      await press(ann, '[data-control="more"]');
      await seeMenu(ann);
      await ann.page.evaluate(() =>
        kit.until('a panel, and no words', () => {
          const isOpen = kit.deepQuery('pm-panel[open]').length === 1;
          return isOpen && kit.deepQuery('[part~="banner"]').every((line) => !line.textContent.includes('loaded'));
        }),
      );
      await each(guests, () => kit.flowing(1));
      await nothingUncaught(guests);
    });
  });
}
