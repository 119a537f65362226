import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmControlsElement } from '../../../src/elements/bar/pm-controls.js';
import type { PmVideoTileElement } from '../../../src/elements/stage/pm-video-tile.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { DEVICES } from '../../helpers/devices.js';
import { aTaskLater, partOf, roomFixture, until } from '../../helpers/fixtures.js';

const onPhone = (store: RoomStore): void => {
  store.$state.set('joined');
  store.$self.set({ id: 'me', name: 'Me' });
  store.$devices.set(DEVICES);
  store.$camera.set(true);
  store.$canFlip.set(true);
};
const LOBBY = html`<pm-lobby style="width: 640px; height: 600px"></pm-lobby>`;
const OWN = /Switch camera|Mirror my video/u;
const ownOf = (root: ParentNode | null | undefined): string[] =>
  [...(root?.querySelectorAll('[role^="menuitem"]') ?? [])]
    .filter(({ textContent }) => OWN.test(textContent))
    .map((item) => `${item.textContent.trim()} ${item.getAttribute('aria-checked')}`);
const press = (root: ParentNode | null | undefined, label: string): void =>
  [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    .find(({ textContent }) => textContent.includes(label))
    ?.click();
const heard = (box: HTMLElement): string[] => {
  const requests: string[] = [];
  box.addEventListener('pm-request', ({ request }: RequestEvent) => requests.push(request));
  return requests;
};
const isMirrored = (element: Element): boolean =>
  getComputedStyle(partOf(element, 'video', HTMLVideoElement)).transform.startsWith('matrix(-1');

describe('The other camera and the mirror', () => {
  it('are in the menu of one’s own tile, while the camera is on', async () => {
    const { element, box, store } = await roomFixture<PmVideoTileElement>(html`<pm-video-tile self></pm-video-tile>`, onPhone); // prettier-ignore
    const requests = heard(box);
    for (const label of ['Switch camera', 'Mirror my video']) {
      element.shadowRoot?.querySelector<HTMLElement>('.more')?.click();
      await until(() => ownOf(element.shadowRoot).length === 2);
      expect(ownOf(element.shadowRoot)).to.deep.equal(['Switch camera null', 'Mirror my video true']);
      press(element.shadowRoot, label);
      await aTaskLater(); // the popover’s own event
      await elementUpdated(element);
    }
    expect(requests).to.deep.equal(['flip-camera', 'toggle-mirror']);
    element.shadowRoot?.querySelector<HTMLElement>('.more')?.click();
    store.$canFlip.set(false);
    await until(() => ownOf(element.shadowRoot).join() === 'Mirror my video true');
    store.$camera.set(false);
    await until(() => ownOf(element.shadowRoot).length === 0);
  });

  it('are where the bar lets one choose a camera, beside the button or under “more”', async () => {
    const { element, box } = await roomFixture<PmControlsElement>(html`<pm-controls></pm-controls>`, onPhone);
    const requests = heard(box);
    const open = async (name: string): Promise<ShadowRoot | null | undefined> => {
      await until(() => element.shadowRoot?.querySelector(`[popovertarget="${name}"]`) instanceof HTMLElement);
      element.shadowRoot?.querySelector<HTMLElement>(`[popovertarget="${name}"]`)?.click();
      const menu = element.shadowRoot?.querySelector(`#${name}`)?.shadowRoot;
      await until(() => (menu?.querySelectorAll('button').length ?? 0) > 0);
      return menu;
    };
    const beside = await open('pictures');
    expect(ownOf(beside)).to.deep.equal(['Switch camera null', 'Mirror my video true']);
    press(beside, 'Switch camera');
    box.style.setProperty('width', '360px');
    await until(() => !element.shadowRoot?.querySelector('[popovertarget="pictures"]'));
    const more = await open('more');
    press(more, 'Microphone, speakers, camera');
    await until(() => ownOf(more).length === 2);
    press(more, 'Mirror my video');
    expect(requests.filter((request) => request !== 'open-menu')).to.deep.equal(['flip-camera', 'toggle-mirror']);
  });

  it('show oneself in the lobby and in the call as one wants, and by the back camera as it is', async () => {
    for (const content of [html`<pm-video-tile self></pm-video-tile>`, LOBBY]) {
      const { element, store } = await roomFixture(content, (all) => {
        onPhone(all);
        if (content === LOBBY) all.$state.set('lobby');
      });
      expect(isMirrored(element), element.localName).to.equal(true);
      store.$facing.set('environment');
      await until(() => !isMirrored(element));
      store.$facing.set('user');
      await until(() => isMirrored(element));
      store.$mirror.set({ front: false, back: true });
      await until(() => !isMirrored(element));
    }
  });
});
