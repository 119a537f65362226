import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { until } from '../../helpers/fixtures.js';
import { deepQuery } from '../../helpers/deep-query.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';

const BUTTONS = 'button, [role="button"], [role^="menuitem"], a[href]';

/** What buttons are called a second time by what shows under the pointer: a screen reader says both. */
const namedTwice = (root: Element): string[] =>
  deepQuery(root, BUTTONS)
    .filter(({ title, ariaLabel, textContent }) => title !== '' && (ariaLabel ?? '') + textContent.trim() !== '')
    .map(({ title }) => title);
const nameless = (root: Element): string[] =>
  deepQuery(root, BUTTONS)
    .filter(({ title, ariaLabel, textContent }) => !ariaLabel && textContent.trim() === '' && title === '')
    .map(({ outerHTML }) => outerHTML);
/** What `selector` finds in the element `name`, in its own shadow root. */
const inside = (root: Element, name: string, selector: string): HTMLElement[] =>
  deepQuery(root, name).flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])]);
const press = async (root: Element, name: string, selector: string): Promise<void> => {
  await until(() => inside(root, name, selector).length > 0);
  inside(root, name, selector)[0]?.click();
};

describe('The buttons of <private-meet>', () => {
  let restore: () => void;
  const meetOf = (name: string, autojoin: boolean): Promise<PrivateMeetElement> =>
    fixture(
      html`<private-meet
        room="standup"
        token=${tokenOf(name)}
        ice-servers="[]"
        invite-url="https://meet.example/standup"
        style="width: 900px; height: 500px"
        ?autojoin=${autojoin}
      ></private-meet>`,
    );
  beforeEach(() => {
    ({ restore } = relayPage());
  });
  afterEach(() => {
    restore();
  });

  it('are each named, and once, wherever they are', async () => {
    const meet = await meetOf('ann', false);
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      for (const each of deepQuery(meet, '*')) if (each instanceof LitElement) await elementUpdated(each);
      expect(namedTwice(meet)).to.deep.equal([]);
      expect(nameless(meet)).to.deep.equal([]);
      for (const button of deepQuery(meet, BUTTONS)) seen.add((button.getRootNode() as ShadowRoot).host.localName);
    };
    await until(() => inside(meet, 'pm-lobby', '.join').length === 1);
    await press(meet, 'pm-lobby', '.line');
    await look();
    await meet.join();
    await until(() => inside(meet, 'pm-empty', 'button').length > 0);
    await look();
    const bo = await meetOf('bo', true);
    await until(() => meet.peers[0]?.state === 'connected' && inside(meet, 'pm-video-tile', '.more').length === 2);
    meet.pin('bo');
    await press(meet, 'pm-video-tile', '.pin');
    meet.pin('bo');
    for (const menu of ['sound', 'reactions', 'more']) {
      await press(meet, 'pm-controls', `[popovertarget="${menu}"]`);
      await until(() => inside(meet, `pm-menu#${menu}`, 'button').length > 0);
      await look();
      await press(meet, 'pm-controls', `[popovertarget="${menu}"]`);
    }
    for (const more of inside(meet, 'pm-video-tile', '.more')) {
      more.click();
      await until(() => inside(meet, 'pm-video-tile', '[role="menu"]').length > 0);
      await look();
      more.click();
    }
    for (const panel of ['people', 'details', 'chat'] as const) {
      deepQuery(meet, 'pm-controls')[0]?.dispatchEvent(new RequestEvent('show-panel', { panel }));
      await until(() => deepQuery(meet, `pm-${panel}`).length > 0);
      await look();
    }
    deepQuery(meet, 'pm-controls')[0]?.dispatchEvent(new RequestEvent('show-shortcuts', { open: true }));
    await until(() => inside(meet, 'pm-shortcuts', 'button').length > 0);
    await meet.setDevice('audioinput', 'gone').catch(() => undefined);
    await until(() => inside(meet, 'pm-notice', 'button').length > 0);
    await look();
    await bo.leave();
    await meet.leave();
    await elementUpdated(meet);
    await look();
    for (const room of [
      'pm-lobby',
      'pm-empty',
      'pm-controls',
      'pm-video-tile',
      'pm-menu',
      'pm-panel',
      'pm-notice',
      'pm-shortcuts',
    ])
      // prettier-ignore
      expect([...seen], room).to.include(room);
  });
});
