import { ContextProvider } from '@lit/context';
import { elementUpdated, expect, html } from '@open-wc/testing';
import { panelContext } from '../../../src/elements/shared/panels.js';
import type { PmControlsElement } from '../../../src/elements/bar/pm-controls.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { contrastBetween } from '../../helpers/contrast.js';
import { DEVICES } from '../../helpers/devices.js';
import {
  buttonOf,
  next,
  partOf,
  peerOf,
  peersOf,
  roomFixture,
  until,
  type RoomFixture,
} from '../../helpers/fixtures.js';
import { viewAround } from '../../helpers/view.js';

const controlsFixture = (set?: (store: RoomStore) => void): Promise<RoomFixture<PmControlsElement>> =>
  roomFixture(html`<pm-controls></pm-controls>`, (store) => {
    store.$state.set('joined');
    store.$microphone.set(true);
    store.$camera.set(true);
    store.$self.set({ id: 'me', name: 'Me' });
    set?.(store);
  });

describe('<pm-controls>', () => {
  it('looks muted only once the microphone really is', async () => {
    const { element, store } = await controlsFixture();
    const button = buttonOf(element, 'button-microphone');
    const asked = next<RequestEvent>(button, 'pm-request');
    button.click();
    expect((await asked).request).to.equal('toggle-microphone');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    store.$microphone.set(false);
    await elementUpdated(element);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(button.getAttribute('aria-label')).to.equal('Mute microphone');
  });

  it('asks for the camera and for leaving by event', async () => {
    const { element, box } = await controlsFixture();
    for (const [part, request] of [
      ['button-camera', 'toggle-camera'],
      ['button-leave', 'leave'],
    ] as const) {
      const asked = next<RequestEvent>(box, 'pm-request');
      buttonOf(element, part).click();
      expect((await asked).request).to.equal(request);
    }
  });

  it('shows only what it is told to', async () => {
    const { element, store } = await controlsFixture((all) => all.$controls.set(new Set(['leave'])));
    expect(element.shadowRoot?.querySelectorAll('button').length).to.equal(1);
    buttonOf(element, 'button-leave');
    store.$controls.set(new Set(['camera', 'leave']));
    await elementUpdated(element);
    buttonOf(element, 'button-camera');
  });

  it('shows before a call how one has chosen to begin, and cannot leave', async () => {
    const { element } = await controlsFixture((store) => {
      store.$state.set('lobby');
      store.$microphone.set(false);
      store.$camera.set(false);
      store.$cameraOff.set(true);
    });
    expect(buttonOf(element, 'button-microphone').getAttribute('aria-pressed')).to.equal('false');
    expect(buttonOf(element, 'button-camera').getAttribute('aria-pressed')).to.equal('true');
    expect(buttonOf(element, 'button-leave').disabled).to.equal(true);
  });

  it('is a toolbar that arrow keys walk through', async () => {
    const { element } = await controlsFixture((all) => all.$controls.set(new Set(['microphone', 'camera', 'leave'])));
    partOf(element, 'controls', HTMLElement);
    buttonOf(element, 'button-microphone').focus();
    for (const [key, part] of [
      ['ArrowRight', 'button-camera'],
      ['ArrowRight', 'button-leave'],
      ['ArrowRight', 'button-microphone'],
      ['ArrowLeft', 'button-leave'],
      ['Home', 'button-microphone'],
      ['End', 'button-leave'],
    ] as const) {
      element.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      expect(element.shadowRoot?.activeElement).to.equal(buttonOf(element, part));
    }
  });

  it('is one stop of the Tab key, where one was last', async () => {
    const { element, store } = await controlsFixture();
    const stops = (): (string | undefined)[] =>
      [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [])].map(
        (stop) => stop.dataset['control'],
      );
    expect(stops()).to.deep.equal(['microphone']);
    buttonOf(element, 'button-hand').focus();
    store.$microphone.set(false);
    await elementUpdated(element);
    expect(stops()).to.deep.equal(['hand']);
  });

  it('keeps the focus when the button that had it goes', async () => {
    const { element, store } = await controlsFixture();
    buttonOf(element, 'button-reactions').focus();
    store.$controls.set(new Set(['microphone', 'layout', 'leave']));
    await elementUpdated(element);
    expect((element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['control']).to.equal('more');
  });

  it('shows the screen as shared and the hand as up once they are', async () => {
    const { element, store } = await controlsFixture();
    const pressed = (): (string | null)[] =>
      ['button-screen', 'button-hand'].map((part) => buttonOf(element, part).getAttribute('aria-pressed'));
    expect(pressed()).to.deep.equal(['false', 'false']);
    store.$screen.set(true);
    store.$hands.set(['bo', 'me']);
    await elementUpdated(element);
    expect(pressed()).to.deep.equal(['true', 'true']);
    store.$hands.set(['bo']);
    await elementUpdated(element);
    expect(pressed()).to.deep.equal(['true', 'false']);
  });

  it('counts the people, and says whether their list is open', async () => {
    const { element, box, store } = await controlsFixture();
    const panels = new ContextProvider(box, { context: panelContext, initialValue: null });
    box.append(element); // looks for what is around it
    store.$peers.set(peersOf(peerOf({ id: 'ann' }), peerOf({ id: 'bo' })));
    await elementUpdated(element);
    const button = buttonOf(element, 'button-people');
    expect([...button.querySelectorAll('span')].map((span) => span.textContent)).to.deep.equal(['People (3)', '3']);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    panels.setValue('people');
    await elementUpdated(element);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const asked = next<RequestEvent<'show-panel'>>(box, 'pm-request');
    button.click();
    expect((await asked).detail).to.deep.equal({ panel: null });
  });

  it('says how many messages are new, and is silent where none are', async () => {
    const { element, store } = await controlsFixture();
    const button = buttonOf(element, 'button-chat');
    const name = () => button.ariaLabel ?? button.querySelector('.visually-hidden')?.textContent;
    const seen = () => [name(), button.querySelector('.fresh')?.textContent, button.getAttribute('aria-expanded')];
    expect(seen()).to.deep.equal(['Chat', undefined, 'false']);
    store.$unread.set(2);
    await elementUpdated(element);
    expect(seen()).to.deep.equal(['Chat (2 new messages)', '2', 'false']);
  });

  it('shows no screen share where the browser has none', async () => {
    const { mediaDevices } = navigator;
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: {} });
    const { element } = await controlsFixture();
    Reflect.deleteProperty(navigator, 'mediaDevices');
    expect(navigator.mediaDevices).to.equal(mediaDevices);
    expect(element.shadowRoot?.querySelector('[part~="button-screen"]')).to.equal(null);
  });

  it('fits its box, whatever its width', async () => {
    const { element, box } = await controlsFixture((store) => store.$devices.set(DEVICES));
    const root = partOf(element, 'controls', HTMLElement);
    const sides = (): number[] =>
      [...root.querySelectorAll('button')].flatMap((button) => {
        const { left, right } = button.getBoundingClientRect();
        return [left, right].map((side) => side - root.getBoundingClientRect().left);
      });
    for (const width of [1600, 1200, 760, 600, 599, 360, 320, 319, 280, 200, 180]) {
      box.style.setProperty('width', `${width}px`);
      // A frame later than its box the bar has other buttons.
      await until(() => root.clientWidth === width && root.scrollWidth === width && Math.min(...sides()) >= 0 && Math.max(...sides()) <= width); // prettier-ignore
      expect(root.querySelectorAll('[data-control="microphone"], [data-control="leave"]').length).to.equal(2);
    }
  });

  it('says what a control did that has not the focus, and nothing of one that has', async () => {
    const { element, store } = await controlsFixture();
    const said = (): string => element.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '';
    expect(said()).to.equal('');
    store.$microphone.set(false);
    await elementUpdated(element);
    expect(said()).to.equal('Microphone off');
    buttonOf(element, 'button-camera').focus();
    store.$camera.set(false);
    await elementUpdated(element);
    expect(said()).to.equal('Microphone off');
    store.$hands.set(['me']);
    await elementUpdated(element);
    expect(said()).to.equal('Your hand is up');
    store.$screen.set(true);
    await elementUpdated(element);
    expect(said(), 'a notice says so').to.equal('Your hand is up');
    store.$screen.set(false);
    await elementUpdated(element);
    expect(said()).to.equal('Screen sharing stopped');
  });

  it('says nothing of the devices that one joins with', async () => {
    const { element, store } = await controlsFixture((all) => {
      all.$microphone.set(false);
      all.$camera.set(false);
      all.$cameraOff.set(true);
    });
    const said = (): string => element.shadowRoot?.querySelector('[role="status"]')?.textContent ?? '';
    store.$microphone.set(true);
    await elementUpdated(element);
    expect(said()).to.equal('');
    store.$camera.set(true);
    await elementUpdated(element);
    expect(said()).to.equal('Camera on');
    store.$microphone.set(false);
    await elementUpdated(element);
    expect(said()).to.equal('Microphone off');
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible in the ${theme} theme`, async () => {
      const { element, box, store } = await controlsFixture((all) => all.$devices.set(DEVICES));
      box.style.setProperty('color-scheme', theme);
      await expect(element).to.be.accessible();
      store.$microphone.set(false);
      store.$screen.set(true);
      store.$hands.set(['me']);
      await elementUpdated(element);
      await expect(element).to.be.accessible();
      box.style.setProperty('width', '300px');
      await until(() => !element.shadowRoot?.querySelector('[part~="button-hand"]'));
      await expect(element).to.be.accessible();
    });
  }

  it('follows the room it was moved to, and no other', async () => {
    const first = await controlsFixture();
    const second = await controlsFixture((store) => store.$microphone.set(false));
    second.box.append(first.element);
    await elementUpdated(first.element);
    const button = buttonOf(first.element, 'button-microphone');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    first.store.$state.set('left');
    await elementUpdated(first.element);
    expect(buttonOf(first.element, 'button-leave').disabled).to.equal(false);
  });

  it('listens to nothing after its removal', async () => {
    const { element, store } = await controlsFixture();
    const atoms = [store.$state, store.$controls, store.$microphone, store.$camera];
    expect(atoms.map(({ lc }) => lc)).to.deep.equal([1, 1, 1, 1]);
    element.remove();
    expect(atoms.map(({ lc }) => lc)).to.deep.equal([0, 0, 0, 0]);
  });

  it('stands below the stage in full screen, dark there, and gives its place away while it rests', async () => {
    const { element, box } = await controlsFixture();
    const view = viewAround(box);
    box.style.setProperty('--pm-surface', 'white');
    await until(() => !element.hasAttribute('over'));
    view.$fullScreen.set(true);
    await until(() => element.hasAttribute('over'));
    expect(getComputedStyle(element).position).to.equal('static');
    expect(contrastBetween(getComputedStyle(element).backgroundColor, 'white')).to.be.above(10);
    // As a mouse leaves it, that chose full screen in the menu.
    const more = buttonOf(element, 'button-more');
    more.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    more.focus({ focusVisible: false });
    await until(() => element.hasAttribute('away'));
    expect(getComputedStyle(element).position).to.equal('absolute');
    document.dispatchEvent(new PointerEvent('pointermove'));
    await until(() => !element.hasAttribute('away'));
    view.$fullScreen.set(false);
    await until(() => !element.hasAttribute('over'));
  });
});
