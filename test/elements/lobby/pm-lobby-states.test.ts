import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmLobbyElement } from '../../../src/elements/lobby/pm-lobby.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { MeetError } from '../../../src/errors.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { DEVICES } from '../../helpers/devices.js';
import { buttonOf, next, partOf, roomFixture, type RoomFixture, until } from '../../helpers/fixtures.js';
import { type DeviceStub, stubDevices } from '../../media/device-stub.js';

const lobbyFixture = (set?: (store: RoomStore) => void): Promise<RoomFixture<PmLobbyElement>> =>
  roomFixture(html`<pm-lobby style="height: 700px"></pm-lobby>`, (store) => {
    store.$state.set('lobby');
    store.$room.set('standup');
    set?.(store);
  });
const find = (lobby: Element, selector: string): HTMLElement | null =>
  lobby.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const denied = (device: 'microphone' | 'camera') => new MeetError('permission-denied', '', { device, by: 'user' });

/** Every face of the lobby. */
const STATES: Readonly<Record<string, (store: RoomStore, lobby: PmLobbyElement) => void>> = {
  'before anything': () => undefined,
  'with nothing on': (store) => {
    store.$microphoneOff.set(true);
    store.$cameraOff.set(true);
  },
  'with the devices on': (store) => {
    store.$devices.set(DEVICES);
    store.$microphone.set(true);
    store.$level.set(0.5);
    store.$camera.set(true);
  },
  'with a passphrase to enter': (store) => store.$requiresTrust.set(true),
  'with a refusal': (store) => store.$notice.set({ kind: 'error', error: denied('camera') }),
  'with the choice of devices open': (store, lobby) => {
    store.$devices.set(DEVICES);
    find(lobby, '.line')?.click();
  },
  'with the choice of unnamed devices open': (_, lobby) => find(lobby, '.line')?.click(),
  'on the way in': (store, lobby) => {
    store.$state.set('connecting');
    lobby.arriving = true;
  },
  'after the call': (store) => {
    store.$leaveReason.set('user');
    store.$state.set('left');
  },
  'after a full room': (store) => {
    store.$error.set(new MeetError('room-full', ''));
    store.$state.set('failed');
  },
  'after a refused name': (store) => {
    store.$error.set(new MeetError('sign-in-failed', ''));
    store.$state.set('failed');
  },
};

describe('<pm-lobby> in each state', () => {
  it('shows on the way in, while the browser may still be asking, how one begins', async () => {
    const { element, store } = await lobbyFixture(({ $cameraOff }) => $cameraOff.set(true));
    store.$state.set('connecting');
    element.arriving = true;
    await elementUpdated(element);
    expect(buttonOf(element, 'button-microphone').getAttribute('aria-pressed')).to.equal('false');
    expect(buttonOf(element, 'button-camera').getAttribute('aria-pressed')).to.equal('true');
  });

  it('offers one way to ask again, not two', async () => {
    const { element, store } = await lobbyFixture();
    expect(find(element, '.check')).not.to.equal(null);
    store.$notice.set({ kind: 'error', error: denied('camera') });
    await elementUpdated(element);
    expect(find(element, '.check')).to.equal(null);
    expect(find(element, '.again')).not.to.equal(null);
  });

  describe('with what the browser has stored', () => {
    let devices: DeviceStub;
    const statuses = new Map<string, { state: PermissionState; onchange?: (() => void) | null }>();
    const store = (name: string, state: PermissionState): void => {
      const status = statuses.get(name) ?? { state };
      status.state = state;
      statuses.set(name, status);
      status.onchange?.();
    };
    beforeEach(() => {
      devices = stubDevices();
      statuses.clear();
      for (const name of ['microphone', 'camera']) store(name, 'prompt');
      Object.defineProperty(navigator.permissions, 'query', {
        configurable: true,
        value: ({ name }: { name: string }) => Promise.resolve(statuses.get(name)),
      });
    });
    afterEach(() => devices.restore());
    const says = (lobby: Element) => find(lobby, '.look')?.textContent.replaceAll(/\s+/gu, ' ') ?? '';

    it('holds no refusal against a track that the page gives itself', async () => {
      store('camera', 'denied');
      const { element, store: room } = await lobbyFixture(({ $pageTracks }) => $pageTracks.set(new Set(['camera'])));
      await elementUpdated(element);
      store('microphone', 'granted');
      await until(() => !says(element).includes('ask for your microphone'));
      expect(says(element)).not.to.contain('blocked');
      expect(find(element, '.join')?.textContent.trim()).not.to.contain('without');
      room.$pageTracks.set(new Set());
      await until(() => says(element).includes('Your camera is blocked.'));
    });

    it('promises no question that will not come, and says what is blocked, without asking', async () => {
      store('camera', 'denied');
      const { element } = await lobbyFixture();
      await until(() => says(element).includes('Your camera is blocked.'));
      expect(says(element)).to.contain('your browser will ask for your microphone. Your camera stays off.');
      expect(find(element, '.join')?.textContent.trim()).to.equal('Join without camera');
      store('microphone', 'denied');
      await until(() => says(element).includes('Your microphone is blocked.'));
      expect(says(element)).not.to.contain('browser asks');
      for (const name of ['microphone', 'camera']) store(name, 'granted');
      await until(() => says(element).includes('You’ll join with camera and microphone on.'));
      expect(says(element)).not.to.contain('blocked');
      expect(devices.requests).to.have.length(0);
    });

    it('says nothing of what is blocked and not wanted', async () => {
      store('camera', 'denied');
      const { element } = await lobbyFixture(({ $cameraOff }) => $cameraOff.set(true));
      await until(() => says(element).includes('ask for your microphone. Your camera stays off.'));
      expect(says(element)).not.to.contain('blocked');
    });
  });

  for (const theme of ['light', 'dark']) {
    for (const [name, set] of Object.entries(STATES)) {
      it(`is accessible ${name}, ${theme}`, async () => {
        const { element, box, store } = await lobbyFixture();
        box.style.setProperty('color-scheme', theme);
        set(store, element);
        await elementUpdated(element);
        await expect(element).to.be.accessible();
      });
    }
  }

  it('keeps what was written through every state, whatever the page says meanwhile', async () => {
    const { element, store } = await lobbyFixture((all) => all.$displayName.set('Ann'));
    const name = partOf(element, 'name', HTMLInputElement);
    name.value = 'Anna';
    name.dispatchEvent(new InputEvent('input'));
    for (const set of Object.values(STATES)) {
      store.$displayName.set(`${store.$displayName.get()}!`);
      set(store, element);
      await elementUpdated(element);
      expect(partOf(element, 'name', HTMLInputElement)).to.equal(name);
      expect(name.value).to.equal('Anna');
    }
  });

  it('takes the name that the page gives as long as nothing was written', async () => {
    const { element, store } = await lobbyFixture();
    store.$displayName.set('Ann');
    await elementUpdated(element);
    expect(partOf(element, 'name', HTMLInputElement).value).to.equal('Ann');
  });

  it('does not break off a word that is being composed', async () => {
    const { element } = await lobbyFixture();
    const name = partOf(element, 'name', HTMLInputElement);
    name.value = 'あ'.repeat(33);
    name.dispatchEvent(new InputEvent('input', { isComposing: true }));
    expect(name.value.length).to.equal(33);
    name.dispatchEvent(new CompositionEvent('compositionend'));
    expect(name.value.length).to.equal(32);
  });

  it('points from the name and the button to what is wrong', async () => {
    const { element, store } = await lobbyFixture();
    const name = partOf(element, 'name', HTMLInputElement);
    expect(name.hasAttribute('aria-describedby')).to.equal(false);
    STATES['after a refused name']?.(store, element);
    await elementUpdated(element);
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    for (const described of [name, buttonOf(element, 'join')]) {
      expect(find(element, `#${described.getAttribute('aria-describedby') ?? ''}`)?.textContent).to.contain(
        'Couldn’t sign you in',
      );
    }
  });

  it('can be gone through from picture to button', async () => {
    const { element } = await lobbyFixture();
    find(element, '.line')?.click();
    await elementUpdated(element);
    const stops = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('button, input, select') ?? [])];
    for (const stop of stops) {
      stop.focus();
      expect(element.shadowRoot?.activeElement).to.equal(stop);
      expect(stop.tabIndex).to.equal(0);
    }
    const order = stops.map(
      (stop) => stop.dataset['device'] ?? stop.dataset['kind'] ?? stop.className.split(' ').at(-1),
    );
    expect(order).to.deep.equal(
      ['check', 'microphone', 'camera', '', 'line', 'audioinput', 'videoinput', 'audiooutput', 'sound', 'join'],
    ); // prettier-ignore
  });

  it('keeps the focus when what had it goes: on the way in and back, and after a check', async () => {
    const { element, store } = await lobbyFixture();
    const focused = (): Element | null | undefined => element.shadowRoot?.activeElement;
    find(element, '.check')?.focus();
    find(element, '.check')?.click();
    await elementUpdated(element);
    expect(focused()).to.equal(partOf(element, 'preview', HTMLElement)); // no toggle that a second Enter would turn off
    buttonOf(element, 'join').focus();
    store.$state.set('connecting');
    element.arriving = true;
    await elementUpdated(element);
    expect(focused()).to.equal(find(element, '.cancel'));
    const asked = next<RequestEvent>(element, 'pm-request');
    find(element, '.cancel')?.click();
    expect((await asked).request).to.equal('leave');
    store.$state.set('left');
    element.arriving = false;
    await elementUpdated(element);
    expect(focused()).to.equal(buttonOf(element, 'join'));
  });

  it('gives the focus to the way to ask again when the check fails', async () => {
    const { element, store } = await lobbyFixture();
    find(element, '.check')?.focus();
    store.$notice.set({ kind: 'error', error: new MeetError('device-busy', '', { device: 'camera' }) });
    await elementUpdated(element);
    expect(element.shadowRoot?.activeElement?.classList.contains('again')).to.equal(true);
  });

  it('draws the same trouble anew when it happens again, so that it is read out again', async () => {
    const { element, store } = await lobbyFixture();
    const refuse = async (): Promise<Element | null | undefined> => {
      store.$notice.set({ kind: 'error', error: new MeetError('device-busy', '', { device: 'camera' }) });
      await elementUpdated(element);
      return find(element, '[role="alert"]');
    };
    const first = await refuse();
    const second = await refuse();
    expect(first?.textContent).to.equal(second?.textContent);
    expect([first?.isConnected, second?.isConnected]).to.deep.equal([false, true]);
  });

  it('tells for the ear what a check found, and not what a toggle says itself', async () => {
    const { element, store } = await lobbyFixture();
    const status = find(element, '.standing');
    expect([status?.textContent.trim(), status?.ariaLive]).to.deep.equal(['', 'polite']);
    store.$microphone.set(true);
    await elementUpdated(element);
    expect(status?.textContent).to.contain('Microphone on');
    buttonOf(element, 'button-microphone').focus();
    store.$microphone.set(false);
    store.$camera.set(true);
    await elementUpdated(element);
    expect(status?.ariaLive).to.equal('off');
  });

  it('asks nobody to join twice: Enter does nothing on the way in', async () => {
    const { element, store } = await lobbyFixture();
    STATES['on the way in']?.(store, element);
    await elementUpdated(element);
    const requests: string[] = [];
    element.addEventListener('pm-request', ({ request }) => requests.push(request));
    partOf(element, 'name', HTMLInputElement).form?.requestSubmit();
    expect(requests).to.deep.equal([]);
  });
});
