import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmControlsElement } from '../../../src/elements/bar/pm-controls.js';
import type { PmMenuElement } from '../../../src/elements/shared/pm-menu.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { DEVICES, deviceOf } from '../../helpers/devices.js';
import { aTaskLater, next, roomFixture, until, type RoomFixture } from '../../helpers/fixtures.js';
import { viewAround } from '../../helpers/view.js';

const controlsFixture = (set?: (store: RoomStore) => void): Promise<RoomFixture<PmControlsElement>> =>
  roomFixture(html`<pm-controls></pm-controls>`, (store) => {
    store.$state.set('joined');
    store.$microphone.set(true);
    store.$self.set({ id: 'me', name: 'Me' });
    store.$devices.set(DEVICES);
    store.$inviteUrl.set('https://meet.example/standup');
    set?.(store);
  });

/** Opens a menu by its button, and resolves once its choices can be had. */
const open = async (element: PmControlsElement, id: string): Promise<PmMenuElement> => {
  const menu = element.shadowRoot?.querySelector<PmMenuElement>(`pm-menu#${id}`);
  const anchor = element.shadowRoot?.querySelector<HTMLElement>(`[popovertarget="${id}"]`);
  if (!menu || !anchor) throw new Error(`no menu ${id}`);
  anchor.focus();
  anchor.click();
  await until(() => !!menu.shadowRoot?.activeElement);
  return menu;
};
const choicesOf = (menu: PmMenuElement): HTMLElement[] => [...(menu.shadowRoot?.querySelectorAll('button') ?? [])];
const wordsOf = (choice: Element): string =>
  choice.getAttribute('aria-label') ?? choice.querySelector('.words')?.firstChild?.parentElement?.textContent ?? '';
const listOf = (menu: PmMenuElement): string[] =>
  choicesOf(menu).map((choice) => `${choice.getAttribute('aria-checked') === 'true' ? '✓ ' : ''}${wordsOf(choice)}`);
const choose = (menu: PmMenuElement, words: string): void => {
  const choice = choicesOf(menu).find((each) => wordsOf(each) === words);
  if (!choice) throw new Error(`no ${words} among ${listOf(menu).join(', ')}`);
  choice.click();
};
const narrow = async ({ element, box }: RoomFixture<PmControlsElement>, width: number): Promise<void> => {
  box.style.setProperty('width', `${width}px`);
  await until(() => !element.shadowRoot?.querySelector('[part~="button-reactions"]'));
  await elementUpdated(element);
};

describe('The menus of <pm-controls>', () => {
  it('choose the microphone and the speakers, the ones in use checked', async () => {
    const { element, box } = await controlsFixture((store) => store.$chosenDevices.set({ audioinput: 'headset' }));
    const menu = await open(element, 'sound');
    expect(listOf(menu)).to.deep.equal([
      'System default',
      'Built-in Microphone',
      '✓ Headset',
      '✓ System default',
      'Built-in Speakers',
    ]);
    const asked = next<RequestEvent<'set-device'>>(box, 'pm-request');
    choose(menu, 'Built-in Microphone');
    const { request, detail } = await asked;
    expect([request, detail]).to.deep.equal(['set-device', { kind: 'audioinput', deviceId: 'mic' }]);
  });

  it('say what the system’s choice is', async () => {
    const { element } = await controlsFixture();
    const menu = await open(element, 'sound');
    expect(choicesOf(menu)[0]?.querySelector('small')?.textContent).to.equal('Built-in Microphone');
  });

  it('say how names come to show where none are known yet', async () => {
    const { element } = await controlsFixture((store) =>
      store.$devices.set([deviceOf('audioinput', '', ''), deviceOf('videoinput', '', '')]),
    );
    const menu = await open(element, 'pictures');
    expect(listOf(menu)).to.deep.equal(['✓ System default']);
    expect(menu.shadowRoot?.querySelector('.notes')?.textContent.trim()).to.equal(
      'Names appear once you turn your camera on.',
    );
  });

  it('are not there for devices that are not, or that the page keeps to itself', async () => {
    const { element, store } = await controlsFixture((all) => all.$devices.set(DEVICES.slice(0, 3)));
    const openers = (): number => element.shadowRoot?.querySelectorAll('.choose').length ?? 0;
    expect(openers()).to.equal(1);
    store.$controls.set(new Set(['microphone', 'camera', 'leave']));
    await elementUpdated(element);
    expect(openers()).to.equal(0);
  });

  it('send a reaction', async () => {
    const { element, box } = await controlsFixture();
    const menu = await open(element, 'reactions');
    expect(listOf(menu)).to.deep.equal(['Thumbs up', 'Heart', 'Laughing', 'Surprised', 'Applause', 'Party']);
    const asked = next<RequestEvent<'reaction'>>(box, 'pm-request');
    choose(menu, 'Applause');
    const { request, detail } = await asked;
    expect([request, detail]).to.deep.equal(['reaction', { emoji: '👏' }]);
    // Everybody sees it, and who sent it hears so.
    const told = () =>
      [...(element.shadowRoot?.querySelectorAll('[role="status"]') ?? [])].map(({ textContent }) => textContent);
    await until(() => told().includes('You: Applause'));
  });

  it('have the chat under "more" where the bar has no room for it, and say there that messages are new', async () => {
    const room = await controlsFixture((store) => store.$unread.set(3));
    await narrow(room, 300);
    const { element, box } = room;
    const opener = element.shadowRoot?.querySelector<HTMLElement>('[data-control="more"]');
    const texts = ['.visually-hidden', '.fresh'].map((part) => opener?.querySelector(part)?.textContent);
    expect([opener?.ariaLabel, ...texts]).to.deep.equal([null, 'More: Chat (3 new messages)', '3']);
    const menu = await open(element, 'more');
    const asked = next<RequestEvent<'show-panel'>>(box, 'pm-request');
    choose(menu, 'Chat (3 new messages)');
    expect((await asked).detail).to.deep.equal({ panel: 'chat' });
  });

  it('hold under "more" what is seldom wanted', async () => {
    const { element, box, store } = await controlsFixture();
    const view = viewAround(box, ({ $pictureInPicture, $selfHidden }) => {
      $pictureInPicture.set({ on: true, toggle: () => undefined });
      $selfHidden.set(true);
    });
    store.$layout.set('grid');
    await elementUpdated(element);
    const menu = await open(element, 'more');
    const share = 'share' in navigator ? 'Invite' : 'Copy link';
    expect(listOf(menu)).to.deep.equal([
      'Automatic',
      '✓ Grid',
      'Speaker',
      ...(document.fullscreenEnabled ? ['Full screen'] : []),
      '✓ Picture in picture',
      '✓ Hide my video',
      'Pause others’ video',
      share,
      'Safety',
      'Connection details',
      'Keyboard shortcuts',
    ]);
    view.$hasShortcuts.set(false);
    view.$pictureInPicture.set(undefined);
    await elementUpdated(element);
    await elementUpdated(menu);
    expect(listOf(menu)).to.not.include.members(['✓ Picture in picture', 'Keyboard shortcuts']);
  });

  for (const [words, request, detail] of [
    ['Speaker', 'set-layout', { layout: 'speaker' }],
    ['Hide my video', 'toggle-self-view', undefined],
    ['Pause others’ video', 'set-saving', { saving: 'video-off' }],
    ['Safety', 'show-panel', { panel: 'trust' }],
    ['Connection details', 'show-panel', { panel: 'details' }],
    ['Keyboard shortcuts', 'show-shortcuts', { open: true }],
  ] as const) {
    it(`ask for "${words}"`, async () => {
      const { element, box } = await controlsFixture();
      const menu = await open(element, 'more');
      const asked = next<RequestEvent>(box, 'pm-request');
      choose(menu, words);
      const event = await asked;
      expect([event.request, event.detail]).to.deep.equal([request, detail]);
    });
  }

  it('copy the link where there is nothing to share it by, and say so', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: (text: string) => {
          copied.push(text);
          return Promise.resolve();
        },
      },
    });
    const { element } = await controlsFixture();
    const menu = await open(element, 'more');
    choose(menu, 'Copy link');
    const said = (): string =>
      [...(element.shadowRoot?.querySelectorAll('[role="status"]') ?? [])].map((each) => each.textContent).join('');
    await until(() => said() === 'Link copied');
    expect(copied).to.deep.equal(['https://meet.example/standup']);
    expect(element.shadowRoot?.querySelector('.tip')?.textContent).to.equal('Link copied');
    Reflect.deleteProperty(navigator, 'share');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('hold in a narrow box what the bar has no room for, in a sheet', async () => {
    const it = await controlsFixture();
    await narrow(it, 300);
    const menu = await open(it.element, 'more');
    expect(menu.sheet).to.equal(true);
    expect(listOf(menu).slice(0, 6)).to.include('Party');
    expect(listOf(menu)).to.include.members(['Raise hand', 'People (1)', 'Microphone, speakers, camera']);
    const asked = next<RequestEvent>(it.box, 'pm-request');
    choose(menu, 'Raise hand');
    expect((await asked).request).to.equal('raise-hand');
  });

  it('choose devices in a narrow box on a page of their own, with a way back', async () => {
    const it = await controlsFixture();
    await narrow(it, 360);
    const menu = await open(it.element, 'more');
    choose(menu, 'Microphone, speakers, camera');
    await until(() => listOf(menu).includes('Headset'));
    choose(menu, 'Back');
    await until(() => !listOf(menu).includes('Headset'));
    expect(menu.matches(':popover-open')).to.equal(true);
    await until(() => menu.shadowRoot?.activeElement?.textContent.trim() === 'Microphone, speakers, camera');
    choose(menu, 'Microphone, speakers, camera');
    await until(() => listOf(menu).includes('Brio'));
    await aTaskLater();
    expect(menu.shadowRoot?.activeElement?.textContent.trim(), 'a device, not the way back').to.not.equal('Back');
    const asked = next<RequestEvent<'set-device'>>(it.box, 'pm-request');
    choose(menu, 'Brio');
    expect((await asked).detail).to.deep.equal({ kind: 'videoinput', deviceId: 'brio' });
    expect(menu.matches(':popover-open')).to.equal(false);
  });

  it('open by an arrow key on their button, which says that they are open', async () => {
    const { element } = await controlsFixture();
    const anchor = element.shadowRoot?.querySelector<HTMLElement>('[popovertarget="more"]');
    anchor?.focus();
    anchor?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
    await until(() => anchor?.getAttribute('aria-expanded') === 'true');
    element.shadowRoot?.querySelector<PmMenuElement>('#more')?.hidePopover();
    await until(() => anchor?.getAttribute('aria-expanded') === 'false');
  });

  for (const theme of ['light', 'dark']) {
    it(`are accessible in the ${theme} theme, in a wide box and in a narrow one`, async () => {
      const it = await controlsFixture();
      it.box.style.setProperty('color-scheme', theme);
      for (const id of ['sound', 'reactions', 'more']) {
        const menu = await open(it.element, id);
        await Promise.all(menu.getAnimations().map(({ finished }) => finished));
        await expect(it.element).to.be.accessible();
        menu.hidePopover();
        await elementUpdated(it.element);
      }
      await narrow(it, 360);
      const sheet = await open(it.element, 'more');
      await Promise.all(sheet.getAnimations().map(({ finished }) => finished));
      await expect(it.element).to.be.accessible();
    });
  }

  it('of a host go alone or with everybody, and lock the meeting; nobody else is asked', async () => {
    const { element, box, store } = await controlsFixture();
    expect(!element.shadowRoot?.querySelector('[popovertarget="ending"]')).to.equal(true);
    store.$house.set({ locked: false, waiting: true, role: 'host' });
    await elementUpdated(element);
    const menu = await open(element, 'ending');
    expect(listOf(menu)).to.deep.equal(['Leave the call', 'End the call for everyone']);
    const asked = next<RequestEvent>(box, 'pm-request');
    choose(menu, 'End the call for everyone');
    expect((await asked).request).to.equal('end-for-all');
    const more = await open(element, 'more');
    const locked = next<RequestEvent>(box, 'pm-request');
    choose(more, 'Lock the meeting');
    const { request, detail } = await locked;
    expect([request, detail]).to.deep.equal(['lock', { on: true }]);
  });
});
